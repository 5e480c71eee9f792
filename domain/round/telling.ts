import { capped, oneLine } from '../../base/safe-text';
import { itemId, type ItemNumber, type PersonId } from '../../base/ids';
import type { Calendar } from '../calendar/calendar';
import type { Clock } from '../calendar/clock';
import { gathered, sharedMailInstant } from '../calendar/working-hours';
import type { Instant } from '../calendar/zone';
import { keyAt } from '../identity';
import type { LogEntry } from '../item/log';
import type { Addressee, RoundPost } from '../ladder/notice';
import { roundFactId } from '../ladder/notice-id';
import type { RoundFact } from '../ladder/round-notice';
import type { RoundHead } from '../plan/plan';
import type { RoundEvent } from './event';
import { isOverOffice, nameOf, personIn } from './offices';
import type { Policy } from './policy';
import { policyChanges } from './policy-changes';
import type { Person, Roster } from './roster';
import { secondsFor } from './second/two-signed';

/** An address that a person had until `at`. */
export type FormerAddress = { person: PersonId; address: Person['address']; at: Instant };

/** How long what matters is told at an address which somebody has changed, in ms: thirty days. */
const REMEMBERED = 30 * 86_400_000;

type Entry = LogEntry<RoundEvent>;

/** A round as an entry of its log finds it, and leaves it. */
export type TellingRound = {
  head: Pick<RoundHead, 'round' | 'title' | 'bodyId' | 'policy' | 'roster'>;
  before: Pick<RoundHead, 'policy' | 'roster'>;
  log: readonly Entry[];
  calendar: Calendar;
  clock: Clock;
  former: readonly FormerAddress[];
};

type Part = RoundFact['part'];
type Parts = Map<PersonId, Part>;
type News = Pick<RoundFact, 'kind'> & Partial<RoundFact> & { about?: PersonId; parts: Parts };

/** Texts in mails are no longer than this; the whole is in the log. */
const MOST = 1000;
/** The beginning of a text, on one line. */
export const beginning = (text: string): string => capped(oneLine(text), MOST);

/** The addresses of people that differ between two rosters, as they were. */
export const changedAddresses = (before: Roster, after: Roster, at: Instant): FormerAddress[] =>
  before.people.flatMap(({ id: person, address }) => {
    const now = personIn(after, person);
    return now && now.address !== address ? [{ person, address, at }] : [];
  });

/** Of one person, each address once: the one that they had first, and the two that were the last to be theirs. */
const worthTelling = (former: readonly FormerAddress[]): FormerAddress[] => {
  const each = [...new Map(former.map((one) => [one.address, one])).values()];
  const [first, ...others] = each;
  const last = [...others].sort((a, b) => a.at - b.at).slice(-2);
  return each.filter((one) => one === first || last.includes(one));
};

/**
 * Those that are still told at, three of a person at most: whoever goes on changing an address drives out neither the one that
 * somebody had at first nor the one they had until now.
 */
export const stillRemembered = (former: readonly FormerAddress[], now: Instant): FormerAddress[] => {
  const recent = former.filter(({ at }) => at > now - REMEMBERED);
  const people = new Set(recent.map(({ person }) => person));
  return [...people].flatMap((id) => worthTelling(recent.filter(({ person }) => person === id)));
};

/** Everybody has a part once: whom it is about first. */
const partsOf = (...given: [Part, readonly PersonId[]][]): Parts => {
  const parts: Parts = new Map();
  for (const [part, people] of given)
    for (const person of people) if (!parts.has(person)) parts.set(person, part);
  return parts;
};

/** Those who may revoke a key. The office hears of its own acts: somebody else may have its key. */
const watchers = ({ head, oversight, office }: Roster): PersonId[] => [head, ...oversight, ...office];

/** The keys of a person that signed until now. */
const signingKids = (person: PersonId, roster: Roster, at: Instant): string[] => {
  const keys = personIn(roster, person)?.keys ?? [];
  return keys.flatMap(({ kid }) => ('key' in keyAt(keys, kid, at) ? [kid] : []));
};

/** Of the keys of the head and oversight the office hears, but revokes none. */
const ofKey = (person: PersonId, others: Part, { head: { roster } }: TellingRound) => ({
  about: person,
  parts: partsOf(
    ['concerned', [person]],
    [others, [roster.head, ...roster.oversight]],
    [isOverOffice(person, roster) ? 'copy' : others, roster.office],
  ),
});

/** What a new policy changes, what keeps people informed of decisions in their name first: texts in mails have an end. */
const changesOf = (before: Policy, after: Policy): string => {
  const changes = policyChanges(before, after).map(
    ({ path, before: was, after: is }) => `${path}: ${was} → ${is}`,
  );
  const isFirst = (change: string) => /^(identity|confirm)\b/u.test(change);
  return [...changes.filter(isFirst), ...changes.filter((change) => !isFirst(change))].join('; ');
};

