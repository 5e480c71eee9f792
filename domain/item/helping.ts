import type { PersonId } from '../../base/ids';
import { contactsOf } from '../round/contacts';
import type { Policy } from '../round/policy';
import type { Helping } from './side';
import type { ItemContext, ItemState, Measure } from './state';

/** A measure is completed once, and once more after each return. */
export const isDone = ({ completed }: Measure, { returns }: Pick<ItemState, 'returns'>): boolean =>
  completed !== undefined && completed.at > (returns.at(-1)?.at ?? 0);

const distinct = (people: readonly PersonId[]): PersonId[] => [...new Set(people)];

/** Who helps the handler of an item: the owners of measures that are not done, and the contacts of assisting sections. */
export const helpingIn = (
  state: Pick<ItemState, 'measures' | 'returns'>,
  { planned, roster }: Pick<ItemContext, 'planned' | 'roster'>,
): Helping => ({
  owner: distinct(state.measures.flatMap((one) => (one.owner && !isDone(one, state) ? [one.owner] : []))),
  assistant: distinct(contactsOf(planned, roster).map(({ person }) => person)),
});

/** The numbers of the measures that a person owns and that are not done. */
export const ownedBy = (
  people: readonly PersonId[],
  state: Pick<ItemState, 'measures' | 'returns'>,
): number[] =>
  state.measures
    .filter((one) => one.owner && people.includes(one.owner) && !isDone(one, state))
    .map(({ no }) => no);

/**
 * Whether those who help are people of the items: told, asked and reminded. Rounds from before there was a ladder for
 * measures only have their names.
 */
export const areHelpersAsked = ({ measureLadder }: Pick<Policy, 'measureLadder'>): boolean =>
  measureLadder !== undefined;

/** A measure that somebody else than the handler answers for, and that is still open. */
type OwnedMeasure = Measure & { owner: PersonId };

/** The open measures of owners other than the handler; none where owners are not asked. */
export const ownedMeasures = (
  { measures, people, returns }: Pick<ItemState, 'measures' | 'people' | 'returns'>,
  { policy }: Pick<ItemContext, 'policy'>,
): OwnedMeasure[] =>
  areHelpersAsked(policy)
    ? measures.filter(
        (one): one is OwnedMeasure =>
          one.owner !== undefined && one.owner !== people.handler && !isDone(one, { returns }),
      )
    : [];

/** The contacts of assisting sections, each with its sections; none where they are not asked. */
export const assistantsIn = ({ planned, roster, policy }: ItemContext): PersonId[] =>
  areHelpersAsked(policy) ? distinct(contactsOf(planned, roster).map(({ person }) => person)) : [];
