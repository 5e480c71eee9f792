import type { PersonId } from '../../../base/ids';
import type { EventType } from '../../../domain/item/event';
import { SIDES, type Side } from '../../../domain/item/side';
import type { ItemContext } from '../../../domain/item/state';
import { decidingIn } from './proposals';
import { firstFound, type ItemMoment, type Rule, type Step } from '../rule';
import { actOf, OPEN } from '../tale';

/** Who may cause what, and in which states: domain.md's words, not the table that the items use. */
type Who =
  Side | 'owner' | 'assistant' | 'head' | 'office' | 'oversight' | 'decider' | 'reviewer' | 'proposed-to';
type May = { who: readonly Who[]; in: readonly string[] };

const WORK = ['in-progress', 'returned'];
const REVIEW = ['leader-review', 'acceptance'];
const ANY = [...OPEN, 'closed', 'archived', 'withdrawn'];

const MAY: Partial<Record<EventType, May>> = {
  reopened: { who: ['oversight', 'head'], in: ANY },
  // One that an amendment adds: the others come by themselves.
  assigned: { who: ['office', 'head'], in: ['assigned'] },
  acknowledged: { who: ['handler'], in: ['assigned'] },
  'progress-reported': { who: ['handler', 'owner'], in: WORK },
  'evidence-added': { who: ['handler', 'owner'], in: [...WORK, ...REVIEW, 'sustained'] },
  'evidence-withdrawn': { who: ['handler', 'owner'], in: WORK },
  'measure-completed': { who: ['handler'], in: WORK },
  'result-recorded': { who: ['handler'], in: [...WORK, ...REVIEW, 'sustained'] },
  'result-corrected': { who: ['handler'], in: [...WORK, ...REVIEW, 'sustained'] },
  'closure-requested': { who: ['handler'], in: WORK },
  'closure-withdrawn': { who: ['handler'], in: REVIEW },
  'extension-requested': { who: ['handler'], in: WORK },
  'checked-in': { who: ['handler'], in: ['sustained'] },
  'extension-granted': { who: ['decider'], in: [...WORK, ...REVIEW] },
  'extension-refused': { who: ['decider'], in: [...WORK, ...REVIEW] },
  approved: { who: ['leader'], in: ['leader-review'] },
  'approval-voided': { who: ['handler'], in: ['acceptance'] },
  asked: { who: ['reviewer'], in: REVIEW },
  returned: { who: ['reviewer'], in: REVIEW },
  accepted: { who: ['acceptor'], in: ['acceptance'] },
  'stage-accepted': { who: ['acceptor'], in: ['acceptance'] },
  // With a whole round the office may have asked, and the head has signed: domain/round/undo/undo.test.ts.
  withdrawn: { who: ['head', 'office'], in: OPEN },
  'undo-refused': { who: ['office', 'head'], in: OPEN },
  reassigned: { who: ['office', 'head', 'oversight'], in: OPEN },
  'deadline-set': { who: ['office'], in: ['assigned', ...WORK] },
  // Whether it takes the head, too, is judged by amend.test.ts.
  amended: { who: ['office', 'head'], in: OPEN },
  'amendment-refused': { who: ['office', 'head'], in: ANY },
  'closure-voided': { who: ['office', 'head'], in: REVIEW },
  urged: { who: ['leader', 'head', 'office'], in: OPEN },
  resent: { who: ['office'], in: [...OPEN, 'closed'] },
  commented: { who: [...SIDES, 'head', 'office', 'oversight', 'owner', 'assistant'], in: OPEN },
  'proposal-issued': { who: ['proposed-to'], in: ANY },
  'proposal-dropped': { who: ['proposed-to'], in: ANY },
  // Head and oversight change records of their own: domain/round/not-for-office.test.ts.
  'people-changed': { who: ['office', 'head', 'oversight'], in: ANY },
  'helper-replaced': { who: ['office', 'head', 'oversight'], in: OPEN },
  'office-replaced': { who: ['office', 'head', 'oversight'], in: ANY },
  'key-replaced': { who: ['office'], in: ANY },
  'key-revoked': { who: ['office', 'head', 'oversight'], in: ANY },
  'calendar-changed': { who: ['office'], in: ANY },
  'policy-changed': { who: ['office'], in: ANY },
};

/** Events that nobody causes. */
const BY_ITSELF: readonly EventType[] = [
  'assigned',
  'rung-reached',
  'sustaining-ended',
  'approval-voided',
  'mail-undeliverable',
  'archived',
];

type Holders = (
  step: Step,
  roster: ItemContext['roster'],
  policy: ItemContext['policy'],
  planned: ItemContext['planned'],
) => readonly PersonId[];

const side =
  (name: Side): Holders =>
  ({ before }) => [before.people[name]];

/** The measures that an event is about; undefined where it is about none of them alone. */
const measuresOf = ({ entry: { event }, before }: Step): number[] | undefined => {
  if (event.type === 'evidence-added' || event.type === 'progress-reported')
    return event.measure === undefined ? [] : [event.measure];
  if (event.type !== 'evidence-withdrawn') return undefined;
  const file = before.evidence[event.evidence - 1];
  return file ? [file.measure] : [];
};

