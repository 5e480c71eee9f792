import type { Instant } from '../../domain/calendar/zone';
import { itemId, type PersonId } from '../../domain/ids';
import type { ItemBirth } from '../../domain/item/life';
import { archiveNumber, type PlannedItem } from '../../domain/round/plan';
import type { Roster } from '../../domain/round/roster';
import type { RoundInput } from '../messages';

/** The people that an item can have to do with; the others are no business of it. */
const rosterFor = (roster: Roster, item: PlannedItem): Roster => {
  const needed = new Set<PersonId>([
    ...[item.handler, item.leader, item.acceptor, roster.head, roster.archivist],
    ...[...roster.office, ...roster.oversight],
  ]);
  for (const person of roster.people) {
    if (!needed.has(person.id)) continue;
    for (const id of [person.superior, ...person.deputies]) if (id) needed.add(id);
  }
  return { ...roster, people: roster.people.filter((person) => needed.has(person.id)) };
};

/** What an item of a round is started with. */
export const birthOf = (input: RoundInput, item: PlannedItem, assignedAt: Instant): ItemBirth => {
  const { head, calendar, clock } = input;
  return {
    item: itemId(head.round, item.number),
    cycle: 1,
    assignedAt,
    clock,
    context: {
      round: { id: head.round, title: head.title, body: head.body },
      planned: item,
      roster: rosterFor(head.roster, item),
      policy: head.policy,
      calendar,
      archiveNumber: archiveNumber(head.archive, input.items.indexOf(item) + 1),
    },
  };
};