/** Of people who were registered: whose address is another now, and who has got a first key. */
const registered = ({ at }: Entry, { before, head }: TellingRound): News[] => [
  ...changedAddresses(before.roster, head.roster, at).map(({ person, address }): News => ({
    kind: 'address-changed',
    about: person,
    text: `${address} → ${personIn(head.roster, person)?.address ?? ''}`,
    parts: partsOf(['concerned', [person]], ['copy', [head.roster.head, ...head.roster.oversight]]),
  })),
  ...head.roster.people.flatMap(({ id, keys = [] }): News[] => {
    const [key] = keys;
    const hadNone = (personIn(before.roster, id)?.keys ?? []).length === 0;
    if (head.policy.identity === 'claimed' || !key || !hadNone) return [];
    const kid = key.kid;
    return [{ kind: 'key-registered', about: id, kid, at, parts: partsOf(['concerned', [id]]) }];
  }),
];

const undeliverable = (
  { person, address, reason }: Extract<RoundEvent, { type: 'mail-undeliverable' }>,
  { head: { roster }, log }: TellingRound,
): News[] => {
  // Nobody whom no mail reaches: refusals of refusals would never end.
  const isUnreachable = (id: PersonId) =>
    log.some(
      ({ event }) =>
        event.type === 'mail-undeliverable' &&
        event.person === id &&
        event.address === personIn(roster, id)?.address,
    );
  const text = `${nameOf(person, roster)} <${address}>: ${reason}`;
  const parts = partsOf(['signer', roster.office.filter((id) => !isUnreachable(id))]);
  return [{ kind: 'undeliverable', text, parts }];
};

const newPolicy = ({ head: { roster, policy }, before }: TellingRound): News[] => [
  {
    kind: 'policy-changed',
    text: changesOf(before.policy, policy),
    parts: partsOf(['copy', watchers(roster)]),
  },
];

const blocked = (
  { item, cycle }: Extract<RoundEvent, { type: 'start-blocked' }>,
  { head: { round, roster } }: TellingRound,
): News[] => [
  {
    kind: 'start-blocked',
    text: cycle === 1 ? itemId(round, item) : `${itemId(round, item)} (${cycle})`,
    parts: partsOf(['signer', roster.office], ['copy', [roster.head, ...roster.oversight]]),
  },
];

const numbersIn = (items: readonly ItemNumber[], text: string): string => `${items.join(' ')}: ${text}`;

/** Of what takes two, and of amendments of the plan. Their items tell their people. */
const secondNews = (entry: Entry, { log, head: { roster } }: TellingRound): News[] => {
  const { event } = entry;
  if (event.type === 'second-asked') {
    const { command, until: at, items, reason } = event;
    const seconds = entry.author ? secondsFor(command, entry.author.by, roster) : [];
    const parts = partsOf(['signer', seconds], ['copy', [roster.head, ...roster.office]]);
    return [{ kind: 'second-asked', command, at, text: numbersIn(items, reason), parts }];
  }
  if (event.type === 'second-lapsed') {
    const { command, asked, overtaken } = event;
    const found = log.find(({ seq }) => seq === asked)?.event;
    const by = log.find(({ seq }) => seq === overtaken)?.author?.by;
    const text = found?.type === 'second-asked' ? numbersIn(found.items, found.reason) : '';
    const parts = partsOf(['signer', roster.office], ['copy', [roster.head]]);
    return [{ kind: 'second-lapsed', command, text, ...(by && { by: nameOf(by, roster) }), parts }];
  }
  if (event.type === 'plan-amended') {
    const { changes, added = [] } = event;
    const items = [...changes.map(({ item }) => item), ...added.map(({ planned }) => planned.number)];
    const parts = partsOf(['copy', [roster.head, ...roster.office]]);
    return [{ kind: 'plan-amended', text: numbersIn(items, event.reason), parts }];
  }
  if (event.type !== 'amendment-conflict') return [];
  return [{ kind: 'amendment-conflict', text: event.item, parts: partsOf(['signer', roster.office]) }];
};

type NewsFor<E> = (event: E, entry: Entry, round: TellingRound) => News;
type KeyEvent = 'key-proposed' | 'key-countersigned' | 'key-replaced' | 'key-revoked' | 'key-lapsed';
type OfKeys = { [T in KeyEvent]: NewsFor<Extract<RoundEvent, { type: T }>> };

