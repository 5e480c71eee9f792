import type { PersonId } from '../../base/ids';
import type { Refusal } from '../refusal';
import { holdersOf } from '../round/offices';
import { deputyRefusal } from '../round/deputy';
import type { Roster } from '../round/roster';
import type { Command, CommandType } from './command';
import type { Event } from './event';
import {
  type Acted,
  type Decider,
  type Helping,
  isHelper,
  isSide,
  type Role,
  type Side,
  type Sides,
} from './side';
import { isInReview, isOpen, STATUSES, type Status } from './states';

/**
 * A right to a command of an item in some states; the rights to commands of the round, `reopen` and `issue` among them, are in `round/authority.ts`. `decides`: only while an extension waits for the decision of this role.
 */
export type Right = { command: CommandType; role: Role; states: readonly Status[]; decides?: Decider };

const WORKING = ['in-progress', 'returned'] as const satisfies readonly Status[];
const REVIEWED: readonly Status[] = STATUSES.filter(isInReview);
const OPEN: readonly Status[] = STATUSES.filter(isOpen);
const UNTIL_CLOSED: readonly Status[] = [...WORKING, ...REVIEWED];

const each = (command: CommandType, roles: readonly Role[], states: readonly Status[]): Right[] =>
  roles.map((role) => ({ command, role, states }));

/** Who may do what, and when. Nobody holds a right that is not in this table. */
export const RIGHTS: readonly Right[] = [
  { command: 'acknowledge', role: 'handler', states: ['assigned'] },
  ...each('report-progress', ['handler', 'owner'], WORKING),
  { command: 'add-evidence', role: 'handler', states: [...UNTIL_CLOSED, 'sustained'] },
  { command: 'add-evidence', role: 'owner', states: WORKING },
  ...each('withdraw-evidence', ['handler', 'owner'], WORKING),
  { command: 'complete-measure', role: 'handler', states: WORKING },
  // Not between approval and acceptance: what the leader has approved stays what the acceptor judges.
  ...each('record-result', ['handler'], [...WORKING, 'leader-review', 'sustained']),
  ...each('correct-result', ['handler'], [...WORKING, 'leader-review', 'sustained']),
  { command: 'request-closure', role: 'handler', states: WORKING },
  { command: 'withdraw-closure', role: 'handler', states: REVIEWED },
  { command: 'request-extension', role: 'handler', states: WORKING },
  { command: 'check-in', role: 'handler', states: ['sustained'] },
  { command: 'approve', role: 'leader', states: ['leader-review'] },
  { command: 'ask', role: 'leader', states: ['leader-review'] },
  { command: 'ask', role: 'acceptor', states: ['acceptance'] },
  { command: 'return', role: 'leader', states: ['leader-review'] },
  { command: 'return', role: 'acceptor', states: ['acceptance'] },
  { command: 'accept', role: 'acceptor', states: ['acceptance'] },
  { command: 'accept-stage', role: 'acceptor', states: ['acceptance'] },
  { command: 'grant-extension', role: 'leader', states: UNTIL_CLOSED, decides: 'leader' },
  { command: 'grant-extension', role: 'head', states: UNTIL_CLOSED, decides: 'head' },
  { command: 'refuse-extension', role: 'leader', states: UNTIL_CLOSED, decides: 'leader' },
  { command: 'refuse-extension', role: 'head', states: UNTIL_CLOSED, decides: 'head' },
  { command: 'withdraw', role: 'head', states: OPEN },
  { command: 'reassign', role: 'office', states: OPEN },
  { command: 'set-deadline', role: 'office', states: ['assigned', ...WORKING] },
  ...each('urge', ['leader', 'head', 'office'], OPEN),
  { command: 'resend', role: 'office', states: [...OPEN, 'closed'] },
  ...each(
    'comment',
    ['handler', 'leader', 'acceptor', 'head', 'office', 'oversight', 'owner', 'assistant'],
    OPEN,
  ),
];

/**
 * Whose duties the holder of a role must not have, in a command that is an act for that role. What binds the
 * three sides also binds whoever holds them or has acted for them.
 */
const SEPARATE: Record<Role, readonly Side[]> = {
  handler: ['leader', 'acceptor'],
  leader: ['handler', 'acceptor'],
  acceptor: ['handler', 'leader'],
  head: ['handler'],
  office: [],
  oversight: [],
  archivist: [],
  owner: ['leader', 'acceptor'],
  assistant: ['leader', 'acceptor'],
};

/** Commands that decide nothing and do no work: anybody who holds the right may give them. */
const UNBOUND: readonly CommandType[] = ['comment', 'urge', 'resend'];

/** Commands that somebody may give in a state. */
export const possibleIn = (status: Status): CommandType[] => [
  ...new Set(RIGHTS.filter((right) => right.states.includes(status)).map((right) => right.command)),
];

/** What authority depends on. */
export type Standing = {
  status: Status;
  sides: Sides;
  acted: readonly Acted[];
  /** Who decides on the extension that has been asked for. */
  decider?: Decider | undefined;
  /** Who helps the handler; absent: nobody does. */
  helping?: Helping | undefined;
};

