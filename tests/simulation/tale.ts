import type { CivilDate } from '../../domain/calendar/civil';
import { civilOf } from '../../domain/calendar/zone';
import { type Evidence, manifestHash } from '../../domain/evidence/manifest';
import type { PersonId, Sha256 } from '../../base/ids';
import type { Event } from '../../domain/item/event';
import type { ItemBirth } from '../../domain/item/life';
import type { LogEntry } from '../../domain/item/log';
import type { Side, Sides } from '../../domain/item/side';

/**
 * What the log of an item tells, read independently of `evolve`: the invariants compare the two, and judge by this
 * one.
 */
export type Tale = {
  item: string;
  cycle: number;
  status: string;
  people: Sides;
  firstDeadline?: CivilDate | undefined;
  deadline?: CivilDate | undefined;
  evidence: Evidence[];
  /** Numbers of the files that a newer version has taken the place of. */
  replaced: number[];
  /** Who owns each measure that has an owner. */
  owners: Record<number, PersonId>;
  done: number[];
  /** Of those, what was completed since the item was last returned. */
  redone: number[];
  /** What each measure has come to, as last told. */
  results: Record<number, string>;
  /** What it has brought, as recorded, and what each completed measure says of itself; a figure of 0 was withdrawn. */
  brought: { kind: string; figure: number; measure?: number | undefined; told?: string }[];
  gains: Record<number, { fen?: number | undefined; rule?: string | undefined }>;
  /** All that a reviewer had to judge when it was last returned; absent before. */
  atReturn?: string | undefined;
  /** Somebody has told of the progress since. */
  hasProgress: boolean;
  /** Everybody who has acted for a side, and the people for whom deputies did. */
  acted: Record<Side, PersonId[]>;
  asked?: { by: PersonId[]; newDeadline: CivilDate; decider: string } | undefined;
  granted: number;
  /** The evidence of the current approval. */
  approved?: Sha256 | undefined;
  sustaining: boolean;
  until?: CivilDate | undefined;
};

/** Which event leads where, as the office tells it (domain.md, "States of an item"). */
const LEADS: Record<string, Record<string, string>> = {
  assigned: { acknowledged: 'in-progress' },
  'in-progress': { 'closure-requested': 'leader-review' },
  returned: {
    'closure-requested': 'leader-review',
    'progress-reported': 'in-progress',
    'evidence-added': 'in-progress',
    'measure-completed': 'in-progress',
    'evidence-withdrawn': 'in-progress',
    'result-recorded': 'in-progress',
    'result-corrected': 'in-progress',
  },
  'leader-review': {
    approved: 'acceptance',
    returned: 'returned',
    'closure-withdrawn': 'in-progress',
    'closure-voided': 'in-progress',
  },
  acceptance: {
    accepted: 'closed',
    'stage-accepted': 'sustained',
    returned: 'returned',
    'approval-voided': 'leader-review',
    'closure-withdrawn': 'in-progress',
    'closure-voided': 'in-progress',
  },
  sustained: { 'sustaining-ended': 'acceptance' },
  closed: { archived: 'archived' },
};

export const OPEN = ['assigned', 'in-progress', 'returned', 'leader-review', 'acceptance', 'sustained'];

const statusAfter = (status: string, event: string): string => {
  if (event === 'withdrawn' && OPEN.includes(status)) return 'withdrawn';
  return LEADS[status]?.[event] ?? status;
};

const ACTS: Partial<Record<LogEntry['event']['type'], Side>> = {
  acknowledged: 'handler',
  'progress-reported': 'handler',
  'evidence-added': 'handler',
  'measure-completed': 'handler',
  'evidence-withdrawn': 'handler',
  'result-recorded': 'handler',
  'result-corrected': 'handler',
  'closure-requested': 'handler',
  'closure-withdrawn': 'handler',
  'extension-requested': 'handler',
  'checked-in': 'handler',
  approved: 'leader',
  accepted: 'acceptor',
  'stage-accepted': 'acceptor',
};

/** The side for which an entry is an act of its author, if it is one. */
export const actOf = ({ event }: Pick<LogEntry, 'event'>): Side | undefined => {
  if (event.type === 'returned' || event.type === 'asked') return event.side;
  if (event.type === 'extension-granted' || event.type === 'extension-refused')
    return event.decider === 'leader' ? 'leader' : undefined;
  return ACTS[event.type];
};

export const beginning = ({ item, cycle, context }: ItemBirth, { event }: LogEntry): Tale => {
  if (event.type !== 'assigned' && event.type !== 'reopened')
    throw new TypeError('a log without a beginning');
  const { people, deadline } = event;
  const { measures } = context.planned;
  const acted = { handler: [], leader: [], acceptor: [] };
  const dates = { firstDeadline: deadline, deadline };
  return {
    item,
    cycle,
    status: 'assigned',
    people,
    ...dates,
    evidence: [],
    replaced: [],
    owners: Object.fromEntries(measures.flatMap(({ no, owner }) => (owner ? [[no, owner]] : []))),
    done: [],
    redone: [],
    results: {},
    brought: [],
    gains: {},
    hasProgress: false,
    acted,
    granted: 0,
    sustaining: false,
  };
};

type Told<E> = (event: E, tale: Tale, entry: LogEntry) => Partial<Tale>;
type Tellings = { [T in Event['type']]?: Told<Extract<Event, { type: T }>> };

const undecided: Told<unknown> = () => ({ asked: undefined });
const unapproved: Told<unknown> = () => ({ approved: undefined });

