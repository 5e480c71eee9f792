import type { RoundId, Sha256 } from '../../base/ids';
import type { TrustedKeys } from '../../domain/round/opening/trust';
import type { Roster } from '../../domain/round/roster';
import { StoreMissing, StoreUrlError } from '../../store/errors';
import { openFolder } from '../../store/open';
import { DECLARATION, verifyBag } from '../bag';
import { openedBy } from '../opening';
import { SignedAuthor } from '../signed-author';
import { checkRound } from '../round/check';
import { inForceAsTold } from '../round/check-in-force';
import { beginningOf } from './beginning';
import { beside } from './beside';
import { contentOf } from './content';
import { roundIn } from './round-bag';

/** What the bag of a round that two people have opened says to the bags of items beside it. */
export type RoundBeside = {
  round: RoundId;
  genesis: Sha256;
  /** Who had which key when it ended, by what was signed. */
  roster: Roster;
  /** The signatures of the amendments that it has made of its plan. */
  amendments: ReadonlySet<string>;
};

const amendmentsIn = (log: readonly { event: { type: string }; author?: unknown }[] = []): Set<string> =>
  new Set(
    log
      .filter(({ event }) => event.type === 'plan-amended')
      .flatMap(({ author }) => SignedAuthor.safeParse(author).data?.jws ?? []),
  );

/** A bag in the place of that of the round that is not valid itself: how many faults it has. It is no evidence for or against an item. */
export type FaultyBeside = { bag: string; faults: number };

/** What lies in the place of the bag of the round: at most one of both. */
type Found = { round?: RoundBeside; faulty?: FaultyBeside };

/** What a bag says is taken only where all of it holds together, and, for whoever trusts certain keys, those have opened its round. */
const roundAt = async (location: string, trusted: TrustedKeys | undefined): Promise<Found> => {
  const bag = await openFolder(location);
  if (!(await bag.files()).includes(DECLARATION)) return {};
  const report = await verifyBag(bag);
  if (!report.valid) return { faulty: { bag: location, faults: report.faults.length } };
  const { content, faults } = await contentOf(bag);
  const { record, faults: unread } = await roundIn(content, (path) => beginningOf(bag, path));
  const { opening, round: told } = record;
  const untrusted = opening ? openedBy(opening, trusted).faults : [];
  const all = [...faults, ...unread, ...checkRound(record), ...untrusted];
  if (all.length > 0) return { faulty: { bag: location, faults: all.length } };
  const roster = inForceAsTold(record)?.roster;
  if (!opening || !told || !roster) return {};
  const amendments = amendmentsIn(record.log);
  return { round: { round: told.round, genesis: opening.genesis, roster, amendments } };
};

const ifThere = (...given: Parameters<typeof roundAt>): Promise<Found> =>
  roundAt(...given).catch((error: unknown) => {
    if (error instanceof StoreMissing || error instanceof StoreUrlError) return {};
    throw error;
  });

/** The bags of rounds that lie beside those of items, each read once, for a reader who trusts certain keys or none in particular. */
export class RoundsBeside {
  private readonly known = new Map<string, Promise<Found>>();

  constructor(private readonly trusted?: TrustedKeys) {}

  /** The round whose bag lies beside the one at `location`, if two people have opened it and the bag is valid; or that it is not. */
  of(location: string): Promise<Found> {
    const place = beside(location, 'round');
    const found = this.known.get(place) ?? ifThere(place, this.trusted);
    this.known.set(place, found);
    return found;
  }
}
