import { type CommandType, type Decision, isDecision } from './command';
import type { EventType } from './event';
import type { LogEntry } from './log';

/** What has been done for the item, and how it stands under review. */
const WORK = [
  'evidence-added',
  'evidence-withdrawn',
  'measure-completed',
  'result-recorded',
  'result-corrected',
  'closure-requested',
  'closure-withdrawn',
  'approved',
  'approval-voided',
  'returned',
  'stage-accepted',
  'checked-in',
  'sustaining-ended',
] as const satisfies readonly EventType[];

/** Until when it is to be done. */
const DATES = [
  'extension-requested',
  'extension-granted',
  'extension-refused',
  'deadline-set',
] as const satisfies readonly EventType[];

/** What is to be done at all. */
const PLAN = ['amended'] as const satisfies readonly EventType[];

const PEOPLE = ['reassigned'] as const satisfies readonly EventType[];

/** What may come between a look at an item and a decision on it that its author would have wanted to know. */
export type Mattering = (typeof WORK | typeof DATES | typeof PLAN | typeof PEOPLE)[number];

/**
 * What makes a decision outdated that was made without knowing of it. What people only say (comments, progress,
 * questions, urging), mails and what concerns the whole round does not.
 */
const MATTERS: Readonly<Record<Decision, readonly Mattering[]>> = {
  approve: [...WORK, ...PLAN, ...PEOPLE],
  accept: [...WORK, ...PLAN, ...PEOPLE],
  'accept-stage': [...WORK, ...PLAN, ...PEOPLE],
  // Sets a deadline, and puts an end to an extension that was asked for.
  return: [...WORK, ...DATES, ...PLAN, ...PEOPLE],
  'grant-extension': [...DATES, ...PLAN, 'closure-requested', 'returned', ...PEOPLE],
  'refuse-extension': [...DATES, ...PLAN, 'closure-requested', 'returned', ...PEOPLE],
  withdraw: [...WORK, ...DATES, ...PLAN, ...PEOPLE],
};

/** The entries of a log that matter to a command and are not before the one with this hash, nor that one itself. */
export const mattersSince = (
  type: CommandType,
  seen: string,
  log: readonly LogEntry[],
): { seq: number; event: Mattering }[] => {
  if (!isDecision(type)) return [];
  const matters: readonly string[] = MATTERS[type];
  const since = log.findIndex(({ hash }) => hash === seen) + 1;
  const isMattering = (event: EventType): event is Mattering => matters.includes(event);
  return log
    .slice(since)
    .flatMap(({ seq, event: { type: event } }) => (isMattering(event) ? [{ seq, event }] : []));
};
