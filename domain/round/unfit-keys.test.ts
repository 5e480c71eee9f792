import { aGoodKey, aKey, aNewcomer, smallKey } from '../../testing/newcomers';
import { aRoundCommand } from '../../testing/round';
import { NOW } from '../../testing/item';
import { PEOPLE, person, ROSTER } from '../../testing/world';
import type { RoundCommandType } from './command';
import { unfitKeysIn } from './unfit-keys';

const owned = {
  ...ROSTER,
  people: ROSTER.people.map((one) => (one.id === PEOPLE.leader ? { ...one, keys: [aGoodKey(1)] } : one)),
};

const unfit = (type: RoundCommandType, more: object) => unfitKeysIn(aRoundCommand(type, NOW, more), owned);

const { kid, x } = smallKey();

test.each<[RoundCommandType, object]>([
  ['register-people', { people: [aNewcomer({ keys: [smallKey()] })] }],
  ['replace-person', { people: [aNewcomer({ keys: [smallKey()] })] }],
  ['replace-key', { key: { kid, x } }],
])('%s registers no key on whose signatures verifiers differ', (type, more) => {
  expect(unfit(type, more)).toMatchObject({ type: 'UnusableKey', kid });
});

test.each<[RoundCommandType, object]>([
  ['register-people', { people: [aNewcomer({ keys: [aGoodKey(1)] })] }],
  ['replace-person', { people: [aNewcomer({ keys: [aGoodKey(1)] })] }],
  ['replace-key', { key: aKey(1) }],
])('%s registers no key that somebody else has', (type, more) => {
  expect(unfit(type, more)).toEqual({ type: 'KeyKnown', kid: aKey(1).kid, person: PEOPLE.leader });
});

test('nor one key for two people who come together', () => {
  const people = [aNewcomer({ keys: [aGoodKey(2)] }), aNewcomer({ id: person('zi'), keys: [aGoodKey(2)] })];
  expect(unfit('register-people', { people })).toMatchObject({ type: 'KeyKnown', kid: aKey(2).kid });
});

test('a new key of somebody is registered', () => {
  expect(unfit('replace-key', { key: aKey(2) })).toBeUndefined();
  expect(unfit('register-people', { people: [aNewcomer({ keys: [aGoodKey(2)] })] })).toBeUndefined();
});
