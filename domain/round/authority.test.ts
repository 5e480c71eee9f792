import { NOW } from '../../testing/deeds';
import { aRoundCommand } from '../../testing/round';
import { PEOPLE, ROSTER, STRANGER } from '../../testing/world';
import { ROLES } from '../item/side';
import { DEFAULT_LADDER, PROPOSALS } from '../ladder/rung';
import { ROUND_RIGHTS, roundAuthority } from './authority';
import { ROUND_COMMAND_TYPES, type RoundCommandType } from './command';
import type { Office } from './offices';

/** Who may do what with a whole round, by hand; `command role`, or `command role proposal`. */
const ALLOWED: ReadonlySet<string> = new Set([
  'register-people office',
  'replace-person office',
  'replace-person head',
  'replace-key office',
  'revoke-key office',
  'new-calendar office',
  'new-policy office',
  'issue-proposal office urging-letter',
  'issue-proposal head talk',
  'issue-proposal office talk',
  'issue-proposal oversight accountability',
  'drop-proposal office urging-letter',
  'drop-proposal head talk',
  'drop-proposal office talk',
  'drop-proposal oversight accountability',
  'reopen oversight',
  'reopen head',
  'file-document office',
  'publish-notice office',
  'close-round office',
  'close-round head',
]);

const cellOf = (command: string, role: string, proposal?: string): string =>
  [command, role, ...(proposal === undefined ? [] : [proposal])].join(' ');

const authority = (type: RoundCommandType, more: object = {}) =>
  roundAuthority(aRoundCommand(type, NOW, more), ROSTER);

test('the rights of the round are what the office has agreed on, and nothing else', () => {
  const cells = ROUND_RIGHTS.map(({ command, role, proposal }) => cellOf(command, role, proposal));
  expect(new Set(cells)).toEqual(ALLOWED);
  expect(cells).toHaveLength(ALLOWED.size);
});

test('every command of the round has somebody who may give it', () => {
  expect(new Set(ROUND_RIGHTS.map(({ command }) => command))).toEqual(new Set(ROUND_COMMAND_TYPES));
});

describe.each(ROUND_COMMAND_TYPES)('%s', (type) => {
  test.each(ROLES)('is for the right people only, here the %s', (role) => {
    const isProposal = type === 'issue-proposal' || type === 'drop-proposal';
    for (const rung of isProposal ? PROPOSALS : [undefined]) {
      const refusal = authority(type, { by: PEOPLE[role], ...(rung && { rung }) });
      if (ALLOWED.has(cellOf(type, role, rung))) expect(refusal).toBeUndefined();
      else expect(refusal).toMatchObject({ type: 'NotAuthorised', command: type, by: PEOPLE[role] });
    }
  });
});

test('what is proposed is issued by those to whom the ladder proposes it', () => {
  for (const proposal of PROPOSALS) {
    const told = DEFAULT_LADDER.find(({ id }) => id === proposal)?.to;
    const rights = ROUND_RIGHTS.filter((right) => right.proposal === proposal);
    for (const command of ['issue-proposal', 'drop-proposal'] as const)
      expect(rights.filter((right) => right.command === command).map(({ role }) => role)).toEqual(told);
  }
});

test('a refusal names the offices that may do it', () => {
  const roles: Office[] = ['head', 'office'];
  expect(authority('issue-proposal', { by: PEOPLE.oversight, rung: 'talk' })).toEqual({
    ...{ type: 'NotAuthorised', command: 'issue-proposal', by: PEOPLE.oversight },
    roles,
  });
});

test('a deputy of somebody who may give it, who is named as such, may too; nobody else may', () => {
  const { office, deputy, leader } = PEOPLE;
  const people = ROSTER.people.map((one) => (one.id === office ? { ...one, deputies: [deputy] } : one));
  const given = (onBehalfOf: string) => aRoundCommand('new-policy', NOW, { by: deputy, onBehalfOf });
  expect(roundAuthority(given(office), { ...ROSTER, people })).toBeUndefined();
  expect(roundAuthority(given(office), ROSTER)).toEqual({
    type: 'NotDeputy',
    by: deputy,
    onBehalfOf: office,
  });
  expect(roundAuthority(given(leader), ROSTER)).toMatchObject({ type: 'NotAuthorised' });
  expect(authority('new-policy', { by: STRANGER })).toEqual({ type: 'UnknownPerson', person: STRANGER });
});
