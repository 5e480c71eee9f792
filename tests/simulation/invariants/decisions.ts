import type { Calendar } from '../../../domain/calendar/calendar';
import { addDays, type CivilDate, weekday } from '../../../domain/calendar/civil';
import { manifestHash } from '../../../domain/evidence/manifest';
import { firstFound, type ItemMoment, type Rule, type Step, unequal } from '../rule';
import { dayOf, evidenceOf, standingOf } from '../tale';

type Given = Pick<ItemMoment, 'before' | 'seat'>;
type Check = (step: Step, given: Given) => string | undefined;

const onEach =
  (check: Check): NonNullable<Rule['item']> =>
  ({ steps, before, seat }) =>
    firstFound(steps, (step) => check(step, { before, seat }));

export const approvalSeesEvidence = (): Rule => ({
  name: 'approval-sees-evidence',
  sentence: 'a decision names exactly the evidence that there is, and evidence that comes later voids it',
  item: onEach(({ entry: { event }, before }, { seat }) => {
    if (event.type === 'accepted' || event.type === 'stage-accepted')
      return (
        unequal('the evidence accepted', event.evidence, evidenceOf(before)) ??
        unequal('the evidence that the leader approved', before.approved, event.evidence)
      );
    if (event.type === 'approved')
      return unequal('the evidence approved', event.evidence, evidenceOf(before));
    const { approval, evidence, status } = seat.life.state;
    if (event.type !== 'evidence-added' || status !== 'acceptance' || !approval) return undefined;
    return unequal('the current approval', approval.evidence, manifestHash({ ...seat.tale, evidence }));
  }),
});

const CLOSING = ['closure-requested', 'accepted', 'stage-accepted'];

export const closedOnlyComplete = (): Rule => ({
  name: 'closed-only-complete',
  sentence: 'closure is asked for and accepted only when every measure is complete and evidenced',
  item: onEach(({ entry: { event }, before }, { seat }) => {
    if (!CLOSING.includes(event.type)) return undefined;
    const lacking = seat.life.state.measures.filter(
      ({ no }) =>
        !before.done.includes(no) || !before.evidence.some((file) => file.measure === no && !file.withdrawn),
    );
    return lacking.length === 0
      ? undefined
      : `${event.type} while measures ${lacking.map(({ no }) => no).join(', ')} are open or bare`;
  }),
});

export const extensionsInTime = (): Rule => ({
  name: 'extensions-in-time',
  sentence:
    'an extension is asked for by the day of the deadline, later than it, and not oftener than the policy says',
  item: onEach(({ entry, before }, given) => {
    const { event } = entry;
    if (event.type !== 'extension-requested') return undefined;
    const { deadline, granted, asked } = before;
    const { most } = given.before.context.policy.extensions;
    const day = dayOf(entry);
    if (deadline === undefined) return 'asked for without a deadline';
    if (day > deadline) return `asked for on ${day}, after the deadline ${deadline}`;
    if (event.newDeadline <= deadline) return `${event.newDeadline} is not later than ${deadline}`;
    if (asked) return 'asked for while another waits for its decision';
    return granted >= most ? `asked for once more than the ${most} of the policy` : undefined;
  }),
});

export const headDecidesPastPeriod = (): Rule => ({
  name: 'head-decides-past-period',
  sentence: 'past the concentrated period the head alone decides, and a decision is about the date asked for',
  item: onEach(({ entry: { event }, before }, given) => {
    const until = given.before.context.round.concentratedUntil;
    if (event.type === 'extension-requested')
      return unequal('who decides', event.decider, event.newDeadline > until ? 'head' : 'leader');
    if (event.type !== 'extension-granted' && event.type !== 'extension-refused') return undefined;
    return (
      unequal('the date decided on', event.newDeadline, before.asked?.newDeadline) ??
      unequal('who decided', event.decider, before.asked?.decider)
    );
  }),
});

/** The day after `left` days on which the office works, counted on the calendar of the wall. */
const afterWorkingDays = (from: CivilDate, left: number, calendar: Calendar): CivilDate => {
  const { holidays, makeUpDays } = calendar;
  const day = addDays(from, 1);
  const isOff = holidays.includes(day) || (weekday(day) % 6 === 0 && !makeUpDays.includes(day));
  const rest = isOff ? left : left - 1;
  return rest === 0 ? day : afterWorkingDays(day, rest, calendar);
};

export const returnsAreNoExtensions = (): Rule => ({
  name: 'returns-are-no-extensions',
  sentence:
    'a return gives no more time than there is: the deadline, the concentrated period, or some working days',
  item: onEach(({ entry, before }, given) => {
    if (entry.event.type !== 'returned') return undefined;
    const { round, policy, calendar } = given.before.context;
    const some = afterWorkingDays(dayOf(entry), policy.returns.workingDays, calendar);
    const most = [before.deadline ?? some, round.concentratedUntil, some].sort().at(-1) ?? some;
    const { newDeadline } = entry.event;
    return newDeadline > most ? `returned to ${newDeadline}, and ${most} is the latest` : undefined;
  }),
});

export const returnedWorkIsDone = (): Rule => ({
  name: 'returned-work-is-done',
  sentence:
    'after a return a measure is completed anew once, and closure is asked for again only when something has changed',
  item: onEach(({ entry: { event }, before }) => {
    if (event.type === 'measure-completed' && before.redone.includes(event.measure))
      return `measure ${event.measure} is completed again before anybody has returned it`;
    if (event.type !== 'closure-requested' || before.atReturn === undefined || before.hasProgress)
      return undefined;
    return standingOf(before) === before.atReturn ? 'closure is asked for as it was returned' : undefined;
  }),
});

const DATED = ['returned', 'extension-granted'];

export const newDatesAhead = (): Rule => ({
  name: 'new-dates-ahead',
  sentence: 'a return or an extension gives a day that is still to come, and a return says what is missing',
  item: onEach(({ entry }, given) => {
    const { event } = entry;
    if ('newDeadline' in event && DATED.includes(event.type) && event.newDeadline <= dayOf(entry))
      return `${event.type} to ${event.newDeadline} on ${dayOf(entry)}`;
    const least = given.before.context.policy.missingStatementLength;
    if (event.type !== 'returned' || Array.from(event.missing).length >= least) return undefined;
    return `a return that says only ${JSON.stringify(event.missing)}`;
  }),
});
