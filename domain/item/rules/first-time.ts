import { canonical } from '../../../base/hash';
import { addWorkingDays } from '../../calendar/calendar';
import type { CivilDate } from '../../calendar/civil';
import { civilOf, type Instant } from '../../calendar/zone';
import { currentEvidence } from '../../evidence/versions';
import type { Refusal } from '../../refusal';
import { unfitKeys } from '../../round/unfit-keys';
import type { Command } from '../command';
import { dailyQuota } from '../daily-quota';
import { fullOfEvidence } from '../full-log';
import { sharedKey } from '../shared-key';
import type { LogEntry } from '../log';
import type { ItemContext, ItemState } from '../state';
import type { Found } from './rule';

/*
 * What earlier rules took and these do not: asked when a command comes for the first time, never on replay.
 */

type Seen = Found & { log: readonly LogEntry[] };
type Objection<T extends Command['type']> = (
  command: Extract<Command, { type: T }>,
  seen: Seen,
  today: CivilDate,
) => Refusal | undefined;

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);

/** The latest deadline that a return can give. Whatever is later is an extension, for whoever decides on those. */
export const latestReturn = (
  { deadline }: Pick<ItemState, 'deadline'>,
  { round, policy, calendar }: Pick<ItemContext, 'round' | 'policy' | 'calendar'>,
  today: CivilDate,
): CivilDate => {
  const some = addWorkingDays(calendar, today, policy.returns.workingDays);
  return later(later(deadline ?? some, round.concentratedUntil), some);
};

/** What a reviewer is to judge, by a log: the contents of the evidence that stands, and the results of the measures and the item. */
const judged = (log: readonly LogEntry[]): string => {
  const files: (string | null)[] = [];
  const results: Record<number, object> = {};
  const recorded: (object | null)[] = [];
  for (const { event } of log) {
    if (event.type === 'evidence-added') {
      if (event.replaces !== undefined) files[event.replaces - 1] = null;
      files.push(`${event.measure} ${event.file.sha512}`);
    }
    if (event.type === 'evidence-withdrawn') files[event.evidence - 1] = null;
    if (event.type === 'measure-completed') results[event.measure] = event;
    if (event.type === 'result-recorded') recorded.push(event);
    if (event.type === 'result-corrected')
      recorded[event.result - 1] = event.figure === undefined ? null : event;
  }
  return canonical({ files: [...new Set(files)].filter((file) => file !== null).sort(), results, recorded });
};

const OBJECTIONS: { [T in Command['type']]?: Objection<T> } = {
  return: ({ newDeadline: date }, { state, context }, today) => {
    const latest = latestReturn(state, context, today);
    return date > latest ? { type: 'DateTooLate', date, latest } : undefined;
  },

  'request-closure': (_, { log }) => {
    const returned = log.findLastIndex(({ event }) => event.type === 'returned');
    const at = log[returned]?.at;
    if (at === undefined) return undefined;
    const hasReported = log.slice(returned).some(({ event }) => event.type === 'progress-reported');
    const hasNews = hasReported || judged(log.slice(0, returned)) !== judged(log);
    return hasNews ? undefined : { type: 'NothingChanged', at };
  },

  reassign: ({ people }, { context }) => unfitKeys(people, context.roster),

  /** The same content once more; a new version of it is a correction of its title or date. */
  'add-evidence': ({ measure, file, replaces }, { state, log }) => {
    const standing = currentEvidence(state.evidence).filter((one) => one.measure === measure);
    const same = standing.find((one) => one.sha512 === file.sha512 && one.no !== replaces);
    if (same) return { type: 'EvidenceKnown', evidence: same.no, measure };
    // A measure without any could not be completed, nor the item closed.
    return standing.length === 0 ? undefined : fullOfEvidence(file.title, log);
  },
};

/** Why a command that the rules would carry out is not taken when it comes for the first time. */
export const objectionToNew = (command: Command, seen: Seen, now: Instant): Refusal | undefined => {
  const today = civilOf(now);
  const objection = OBJECTIONS[command.type] as Objection<Command['type']> | undefined;
  return sharedKey(command, seen) ?? dailyQuota(command, seen, today) ?? objection?.(command, seen, today);
};
