import type { PersonId } from '../../base/ids';

/** The roles of a person in an item or its round. */
export const ROLES = ['handler', 'leader', 'acceptor', 'head', 'office', 'oversight', 'archivist'] as const;
export type Role = (typeof ROLES)[number];

/** The three sides whose duties stay separate: who works, who approves, who accepts. */
export const SIDES = ['handler', 'leader', 'acceptor'] as const satisfies readonly Role[];
export type Side = (typeof SIDES)[number];

/** Who holds the three sides of an item now. */
export type Sides = Record<Side, PersonId>;

/** A side that a person has acted for in this life of the item. */
export type Acted = { person: PersonId; side: Side };

/** Who decides on an extension: the leader, past the concentrated period (集中整改期) the head. */
export const DECIDERS = ['leader', 'head'] as const satisfies readonly Role[];
export type Decider = (typeof DECIDERS)[number];

/** Just the three sides of whatever names them. */
export const sidesOf = ({ handler, leader, acceptor }: Sides): Sides => ({ handler, leader, acceptor });

/** Whether a role is one in an item, and not one that a person has in the whole round. */
export const isSide = (role: Role): role is Side => SIDES.some((side) => side === role);
