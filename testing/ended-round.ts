import { civilOf, type Instant, instant } from '../domain/calendar/zone';
import type { EvidenceFile } from '../domain/item/command';
import type { Figures } from '../domain/round/command';
import { aFile, archiveIt, give, NOW } from './item';
import { FIRST, SECOND, WholeRound } from './round';

/** A round on its way to its end. */

const HOUR = 3_600_000;

/** By now every item has been withdrawn, and is in the archive. */
export const ENDED = instant(NOW + 24 * HOUR);

/** The figures of the ledger as they are shown to the author of a notice. */
export const figuresOf = ({ life }: WholeRound, now: Instant): Figures => life.ledger.totals(now).byPublished;

/** Brings an item into the archive by the shortest way. */
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

/** A file that has not been published yet. */
const freshNotice = ({ life }: WholeRound): EvidenceFile => {
  const known = life.log.flatMap(({ event }) =>
    event.type === 'notice-published' ? [event.file.sha512] : [],
  );
  const fresh = ['e', '0', '1', '2'].map(aFile).find(({ sha512 }) => !known.includes(sha512));
  if (!fresh) throw new RangeError('no more than four notices');
  return fresh;
};

/** A round of which a notice has been published, or one more. */
export const published = (round = withAllArchived(), now: Instant = ENDED): WholeRound => {
  round.give('publish-notice', now, {
    file: freshNotice(round),
    figures: figuresOf(round, now),
    number: `整改办〔${civilOf(now)}〕9号`,
  });
  return round;
};

export const closed = (round = published()): WholeRound => {
  round.give('close-round', ENDED);
  return round;
};
