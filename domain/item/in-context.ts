import type { Instant } from '../calendar/zone';
import type { RoundCommand } from '../round/command';
import { inForceAfter } from '../round/in-force';
import { concerning, withKey, withPeople } from '../round/people';
import type { Command } from './command';
import type { ItemContext } from './state';

/** The people of a reassigned item: a successor comes with a record, unless the item knows them. */
export const contextAfter = (command: Command, context: ItemContext): ItemContext => {
  if (command.type !== 'reassign') return context;
  const known = new Set(context.roster.people.map(({ id }) => id));
  const strangers = command.people.filter(({ id }) => !known.has(id));
  return strangers.length === 0 ? context : { ...context, roster: withPeople(context.roster, strangers) };
};

/**
 * The context of an item after a command to its round that concerns it. `since`: when the round carried it out. A new key counts from
 * then, so that what it signs for the round before the item hears of it is good; the old one as long as the item knew no other.
 */
export const contextAfterRound = (
  command: RoundCommand,
  context: ItemContext,
  now: Instant,
  since: Instant = now,
): ItemContext => {
  const { roster } = context;
  if (command.type === 'propose-key' || command.type === 'replace-key')
    return { ...context, roster: withKey(roster, command.person, command.key, now, since) };
  const own =
    command.type === 'register-people' ? { ...command, people: concerning(roster, command.people) } : command;
  return { ...context, ...inForceAfter(own, context, now) };
};
