import { exampleText } from '../../testing/repository';
import { acceptDoubts, doubtIn, doubtText } from './doubt';
import { readPlan } from './read';

test.each([
  [{ value: '2021-09-30', said: '三季度' }, '2021-09-30 ? 三季度'],
  [{ value: 'p03', said: '李君' }, 'p03 ? 李君'],
  [{ value: '', said: '李君' }, '? 李君'],
])('%j is carried as %s, and read back', (doubt, text) => {
  expect(doubtText(doubt)).toBe(text);
  expect(doubtIn(text)).toEqual(doubt);
});

test.each(['2021-09-30', 'p03', '为什么？', '2021-09-30?', 7, null, undefined])('%j is no doubt', (value) => {
  expect(doubtIn(value)).toBeUndefined();
});

describe('a plan with doubts', () => {
  const plan = exampleText('round-2021').replace(/deadline: (\d{4}-\d{2}-\d{2})/, 'deadline: $1 ? 6月底');
  const date = /deadline: (\d{4}-\d{2}-\d{2}) \?/.exec(plan)?.[1] ?? '';

  test('is refused at their place', () => {
    const reading = readPlan(plan, 'keys-later');
    const line = plan.split('\n').findIndex((text) => text.includes(' ? ')) + 1;
    expect(reading).toMatchObject({
      ok: false,
      faults: [{ type: 'date-doubtful', date, said: '6月底', line, item: '1.1' }],
    });
  });

  test('is taken where each of them is accepted by its item, and says so', () => {
    expect(readPlan(plan, 'keys-later', { accept: new Set(['1.2']) }).ok).toBe(false);
    expect(readPlan(plan, 'keys-later', { accept: new Set(['1.1']) })).toMatchObject({
      ok: true,
      accepted: [{ item: '1.1', date, said: '6月底' }],
    });
  });

  test('takes no person by accepting', () => {
    const unknown = exampleText('round-2021').replace(/handler: (p\d+)/, 'handler: $1 ? 李君');
    expect(readPlan(unknown, 'keys-later', { accept: new Set(['1.1']) })).toMatchObject({
      ok: false,
      faults: [{ type: 'person-doubtful', said: '李君', item: '1.1' }],
    });
  });
});

test('doubts are looked for in anything without harm', () => {
  for (const value of [null, 1, 'x', [], {}, { categories: {} }, { categories: [null, { items: [1] }] }])
    expect(acceptDoubts(value, new Set(['1.1']))).toEqual([]);
});
