import { PEOPLE, ROSTER } from '../../../testing/world';
import { aGoodKey } from '../../../testing/newcomers';
import { personIn } from '../../../domain/round/offices';
import { Person } from '../../../domain/round/roster';
import { withNamed } from './roster';

const { leader, deputy, bystander } = PEOPLE;
const keyed = {
  ...ROSTER,
  people: ROSTER.people.map((person) => (person.id === deputy ? { ...person, keys: [aGoodKey()] } : person)),
};
const recordOf = (id: string, more: object = {}): Person =>
  Person.parse({ ...personIn(ROSTER, id), ...more });

test('new records come with those whom they name, and nobody else', () => {
  expect(
    withNamed([recordOf(leader, { deputies: [bystander] })], ROSTER)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([bystander, leader].sort());
});

test('a new record without keys takes nobody’s keys away', () => {
  const changed = [
    recordOf(leader, { deputies: [deputy] }),
    recordOf(deputy, { address: 'new@example.org' }),
  ];
  const sent = withNamed(changed, keyed).find(({ id }) => id === deputy);
  expect(sent).toMatchObject({ address: 'new@example.org', keys: [aGoodKey()] });
});
