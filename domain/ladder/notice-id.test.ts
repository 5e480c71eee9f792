import fc from 'fast-check';
import { addDays } from '../calendar/civil';
import { itemId, ItemNumber, RoundId } from '../../base/ids';
import { date } from '../../testing/world';
import { factId, reminderId, stepOfNotice, subjectOfNotice } from './notice-id';
import { RUNGS } from './rung';

const life = {
  item: itemId(RoundId.parse('2021-03'), ItemNumber.parse('1.2')),
  cycle: 2,
};
const anyDay = fc.nat(20_000).map((n) => addDays(date('2000-01-01'), n));

test('an id names item, life, and what happened or will', () => {
  expect(factId(life, 7)).toBe('2021-03/1.2/c2#7');
  expect(reminderId(life, 'overdue', date('2021-07-01'))).toBe('2021-03/1.2/c2@overdue/2021-07-01');
});

test('what a notice is about is read from its id, whichever it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1 }), fc.constantFrom(...RUNGS), anyDay, (seq, rung, day) => {
      expect(subjectOfNotice(factId(life, seq))).toEqual({ seq });
      expect(subjectOfNotice(reminderId(life, rung, day))).toEqual({ rung });
    }),
  );
});

test.each(['', '2021-03/1.2/c1', '2021-03/1.2/c1@nothing/2021-07-01', '2021-03/1.2/c1#', '🙂'])(
  '%j is about nothing',
  (id) => {
    expect(subjectOfNotice(id)).toBeUndefined();
  },
);

test('the days of a rung belong together, those of another rung or life do not', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...RUNGS), (day, rung) => {
      const step = stepOfNotice(reminderId(life, rung, day));
      expect(step).toEqual({ rung: `2021-03/1.2/c2@${rung}`, day });
      expect(stepOfNotice(factId(life, 7))).toBeUndefined();
    }),
  );
});
