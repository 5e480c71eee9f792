import { instant, readable } from '../../domain/calendar/zone';
import { orderOf, type Order } from './deeds';
import { every } from './invariants';
import type { Outcome } from './rule';
import type { Deed, Script } from './script';
import { EVERYBODY, nth } from './setting';
import { type Parts, REAL_PARTS } from './parts';
import { World } from './world';
import type { PersonId } from '../../domain/ids';

const DAY = 86_400_000;

/** How long everything is left alone at the end: longer than any holiday. */
const AFTERWARDS = 20 * DAY;

/** No two deeds are of the very same millisecond: a key that ends in it would still be good for the second one. */
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
  teller.answered(world.obey(order));
};

/** Plays a script from beginning to end. Throws `Broken` where a rule does not hold. */
export const play = ({ setting, deeds }: Script, parts: Parts = REAL_PARTS, teller = SILENT): World => {
  const world = new World(setting, every(), parts);
  for (const deed of deeds) {
    world.advance(instant(world.now + deed.after + MOMENT));
    perform(world, deed, teller);
  }
  world.advance(instant(world.now + AFTERWARDS));
  world.end();
  return world;
};
