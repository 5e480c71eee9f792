import { addWorkingDays, type Calendar } from '../../domain/calendar/calendar';
import { addDays, type CivilDate } from '../../domain/calendar/civil';
import { type Instant, instantOf, TimeOfDay } from '../../domain/calendar/zone';
import { ItemNumber, PersonId } from '../../base/ids';
import type { Side } from '../../domain/item/side';
import type { Plan, PlannedItem } from '../../domain/plan/plan';
import type { ItemAmendment } from '../../domain/round/amend/amendment';

/** What somebody does in the drill. */
export type Deed =
  | { do: 'acknowledge' }
  | { do: 'report'; text: string }
  | { do: 'finish'; measure: number }
  /** The owner of a measure hands in the file for it, and its handler reports it done. */
  | { do: 'hand-in-own'; measure: number }
  | { do: 'complete'; measure: number }
  | { do: 'amend'; change: Pick<ItemAmendment, 'set' | 'measures'>; reason: string }
  | { do: 'request' }
  | { do: 'approve' }
  | { do: 'accept' }
  | { do: 'accept-stage'; until: CivilDate }
  | { do: 'check-in' }
  | { do: 'give-back'; by: Extract<Side, 'leader' | 'acceptor'>; newDeadline: CivilDate }
  | { do: 'ask-extension'; newDeadline: CivilDate }
  | { do: 'grant-extension'; by: 'leader' | 'head'; newDeadline: CivilDate }
  | { do: 'hand-over'; to: PersonId }
  | { do: 'merge'; into: ItemNumber }
  | { do: 'replace-evidence'; measure: number }
  | { do: 'send-letter' }
  | { do: 'reopen'; deadline: CivilDate };

/** A deed with the instant (the round's time) at which its person gets to it. */
export type Act = { at: Instant; deed: Deed };

type Stage = { calendar: Calendar; item: PlannedItem; index: number; assigned: CivilDate };

/** A moment of a working day, a little different for each item, as people are. */
const moment = ({ calendar, index }: Stage, day: CivilDate, workingDays = 0): Instant => {
  const date = addWorkingDays(calendar, addDays(day, -1), workingDays + 1);
  const minute = String((index * 7) % 60).padStart(2, '0');
  return instantOf(date, TimeOfDay.parse(`${9 + (index % 7)}:${minute}`.padStart(5, '0')));
};

const act = (stage: Stage, day: CivilDate, workingDays: number, deed: Deed): Act => ({
  at: moment(stage, day, workingDays),
  deed,
});

const opening = (stage: Stage): Act[] => [
  act(stage, stage.assigned, stage.index % 5 === 0 ? 3 : 1, { do: 'acknowledge' }),
  act(stage, addDays(stage.assigned, 14), 0, { do: 'report', text: '已制定措施，按计划推进' }),
];

/** The work is done, but what others have, and closure asked for on the next working day. */
const finishing = (stage: Stage, day: CivilDate, ofOthers: readonly number[] = []): Act[] => [
  ...stage.item.measures
    .filter(({ no }) => !ofOthers.includes(no))
    .map(({ no }) => act(stage, day, 0, { do: 'finish', measure: no })),
  act(stage, day, 1, { do: 'request' }),
];

const review = (stage: Stage, day: CivilDate): Act[] => [
  act(stage, day, 2, { do: 'approve' }),
  act(stage, day, 4, { do: 'accept' }),
];

const dueOf = ({ item, assigned }: Stage): CivilDate => item.deadline ?? addDays(assigned, 60);

/** Some days before the deadline, not all on the same. */
const readyOn = (stage: Stage): CivilDate => addDays(dueOf(stage), -4 - (stage.index % 9));

const onTime = (stage: Stage): Act[] => {
  const ready = readyOn(stage);
  return [...opening(stage), ...finishing(stage, ready), ...review(stage, ready)];
};

/** Working days after its deadline at which the late item is taken up: past the letter and the talk. */
const LATE_BY = 12;

/** Working days after the deadline at which the office sends the letter that has been proposed. */
const LETTER_AFTER = 6;

const late = (stage: Stage): Act[] => {
  const ready = addWorkingDays(stage.calendar, dueOf(stage), LATE_BY);
  return [
    ...opening(stage),
    act(stage, dueOf(stage), LETTER_AFTER, { do: 'send-letter' }),
    ...finishing(stage, ready),
    ...review(stage, ready),
  ];
};

/** Working days that a reviewer gives: no more than the policy lets a return give. */
const TO_MEND = 9;

/** The reviewer sends the item back; the section mends it in time and asks again. */
const returnedBy =
  (by: 'leader' | 'acceptor') =>
  (stage: Stage): Act[] => {
    const ready = readyOn(stage);
    const returned = addWorkingDays(stage.calendar, ready, 3);
    const newDeadline = addWorkingDays(stage.calendar, returned, TO_MEND);
    const again = addDays(newDeadline, -3);
    return [
      ...opening(stage),
      ...finishing(stage, ready),
      ...(by === 'acceptor' ? [act(stage, ready, 2, { do: 'approve' })] : []),
      act(stage, ready, 3, { do: 'give-back', by, newDeadline }),
      act(stage, again, 0, { do: 'replace-evidence', measure: 1 }),
      act(stage, again, 0, { do: 'report', text: '已按退回意见补齐缺少的材料' }),
      act(stage, again, 1, { do: 'request' }),
      ...review(stage, again),
    ];
  };

