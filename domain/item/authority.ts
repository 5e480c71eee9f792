import type { PersonId } from '../ids';
import type { Refusal } from '../refusal';
import type { Roster } from '../round/roster';
import type { Command, CommandType } from './command';
import type { Event } from './event';
import type { Status } from './status';

/** What a person can be to an item. */
export const ROLES = ['handler', 'leader', 'acceptor', 'head', 'office', 'oversight', 'archivist'] as const;
export type Role = (typeof ROLES)[number];

/** The three sides whose duties stay separate: who works, who approves, who accepts. */
export const SIDES = ['handler', 'leader', 'acceptor'] as const satisfies readonly Role[];
export type Side = (typeof SIDES)[number];

export type Right = { command: CommandType; role: Side; states: readonly Status[] };

const WORKING = ['in-progress', 'returned'] as const satisfies readonly Status[];

/** Who may do what, and when. Nobody holds a right that is not in this table. */
export const RIGHTS: readonly Right[] = [
  { command: 'acknowledge', role: 'handler', states: ['assigned'] },
  { command: 'report-progress', role: 'handler', states: WORKING },
  { command: 'add-evidence', role: 'handler', states: [...WORKING, 'leader-review', 'acceptance'] },
  { command: 'complete-measure', role: 'handler', states: WORKING },
  { command: 'request-closure', role: 'handler', states: WORKING },
  { command: 'approve', role: 'leader', states: ['leader-review'] },
  { command: 'return', role: 'leader', states: ['leader-review'] },
  { command: 'return', role: 'acceptor', states: ['acceptance'] },
  { command: 'accept', role: 'acceptor', states: ['acceptance'] },
];

/** Who holds the three sides of an item now. */
export type Sides = Record<Side, PersonId>;

/** A side that a person has acted for in this life of the item. */
export type Acted = { person: PersonId; side: Side };

/** Commands that are possible in a state, whoever gives them. */
export const possibleIn = (status: Status): CommandType[] => [
  ...new Set(RIGHTS.filter((right) => right.states.includes(status)).map((right) => right.command)),
];

const deputyRefusal = (command: Command, roster: Roster): Refusal | undefined => {
  const { by, onBehalfOf } = command;
  if (onBehalfOf === undefined) return undefined;
  const principal = roster.people.find((person) => person.id === onBehalfOf);
  if (principal === undefined) return { type: 'UnknownPerson', person: onBehalfOf };
  return principal.deputies.includes(by) ? undefined : { type: 'NotDeputy', by, onBehalfOf };
};

/** The other side that a person is on, by office or by deed. */
const otherSide = (person: PersonId, side: Side, sides: Sides, acted: readonly Acted[]): Side | undefined =>
  SIDES.find(
    (other) =>
      other !== side &&
      (sides[other] === person || acted.some((deed) => deed.side === other && deed.person === person)),
  );

/**
 * The side for which a command may be carried out, or why not. Authority is that of the person for whom
 * a deputy acts; separation of duties binds the one who acts.
 */
export const authorise = (
  command: Command,
  state: { status: Status; sides: Sides; acted: readonly Acted[] },
  roster: Roster,
): { side: Side } | { refusal: Refusal } => {
  const { by, type } = command;
  if (!roster.people.some((person) => person.id === by))
    return { refusal: { type: 'UnknownPerson', person: by } };
  const notDeputy = deputyRefusal(command, roster);
  if (notDeputy) return { refusal: notDeputy };

  const principal = command.onBehalfOf ?? by;
  const rights = RIGHTS.filter((right) => right.command === type);
  const held = rights.filter((right) => state.sides[right.role] === principal);
  if (held.length === 0) {
    const inState = rights.filter((right) => right.states.includes(state.status));
    const roles = [...new Set((inState.length > 0 ? inState : rights).map((right) => right.role))];
    return { refusal: { type: 'NotAuthorised', command: type, by, roles } };
  }
  const right = held.find(({ states }) => states.includes(state.status));
  if (right === undefined) return { refusal: wrongStateOrRole(command, state.status, rights) };

  const side = otherSide(by, right.role, state.sides, state.acted);
  return side ? { refusal: { type: 'DutiesNotSeparate', command: type, by, side } } : { side: right.role };
};

/** Somebody holds a right to this command, but not in this state: either nobody does now, or another does. */
const wrongStateOrRole = (command: Command, status: Status, rights: readonly Right[]): Refusal => {
  const others = rights.filter((right) => right.states.includes(status)).map((right) => right.role);
  return others.length > 0
    ? { type: 'NotAuthorised', command: command.type, by: command.by, roles: others }
    : { type: 'WrongState', command: command.type, status, possible: possibleIn(status) };
};

const SIDE_OF_EVENT: Partial<Record<Event['type'], Side>> = {
  acknowledged: 'handler',
  'progress-reported': 'handler',
  'evidence-added': 'handler',
  'measure-completed': 'handler',
  'closure-requested': 'handler',
  approved: 'leader',
  accepted: 'acceptor',
};

/** The side whose act an event records, if it records a person's act. */
export const sideOf = (event: Event): Side | undefined =>
  event.type === 'returned' ? event.side : SIDE_OF_EVENT[event.type];
