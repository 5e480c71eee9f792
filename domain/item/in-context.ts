import type { PersonId } from '../../base/ids';
import type { Instant } from '../calendar/zone';
import type { Amend, RoundCommand } from '../round/command';
import { inForceAfter } from '../round/in-force';
import { concerning, withKey, withPeople } from '../round/people';
import type { Person } from '../round/roster';
import { plannedAfter } from './amend/planned';
import type { Command } from './command';
import type { Event } from './event';
import type { ItemContext } from './state';

const withStrangers = (context: ItemContext, people: readonly Person[]): ItemContext => {
  const known = new Set(context.roster.people.map(({ id }) => id));
  const strangers = people.filter(({ id }) => !known.has(id));
  return strangers.length === 0 ? context : { ...context, roster: withPeople(context.roster, strangers) };
};

/** The people of a reassigned item: a successor comes with a record, unless the item knows them. */
export const contextAfter = (command: Command, context: ItemContext): ItemContext =>
  command.type === 'reassign' ? withStrangers(context, command.people) : context;

/** The contacts of sections that assist from now on, so that they hear of it at once. */
const withContacts = (context: ItemContext, contacts: Record<string, PersonId> | undefined): ItemContext =>
  contacts
    ? {
        ...context,
        roster: { ...context.roster, contacts: { ...context.roster.contacts, ...contacts } },
      }
    : context;

/** What an item is planned as once the plan was amended, and those who help from then on. Nothing where it could not be. */
const amended = ({ people = [] }: Amend, context: ItemContext, events: readonly Event[]): ItemContext => {
  const event = events.find((one) => one.type === 'amended');
  if (!event) return context;
  return {
    ...withContacts(withStrangers(context, people), event.contacts),
    planned: events.reduce(plannedAfter, context.planned),
    firstPlanned: context.firstPlanned ?? context.planned,
  };
};

/**
 * The context of an item after a command to its round that concerns it. `since`: when the round carried it out. A new key counts from
 * then, so that what it signs for the round before the item hears of it is good; the old one as long as the item knew no other.
 * `events`: what the command does to the item.
 */
export const contextAfterRound = (
  command: RoundCommand,
  context: ItemContext,
  now: Instant,
  since: Instant = now,
  events: readonly Event[] = [],
): ItemContext => {
  const { roster } = context;
  if (command.type === 'amend') return amended(command, context, events);
  if (command.type === 'propose-key' || command.type === 'replace-key')
    return { ...context, roster: withKey(roster, command.person, command.key, now, since) };
  const own =
    command.type === 'register-people' ? { ...command, people: concerning(roster, command.people) } : command;
  return { ...context, ...inForceAfter(own, context, now) };
};
