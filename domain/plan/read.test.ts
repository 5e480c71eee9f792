import fc from 'fast-check';
import { stringify } from 'yaml';
import { ItemKind, MeasureKind, Plan, type PlannedItem } from './plan';
import { changed, faultsIn, GOOD_PLAN } from '../../testing/plan';
import { DEFAULT_POLICY } from '../round/policy';
import { readPlan } from './read';
import { exampleText } from '../../testing/repository';

const planIn = (text: string): Plan => {
  const reading = readPlan(text, 'keys-later');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.plan;
};

describe('the example of 2021', () => {
  const plan = planIn(exampleText('round-2021'));
  const itemsIn = (category: number) =>
    plan.items.filter(({ number }) => number.startsWith(`${category}.`)).length;

  test('has 7 categories and 28 items, as the notice has them', () => {
    expect(new Set(plan.items.map(({ category }) => category)).size).toBe(7);
    expect([1, 2, 3, 4, 5, 6, 7].map(itemsIn)).toEqual([3, 2, 7, 6, 4, 3, 3]);
  });

  test('has the sub-items of (三)7 and (五)2 as measures', () => {
    const measures = (number: string) => plan.items.find((item) => item.number === number)?.measures;
    expect(measures('3.7')).toHaveLength(4);
    expect(measures('5.2')).toHaveLength(3);
  });

  test('sets every deadline within the concentrated period and uses every kind', () => {
    for (const { deadline = '' } of plan.items) {
      expect(deadline >= '2021-05-31').toBe(true);
      expect(deadline <= plan.concentratedUntil).toBe(true);
    }
    expect(new Set(plan.items.map(({ kind }) => kind))).toEqual(new Set(ItemKind.options));
    const kinds = plan.items.flatMap(({ measures }) => measures.map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(MeasureKind.options));
  });

  test('is a plan by the schema that the workflows use', () => {
    expect(Plan.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });
});

describe('a plan that is read', () => {
  test('numbers items and measures by position', () => {
    const { items } = planIn(GOOD_PLAN);
    expect(items.map(({ number }) => number)).toEqual(['1.1', '2.1']);
    expect(items[0]?.measures.map(({ no }) => no)).toEqual([1, 2]);
  });

  test('numbers them as told where it is told', () => {
    const text = changed('  - title: 学习', '  - no: 7\n    title: 学习').text;
    const { items } = planIn(text.replace('- problem: 学', '- no: 12\n        problem: 学'));
    expect(items.map(({ number }) => number)).toEqual(['1.1', '7.12']);
  });

  test('knows the Chinese words and the codes of kinds', () => {
    const { items } = planIn(GOOD_PLAN);
    expect(items.map(({ kind }) => kind)).toEqual(['time-limited', 'immediate']);
    expect(items[0]?.measures.map(({ kind }) => kind)).toEqual(['special-campaign', 'loss-recovery']);
    const { archive } = planIn(changed('  year: 2021', '  year: 2021\n  retention: 永久').text);
    expect(archive).toEqual({
      fonds: 'Z109',
      category: 'WS',
      year: 2021,
      retention: 'Y',
      organisation: 'JGDW',
    });
  });

  test('has the default policy except for what it says itself', () => {
    const claimed = { ...DEFAULT_POLICY, identity: 'claimed' };
    expect(planIn(GOOD_PLAN).policy).toEqual(claimed);
    const own = changed('identity: claimed', 'identity: claimed, mail: { closes: 18:00 }');
    expect(planIn(own.text).policy).toEqual({ ...claimed, mail: { ...claimed.mail, closes: '18:00' } });
  });

  test('is the same with the line ends of Windows and a byte order mark', () => {
    expect(planIn(`\uFEFF${GOOD_PLAN.replaceAll('\n', '\r\n')}`)).toEqual(planIn(GOOD_PLAN));
  });
});

describe('a plan with faults is refused whole', () => {
  test('with all of them, of every sort, in the order of the lines', () => {
    const text = GOOD_PLAN.replace('feedback: 2021-04-29', 'feedback: 2021-04-31')
      .replace('superior: boss', 'superior: nobody')
      .replace('acceptor: acceptor', 'acceptor: handler')
      .replace('2021-06-11', '2021-07-01')
      .replace('补记', '【秘密】补记')
      .concat('body: 另一单位\n');
    expect(faultsIn(text).map(({ type, line }) => [type, line])).toEqual([
      ['not-a-date', 4],
      ['unknown-person', 13],
      ['duties-not-separate', 29],
      ['measure-after-item', 34],
      ['classified', 44],
      ['key-twice', 47],
    ]);
  });

  test('and names the item of each', () => {
    const text = GOOD_PLAN.replaceAll('acceptor: acceptor', 'acceptor: handler');
    expect(faultsIn(text).map(({ item }) => item)).toEqual(['1.1', '2.1']);
  });
});

describe('reading never throws and never gives a part of a plan', () => {
  const isWhole = (text: string) => {
    const reading = readPlan(text);
    return reading.ok ? Plan.safeParse(reading.plan).success : reading.faults.length > 0;
  };

  test('whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isWhole));
  });

  test('whatever YAML it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => isWhole(text)),
      { numRuns: 200 },
    );
  });

  test('whatever line of a good plan is lost, repeated or moved', () => {
    const lines = GOOD_PLAN.split('\n');
    const line = fc.nat(lines.length - 1);
    const edits = [[], ['  '], ['- ']].map((prefix) => prefix.join(''));
    fc.assert(
      fc.property(line, line, fc.constantFrom(...edits), (at, from, prefix) =>
        isWhole([...lines.slice(0, at), prefix + (lines[from] ?? ''), ...lines.slice(at + 1)].join('\n')),
      ),
      { numRuns: 300 },
    );
  });
});

