import { NOW } from '../../testing/item';
import { aRoundCommand } from '../../testing/round';
import { PEOPLE, POLICY, ROSTER, STRANGER } from '../../testing/world';
import { isHelper, ROLES } from '../item/side';
import { DEFAULT_LADDER, PROPOSALS } from '../ladder/rung';
import { policyTelling } from '../../testing/policies';
import { roundAuthority, roundRights } from './authority';
import { ROUND_COMMAND_TYPES, type RoundCommandType } from './command';
import type { Office } from './offices';

/** Who may do what with a whole round by the default policy, by hand; `command role`, or `command role proposal`. */
const ALLOWED: ReadonlySet<string> = new Set([
  'register-people office',
  'register-people head over-office',
  'register-people oversight over-office',
  'replace-person office',
  'replace-person head',
  'replace-person oversight over-office',
  'replace-key office',
  'propose-key office',
  'revoke-key office',
  'revoke-key head',
  'revoke-key oversight',
  'amend office',
  'amend head',
  'undo-import office',
  'undo-import head',
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
  'restore office',
  'file-document office',
  'publish-notice office',
  'attest oversight',
  'attest head',
  'close-round office',
  'close-round head',
]);

const cellOf = (command: string, role: string, proposal?: string): string =>
  [command, role, ...(proposal === undefined ? [] : [proposal])].join(' ');

const authority = (type: RoundCommandType, more: object = {}) =>
  roundAuthority(aRoundCommand(type, NOW, more), { roster: ROSTER, policy: POLICY });

const RIGHTS = roundRights(POLICY);

test('the rights of the round are what the office has agreed on, and nothing else', () => {
  const cells = RIGHTS.map(({ command, role, proposal, overOffice }) =>
    cellOf(command, role, overOffice ? 'over-office' : proposal),
  );
  expect(new Set(cells)).toEqual(ALLOWED);
  expect(cells).toHaveLength(ALLOWED.size);
});

test('every command of the round has somebody who may give it', () => {
  expect(new Set(RIGHTS.map(({ command }) => command))).toEqual(new Set(ROUND_COMMAND_TYPES));
});

describe.each(ROUND_COMMAND_TYPES)('%s', (type) => {
  test.each(ROLES.flatMap((role) => (isHelper(role) ? [] : [role])))(
    'is for the right people only, here the %s',
    (role) => {
      const isProposal = type === 'issue-proposal' || type === 'drop-proposal';
      for (const rung of isProposal ? PROPOSALS : [undefined]) {
        const refusal = authority(type, { by: PEOPLE[role], ...(rung && { rung }) });
        if (ALLOWED.has(cellOf(type, role, rung))) expect(refusal).toBeUndefined();
        else expect(refusal).toMatchObject({ type: 'NotAuthorised', command: type, by: PEOPLE[role] });
      }
    },
  );
});

test('oversight replaces one of its own, and the head, but nobody else', () => {
  const of = (person: string) => authority('replace-person', { by: PEOPLE.oversight, person })?.type;
  expect([of(PEOPLE.head), of(PEOPLE.oversight)]).toEqual([undefined, undefined]);
  for (const person of [PEOPLE.handler, PEOPLE.office, PEOPLE.archivist])
    expect(of(person)).toBe('NotAuthorised');
});

test('what is proposed is issued by those to whom the ladder proposes it', () => {
  for (const proposal of PROPOSALS) {
    const told = DEFAULT_LADDER.find(({ id }) => id === proposal)?.to;
    const rights = RIGHTS.filter((right) => right.proposal === proposal);
    for (const command of ['issue-proposal', 'drop-proposal'] as const)
      expect(rights.filter((right) => right.command === command).map(({ role }) => role)).toEqual(told);
  }
});

test('a policy that gives a talk to oversight has it issued by oversight, and by nobody else', () => {
  const policy = policyTelling({ talk: { to: ['oversight', 'leader', 'head'], decides: ['oversight'] } });
  const given = (by: string, rung: string) =>
    (['issue-proposal', 'drop-proposal'] as const).map(
      (type) => roundAuthority(aRoundCommand(type, NOW, { by, rung }), { roster: ROSTER, policy })?.type,
    );
  expect(given(PEOPLE.oversight, 'talk')).toEqual([undefined, undefined]);
  for (const role of ['head', 'office', 'leader', 'handler', 'acceptor', 'archivist'] as const)
    expect(given(PEOPLE[role], 'talk')).toEqual(['NotAuthorised', 'NotAuthorised']);
  expect(given(PEOPLE.office, 'urging-letter')).toEqual([undefined, undefined]);
  expect(
    roundAuthority(aRoundCommand('issue-proposal', NOW, { by: PEOPLE.head, rung: 'talk' }), {
      roster: ROSTER,
      policy,
    }),
  ).toMatchObject({ roles: ['oversight'] });
});

test('a refusal names the offices that may do it', () => {
  const roles: Office[] = ['head', 'office'];
  expect(authority('issue-proposal', { by: PEOPLE.oversight, rung: 'talk' })).toEqual({
    type: 'NotAuthorised',
    command: 'issue-proposal',
    by: PEOPLE.oversight,
    roles,
  });
});

test('a deputy of somebody who may give it, who is named as such, may too; nobody else may', () => {
  const { office, deputy, leader } = PEOPLE;
  const people = ROSTER.people.map((one) => (one.id === office ? { ...one, deputies: [deputy] } : one));
  const given = (onBehalfOf: string) => aRoundCommand('new-policy', NOW, { by: deputy, onBehalfOf });
  const among = (roster: typeof ROSTER) => ({ roster, policy: POLICY });
  expect(roundAuthority(given(office), among({ ...ROSTER, people }))).toBeUndefined();
  expect(roundAuthority(given(office), among(ROSTER))).toEqual({
    type: 'NotDeputy',
    by: deputy,
    onBehalfOf: office,
  });
  expect(roundAuthority(given(leader), among(ROSTER))).toMatchObject({ type: 'NotAuthorised' });
  expect(authority('new-policy', { by: STRANGER })).toEqual({ type: 'UnknownPerson', person: STRANGER });
});
