import type { PersonId } from '../../base/ids';
import { areHelpersAsked, ownedMeasures } from '../item/helping';
import type { Event } from '../item/event';
import type { ItemContext, ItemState } from '../item/state';
import { contactsOf } from '../round/contacts';
import { measureBrief } from './measure-plan';
import type { Fact } from './notice';

/** What somebody who helps with an item is told of what they are to do. */
type HelperNews = Pick<Fact, 'kind' | 'cc' | 'measures' | 'sections'> & { to: PersonId };

/** Their open measures, and the sections that they act for; undefined where they have neither. */
const partOf = (to: PersonId, state: ItemState, context: ItemContext): HelperNews | undefined => {
  const measures = ownedMeasures(state, context).filter(({ owner }) => owner === to);
  const contacts = contactsOf(context.planned, context.roster).filter(({ person }) => person === to);
  const sections = contacts.length > 0 ? { sections: contacts.map(({ section }) => section) } : {};
  if (measures.length > 0)
    return { to, kind: 'measures-assigned', cc: false, measures: measures.map(measureBrief), ...sections };
  return contacts.length > 0 ? { to, kind: 'assisting', cc: true, ...sections } : undefined;
};

const BEGINNINGS: readonly Event['type'][] = ['assigned', 'reopened', 'restored'];

/** Whom an event makes a helper of the item, or tells of it for the first time. */
const newcomersBy = (event: Event, state: ItemState, context: ItemContext): readonly PersonId[] => {
  if (BEGINNINGS.includes(event.type))
    return [
      ...ownedMeasures(state, context).map(({ owner }) => owner),
      ...contactsOf(context.planned, context.roster).map(({ person }) => person),
    ];
  if (event.type === 'helper-replaced') return [event.to];
  if (event.type !== 'amended') return [];
  const { add = [], change = [] } = event.measures ?? {};
  const owners = [...add, ...change.map(({ set }) => set)].flatMap(({ owner }) => owner ?? []);
  return [...owners, ...Object.values(event.contacts ?? {})];
};

/** What those who help are told because of an event, each once. */
export const helperNewsOf = (event: Event, state: ItemState, context: ItemContext): HelperNews[] =>
  areHelpersAsked(context.policy)
    ? [...new Set(newcomersBy(event, state, context))].flatMap((to) => partOf(to, state, context) ?? [])
    : [];