const numbersOf = ({ number }: PlannedItem) => number.split('.').map(Number);

/** A plan as its file would be written: items under their categories, numbers said. */
const toFile = ({ items, ...round }: Plan): string => {
  const fileItem = ({ number, category, measures, ...item }: PlannedItem) => ({
    ...item,
    no: Number(number.split('.')[1]),
    measures: measures.map(({ no, ...measure }) => measure),
  });
  const categories = [...new Set(items.map((item) => numbersOf(item)[0]))].map((no) => {
    const own = items.filter((item) => numbersOf(item)[0] === no);
    return { no, title: own[0]?.category, items: own.map(fileItem) };
  });
  return stringify({ ...round, categories });
};

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() !== '' && !text.includes('密'))
  .map((text) => text.trim());

const measures = fc
  .array(fc.record({ text: words, kind: fc.constantFrom(...MeasureKind.options) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.map((measure, index) => ({ no: index + 1, ...measure })));

const deadline = fc.integer({ min: 1, max: 30 }).map((day) => `2021-06-${String(day).padStart(2, '0')}`);

const plans: fc.Arbitrary<Plan> = fc
  .array(
    fc.record({
      problem: words,
      kind: fc.constantFrom(...ItemKind.options),
      measures,
      deadline: fc.option(deadline),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((items) => {
    const good = planIn(GOOD_PLAN);
    const [first] = good.items;
    return Plan.parse({
      ...good,
      items: items.map(({ deadline: due, ...item }, index) => ({
        ...first,
        ...item,
        deadline: due ?? undefined,
        number: `${1 + (index % 3)}.${1 + index}`,
        category: `方面 ${1 + (index % 3)}`,
      })),
    });
  });

test('a plan that is written to a file and read again is the same', () => {
  const sorted = ({ items, ...round }: Plan) => ({
    ...round,
    items: items.toSorted((a, b) => a.number.localeCompare(b.number)),
  });
  fc.assert(
    fc.property(plans, (plan) => {
      expect(sorted(planIn(toFile(plan)))).toEqual(sorted(plan));
    }),
    { numRuns: 50 },
  );
});
