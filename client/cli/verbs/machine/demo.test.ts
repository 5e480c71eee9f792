import { examplePlan } from '../../../../examples/plan-path';
import { civilOf } from '../../../../domain/calendar/zone';
import { latestReturn } from '../../../../domain/item/rules/first-time';
import { calendarFor } from '../../../../domain/plan/calendar';
import { scriptOf } from '../../../demo/script';
import { examplePlanWithKeys } from '../../files/new-plan';
import { planOf } from '../../files/plan-file';

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