/** While work goes on, whoever owns a measure that is not done since the item was last returned. */
const owners: Holders = (step) => {
  const { owners: all, redone, status } = step.before;
  const about = measuresOf(step);
  if (about && !WORK.includes(status)) return [];
  return Object.entries(all)
    .map(([no, owner]) => ({ no: Number(no), owner }))
    .filter(({ no }) => !redone.includes(no) && (about?.includes(no) ?? true))
    .map(({ owner }) => owner);
};

const HOLDERS: Record<Who, Holders> = {
  owner: owners,
  assistant: (_, { contacts = {} }, __, { assisting = [] }) =>
    assisting.flatMap((section) => contacts[section] ?? []),
  handler: side('handler'),
  leader: side('leader'),
  acceptor: side('acceptor'),
  head: (_, { head }) => [head],
  office: (_, { office }) => office,
  oversight: (_, { oversight }) => oversight,
  decider: ({ before }, { head }) => [before.asked?.decider === 'head' ? head : before.people.leader],
  reviewer: ({ before: { status, people } }) => [
    status === 'leader-review' ? people.leader : people.acceptor,
  ],
  'proposed-to': ({ entry: { event } }, roster, policy) =>
    'rung' in event ? decidingIn(event.rung, { roster, policy }) : [],
};

const unlawful = (step: Step, context: ItemContext): string | undefined => {
  const { author, event, seq } = step.entry;
  if (!author)
    return BY_ITSELF.includes(event.type) ? undefined : `entry ${seq}, ${event.type}, has no author`;
  const may = MAY[event.type];
  if (!may) return `entry ${seq}, ${event.type}, has an author, and comes by itself`;
  const { status } = step.before;
  if (!may.in.includes(status)) return `${event.type} in the state ${status}, where it cannot be`;
  const { by, onBehalfOf } = author;
  const principal = onBehalfOf ?? by;
  const entitled = may.who.flatMap((who) =>
    HOLDERS[who](step, context.roster, context.policy, context.planned),
  );
  if (!entitled.includes(principal))
    return `${event.type} by ${principal}, and only ${entitled.join(', ')} may (${may.who.join(', ')})`;
  const deputies = context.roster.people.find(({ id }) => id === principal)?.deputies ?? [];
  if (onBehalfOf !== undefined && !deputies.includes(by))
    return `${by} acts for ${onBehalfOf}, whose deputies are ${deputies.join(', ') || 'nobody'}`;
  return undefined;
};

export const givenByRight = (): Rule => ({
  name: 'given-by-right',
  sentence: 'whatever has an author was done by, or for, somebody who held the right to it at that moment',
  item: ({ steps, before }: ItemMoment) => firstFound(steps, (step) => unlawful(step, before.context)),
});

/** The sides whose holders, and those who acted for them, may not do an act of a side. */
const APART: Record<Side, readonly Side[]> = {
  handler: ['leader', 'acceptor'],
  leader: ['handler', 'acceptor'],
  acceptor: ['handler', 'leader'],
};

const mixed = ({ entry, before, after }: Step): string | undefined => {
  const side = actOf(entry);
  const by = entry.author?.by;
  if (!side || by === undefined) return undefined;
  const other = APART[side].find((one) => before.people[one] === by || after.acted[one].includes(by));
  return other && `${by} has done ${entry.event.type} as ${side}, and is or was ${other}`;
};

export const dutiesApart = (): Rule => ({
  name: 'duties-apart',
  sentence: 'who works, who approves and who accepts are three, also across deputies and reassignments',
  item: ({ steps, seat }) =>
    firstFound(steps, mixed) ??
    firstFound(SIDES, (side) => {
      const other = APART[side].find((one) => seat.tale.people[one] === seat.tale.people[side]);
      return other && `${seat.tale.people[side]} is both ${side} and ${other}`;
    }),
});

export const nobodyDecidesTheirOwn = (): Rule => ({
  name: 'nobody-decides-their-own',
  sentence: 'nobody decides on an extension that they asked for, nor has it decided in their name',
  item: ({ steps }) =>
    firstFound(steps, ({ entry: { event, author }, before }) => {
      if (event.type !== 'extension-granted' && event.type !== 'extension-refused') return undefined;
      const deciding = [author?.by, author?.onBehalfOf];
      const own = before.asked?.by.find((person) => deciding.includes(person));
      return own && `${own} asked for it, and ${deciding.filter(Boolean).join(' for ')} decided`;
    }),
});

/** Withdrawing is for the head, who must have no hand in the work. */
export const headDoesNotWithdrawOwnWork = (): Rule => ({
  name: 'head-has-no-hand-in-it',
  sentence: 'nobody who has worked on an item takes it off the list, or has it taken off in their name',
  item: ({ steps }) =>
    firstFound(steps, (step) => {
      if (step.entry.event.type !== 'withdrawn') return undefined;
      const deciding = [step.entry.author?.by, step.entry.author?.onBehalfOf];
      const worked = [step.before.people.handler, ...step.before.acted.handler];
      const own = worked.find((person) => deciding.includes(person));
      return own && `${own} has worked on it, and ${deciding.filter(Boolean).join(' for ')} withdraws it`;
    }),
});
