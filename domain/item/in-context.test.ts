import { aCommand, anItem, NOW } from '../../testing/item';
import { aNewcomer } from '../../testing/newcomers';
import { PEOPLE, ROSTER, STRANGER } from '../../testing/world';
import { COMMAND_TYPES } from './command';
import { contextAfter } from './in-context';

const life = anItem('in-progress');
const { context } = life;
const reassign = (people: object[], to: string = STRANGER) =>
  contextAfter(aCommand(life, 'reassign', NOW, { to, people }), context);

test.each(COMMAND_TYPES.filter((type) => type !== 'reassign'))('%s leaves the context as it is', (type) => {
  expect(contextAfter(aCommand(life, type, NOW), context)).toBe(context);
});

test('a successor whom the item does not know comes with a record, and so do the people it names', () => {
  const named = aNewcomer({ id: PEOPLE.bystander, name: '子' });
  const people = [aNewcomer({ deputies: [PEOPLE.bystander] }), named];
  expect(reassign(people).roster).toEqual({ ...ROSTER, people: [...ROSTER.people, people[0]] });
});

test('where everybody is known the context is the very same', () => {
  expect(reassign([], PEOPLE.bystander)).toBe(context);
  expect(reassign([...ROSTER.people], PEOPLE.bystander)).toBe(context);
});
