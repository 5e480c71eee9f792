import type { Bug } from '../bug';

export const ITEM: readonly Bug[] = [
  {
    name: 'acceptor-was-leader',
    file: 'domain/item/authority.ts',
    was: "acceptor: ['handler', 'leader'],",
    is: "acceptor: ['handler'],",
    breaks: 'Whoever approved an item as its leader can accept it too, once it is theirs.',
  },
  {
    name: 'deputy-not-barred',
    file: 'domain/item/authority.ts',
    was: 'barringSide(by, right, standing) ?? barringSide(principal, right, standing);',
    is: 'barringSide(principal, right, standing);',
    breaks: 'The handler approves their own work as the deputy of the leader.',
  },
  {
    name: 'extension-decider-mirrored',
    file: 'domain/item/rules/extension.ts',
    was: "newDeadline > round.concentratedUntil ? 'head' : 'leader'",
    is: "newDeadline > round.concentratedUntil ? 'leader' : 'head'",
    breaks: 'The leader extends past the concentrated period, and the head is asked within it.',
  },
  {
    name: 'accepted-unseen',
    file: 'domain/item/rules/review.ts',
    was: `accept: ({ command, state }) => {
    const { evidence, opinion } = command;
    const refusal = evidenceChanged(state, evidence);
    if (refusal) return refuse(refusal);
    return`,
    is: `accept: ({ command }) => {
    const { evidence, opinion } = command;
    return`,
    breaks: 'An acceptance counts for evidence that the acceptor never saw.',
  },
  {
    name: 'time-runs-back',
    file: 'domain/item/log.ts',
    was: 'const at = last && last.at > happened.at ? last.at : happened.at;',
    is: 'const at = happened.at;',
    breaks:
      'After a clock is set back the log has an entry before its predecessor, and its bag does not verify.',
  },
  {
    name: 'log-of-another-life',
    file: 'domain/item/log.ts',
    was: "if (entry.prev !== (before?.hash ?? origin)) faults.push('broken-chain');",
    is: "if (entry.prev !== (before?.hash ?? entry.prev)) faults.push('broken-chain');",
    breaks: 'A bag with the log of another item, or without its first entries, counts as whole.',
  },
  {
    name: 'successor-inherits-reminders',
    file: 'domain/item/evolve.ts',
    was: `people: { ...state.people, [side]: to },
    joined: { ...state.joined, [to]: at },`,
    is: 'people: { ...state.people, [side]: to },',
    breaks: 'Whoever takes over an item is sent the reminders of the week before they came.',
  },
  {
    name: 'one-comment-more',
    file: 'domain/item/daily-quota.ts',
    was: 'return before + given.length < most',
    is: 'return before + given.length <= most',
    breaks: 'A stolen key can give one command a day more than the policy says.',
  },
  {
    name: 'command-from-last-year',
    file: 'domain/item/binding.ts',
    was: 'return !(Math.abs(off) <= MOST_OFF);',
    is: 'return !(off <= MOST_OFF);',
    breaks: 'A command that was signed long ago, and kept back, is carried out.',
  },
];
