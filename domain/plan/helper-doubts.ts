import type { ItemNumber, PersonId } from '../../base/ids';
import { contactsOf } from '../round/contacts';
import { personIn } from '../round/offices';
import type { Plan, PlannedItem } from './plan';

/** An owner of measures of an item who may not act on them: they approve or accept the item. */
type ReviewingOwner = { item: ItemNumber; person: PersonId; side: 'leader' | 'acceptor' };

/** What a person should know of those who help with the items of a plan. No fault: it is imported all the same. */
export type HelperDoubts = {
  reviewing: ReviewingOwner[];
  /** Assisting sections without a contact: nobody of theirs is told. */
  withoutContact: string[];
  /** Owners and contacts who could sign nothing, where only signed commands are taken. */
  withoutKey: PersonId[];
};

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];

const ownersOf = ({ measures }: PlannedItem): PersonId[] =>
  distinct(measures.flatMap(({ owner }) => owner ?? []));

const reviewingIn = (item: PlannedItem): ReviewingOwner[] =>
  (['leader', 'acceptor'] as const)
    .filter((side) => ownersOf(item).includes(item[side]))
    .map((side) => ({ item: item.number, person: item[side], side }));

/** What is doubtful about owners of measures and assisting sections. */
export const helperDoubts = ({ items, roster, policy }: Plan): HelperDoubts => {
  const helping = items.flatMap((item) => [
    ...ownersOf(item),
    ...contactsOf(item, roster).map(({ person }) => person),
  ]);
  const hasKey = (id: PersonId) => (personIn(roster, id)?.keys ?? []).length > 0;
  return {
    reviewing: items.flatMap(reviewingIn),
    withoutContact: distinct(
      items.flatMap((item) => {
        const known = contactsOf(item, roster).map(({ section }) => section);
        return (item.assisting ?? []).filter((section) => !known.includes(section));
      }),
    ),
    withoutKey: policy.identity === 'signed' ? distinct(helping).filter((id) => !hasKey(id)) : [],
  };
};
