import { addWorkingDays } from '../calendar/calendar';
import { type CivilDate } from '../calendar/civil';
import { civilOf, type Instant } from '../calendar/zone';
import { manifestHash } from '../evidence/manifest';
import type { Sha256 } from '../ids';
import type { Refusal } from '../refusal';
import { authorise, type Side } from './authority';
import type { Command, CommandType } from './command';
import type { Event } from './event';
import type { ItemContext, ItemState } from './state';

export type Verdict = { events: [Event, ...Event[]] } | { refusal: Refusal };

type Case<C> = { command: C; state: ItemState; context: ItemContext; side: Side; today: CivilDate };
type Rule<C> = (given: Case<C>) => Verdict;
type Rules = { [T in CommandType]: Rule<Extract<Command, { type: T }>> };

const happens = (...events: [Event, ...Event[]]): Verdict => ({ events });
const refuse = (refusal: Refusal): Verdict => ({ refusal });

const leaderDeadline = ({ context, today }: Case<unknown>) =>
  addWorkingDays(context.calendar, today, context.policy.review.leaderWorkingDays);
const acceptorDeadline = ({ context, today }: Case<unknown>) =>
  addWorkingDays(context.calendar, today, context.policy.review.acceptorWorkingDays);

const unknownMeasure = (state: ItemState, no: number): Refusal | undefined =>
  state.measures.some((measure) => measure.no === no)
    ? undefined
    : { type: 'UnknownMeasure', measure: no, measures: state.measures.map((measure) => measure.no) };

/** A decision holds only for the evidence that it saw. */
const evidenceChanged = (state: ItemState, shown: Sha256): Refusal | undefined => {
  const now = manifestHash(state);
  return now === shown ? undefined : { type: 'EvidenceChanged', shown, now };
};

const decisionOf = ({ evidence, opinion }: Extract<Command, { type: 'approve' | 'accept' }>) => ({
  evidence,
  ...(opinion !== undefined && { opinion }),
});

/** What still stands between an item and closure. */
const notReadyToClose = (state: ItemState): Refusal | undefined => {
  const open = state.measures.filter((measure) => !measure.completed).map((measure) => measure.no);
  if (open.length > 0) return { type: 'MeasuresOpen', measures: open };
  const bare = state.measures
    .filter((measure) => !state.evidence.some((file) => file.measure === measure.no))
    .map((measure) => measure.no);
  return bare.length > 0 ? { type: 'EvidenceMissing', measures: bare } : undefined;
};

const RULES: Rules = {
  acknowledge: () => happens({ type: 'acknowledged' }),

  'report-progress': ({ command }) => happens({ type: 'progress-reported', text: command.text }),

  'add-evidence': (given) => {
    const { command, state } = given;
    const refusal = unknownMeasure(state, command.measure);
    if (refusal) return refuse(refusal);
    const added: Event = { type: 'evidence-added', measure: command.measure, file: command.file };
    return state.status === 'acceptance'
      ? happens(added, {
          type: 'approval-voided',
          file: command.file.sha512,
          reviewDeadline: leaderDeadline(given),
        })
      : happens(added);
  },

  'complete-measure': ({ command, state }) => {
    const refusal = unknownMeasure(state, command.measure);
    if (refusal) return refuse(refusal);
    if (state.measures.some((measure) => measure.no === command.measure && measure.completed))
      return refuse({ type: 'MeasureAlreadyComplete', measure: command.measure });
    return happens({ type: 'measure-completed', measure: command.measure, result: command.result });
  },

  'request-closure': (given) => {
    const refusal = notReadyToClose(given.state);
    if (refusal) return refuse(refusal);
    return happens({
      type: 'closure-requested',
      summary: given.command.summary,
      evidence: manifestHash(given.state),
      reviewDeadline: leaderDeadline(given),
    });
  },

  approve: (given) => {
    const { command, state } = given;
    const refusal = evidenceChanged(state, command.evidence);
    if (refusal) return refuse(refusal);
    return happens({ type: 'approved', ...decisionOf(command), reviewDeadline: acceptorDeadline(given) });
  },

  return: ({ command, context, side, today }) => {
    const least = context.policy.missingStatementLength;
    const given = Array.from(command.missing).length;
    if (given < least) return refuse({ type: 'StatementTooShort', least, given });
    if (command.newDeadline <= today)
      return refuse({ type: 'DateNotAhead', date: command.newDeadline, today });
    const { opinion, missing, newDeadline } = command;
    return happens({ type: 'returned', side, opinion, missing, newDeadline });
  },

  accept: ({ command, state }) => {
    const refusal = evidenceChanged(state, command.evidence);
    if (refusal) return refuse(refusal);
    return happens({ type: 'accepted', ...decisionOf(command) });
  },
};

/**
 * What a command does to an item, or why it is refused. Pure: `now` is the round's time. A refusal changes
 * nothing; events are to be appended in order.
 */
export const decide = (command: Command, state: ItemState, context: ItemContext, now: Instant): Verdict => {
  const { item, cycle } = command;
  if (item !== state.item || cycle !== state.cycle) {
    const expected = { item: state.item, cycle: state.cycle };
    return refuse({ type: 'WrongItem', expected, given: { item, cycle } });
  }
  const { status, people, acted } = state;
  const authority = authorise(command, { status, sides: people, acted }, context.roster);
  if ('refusal' in authority) return authority;
  const rule = RULES[command.type] as Rule<Command>;
  return rule({ command, state, context, side: authority.side, today: civilOf(now) });
};
