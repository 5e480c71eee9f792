import { PROPOSALS, type Proposal } from '../ladder/rung';
import type { Refusal } from '../refusal';
import type { RoundCommand, RoundCommandType } from './command';
import { holdersOf, type Office } from './offices';
import { deputyRefusal } from './deputy';
import type { Roster } from './roster';

/** A right to a command of the round; `proposal`: only for what the ladder proposes at this rung. */
export type RoundRight = { command: RoundCommandType; role: Office; proposal?: Proposal };

/** Who issues or drops what the system proposes about persons: whoever hears of it (see the default ladder). */
const PROPOSED_TO: Record<Proposal, readonly Office[]> = {
  'urging-letter': ['office'],
  talk: ['head', 'office'],
  accountability: ['oversight'],
};

const proposals = (command: RoundCommandType): RoundRight[] =>
  PROPOSALS.flatMap((proposal) => PROPOSED_TO[proposal].map((role) => ({ command, role, proposal })));

/** Who may do what with a whole round. Nobody holds a right that is not in this table. */
export const ROUND_RIGHTS: readonly RoundRight[] = [
  { command: 'register-people', role: 'office' },
  { command: 'replace-person', role: 'office' },
  { command: 'replace-person', role: 'head' },
  { command: 'replace-key', role: 'office' },
  { command: 'revoke-key', role: 'office' },
  { command: 'new-calendar', role: 'office' },
  { command: 'new-policy', role: 'office' },
  ...proposals('issue-proposal'),
  ...proposals('drop-proposal'),
  { command: 'reopen', role: 'oversight' },
  { command: 'reopen', role: 'head' },
  { command: 'file-document', role: 'office' },
  { command: 'publish-notice', role: 'office' },
  { command: 'close-round', role: 'office' },
  { command: 'close-round', role: 'head' },
];

const concerns = ({ proposal }: RoundRight, command: RoundCommand): boolean =>
  proposal === undefined || ('rung' in command && command.rung === proposal);

/** Why a person may not give a command to a round, or to an item as passed on by its round. */
export const roundAuthority = (command: RoundCommand, roster: Roster): Refusal | undefined => {
  const { by, onBehalfOf, type } = command;
  const unknown = deputyRefusal(command, roster);
  if (unknown) return unknown;
  const rights = ROUND_RIGHTS.filter((right) => right.command === type && concerns(right, command));
  const isHeld = rights.some(({ role }) => holdersOf(role, roster).includes(onBehalfOf ?? by));
  if (isHeld) return undefined;
  return { type: 'NotAuthorised', command: type, by, roles: rights.map(({ role }) => role) };
};
