import { addDays } from '../../../domain/calendar/civil';
import { date } from '../../../testing/world';
import { readPlan } from '../../../domain/plan/read';
import type { Plan } from '../../../domain/plan/plan';
import { planDifference } from '../../../domain/round/amend/plan-difference';
import { exampleText } from '../../../testing/repository';
import { GOOD_PLAN } from '../../../testing/plan';
import { planAsFile } from './plan-as-file';

const planIn = (text: string): Plan => {
  const reading = readPlan(text, 'keys-later', { runs: true });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.plan;
};

const standing = ({ items }: Plan) =>
  items.map((planned) => ({ planned, cycle: 1, next: planned.measures.length + 1, hasEnded: false }));

test.each([
  ['a small plan', GOOD_PLAN],
  ['a signed one', GOOD_PLAN.replace('identity: claimed', 'identity: signed')],
  ['the example', exampleText('round-2021')],
])('%s that is written and read again is the same plan: nothing is left to amend', (_, text) => {
  const plan = planIn(text);
  const { items, ...head } = plan;
  const again = planIn(planAsFile(head, [...items].reverse(), ['第 1 版']));
  expect(planDifference(standing(plan), again.items, '')).toEqual({
    changes: [],
    added: [],
    unamendable: [],
  });
  expect(again.policy).toEqual(plan.policy);
});

/** So many items, as they were planned, have a deadline. */
const dated = planIn(exampleText('round-2021')).items.filter(({ deadline }) => deadline);

test.each(dated)(
  'item $number, a measure of which came to be due after what was planned, is read again',
  (one) => {
    const plan = planIn(exampleText('round-2021'));
    const deadline = addDays(one.deadline ?? date('2021-01-01'), 30);
    const items = plan.items.map((item) =>
      item.number === one.number
        ? { ...item, measures: item.measures.map((measure) => ({ ...measure, deadline })) }
        : item,
    );
    const { items: _, ...head } = plan;
    const text = planAsFile(head, items, ['第 2 版']);
    expect(planDifference(standing({ ...plan, items }), planIn(text).items, '').changes).toEqual([]);
    const imported = readPlan(text, 'keys-later');
    const faults = imported.ok ? [] : imported.faults.map(({ type }) => type);
    expect(new Set(faults)).toEqual(new Set(['measure-after-item']));
  },
);
