import { aBirth, PEOPLE, planned } from '../../testing/world';
import { ItemLife } from '../../domain/item/life';
import type { LogEntry } from '../../domain/item/log';
import type { RoundEvent } from '../../domain/round/event';
import { RoundId } from '../../base/ids';
import type { DossierItem } from '../../documents/dossier';
import { amendmentsIn, remindersIn } from './told';

const { handler, head } = PEOPLE;
const OWNER = PEOPLE.bystander;

const log = [
  { seq: 4, event: { type: 'plan-amended' } },
  { seq: 7, event: { type: 'report-made' } },
  { seq: 8, event: { type: 'report-made' } },
  { seq: 9, event: { type: 'plan-amended', asked: 6 } },
] as unknown as LogEntry<RoundEvent>[];

test('amendments are counted, and those among them that took the head', () => {
  expect(amendmentsIn(log)).toEqual({ amended: 2, countersigned: 1 });
});

test('what counts of reminders and reports is what was in a mail', () => {
  const item = planned();
  const [measure] = item.measures;
  if (!measure) throw new TypeError('an item without a measure');
  const life = new ItemLife(aBirth({ planned: { ...item, measures: [{ ...measure, owner: OWNER }] } }));
  const { state, context } = life;
  const items = [{ state, planned: context.planned }] as unknown as DossierItem[];
  const round = RoundId.parse(context.round.id);
  const name = `${state.item}/c${state.cycle}`;
  const told = [
    { to: OWNER, id: `${name}@measure-reminder.${measure.no}/2021-06-11` },
    { to: handler, id: `${name}@measure-due.${measure.no}/2021-06-18` },
    { to: handler, id: `${name}@reminder/2021-06-10` },
    { to: handler, id: `${name}#1` },
    { to: head, id: `${round}#7/report` },
  ];
  expect(remindersIn(told, log, { round, items })).toEqual({
    measureReminders: 2,
    ownerReminders: 1,
    reports: 1,
  });
});
