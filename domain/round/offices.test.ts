import { PEOPLE, ROSTER, STRANGER } from '../../testing/world';
import { holdersOf, holdsOffice, nameOf, OFFICES, personIn } from './offices';
import { deputyRefusal } from './deputy';

test.each(OFFICES)('the office of %s is held by whom the roster names', (office) => {
  expect(holdersOf(office, ROSTER)).toEqual([PEOPLE[office]]);
  expect(holdsOffice(PEOPLE[office], ROSTER)).toBe(true);
});

test('an office of several is held by each of them, and nobody else holds one', () => {
  const roster = { ...ROSTER, office: [PEOPLE.office, PEOPLE.bystander] };
  expect(holdersOf('office', roster)).toEqual([PEOPLE.office, PEOPLE.bystander]);
  expect(holdsOffice(PEOPLE.bystander, roster)).toBe(true);
  for (const who of [PEOPLE.handler, PEOPLE.bystander, STRANGER])
    expect(holdsOffice(who, ROSTER)).toBe(false);
});

test('a person is found by id', () => {
  expect(personIn(ROSTER, PEOPLE.leader)?.name).toBe('甲');
  expect(personIn(ROSTER, STRANGER)).toBeUndefined();
});

test('a person is called by name, and by id where the roster does not know them', () => {
  expect([nameOf(PEOPLE.leader, ROSTER), nameOf(STRANGER, ROSTER)]).toEqual(['甲', STRANGER]);
});

test.each([
  ['themselves', { by: PEOPLE.leader }, undefined],
  ['the person they deputise for', { by: PEOPLE.deputy, onBehalfOf: PEOPLE.leader }, undefined],
  ['somebody who has not named them', { by: PEOPLE.deputy, onBehalfOf: PEOPLE.head }, 'NotDeputy'],
  ['themselves as if for another', { by: PEOPLE.leader, onBehalfOf: PEOPLE.leader }, 'NotDeputy'],
  ['a stranger', { by: PEOPLE.deputy, onBehalfOf: STRANGER }, 'UnknownPerson'],
])('who acts for %s is taken so', (_, given, type) => {
  expect(deputyRefusal(given, ROSTER)?.type).toBe(type);
});