/** Rights that somebody could have: most items have nobody who helps, and no refusal names such people there. */
const rightsIn = ({ helping }: Standing): readonly Right[] =>
  RIGHTS.filter(({ role }) => !isHelper(role) || (helping?.[role] ?? []).length > 0);

const isHeldBy = (person: PersonId, { role }: Right, standing: Standing, roster: Roster): boolean => {
  if (isSide(role)) return standing.sides[role] === person;
  const holders = isHelper(role) ? (standing.helping?.[role] ?? []) : holdersOf(role, roster);
  return holders.includes(person);
};

/** What a person may do to an item in its present state. */
const possibleFor = (person: PersonId, standing: Standing, roster: Roster): CommandType[] => [
  ...new Set(
    rightsIn(standing)
      .filter((right) => isHeldBy(person, right, standing, roster) && isUsable(right, standing))
      .map((right) => right.command),
  ),
];

/** An extension is decided only where one waits for its decision. */
const isUsable = (right: Right, standing: Standing): boolean =>
  applies(right, standing) && right.decides === (right.decides && standing.decider);

const applies = ({ states, decides }: Right, { status, decider }: Standing): boolean =>
  states.includes(status) && (decides === undefined || decider === undefined || decides === decider);

/** The duty of a person, as a holder or by having acted, that rules out a command for a role. */
export const barringSide = (
  person: PersonId,
  { command, role }: Pick<Right, 'command' | 'role'>,
  standing: Standing,
): Side | undefined =>
  UNBOUND.includes(command)
    ? undefined
    : SEPARATE[role].find(
        (side) =>
          standing.sides[side] === person ||
          standing.acted.some((deed) => deed.side === side && deed.person === person),
      );

/** The side, other than the given one, that a person holds or has acted for. */
export const otherSide = (
  person: PersonId,
  side: Side,
  { sides, acted }: Pick<Standing, 'sides' | 'acted'>,
): Side | undefined =>
  SEPARATE[side].find(
    (other) => sides[other] === person || acted.some((deed) => deed.side === other && deed.person === person),
  );

/**
 * The role in which a command may be carried out, or why not. Authority is that of the person for whom a deputy
 * acts; separation of duties binds both of them.
 */
export const authorise = (
  command: Command,
  standing: Standing,
  roster: Roster,
): { role: Role } | { refusal: Refusal } => {
  const { by, type } = command;
  const unknown = deputyRefusal(command, roster);
  if (unknown) return { refusal: unknown };

  const principal = command.onBehalfOf ?? by;
  const dutyOf = (right: Right) =>
    barringSide(by, right, standing) ?? barringSide(principal, right, standing);
  const rights = rightsIn(standing).filter((right) => right.command === type);
  const held = rights.filter((right) => isHeldBy(principal, right, standing, roster));
  if (held.length === 0) {
    const inState = rights.filter((right) => applies(right, standing));
    const roles = [...new Set((inState.length > 0 ? inState : rights).map((right) => right.role))];
    return { refusal: { type: 'NotAuthorised', command: type, by, roles } };
  }
  const usable = held.filter((right) => applies(right, standing));
  const right = usable.find((one) => dutyOf(one) === undefined) ?? usable[0];
  if (right === undefined) {
    const possible = possibleFor(principal, standing, roster);
    return { refusal: wrongStateOrRole(command, standing, rights, possible) };
  }

  const side = dutyOf(right);
  return side ? { refusal: { type: 'DutiesNotSeparate', command: type, by, side } } : { role: right.role };
};

/** Somebody holds a right to this command, but not in this state: either nobody does now, or another does. */
const wrongStateOrRole = (
  command: Command,
  standing: Standing,
  rights: readonly Right[],
  possible: CommandType[],
): Refusal => {
  const others = rights.filter((right) => applies(right, standing)).map((right) => right.role);
  const { status } = standing;
  return others.length > 0
    ? { type: 'NotAuthorised', command: command.type, by: command.by, roles: others }
    : { type: 'WrongState', command: command.type, status, possible };
};

const SIDE_OF_EVENT: Partial<Record<Event['type'], Side>> = {
  acknowledged: 'handler',
  'progress-reported': 'handler',
  'evidence-added': 'handler',
  'evidence-withdrawn': 'handler',
  'measure-completed': 'handler',
  'result-recorded': 'handler',
  'result-corrected': 'handler',
  'closure-requested': 'handler',
  'closure-withdrawn': 'handler',
  'extension-requested': 'handler',
  'checked-in': 'handler',
  approved: 'leader',
  accepted: 'acceptor',
  'stage-accepted': 'acceptor',
};

/** The side whose act an event records, if it records an act for one of the three. */
export const sideOf = (event: Event): Side | undefined => {
  if (event.type === 'returned' || event.type === 'asked') return event.side;
  if (event.type === 'extension-granted' || event.type === 'extension-refused')
    return event.decider === 'leader' ? 'leader' : undefined;
  return SIDE_OF_EVENT[event.type];
};
