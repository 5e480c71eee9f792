import { type Clock, realTime } from '../calendar/clock';
import type { Instant } from '../calendar/zone';
import type { Sha256 } from '../../base/ids';
import type { Refusal } from '../refusal';
import type { Policy } from '../round/policy';
import type { LogEntry } from './log';

/*
 * What a command is bound to besides its own words: the opening of the round (so plan, drill and namespace), what its
 * author had seen, and the hour.
 */

/** What a command says of that. */
export type Binding = { genesis?: Sha256 | undefined; seen?: Sha256 | undefined };

/** What a command is for, an item or a round, as far as it can be bound to it. */
export type Subject = {
  identity: Policy['identity'];
  /** Absent where the opening is of an older version, and was not signed. */
  genesis?: Sha256 | undefined;
  clock: Clock;
  log: readonly LogEntry<object>[];
};

/** How a command is bound to an item or a round that its author was shown with this log. */
export const bindingTo = (genesis: Sha256 | undefined, log: Subject['log']): Binding => {
  const seen = log.at(-1)?.hash;
  return { ...(genesis !== undefined && { genesis }), ...(seen !== undefined && { seen }) };
};

/** How far a clock may be off, in milliseconds. */
const MOST_OFF = 3_600_000;

/** Whether the time that a command names is not that of its arrival, `now` by the clock of the round. */
export const isTimeOff = (at: string, clock: Clock, now: Instant): boolean => {
  const off = Date.parse(at) - realTime(clock, now);
  // A clock stands still before it begins, and does not tell how long before.
  if (now <= clock.domain && off < 0) return false;
  return !(Math.abs(off) <= MOST_OFF);
};

/** Why a command that names an opening is not for a round with this one. */
export const otherOpening = (
  { genesis: given }: Binding,
  expected: Sha256 | undefined,
): Refusal | undefined =>
  given === undefined || given === expected
    ? undefined
    : { type: 'OtherOpening', given, ...(expected !== undefined && { expected }) };

const BOUND = ['genesis', 'seen'] as const;

/** Where a round was opened by signatures and takes signed commands only, a command says what it is bound to. */
const unbound = (command: Binding, { identity, genesis }: Subject): Refusal | undefined => {
  if (identity !== 'signed' || genesis === undefined) return undefined;
  const lacks = BOUND.filter((field) => command[field] === undefined);
  return lacks.length > 0 ? { type: 'Unbound', lacks } : undefined;
};

const unknownHead = ({ seen }: Binding, { log }: Subject): Refusal | undefined =>
  seen === undefined || log.some(({ hash }) => hash === seen) ? undefined : { type: 'UnknownHead', seen };

const timeOff = (at: string, { identity, clock }: Subject, now: Instant): Refusal | undefined =>
  identity === 'signed' && isTimeOff(at, clock, now)
    ? { type: 'TimeOff', given: at, arrived: realTime(clock, now) }
    : undefined;

/**
 * Why a command is not bound to what it is for. To be asked when it comes for the first time, never on replay: what it
 * lacks, older versions took.
 */
export const bindingObjection = (
  command: Binding & { at: string },
  subject: Subject,
  now: Instant,
): Refusal | undefined =>
  otherOpening(command, subject.genesis) ??
  unbound(command, subject) ??
  unknownHead(command, subject) ??
  timeOff(command.at, subject, now);