/** What is told of each person's keys. */
const OF_KEYS: OfKeys = {
  'key-proposed': ({ person, kid, until }, { at }, { before, head: { roster } }) => ({
    kind: 'key-proposed',
    kid,
    at: until,
    former: signingKids(person, before.roster, at),
    about: person,
    parts: partsOf(
      ['concerned', [person]],
      ['signer', [roster.head, ...roster.oversight]],
      ['copy', roster.office],
    ),
  }),

  'key-countersigned': ({ person, kid, from }, { at }, round) => ({
    kind: 'key-countersigned',
    kid,
    at: from,
    former: signingKids(person, round.before.roster, at),
    ...ofKey(person, 'signer', round),
  }),

  'key-replaced': ({ person, kid, proposed }, { at }, round) => {
    const isFirst = (personIn(round.before.roster, person)?.keys ?? []).length === 0;
    const proposer = round.log.find(({ seq }) => seq === proposed)?.author?.by;
    return {
      kind: isFirst ? 'key-registered' : 'key-replaced',
      kid,
      at,
      former: signingKids(person, round.before.roster, at),
      ...(proposer && { by: nameOf(proposer, round.head.roster) }),
      ...ofKey(person, 'signer', round),
    };
  },

  'key-revoked': ({ person, kid, reason }, { at }, round) => ({
    kind: 'key-revoked',
    kid,
    at,
    text: reason,
    ...ofKey(person, 'copy', round),
  }),

  'key-lapsed': ({ person, kid }, _entry, { head: { roster } }) => ({
    kind: 'key-lapsed',
    kid,
    about: person,
    parts: partsOf(['signer', roster.office], ['copy', [person]]),
  }),
};

const isOfKeys = (event: RoundEvent): event is Extract<RoundEvent, { type: KeyEvent }> =>
  event.type in OF_KEYS;

/** That the import is undone its items tell their people; it shares the mail in which they do. */
const undone = (
  { reason, number, items }: Extract<RoundEvent, { type: 'import-undone' }>,
  { at }: Entry,
  { head: { roster, policy }, calendar }: TellingRound,
): News[] => [
  {
    kind: 'import-undone',
    slot: sharedMailInstant(calendar, policy.mail, at),
    text: numbersIn(items, number === undefined ? reason : `${number} ${reason}`),
    parts: partsOf(['copy', [roster.head, ...roster.office, ...roster.oversight]]),
  },
];

/** What of an entry people are told. */
const newsOf = (entry: Entry, round: TellingRound): News[] => {
  const { event } = entry;
  if (event.type === 'people-registered' || event.type === 'person-replaced') return registered(entry, round);
  if (event.type === 'mail-undeliverable') return undeliverable(event, round);
  if (event.type === 'policy-changed') return newPolicy(round);
  if (event.type === 'start-blocked') return blocked(event, round);
  if (event.type === 'import-undone') return undone(event, entry, round);
  const ofSecond = secondNews(entry, round);
  if (ofSecond.length > 0) return ofSecond;
  // Where people are taken at their word, keys mean nothing.
  if (!isOfKeys(event) || round.head.policy.identity === 'claimed') return [];
  const tell = OF_KEYS[event.type] as NewsFor<RoundEvent>;
  return [tell(event, entry, round)];
};

/** Where a person is told: at their address, and what concerns them also at those they had. */
const addressesOf = (
  { id: person, name, address, language }: Person,
  part: Part,
  { head: { bodyId: body }, former }: Pick<TellingRound, 'head' | 'former'>,
): Addressee[] => {
  const known = { person, name, language, ...(body && { body }) };
  const old = part === 'concerned' ? former.filter((one) => one.person === person) : [];
  const addresses = new Set(old.map((one) => one.address).filter((one) => one !== address));
  return [
    { ...known, address },
    ...[...addresses].map((one): Addressee => ({ ...known, address: one, former: true })),
  ];
};

/** What is told to whom, as posts to mailboxes. */
export const postsOf = (
  news: Pick<RoundFact, 'id' | 'slot' | 'kind'> & Partial<RoundFact> & { parts: Parts },
  { head, clock, former }: Pick<TellingRound, 'head' | 'clock' | 'former'>,
): RoundPost[] => {
  const { parts, ...content } = news;
  return [...parts].flatMap(([person, part]) => {
    const found = personIn(head.roster, person);
    const fact: RoundFact = { ...content, part };
    const rounds = [{ round: head.round, title: head.title, fact }];
    return (found ? addressesOf(found, part, { head, former }) : []).map((to): RoundPost => ({
      schemaVersion: 1,
      clock,
      to,
      rounds,
    }));
  });
};

/**
 * What people are told because of an entry of a round's log. It does not wait for working hours: who has not asked for it
 * must be able to stop it.
 */
export const roundPostsOf = (entry: Entry, round: TellingRound): RoundPost[] => {
  const { roster, policy } = round.head;
  const { author, seq, at } = entry;
  return newsOf(entry, round).flatMap(({ about, text, ...news }) =>
    postsOf(
      {
        ...(author && { by: nameOf(author.by, roster) }),
        ...news,
        id: roundFactId(round.head.round, `${seq}/${news.kind}${about === undefined ? '' : `/${about}`}`),
        slot: news.slot ?? gathered(at, policy.mail),
        ...(text !== undefined && { text: beginning(text) }),
        ...(about !== undefined && { person: { id: about, name: nameOf(about, roster) } }),
      },
      round,
    ),
  );
};
