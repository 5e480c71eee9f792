import { canonical } from '../../base/hash';
import type { PersonId } from '../../base/ids';
import { PROPOSALS, type Proposal } from '../ladder/rung';
import type { Refusal } from '../refusal';
import type { RoundCommand, RoundCommandType } from './command';
import { decidingOffices } from './deciders';
import type { InForce } from './in-force';
import { deputyRefusal } from './deputy';
import { holdersOf, isOverOffice, type Office, personIn } from './offices';
import { withPeople } from './people';

/** A right to a command of the round (those to commands of an item: `item/authority.ts`); `proposal`: only for what the ladder proposes at this rung. */
export type RoundRight = {
  command: RoundCommandType;
  role: Office;
  proposal?: Proposal;
  /** Only where it is about the head or those of oversight, and nobody else. */
  overOffice?: true;
};

type Ladder = Pick<InForce['policy'], 'ladder'>;

/** Who issues or drops what the system proposes about persons. */
const proposals = (command: RoundCommandType, policy: Ladder): RoundRight[] =>
  PROPOSALS.flatMap((proposal) =>
    decidingOffices(proposal, policy).map((role) => ({ command, role, proposal })),
  );

/** Who may do what with a whole round under its policy. Nobody holds a right that is not in this table. */
export const roundRights = (policy: Ladder): RoundRight[] => [
  { command: 'register-people', role: 'office' },
  { command: 'register-people', role: 'head', overOffice: true },
  { command: 'register-people', role: 'oversight', overOffice: true },
  { command: 'replace-person', role: 'office' },
  { command: 'replace-person', role: 'head' },
  { command: 'replace-person', role: 'oversight', overOffice: true },
  { command: 'replace-key', role: 'office' },
  { command: 'propose-key', role: 'office' },
  { command: 'revoke-key', role: 'office' },
  { command: 'revoke-key', role: 'head' },
  { command: 'revoke-key', role: 'oversight' },
  { command: 'amend', role: 'office' },
  { command: 'amend', role: 'head' },
  { command: 'undo-import', role: 'office' },
  { command: 'undo-import', role: 'head' },
  { command: 'new-calendar', role: 'office' },
  { command: 'new-policy', role: 'office' },
  ...proposals('issue-proposal', policy),
  ...proposals('drop-proposal', policy),
  { command: 'reopen', role: 'oversight' },
  { command: 'reopen', role: 'head' },
  { command: 'restore', role: 'office' },
  { command: 'file-document', role: 'office' },
  { command: 'publish-notice', role: 'office' },
  { command: 'attest', role: 'oversight' },
  { command: 'attest', role: 'head' },
  { command: 'close-round', role: 'office' },
  { command: 'close-round', role: 'head' },
];

/** Whom a command is about: whose record it changes, where it brings records. */
const concerned = (command: RoundCommand, roster: InForce['roster']): PersonId[] => {
  if (command.type !== 'register-people') return 'person' in command ? [command.person] : [];
  const after = withPeople(roster, command.people);
  return roster.people
    .filter((one) => canonical(one) !== canonical(personIn(after, one.id)))
    .map(({ id }) => id);
};

const isOverOfficeAlone = (command: RoundCommand, roster: InForce['roster']): boolean => {
  const people = concerned(command, roster);
  return people.length > 0 && people.every((person) => isOverOffice(person, roster));
};

const concerns = (
  { proposal, overOffice }: RoundRight,
  command: RoundCommand,
  roster: InForce['roster'],
): boolean =>
  (proposal === undefined || ('rung' in command && command.rung === proposal)) &&
  (!overOffice || isOverOfficeAlone(command, roster));

/** Why a person may not give a command to a round, or to an item as passed on by its round. */
export const roundAuthority = (
  command: RoundCommand,
  { roster, policy }: Pick<InForce, 'roster' | 'policy'>,
): Refusal | undefined => {
  const { by, onBehalfOf, type } = command;
  const unknown = deputyRefusal(command, roster);
  if (unknown) return unknown;
  const rights = roundRights(policy).filter(
    (right) => right.command === type && concerns(right, command, roster),
  );
  const isHeld = rights.some(({ role }) => holdersOf(role, roster).includes(onBehalfOf ?? by));
  if (isHeld) return undefined;
  return { type: 'NotAuthorised', command: type, by, roles: rights.map(({ role }) => role) };
};
