import { FAULT_KINDS, FAULTS, VERBS } from './faults';
import { scheduleOf } from './schedule';

const ORDER = { seed: 1, minutes: 30, kinds: FAULT_KINDS, workers: 2 };

test('the same seed gives the same faults at the same instants, another seed others', () => {
  expect(scheduleOf(ORDER)).toEqual(scheduleOf(ORDER));
  expect(scheduleOf({ ...ORDER, seed: 2 })).not.toEqual(scheduleOf(ORDER));
});

test.each([0, 1, 2, 3])(
  'half an hour of seed %i has every kind of fault, and SMTP goes wrong at every verb',
  (seed) => {
    const faults = scheduleOf({ ...ORDER, seed });
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(FAULT_KINDS));
    expect(new Set(faults.flatMap(({ verb }) => verb ?? []))).toEqual(new Set(VERBS));
  },
);

test('faults come in their order, and all end before the time is up', () => {
  const faults = scheduleOf({ ...ORDER, minutes: 5 });
  expect(faults.length).toBeGreaterThan(20);
  expect(faults).toEqual([...faults].sort((a, b) => a.from - b.from));
  for (const { until } of faults) expect(until).toBeLessThan(5 * 60_000);
});

test('nothing is hit while it is down, and nobody is paused for more than 30 seconds', () => {
  const faults = scheduleOf(ORDER);
  for (const [index, fault] of faults.entries()) {
    const on = (one: typeof fault) => `${FAULTS[one.kind].on} ${one.worker ?? ''}`;
    const overlapping = faults
      .slice(0, index)
      .filter((one) => on(one) === on(fault) && one.until > fault.from);
    expect(overlapping).toEqual([]);
    if (fault.kind.startsWith('pause')) expect(fault.until - fault.from).toBeLessThanOrEqual(30_000);
  }
});

test('only the kinds that are asked for come up', () => {
  const faults = scheduleOf({ ...ORDER, kinds: ['kill-worker'], workers: 1 });
  expect(faults.length).toBeGreaterThan(20);
  expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(['kill-worker']));
});