/** What changes by an event; by the others only the state, or nothing. */
const CHANGES: Tellings = {
  'evidence-added': ({ file, measure, replaces }, tale, entry) => ({
    evidence: [
      ...tale.evidence,
      {
        ...file,
        measure,
        at: entry.at,
        ...authorOf(entry),
        ...(replaces !== undefined && { replaces }),
      },
    ],
    ...(replaces !== undefined && { replaced: [...tale.replaced, replaces] }),
    ...(tale.status !== 'sustained' && { approved: undefined }),
  }),
  'evidence-withdrawn': ({ evidence: no, reason }, { evidence }, entry) => ({
    evidence: evidence.map((file, index) =>
      index + 1 === no ? { ...file, withdrawn: { ...authorOf(entry), at: entry.at, reason } } : file,
    ),
  }),
  'progress-reported': () => ({ hasProgress: true }),
  'measure-completed': ({ measure, result, recoveredFen, regulation }, { done, redone, results, gains }) => ({
    done: [...done, measure],
    redone: [...redone, measure],
    results: { ...results, [measure]: JSON.stringify([result, recoveredFen, regulation]) },
    gains: { ...gains, [measure]: { fen: recoveredFen, rule: regulation } },
  }),
  'result-recorded': ({ kind, figure, measure }, { brought }) => ({
    brought: [...brought, { kind, figure, measure }],
  }),
  'result-corrected': ({ result: no, figure = 0, reason }, { brought }) => ({
    brought: brought.map((one, index) => (index + 1 === no ? { ...one, figure, told: reason } : one)),
  }),
  approved: ({ evidence }) => ({ approved: evidence }),
  'approval-voided': unapproved,
  'closure-withdrawn': unapproved,
  'closure-voided': unapproved,
  returned: ({ newDeadline }, tale) => ({
    approved: undefined,
    deadline: newDeadline,
    asked: undefined,
    atReturn: standingOf(tale),
    redone: [],
    hasProgress: false,
  }),
  'extension-requested': ({ newDeadline, decider }, _, entry) => {
    const { by, onBehalfOf = by } = authorOf(entry);
    return { asked: { by: [by, onBehalfOf], newDeadline, decider } };
  },
  'extension-granted': ({ newDeadline }, { granted }) => ({
    asked: undefined,
    deadline: newDeadline,
    granted: granted + 1,
  }),
  'extension-refused': undecided,
  accepted: undecided,
  withdrawn: undecided,
  'stage-accepted': ({ until }) => ({ asked: undefined, sustaining: true, until }),
  amended: ({ set: { deadline } = {}, measures = {} }, { firstDeadline, owners }) => ({
    ...(deadline && { firstDeadline: firstDeadline ?? deadline, deadline, asked: undefined }),
    owners: ownersAfter(measures, owners),
  }),
  'deadline-set': ({ deadline }) => ({ firstDeadline: deadline, deadline }),
  reassigned: ({ side, from, to }, tale) => ({
    people: { ...tale.people, [side]: to },
    owners: Object.fromEntries(
      Object.entries(tale.owners).map(([no, owner]) => [
        no,
        owner === from && !tale.done.includes(Number(no)) ? to : owner,
      ]),
    ),
  }),
  'helper-replaced': ({ to, measures }, { owners }) => ({
    owners: { ...owners, ...Object.fromEntries(measures.map((no) => [no, to])) },
  }),
};

type Amended = Extract<Event, { type: 'amended' }>;

const ownersAfter = (
  { add = [], change = [], drop = [] }: NonNullable<Amended['measures']>,
  owners: Tale['owners'],
): Tale['owners'] => {
  const after = new Map(Object.entries(owners).map(([no, owner]) => [Number(no), owner]));
  for (const { no, owner } of [...add, ...change.map(({ no, set }) => ({ no, owner: set.owner }))])
    if (owner) after.set(no, owner);
    else if (owner === null) after.delete(no);
  for (const { no } of drop) after.delete(no);
  return Object.fromEntries(after);
};

const authorOf = ({ author }: LogEntry): { by: PersonId; onBehalfOf?: PersonId } => {
  if (!author) return { by: 'nobody' as PersonId };
  const { by, onBehalfOf } = author;
  return { by, ...(onBehalfOf && { onBehalfOf }) };
};

const changed = (tale: Tale, entry: LogEntry): Partial<Tale> => {
  const change = CHANGES[entry.event.type] as Told<Event> | undefined;
  return change ? change(entry.event, tale, entry) : {};
};

const actedAfter = (tale: Tale, entry: LogEntry): Tale['acted'] => {
  const side = actOf(entry);
  const by = entry.author?.by;
  if (!side || by === undefined || tale.acted[side].includes(by)) return tale.acted;
  return { ...tale.acted, [side]: [...tale.acted[side], by] };
};

/** The tale with one more entry. */
export const told = (tale: Tale, entry: LogEntry): Tale => ({
  ...tale,
  ...changed(tale, entry),
  acted: actedAfter(tale, entry),
  status: statusAfter(tale.status, entry.event.type),
});

/** What a reviewer has to judge: contents and results. */
export const standingOf = ({ evidence, replaced, results, brought }: Tale): string => {
  const contents = evidence.flatMap(({ measure, sha512, withdrawn }, index) =>
    withdrawn || replaced.includes(index + 1) ? [] : [`${measure}:${sha512}`],
  );
  return JSON.stringify([[...new Set(contents)].sort(), results, brought]);
};

/** The hash of the evidence that the log tells of. */
export const evidenceOf = (tale: Tale): Sha256 => manifestHash(tale);

/** The day of an entry. */
export const dayOf = ({ at }: Pick<LogEntry, 'at'>): CivilDate => civilOf(at);
