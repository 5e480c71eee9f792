import { civilOf, type Instant, instant } from '../calendar/zone';
import type { Figures } from '../round/command';
import { archiveIt, give, NOW } from './deeds';
import { FIRST, SECOND, WholeRound } from './round';

/** A round on its way to its end. */

const HOUR = 3_600_000;

/** By now every item has been withdrawn, and lies in the archive. */
export const ENDED = instant(NOW + 24 * HOUR);

/** The figures of the ledger as they are shown to the author of a notice. */
export const figuresOf = ({ life }: WholeRound, now: Instant): Figures => life.ledger.totals(now).byPublished;

/** Brings an item into the archive by the shortest road. */
export const endItem = (round: WholeRound, number = FIRST, now: Instant = NOW): void => {
  const item = round.item(number);
  give(item, 'withdraw', now);
  item.takePosts(now, 'w');
  archiveIt(item, now);
  round.settle(now);
};

export const withAllArchived = (round = new WholeRound()): WholeRound => {
  for (const number of [FIRST, SECOND]) endItem(round, number);
  return round;
};

/** A round of which a notice has been published. */
export const published = (round = withAllArchived(), now: Instant = ENDED): WholeRound => {
  round.give('publish-notice', now, {
    figures: figuresOf(round, now),
    number: `整改办〔${civilOf(now)}〕9号`,
  });
  return round;
};

export const closed = (round = published()): WholeRound => {
  round.give('close-round', ENDED);
  return round;
};
