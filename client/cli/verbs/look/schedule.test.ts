import type { Receipt } from '../../../../domain/ladder/notice';
import { noticeKey } from '../../../api/receipts';
import { at, PEOPLE } from '../../../../testing/world';
import { split } from './schedule';

const [EARLY, NOW, LATE] = [at('2021-05-06'), at('2021-05-10'), at('2021-05-20')];

const notice = (id: string, more: object = {}) => ({
  to: PEOPLE.leader,
  id,
  kind: 'fact' as const,
  slot: LATE,
  ...more,
});

const receiptsOf = (...ids: string[]) =>
  new Map(ids.map((id) => [noticeKey(PEOPLE.leader, id), { slot: EARLY } as Receipt]));

const splitOf = (said: ReturnType<typeof notice>[], ...sent: string[]) => {
  const { past, future } = split({ said, toCome: [], now: NOW }, receiptsOf(...sent));
  return [past.map(({ id, slot }) => [id, slot]), future.map(({ id }) => id)];
};

test('a confirmation that has ridden with another mail went out with that, and is not to come', () => {
  expect(splitOf([notice('a', { confirms: true })], 'a')).toEqual([[['a', EARLY]], []]);
});

test('one that nothing has taken along is still to come', () => {
  expect(splitOf([notice('a', { confirms: true })])).toEqual([[], ['a']]);
});

test('everything else goes out at its own time', () => {
  expect(splitOf([notice('a'), notice('b', { slot: EARLY })], 'a')).toEqual([[['b', EARLY]], ['a']]);
});
