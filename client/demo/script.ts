import { addWorkingDays, type Calendar } from '../../domain/calendar/calendar';
import { addDays, type CivilDate } from '../../domain/calendar/civil';
import { type Instant, instantOf, TimeOfDay } from '../../domain/calendar/zone';
import type { ItemNumber } from '../../domain/ids';
import type { Side } from '../../domain/item/side';
import type { Plan, PlannedItem } from '../../domain/round/plan';

/** What somebody does in the drill. */
export type Deed =
  | { do: 'acknowledge' }
  | { do: 'report'; text: string }
  | { do: 'finish'; measure: number }
  | { do: 'request' }
  | { do: 'approve' }
  | { do: 'accept' }
  | { do: 'give-back'; by: Extract<Side, 'leader' | 'acceptor'>; newDeadline: CivilDate };

/** A deed with the instant (the round's time) at which its person gets to it. */
export type Act = { at: Instant; deed: Deed };

/** How the people of an item go about it. */
type Manner = 'on-time' | 'returned-by-leader' | 'returned-by-acceptor' | 'late';

/** Who plays which part: three items are returned once, one is left lying until a talk is proposed. */
const MANNERS: Partial<Record<string, Manner>> = {
  '2.1': 'returned-by-leader',
  '4.4': 'returned-by-acceptor',
  '5.2': 'returned-by-leader',
  '3.2': 'late',
};

/** Working days after its deadline at which the late item is taken up: past the letter and the talk. */
const LATE_BY = 12;

type Stage = { calendar: Calendar; item: PlannedItem; index: number; assigned: CivilDate };

/** A moment of a working day, a little different for each item, as people are. */
const moment = ({ calendar, index }: Stage, day: CivilDate, workingDays = 0): Instant => {
  const date = addWorkingDays(calendar, addDays(day, -1), workingDays + 1);
  const minute = String((index * 7) % 60).padStart(2, '0');
  return instantOf(date, TimeOfDay.parse(`${9 + (index % 7)}:${minute}`.padStart(5, '0')));
};

const finishing = (stage: Stage, day: CivilDate): Act[] => [
  ...stage.item.measures.map(({ no }) => ({
    at: moment(stage, day),
    deed: { do: 'finish' as const, measure: no },
  })),
  { at: moment(stage, day, 1), deed: { do: 'request' } },
];

const review = (stage: Stage, day: CivilDate): Act[] => [
  { at: moment(stage, day, 2), deed: { do: 'approve' } },
  { at: moment(stage, day, 4), deed: { do: 'accept' } },
];

/** The reviewer sends the item back; the section mends it within two weeks and asks again. */
const returned = (stage: Stage, day: CivilDate, by: 'leader' | 'acceptor'): Act[] => {
  const again = addDays(day, 14);
  const newDeadline = addDays(again, 7);
  const approval: Act[] = by === 'acceptor' ? [{ at: moment(stage, day, 2), deed: { do: 'approve' } }] : [];
  return [
    ...approval,
    { at: moment(stage, day, 3), deed: { do: 'give-back', by, newDeadline } },
    { at: moment(stage, again), deed: { do: 'report', text: '已按退回意见补齐缺少的材料' } },
    { at: moment(stage, again, 1), deed: { do: 'request' } },
    ...review(stage, again),
  ];
};

const actsOf = (stage: Stage): Act[] => {
  const { item, index, assigned, calendar } = stage;
  const manner = MANNERS[item.number] ?? 'on-time';
  const deadline = item.deadline ?? addDays(assigned, 60);
  const ready =
    manner === 'late' ? addWorkingDays(calendar, deadline, LATE_BY) : addDays(deadline, -4 - (index % 9));
  const opening: Act[] = [
    { at: moment(stage, assigned, index % 5 === 0 ? 3 : 1), deed: { do: 'acknowledge' } },
    { at: moment(stage, addDays(assigned, 14)), deed: { do: 'report', text: '已制定措施，按计划推进' } },
  ];
  const by = manner === 'returned-by-acceptor' ? 'acceptor' : 'leader';
  const ending = manner.startsWith('returned') ? returned(stage, ready, by) : review(stage, ready);
  return [...opening, ...finishing(stage, ready), ...ending];
};

/** Everything the people of a round do in the drill, item by item, each in order of time. */
export const scriptOf = (plan: Plan, calendar: Calendar, assigned: CivilDate): Map<ItemNumber, Act[]> =>
  new Map(plan.items.map((item, index) => [item.number, actsOf({ calendar, item, index, assigned })]));
