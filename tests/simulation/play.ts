import { instant, readable } from '../../domain/calendar/zone';
import { ending, openPlaces, orderOf, type Order, withdrawal } from './deeds/order-of';
import { every } from './invariants';
import type { Outcome } from './rule';
import type { Deed, Script } from './script';
import { EVERYBODY, nth } from './setting';
import { type Parts, REAL_PARTS } from './parts';
import { World } from './world';
import type { PersonId } from '../../base/ids';

const DAY = 86_400_000;

/** How long everything is left alone at the end: longer than any holiday. */
const AFTERWARDS = 20 * DAY;

/** No two deeds are of the very same millisecond: a key that ends in it would still be valid for the second one. */
const MOMENT = 1;

export type Teller = {
  befell: (at: string, words: string) => void;
  ordered: (at: string, order: Order) => void;
  answered: (outcome: Outcome | undefined) => void;
};

const ignore = () => undefined;
const SILENT: Teller = { befell: ignore, ordered: ignore, answered: ignore };

const perform = (world: World, deed: Deed, teller: Teller): void => {
  const at = readable(world.now);
  if (deed.kind === 'restart') {
    teller.befell(at, 'an item and the round continue as new');
    world.restart(deed.item % world.round.births().length);
  } else if (deed.kind === 'bounce') {
    const person = nth(EVERYBODY, deed.who);
    teller.befell(at, `the mail server changes its mind about ${person}`);
    world.bounce(person as PersonId);
  }
  const order = orderOf(deed, world.sight());
  if (!order) return;
  teller.ordered(at, order);
  teller.answered(world.carryOut(order));
};

/** Some rounds come to their end: what is open is taken off the list, a last notice is published, the round closed. */
const bringToAnEnd = (world: World, teller: Teller): void => {
  const give = (order: Order | undefined): void => {
    if (!order) return;
    teller.ordered(readable(world.now), order);
    teller.answered(world.carryOut(order));
  };
  for (const place of openPlaces(world.sight())) give(withdrawal(place, world.sight()));
  world.advance(instant(world.now + AFTERWARDS));
  for (const type of ['publish-notice', 'close-round'] as const) give(ending(type, world.sight()));
};

/** Whether a round is brought to its end, at random. */
const comesToAnEnd = ({ noise }: Script['setting']): boolean => noise % 2 === 0;

/** Plays a script from beginning to end. Throws `Broken` where a rule does not hold. */
export const play = (
  { setting, deeds }: Script,
  parts: Parts = REAL_PARTS,
  teller = SILENT,
  rules = every(),
): World => {
  const world = new World(setting, rules, parts);
  for (const deed of deeds) {
    world.advance(instant(world.now + deed.after + MOMENT));
    perform(world, deed, teller);
  }
  if (comesToAnEnd(setting)) bringToAnEnd(world, teller);
  world.advance(instant(world.now + AFTERWARDS));
  world.end();
  return world;
};