/** An extension is asked for two weeks ahead of the deadline, and granted by whoever decides. */
const extended =
  (by: 'leader' | 'head', days: number) =>
  (stage: Stage): Act[] => {
    const asked = addDays(dueOf(stage), -14);
    const newDeadline = addDays(dueOf(stage), days);
    const ready = addDays(newDeadline, -5);
    return [
      ...opening(stage),
      act(stage, asked, 0, { do: 'ask-extension', newDeadline }),
      act(stage, asked, 1, { do: 'grant-extension', by, newDeadline }),
      ...finishing(stage, ready),
      ...review(stage, ready),
    ];
  };

/** The handler is called away; a colleague takes over with a note, and finishes in time. */
const handedTo =
  (to: PersonId) =>
  (stage: Stage): Act[] => {
    const [acknowledged, ...later] = onTime(stage);
    const handOver = act(stage, addDays(stage.assigned, 40), 0, { do: 'hand-over', to });
    const acts = [...(acknowledged ? [acknowledged] : []), ...later, handOver];
    return acts.sort((a, b) => a.at - b.at);
  };

/** A stage is accepted; the result is kept up for a good quarter, with a check-in, and then accepted for good. */
const sustained = (stage: Stage): Act[] => {
  const ready = readyOn(stage);
  const until = addDays(ready, 105);
  return [
    ...opening(stage),
    ...finishing(stage, ready),
    act(stage, ready, 2, { do: 'approve' }),
    act(stage, ready, 3, { do: 'accept-stage', until }),
    act(stage, addDays(ready, 90), 0, { do: 'check-in' }),
    act(stage, addDays(until, 1), 2, { do: 'accept' }),
  ];
};

const mergedInto =
  (into: ItemNumber) =>
  (stage: Stage): Act[] => [
    ...opening(stage),
    act(stage, addDays(stage.assigned, 45), 0, { do: 'merge', into }),
  ];

/** The problem is found again later: a second life, with its own archive. */
const reopened = (stage: Stage): Act[] => {
  const back = addDays(dueOf(stage), 42);
  const ready = addDays(back, 25);
  return [
    ...onTime(stage),
    act(stage, back, 0, { do: 'reopen', deadline: addDays(back, 35) }),
    act(stage, back, 2, { do: 'acknowledge' }),
    ...finishing(stage, ready),
    ...review(stage, ready),
  ];
};

/** Days after its assignment by which a measure is due that was planned without a date. */
const MEASURE_DUE = 49;

/**
 * The office puts right what it left out when it wrote the plan: the date of a measure. Its owner, of an assisting section, is
 * reminded of it and hands in their part.
 */
const helpedWith =
  (measure: number) =>
  (stage: Stage): Act[] => {
    const deadline = addDays(stage.assigned, MEASURE_DUE);
    const ready = readyOn(stage);
    const handedIn = addDays(deadline, -2);
    const change = { measures: { change: [{ no: measure, set: { deadline } }] } };
    return [
      act(stage, stage.assigned, 2, { do: 'amend', change, reason: `措施${measure}漏填时限，现予补上` }),
      ...opening(stage),
      act(stage, handedIn, 0, { do: 'hand-in-own', measure }),
      act(stage, handedIn, 1, { do: 'complete', measure }),
      ...finishing(stage, ready, [measure]),
      ...review(stage, ready),
    ];
  };

/** A measure takes longer than planned: its date is moved, which the head countersigns. The item is closed on time. */
const postponed =
  (measure: number, days: number) =>
  (stage: Stage): Act[] => {
    const date = stage.item.measures.find(({ no }) => no === measure)?.deadline ?? dueOf(stage);
    const change = { measures: { change: [{ no: measure, set: { deadline: addDays(date, days) } }] } };
    const amended = act(stage, addDays(date, -14), 0, {
      do: 'amend',
      change,
      reason: '第三方机构重新比选，进场推迟',
    });
    return [...onTime(stage), amended].sort((a, b) => a.at - b.at);
  };

/** Who plays which part; all others are on time. */
const MANNERS: Partial<Record<string, (stage: Stage) => Act[]>> = {
  '1.1': helpedWith(3),
  '1.2': reopened,
  '2.1': returnedBy('leader'),
  '3.2': late,
  '3.7': extended('head', 15),
  '4.4': returnedBy('acceptor'),
  '4.5': extended('leader', 15),
  '5.1': handedTo(PersonId.parse('p05')),
  '5.2': returnedBy('leader'),
  '5.4': mergedInto(ItemNumber.parse('5.1')),
  '6.2': sustained,
  '7.3': postponed(1, 14),
};

/** Everything the people of a round do in the drill, item by item, each in order of time. */
export const scriptOf = (plan: Plan, calendar: Calendar, assigned: CivilDate): Map<ItemNumber, Act[]> =>
  new Map(
    plan.items.map((item, index) => {
      const manner = MANNERS[item.number] ?? onTime;
      return [item.number, manner({ calendar, item, index, assigned })];
    }),
  );
