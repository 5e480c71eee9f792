import { aHead, FIRST, SECOND, WholeRound } from '../../testing/round';
import { aNewcomer } from '../../testing/newcomers';
import { ASSIGNED, PEOPLE, ROSTER, STRANGER } from '../../testing/world';
import { withPeople } from './people';

test('items are born in the order of the plan, each under its own archive number', () => {
  const births = new WholeRound().life.births();
  expect(
    births.map(({ item, cycle, assignedAt, context }) => [item, cycle, assignedAt, context.archiveNumber]),
  ).toEqual([
    [`2021-03/${FIRST}`, 1, ASSIGNED, 'Z109-WS·2021-D30-JGDW-0001'],
    [`2021-03/${SECOND}`, 1, ASSIGNED, 'Z109-WS·2021-D30-JGDW-0002'],
  ]);
});

test('an item knows its sides, every office, and whom they name; the rest of the roster is no business of it', () => {
  const idle = aNewcomer();
  const [birth] = new WholeRound({ roster: withPeople(ROSTER, [idle]) }).life.births();
  const known = birth?.context.roster.people.map(({ id }) => id) ?? [];
  const { bystander, ...others } = PEOPLE;
  expect(new Set(known)).toEqual(new Set(Object.values(others)));
  expect(known).not.toContain(bystander);
  expect(known).not.toContain(STRANGER);
});

test('an item has what is in force in its round', () => {
  const { title, body, concentratedUntil, round: id, policy } = aHead();
  const [birth] = new WholeRound().life.births();
  expect(birth?.context).toMatchObject({ round: { id, title, body, concentratedUntil }, policy });
});
