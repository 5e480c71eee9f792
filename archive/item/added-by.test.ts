import { anAddition } from '../../testing/additions';
import { NOW } from '../../testing/item';
import { keyNamed } from '../../testing/keys';
import { CONTENT } from '../../testing/opening';
import { aRoundCommand } from '../../testing/round';
import { PEOPLE } from '../../testing/world';
import { OpeningTree } from '../../domain/round/opening/content';
import { isAddedBy, isByOffice } from './added-by';

const { office, head, handler } = PEOPLE;
const { genesis } = new OpeningTree(CONTENT);
const round = CONTENT.head.round;
const people = {
  ...CONTENT.head.roster,
  people: CONTENT.head.roster.people.map((one) =>
    [office, head, handler].includes(one.id) ? { ...one, keys: keyNamed(one.id).ring } : one,
  ),
};

const { planned } = anAddition();
const command = aRoundCommand('amend', NOW, {
  by: office,
  round,
  basedOn: 1,
  genesis,
  changes: [],
  added: [anAddition()],
});
const added = {
  by: office,
  command: command.id,
  identity: 'signed' as const,
  jws: keyNamed(office).sign(command),
  at: NOW,
};
const second = (who: string, said: object = command) => ({
  countersigned: { first: NOW, by: who as typeof head, jws: keyNamed(who).sign(said), at: NOW },
});

const holds = (more: object = {}, item = planned, where: object = {}) =>
  isAddedBy(item, { ...added, ...more }, { genesis, round, ...where }, people);

test('an item is proved by the amendment that added it, as it was signed', () => {
  expect(holds()).toBe(true);
  expect(holds(second(head))).toBe(true);
});

test.each<[string, boolean]>([
  ['another item', holds({}, { ...planned, problem: '别的说法' })],
  ['another opening', holds({}, planned, { genesis: 'f'.repeat(64) })],
  ['another round', holds({}, planned, { round: '2021-04' })],
  ['a signature by somebody else', holds({ by: head })],
  ['somebody for whom it was not signed', holds({ onBehalfOf: head })],
  ['another command', holds({ command: '00000000-0000-4000-8000-000000000000' })],
  ['a second signature under another text', holds(second(head, { ...command, reason: '别的' }))],
  ['a second signature by the first', holds(second(office))],
])('not by %s', (_, isProved) => {
  expect(isProved).toBe(false);
});

test('it is by the office or the head, or by who was that at first', () => {
  expect(isByOffice(added, people, [])).toBe(true);
  expect(isByOffice({ ...added, by: handler }, people, [])).toBe(false);
  const asHead = { ...added, by: handler, onBehalfOf: head };
  expect(isByOffice(asHead, people, [])).toBe(false);
  const withDeputy = people.people.map((one) => (one.id === head ? { ...one, deputies: [handler] } : one));
  expect(isByOffice(asHead, { ...people, people: withDeputy }, [])).toBe(true);
  const gone = [{ event: { type: 'office-replaced', from: handler, to: office, note: '调任' } }] as never;
  expect(isByOffice({ ...added, by: handler }, people, gone)).toBe(true);
});
