import type { RoundId, Sha256 } from '../../base/ids';
import type { Roster } from '../../domain/round/roster';
import { StoreMissing, StoreUrlError } from '../../store/errors';
import { openFolder } from '../../store/open';
import type { FolderReader } from '../../store/store';
import { OPENING_FILE } from '../opening';
import { inForceAsTold } from '../round/check-in-force';
import { roundOpened } from '../round/check-opening';
import { ROUND_RECORD } from '../round/paths';
import { readRound } from '../round/read';
import { beginningOf } from './beginning';
import { beside } from './beside';

/** What the bag of a round that two people have opened says to the bags of items beside it. It answers for itself. */
export type RoundBeside = {
  round: RoundId;
  genesis: Sha256;
  /** Who had which key when it ended, by what was signed. */
  roster: Roster;
};

/** What tells who had which key in a round. */
const { round, planImported, log, people, policy } = ROUND_RECORD;
const NEEDED: readonly string[] = [round, planImported, log, people, policy, OPENING_FILE];

const filesOf = async (bag: FolderReader): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  for (const path of await bag.files())
    if (NEEDED.includes(path)) files.set(path, await beginningOf(bag, path));
  return files;
};

const roundAt = async (location: string): Promise<RoundBeside | undefined> => {
  const files = await filesOf(await openFolder(location));
  const payload = new Map([...files.keys()].map((path) => [path, '']));
  const { record } = readRound({ info: [], payload, files });
  const { opening, round: told } = record;
  const roster = inForceAsTold(record)?.roster;
  if (!opening || !told || !record.people || !roster || roundOpened(record).length > 0) return undefined;
  return { round: told.round, genesis: opening.genesis, roster };
};

const ifThere = (location: string): Promise<RoundBeside | undefined> =>
  roundAt(location).catch((error: unknown) => {
    if (error instanceof StoreMissing || error instanceof StoreUrlError) return undefined;
    throw error;
  });

/** The bags of rounds that lie beside those of items, each read once. */
export class RoundsBeside {
  private readonly known = new Map<string, Promise<RoundBeside | undefined>>();

  /** The round whose bag lies beside the one at `location`; undefined where there is none that two people have opened. */
  of(location: string): Promise<RoundBeside | undefined> {
    const place = beside(location, 'round');
    const found = this.known.get(place) ?? ifThere(place);
    this.known.set(place, found);
    return found;
  }
}
