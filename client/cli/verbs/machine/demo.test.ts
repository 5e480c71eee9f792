import { examplePlan } from '../../../../examples/plan-path';
import { civilOf, instant } from '../../../../domain/calendar/zone';
import { latestReturn } from '../../../../domain/item/rules/first-time';
import { calendarFor } from '../../../../domain/plan/calendar';
import { totalsOf } from '../../../../domain/round/totals';
import type { Outcome } from '../../../demo/outcome';
import { scriptOf } from '../../../demo/script';
import { examplePlanWithKeys } from '../../files/new-plan';
import { planOf } from '../../files/plan-file';
import { cliWords } from '../../language';
import { isWhole } from './demo';

test('no reviewer of the demo gives more time by a return than a return can give', async () => {
  const { text } = await examplePlanWithKeys();
  const plan = planOf(text, examplePlan('round-2021'));
  const calendar = calendarFor(plan);
  const context = { round: { ...plan, id: plan.round }, policy: plan.policy, calendar };
  const script = scriptOf(plan, calendar, plan.feedback);
  const returns = plan.items.flatMap(({ number, deadline }) =>
    (script.get(number) ?? []).flatMap(({ at, deed }) => {
      if (deed.do !== 'give-back') return [];
      const latest = latestReturn({ ...(deadline && { deadline }) }, context, civilOf(at));
      return [{ number, given: deed.newDeadline, latest }];
    }),
  );
  expect(returns).toHaveLength(3);
  expect(returns.filter(({ given, latest }) => given > latest)).toEqual([]);
});

const RESULTS = { 'money-collected': 623_000 };
const OUTCOME: Outcome = {
  items: 28,
  archived: 28,
  closedLate: 1,
  returned: 3,
  escalated: 1,
  extended: 2,
  reassigned: 1,
  sustained: 1,
  merged: 1,
  reopened: 1,
  amended: 2,
  countersigned: 1,
  measureReminders: 50,
  ownerReminders: 4,
  assisted: 1,
  results: 3,
  reports: 21,
  letters: 1,
  closed: true,
  mails: 600,
  bags: ['/bags/round'],
  valid: 1,
  documents: [],
  disagreements: [],
  totals: { ...totalsOf([], civilOf(instant(0))), resultTotals: RESULTS },
};

test('the end of the demo names what became of the plan, its measures, its helpers and its reports', () => {
  const [chinese, english] = (['zh-CN', 'en'] as const).map((language) =>
    cliWords(language).demo.done(OUTCOME),
  );
  for (const fact of [
    '方案调整 2 次，其中主要负责人会签 1 次',
    '措施到期提醒 50 条，其中给措施责任人 4 条',
    '配合科室参与 1 项，登记成效 3 笔、6,230 元，周报 21 期',
  ])
    expect(chinese).toContain(fact);
  for (const fact of [
    'amendments of the plan 2, countersigned by the head 1',
    'reminders of measures 50, to their owners 4',
    'assisted by other sections 1, results recorded 3 (6,230 yuan), weekly reports 21',
  ])
    expect(english).toContain(fact);
});

test.each(['amended', 'countersigned', 'ownerReminders', 'assisted', 'results', 'reports'] as const)(
  'a demo that shows nothing of this is not whole: %s',
  (fact) => {
    expect(isWhole(OUTCOME)).toBe(true);
    expect(isWhole({ ...OUTCOME, [fact]: 0 })).toBe(false);
  },
);
