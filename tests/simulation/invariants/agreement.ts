import { canonical } from '../../../base/hash';
import type { PersonId } from '../../../base/ids';
import type { ItemContext } from '../../../domain/item/state';
import { holdersOf, OFFICES } from '../../../domain/round/offices';
import { namedBy } from '../../../domain/round/people';
import type { Person } from '../../../domain/round/roster';
import { type Finding, firstFound, type Rule, type SeenSeat, unequal, type WorldView } from '../rule';
import { OPEN } from '../tale';

/** A person's record without the instants of their keys, which an item hears of a little later. */
const comparable = ({ keys, ...person }: Person) => ({
  ...person,
  ...(keys && {
    keys: keys.map(({ kid, until, revoked }) => ({
      kid,
      ended: until !== undefined,
      revoked: revoked !== undefined,
    })),
  }),
});

const recordsDiffer = ({ people }: ItemContext['roster'], round: WorldView['round']): Finding =>
  firstFound(people, (person) => {
    const known = round.head.roster.people.find(({ id }) => id === person.id);
    if (!known) return `${person.id} is in the item only`;
    const [a, b] = [comparable(person), comparable(known)];
    return canonical(a) === canonical(b) ? undefined : unequal(`the record of ${person.id}`, a, b);
  });

/** Everybody whom the item must know: its sides and the offices, and whom these name. */
const needed = ({ life: { state, context } }: SeenSeat): PersonId[] => {
  const own = [...Object.values(state.people), ...OFFICES.flatMap((one) => holdersOf(one, context.roster))];
  const records = context.roster.people.filter(({ id }) => own.includes(id));
  return [...own, ...records.flatMap(namedBy)];
};

const disagreement = (seat: SeenSeat, { round }: WorldView): Finding => {
  const { roster, policy, calendar } = seat.life.context;
  const offices = (from: typeof roster) => OFFICES.map((one) => holdersOf(one, from));
  const missing = needed(seat).find((person) => !roster.people.some(({ id }) => id === person));
  return (
    (missing && `it does not know ${missing}`) ??
    unequal('the version of the policy', policy.version, round.head.policy.version) ??
    unequal('the version of the calendar', calendar.version, round.calendar.version) ??
    unequal('the offices', offices(roster), offices(round.head.roster)) ??
    recordsDiffer(roster, round)
  );
};

export const itemsAgree = (): Rule => ({
  name: 'items-agree',
  sentence:
    'once everything has arrived, a round and its open items have the same people, policy and calendar',
  quiet: (world) =>
    firstFound(world.seats, (seat) => {
      if (!OPEN.includes(seat.life.state.status)) return undefined;
      const finding = disagreement(seat, world);
      return finding && `${seat.workflow}: ${finding}`;
    }),
});
