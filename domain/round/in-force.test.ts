import { anItem, NOW } from '../../testing/item';
import { aGoodKey, aKey } from '../../testing/newcomers';
import { aRoundCommand, FIRST, WholeRound } from '../../testing/round';
import { CALENDAR, PEOPLE, POLICY, ROSTER } from '../../testing/world';
import { contextAfterRound } from '../item/in-context';
import { ROUND_COMMAND_TYPES } from './command';
import { inForceAfter } from './in-force';

const roster = {
  ...ROSTER,
  people: ROSTER.people.map((one) => (one.id === PEOPLE.handler ? { ...one, keys: [aGoodKey(9)] } : one)),
};
const before = { roster, policy: POLICY, calendar: CALENDAR };

test.each([
  'issue-proposal',
  'drop-proposal',
  'reopen',
  'file-document',
  'publish-notice',
  'attest',
  'close-round',
] as const)('%s puts nothing else in force', (type) => {
  expect(inForceAfter(aRoundCommand(type, NOW), before, NOW)).toBe(before);
});

test.each([
  ['new-calendar', 'calendar'],
  ['new-policy', 'policy'],
  ['register-people', 'roster'],
  ['replace-person', 'roster'],
  ['replace-key', 'roster'],
  ['revoke-key', 'roster'],
] as const)('%s changes the %s alone', (type, changed) => {
  const more = type === 'replace-key' ? { key: aKey(8) } : {};
  const after = inForceAfter(aRoundCommand(type, NOW, more), before, NOW);
  for (const name of ['roster', 'policy', 'calendar'] as const)
    expect(after[name] === before[name]).toBe(name !== changed);
});

test('a round and its items come to the same, whatever is commanded', () => {
  for (const type of ROUND_COMMAND_TYPES) {
    const round = new WholeRound({ roster });
    const more = type === 'replace-key' ? { key: aKey(8) } : {};
    round.attempt(type, NOW, more);
    const { context } = round.item(FIRST);
    expect(context.policy).toEqual(round.life.head.policy);
    expect(context.calendar).toEqual(round.life.calendar);
    const { people, ...offices } = round.life.head.roster;
    expect(context.roster).toMatchObject(offices);
    for (const one of context.roster.people) expect(people).toContainEqual(one);
  }
});

test('an item takes of new records only those that concern it', () => {
  const { context } = anItem();
  const command = aRoundCommand('register-people', NOW);
  expect(contextAfterRound(command, context, NOW).roster).toEqual(context.roster);
});
