import type { PersonId } from '../../base/ids';

/** The roles of a person in an item or its round. */
export const ROLES = [
  'handler',
  'leader',
  'acceptor',
  'head',
  'office',
  'oversight',
  'archivist',
  'owner',
  'assistant',
] as const;
export type Role = (typeof ROLES)[number];

/** The three sides whose duties stay separate: who works, who approves, who accepts. */
export const SIDES = ['handler', 'leader', 'acceptor'] as const satisfies readonly Role[];
export type Side = (typeof SIDES)[number];

/**
 * Who helps the handler: the owner of a measure (措施责任人), and the contact of an assisting section (配合科室联系人). They
 * are no side, but what they do is done for the handler's.
 */
export const HELPERS = ['owner', 'assistant'] as const satisfies readonly Role[];
export type Helper = (typeof HELPERS)[number];

/** Who helps with an item now. */
export type Helping = Readonly<Record<Helper, readonly PersonId[]>>;

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

/** Whether a role is that of somebody who helps the handler. */
export const isHelper = (role: Role): role is Helper => HELPERS.some((helper) => helper === role);
