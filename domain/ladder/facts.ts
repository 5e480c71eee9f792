import type { Calendar } from '../calendar/calendar';
import { nextMailInstant } from '../calendar/working-hours';
import type { PersonId } from '../ids';
import type { Event } from '../item/event';
import type { LogEntry } from '../item/log';
import type { ItemContext, ItemState } from '../item/state';
import type { Roster } from '../round/roster';
import type { Fact, FactKind } from './notice';

/** A fact with the person it goes to. */
export type AddressedFact = Fact & { to: PersonId };

type Telling = { kind: FactKind; to: PersonId[]; cc?: PersonId[]; text?: string; missing?: string };

/** Which events are told, to whom. An event that is not here is told to nobody: it stands in the log. */
const tellingOf = (event: Event, state: ItemState, { roster }: ItemContext): Telling | undefined => {
  const { handler, leader, acceptor } = state.people;
  switch (event.type) {
    case 'assigned':
      return { kind: 'assigned', to: [handler], cc: [leader] };
    case 'closure-requested':
      return { kind: 'closure-requested', to: [leader], text: event.summary };
    case 'approved':
      return { kind: 'approved', to: [acceptor], ...textOf(event.opinion) };
    case 'approval-voided':
      return { kind: 'approval-voided', to: [leader], cc: [acceptor] };
    case 'returned':
      return {
        kind: 'returned',
        to: [handler],
        ...(event.side === 'acceptor' && { cc: [leader] }),
        text: event.opinion,
        missing: event.missing,
      };
    case 'accepted':
      return { kind: 'accepted', to: [], cc: [handler, leader], ...textOf(event.opinion) };
    case 'archived':
      return { kind: 'archived', to: [], cc: [roster.archivist], text: event.archiveNumber };
    case 'mail-undeliverable':
      return {
        kind: 'undeliverable',
        // Nor to anybody else whom no mail reaches: refusals of refusals would never end.
        to: roster.office.filter((person) => !state.unreachable.includes(person)),
        text: `${nameOf(event.person, roster)} <${event.address}>: ${event.reason}`,
      };
    case 'acknowledged':
    case 'progress-reported':
    case 'evidence-added':
    case 'measure-completed':
    case 'rung-reached':
      return undefined;
  }
};

const textOf = (text: string | undefined) => (text === undefined ? {} : { text });

/** The name of a person of the roster; the id itself for somebody who is not in it. */
export const nameOf = (person: PersonId, roster: Roster): string =>
  roster.people.find(({ id }) => id === person)?.name ?? person;

/** The facts that people are to be told because of an event, with the instant at which each goes out. */
export const factsOf = (
  entry: Pick<LogEntry, 'seq' | 'at' | 'author' | 'event'>,
  state: ItemState,
  context: ItemContext & { calendar: Calendar },
): AddressedFact[] => {
  const telling = tellingOf(entry.event, state, context);
  if (!telling) return [];
  const fact = {
    id: `${state.item}/c${state.cycle}#${entry.seq}`,
    kind: telling.kind,
    slot: nextMailInstant(context.calendar, context.policy.mail, entry.at),
    ...(entry.author && { by: nameOf(entry.author.by, context.roster) }),
    ...textOf(telling.text),
    ...(telling.missing !== undefined && { missing: telling.missing }),
  };
  const to = new Set(telling.to);
  const cc = (telling.cc ?? []).filter((person) => !to.has(person));
  return [
    ...[...to].map((person) => ({ ...fact, to: person, cc: false })),
    ...cc.map((person) => ({ ...fact, to: person, cc: true })),
  ];
};
