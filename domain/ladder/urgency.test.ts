import fc from 'fast-check';
import { itemId, ItemNumber, RoundId } from '../../base/ids';
import { CivilDate } from '../calendar/civil';
import { STATUSES } from '../item/states';
import { RUNGS } from './rung';
import { type Urgency, worstFirst } from './urgency';

const one = (number: string, more: Partial<Urgency> = {}): Urgency => ({
  status: 'in-progress',
  round: RoundId.parse('2021-03'),
  number: ItemNumber.parse(number),
  ...more,
});
const due = (day: string) => CivilDate.parse(day);
const ordered = (...all: Urgency[]) => worstFirst(all, (urgency) => urgency);

const nameOf = ({ round, number }: Urgency) => itemId(round, number);

test('the worse rung comes first, whatever the dates, and one at no rung after all that are', () => {
  const all = [
    ...[...RUNGS].reverse().map((rung) => one('1.1', { rung, due: due('2021-12-31') })),
    one('1.2', { due: due('2021-01-01') }),
  ];
  expect(ordered(...[...all].reverse())).toEqual(all);
});

test('of one rung the earlier date comes first, one without a date last, then by round and by number as numbers', () => {
  const late = (number: string, more: Partial<Urgency>) => one(number, { rung: 'overdue', ...more });
  const all = [
    late('9.9', { due: due('2021-06-01') }),
    late('1.2', { due: due('2021-06-02') }),
    late('1.10', { due: due('2021-06-02') }),
    late('10.1', { due: due('2021-06-02') }),
    late('1.1', { due: due('2021-06-02'), round: RoundId.parse('2021-04') }),
    late('1.1', {}),
  ];
  expect(ordered(...[...all].reverse())).toEqual(all);
});

test('what has ended comes after everything that is open', () => {
  const all = [one('2.1', { due: due('2021-06-30') }), one('2.2'), one('1.1', { status: 'archived' })];
  expect(ordered(...[...all].reverse())).toEqual(all);
});

test('the order does not hang on that of arrival', () => {
  const anyUrgency = fc.record({
    status: fc.constantFrom(...STATUSES),
    rung: fc.constantFrom(undefined, ...RUNGS),
    due: fc.constantFrom(undefined, due('2021-06-01'), due('2021-06-02')),
    round: fc.constantFrom(RoundId.parse('2021-03'), RoundId.parse('2021-04')),
    number: fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
      .map(([category, item]) => ItemNumber.parse(`${category}.${item}`)),
  });
  const some = fc.uniqueArray(anyUrgency, { selector: nameOf, maxLength: 8 });
  fc.assert(
    fc.property(
      some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(ordered(...shuffled).map(nameOf)).toEqual(ordered(...all).map(nameOf));
      },
    ),
  );
});
