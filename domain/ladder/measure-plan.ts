import { grouped } from '../../base/grouped';
import { addWorkingDays } from '../calendar/calendar';
import type { CivilDate } from '../calendar/civil';
import { opening } from '../calendar/working-hours';
import { civilOf, type Instant, instant } from '../calendar/zone';
import type { PersonId } from '../../base/ids';
import { capped, oneLine } from '../../base/safe-text';
import type { ItemContext, ItemState, Measure } from '../item/state';
import { isAtWork } from '../item/states';
import { daysOf } from './days';
import type { MeasureRung } from './measure-rung';
import type { MeasureBrief, Reminder } from './notice';
import { reminderId } from './notice-id';

type Planned = Reminder & { to: PersonId };
type Dated = Measure & { deadline: CivilDate };

/** Longest text of a measure that a mail shows; the whole of it is in the item. */
const TEXT = 60;

/** What a mail says of a measure. */
export const measureBrief = ({ no, text, deadline }: Measure): MeasureBrief => ({
  no,
  text: capped(oneLine(text), TEXT),
  ...(deadline && { date: deadline }),
});

/** The measures that are reminded of: open, with a date of their own, while the section works. */
const reminded = ({ status, measures }: ItemState): Dated[] =>
  isAtWork(status)
    ? measures.filter((one): one is Dated => one.deadline !== undefined && one.completed === undefined)
    : [];

/**
 * Who hears of a measure. Where its date is the item's, whoever has the item is reminded by the item's own ladder, and the
 * owner alone by this one.
 */
const peopleOf = (rung: MeasureRung, measure: Dated, { people, deadline }: ItemState): PersonId[] => {
  const { handler, leader } = people;
  const { owner = handler } = measure;
  const isOfItem = measure.deadline === deadline;
  const told = { owner: [owner], handler: [handler], leader: [leader] };
  const all = new Set(rung.to.flatMap((to) => told[to]));
  return [...all].filter((person) => !isOfItem || (person === owner && person !== handler));
};

const anchorOf = ({ deadline, deadlineSetAt }: Dated, { assignedAt }: ItemState) => ({
  day: deadline,
  since: deadlineSetAt ?? assignedAt,
});

/** How far ahead the reminders of a measure are planned. */
const horizonOf = (
  { deadline }: Dated,
  { policy, calendar }: Pick<ItemContext, 'policy' | 'calendar'>,
  today: CivilDate,
): CivilDate => addWorkingDays(calendar, deadline > today ? deadline : today, policy.horizonWorkingDays);

type Step = { rung: MeasureRung; day: CivilDate; measure: Dated };

/** Every step of the ladder for measures in this state, as far as it is planned. */
const stepsOf = (state: ItemState, context: ItemContext, today: CivilDate): Step[] =>
  (context.policy.measureLadder ?? []).flatMap((rung) =>
    reminded(state)
      .filter((measure) => peopleOf(rung, measure, state).length > 0)
      .flatMap((measure) =>
        daysOf(rung, anchorOf(measure, state), context.calendar, horizonOf(measure, context, today)).map(
          (day) => ({ rung, day, measure }),
        ),
      ),
  );

/** The reminders of the measures of an item; none where the policy has no ladder for them. */
export const measureRemindersOf = (
  state: ItemState,
  context: ItemContext,
  from: Instant,
  now: Instant,
): Planned[] =>
  stepsOf(state, context, civilOf(now)).flatMap(({ rung, day, measure }) => {
    const slot = opening(context.calendar, context.policy.mail, day);
    const { since } = anchorOf(measure, state);
    return peopleOf(rung, measure, state)
      .filter((to) => slot > instant(Math.max(since, state.joined[to] ?? since)) && slot >= from)
      .map((to) => ({
        to,
        id: reminderId(state, rung.id, day, measure.no),
        rung: rung.id,
        slot,
        measure: measureBrief(measure),
      }));
  });

/**
 * The day on which an item wakes to plan the reminders of its measures further: they go to its own people only, so that
 * nothing else may wake it. Undefined where nothing repeats.
 */
export const nextPlanning = (
  state: ItemState,
  context: ItemContext,
  today: CivilDate,
): CivilDate | undefined =>
  [
    ...grouped(
      stepsOf(state, context, today).filter(({ rung, day }) => rung.every !== undefined && day > today),
      ({ measure }) => measure.no,
    ).values(),
  ]
    .map((steps) => steps.map(({ day }) => day).reduce((a, b) => (a > b ? a : b)))
    .sort()[0];
