import { grouped } from '../../base/grouped';
import type { PersonId } from '../../base/ids';
import { areHelpersAsked, ownedMeasures } from '../item/helping';
import type { Event } from '../item/event';
import type { ItemContext, ItemState } from '../item/state';
import { contactsOf } from '../round/contacts';
import { measureBrief } from './measure-plan';
import type { Fact } from './notice';

/** What somebody who helps with an item is told of what they are to do. */
export type HelperNews = Pick<Fact, 'kind' | 'cc' | 'measures' | 'sections'> & { to: PersonId };

/** Their open measures, and the sections that they act for; undefined where they have neither. */
const partOf = (to: PersonId, state: ItemState, context: ItemContext): HelperNews | undefined => {
  const measures = ownedMeasures(state, context).filter(({ owner }) => owner === to);
  const contacts = contactsOf(context.planned, context.roster).filter(({ person }) => person === to);
  const sections = contacts.length > 0 ? { sections: contacts.map(({ section }) => section) } : {};
  if (measures.length > 0)
    return { to, kind: 'measures-assigned', cc: false, measures: measures.map(measureBrief), ...sections };
  return contacts.length > 0 ? { to, kind: 'assisting', cc: true, ...sections } : undefined;
};

/** Whom an event makes a helper of the item, or tells of it for the first time. */
const newcomersBy = (event: Event, state: ItemState, context: ItemContext): readonly PersonId[] => {
  switch (event.type) {
    case 'assigned':
    case 'reopened':
    case 'restored':
      return [
        ...ownedMeasures(state, context).map(({ owner }) => owner),
        ...contactsOf(context.planned, context.roster).map(({ person }) => person),
      ];
    case 'helper-replaced':
      return [event.to];
    default:
      return [];
  }
};

/** Open measures whose date is another than before, as their owners and the handler are told. */
export const movedNewsOf = (
  before: Pick<ItemState, 'measures'>,
  after: Pick<ItemState, 'measures' | 'people'>,
  { policy }: Pick<ItemContext, 'policy'>,
): HelperNews[] => {
  if (!areHelpersAsked(policy)) return [];
  const moved = after.measures.filter(({ no, deadline, completed }) => {
    const old = before.measures.find((one) => one.no === no);
    return old !== undefined && !completed && old.deadline !== deadline;
  });
  const { handler } = after.people;
  const told = grouped(
    moved.flatMap((measure) =>
      [...new Set([measure.owner ?? handler, handler])].map((to) => ({ to, measure })),
    ),
    ({ to }) => to,
  );
  return [...told].map(([to, all]) => ({
    to,
    kind: 'measures-moved',
    cc: false,
    measures: all.map(({ measure }) => measureBrief(measure)),
  }));
};

/** What those who help are told because of an event, each once. */
export const helperNewsOf = (event: Event, state: ItemState, context: ItemContext): HelperNews[] =>
  areHelpersAsked(context.policy)
    ? [...new Set(newcomersBy(event, state, context))].flatMap((to) => partOf(to, state, context) ?? [])
    : [];
