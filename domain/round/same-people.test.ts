import { RoundId } from '../../base/ids';
import { ROSTER } from '../../testing/world';
import { conflictsWith } from './same-people';
import type { Person } from './roster';

const [first, ...others] = ROSTER.people;
const round = RoundId.parse('2021-02');
const withFirst = (changes: Partial<Person>) => ({
  round,
  roster: { ...ROSTER, people: [{ ...first, ...changes } as Person, ...others] },
});

test.each([{}, { section: '办公室' }, { address: first?.address.toUpperCase() ?? '' }, { deputies: [] }])(
  'a person with the same name and address is the same one: %j',
  (changes) => {
    expect(conflictsWith(ROSTER, withFirst(changes))).toEqual([]);
  },
);

test.each([{ name: '癸' }, { address: 'another@example.org' }])(
  'an id that stands for another name or address is told with both: %j',
  (changes) => {
    const given = { name: first?.name, address: first?.address };
    expect(conflictsWith(ROSTER, withFirst(changes))).toEqual([
      { id: first?.id, given, known: { ...given, ...changes }, round },
    ]);
  },
);

test('people whom only one of the rounds knows contradict nobody', () => {
  expect(conflictsWith(ROSTER, { round, roster: { ...ROSTER, people: others } })).toEqual([]);
});
