import fc from 'fast-check';
import { anItem, attempt, give, NOW } from '../../testing/item';
import { date, PEOPLE } from '../../testing/world';
import { rowOf } from '../round/row';
import { totalsOf } from '../round/totals';
import type { ItemLife } from './life';
import { moneyIn, RESULT_KINDS, sumOfResults } from './result-kind';
import { resultsOf } from './results';

const { leader } = PEOPLE;
const TODAY = date('2021-06-01');

const anyDeed = fc.oneof(
  fc.record({
    do: fc.constant('record' as const),
    kind: fc.constantFrom(...RESULT_KINDS),
    figure: fc.integer({ min: 1, max: 1_000_000 }),
    measure: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
  }),
  fc.record({
    do: fc.constant('correct' as const),
    result: fc.integer({ min: 1, max: 6 }),
    figure: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: undefined }),
  }),
  fc.record({
    do: fc.constant('complete' as const),
    measure: fc.constantFrom(1, 2),
    recoveredFen: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: undefined }),
    regulation: fc.option(fc.constant('终端管理办法'), { nil: undefined }),
  }),
);
type Deed = typeof anyDeed extends fc.Arbitrary<infer T> ? T : never;

const COMMAND = { record: 'record-result', correct: 'correct-result', complete: 'complete-measure' } as const;

/** An item to which all of this was tried; what is refused changes nothing. */
const lifeOf = (deeds: readonly Deed[]): ItemLife => {
  const life = anItem('in-progress');
  for (const { do: what, ...more } of deeds)
    attempt(life, COMMAND[what], NOW, { ...more, ...(what === 'record' && { vouchedBy: leader }) });
  return life;
};

/** The figures as somebody adds them up who reads the log and nothing else. */
const addedUp = ({ log }: ItemLife): Record<string, number> => {
  const recorded: { kind: string; figure: number; measure?: number }[] = [];
  const told: { measure: number; kind: string; figure: number }[] = [];
  for (const { event } of log) {
    if (event.type === 'result-recorded') recorded.push({ ...event });
    if (event.type === 'result-corrected')
      Object.assign(recorded[event.result - 1] ?? {}, { figure: event.figure ?? 0 });
    if (event.type !== 'measure-completed') continue;
    const { measure, recoveredFen: figure, regulation } = event;
    if (figure !== undefined) told.push({ measure, kind: 'money-saved', figure });
    if (regulation !== undefined) told.push({ measure, kind: 'rules-made', figure: 1 });
  }
  const standing = recorded.filter(({ figure }) => figure > 0);
  const sort = (kind: string) => kind.split('-')[0];
  const others = told.filter(
    (one) => !standing.some(({ measure, kind }) => measure === one.measure && sort(kind) === sort(one.kind)),
  );
  const sums: Record<string, number> = {};
  for (const { kind, figure } of [...standing, ...others]) sums[kind] = (sums[kind] ?? 0) + figure;
  return sums;
};

/** A line tells of an item of which results were recorded. */
const reported = (life: ItemLife): Record<string, number> =>
  life.log.some(({ event }) => event.type === 'result-recorded') ? addedUp(life) : {};

test('totals of a round are those of its rows, and those of the logs of its items', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyDeed, { maxLength: 12 }), { maxLength: 4 }), (items) => {
      const lives = items.map(lifeOf);
      const rows = lives.map(({ state, context }) => rowOf(state, context, 1));
      lives.forEach((life, index) => {
        expect(resultsOf(life.state) ?? {}).toEqual(addedUp(life));
        expect(rows[index]?.resultTotals ?? {}).toEqual(reported(life));
      });
      const { resultTotals } = totalsOf(rows, TODAY);
      const all: Record<string, number> = {};
      for (const [kind, figure] of lives.flatMap((life) => Object.entries(reported(life))))
        all[kind] = (all[kind] ?? 0) + figure;
      expect(resultTotals ?? {}).toEqual(all);
    }),
  );
});

test('an item without results has no figure of them, in its state, its row and the totals', () => {
  const life = anItem('acceptance');
  expect(life.state).not.toHaveProperty('results');
  expect(life.firstRow()).not.toHaveProperty('resultTotals');
  expect(totalsOf([life.firstRow()], TODAY)).not.toHaveProperty('resultTotals');
});

test('money that a measure tells of counts as saved, its rule as made, and neither twice where they were recorded at it', () => {
  const life = anItem('in-progress');
  give(life, 'complete-measure', NOW, { recoveredFen: 5_000, regulation: '终端管理办法' });
  expect(resultsOf(life.state)).toEqual({ 'rules-made': 1, 'money-saved': 5_000 });
  give(life, 'record-result', NOW, { kind: 'money-returned', figure: 5_200, measure: 1 });
  expect(resultsOf(life.state)).toEqual({ 'rules-made': 1, 'money-returned': 5_200 });
  give(life, 'record-result', NOW, { kind: 'rules-revised', figure: 3, measure: 1 });
  expect(resultsOf(life.state)).toEqual({ 'rules-revised': 3, 'money-returned': 5_200 });
  give(life, 'correct-result', NOW, { result: 1, figure: undefined });
  expect(resultsOf(life.state)).toEqual({ 'rules-revised': 3, 'money-saved': 5_000 });
});

test('sums keep the order of the kinds and leave out what is nothing', () => {
  expect(sumOfResults([])).toBeUndefined();
  expect(sumOfResults([undefined, {}])).toBeUndefined();
  const sum = sumOfResults([{ trainings: 1 }, { 'rules-made': 2, trainings: 3 }]);
  expect(Object.entries(sum ?? {})).toEqual([
    ['rules-made', 2],
    ['trainings', 4],
  ]);
  expect(moneyIn({ 'money-saved': 1, 'money-returned': 20, 'money-collected': 300, meetings: 4_000 })).toBe(
    321,
  );
});
