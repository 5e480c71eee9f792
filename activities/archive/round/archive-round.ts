import { ApplicationFailure } from '@temporalio/common';
import { roundInfoOf } from '../../../archive/round/bag-info';
import { roundFiles } from '../../../archive/round/contents';
import { roundPage } from '../../../archive/round/page/page';
import { closeIn, documentsIn, roundBagName, type RoundRecord } from '../../../archive/round/record';
import { valuesOf } from '../../../archive/item/bag-info';
import { LOG_HEAD } from '../../../archive/item/record';
import { civilOf } from '../../../domain/calendar/zone';
import { fromPayload } from '../../../base/deflated';
import type { RoundBag } from '../../../domain/round/memory';
import { contentsOf, readBagInfo, writeBag } from '../../../archive/bag';
import { sha512Of } from '../../../store/digest';
import { StoreConflict } from '../../../store/errors';
import { openChecked } from '../../../store/evidence';
import type { Store } from '../../../store/store';
import type { LightActivities, RoundArchiveOrder } from '../../../workflows/contract';
import { whileAlive } from '../../heartbeat';
import { inEveryLanguage } from '../../language';
import { type BagFile, json, ndjson } from '../contents';
import { bagAt, bagOfOther, differencesFrom, expectNone, type OwnBag } from '../own-bag';
import { readBack } from '../read-back';
import { gather } from './gather';

/** Everything that the bag holds beneath `data/`. */
const payloadOf = (store: Store, record: RoundRecord): BagFile[] => [
  { path: 'index.html', content: Buffer.from(roundPage(record)) },
  { path: 'log.ndjson', content: ndjson(record.log) },
  ...Object.entries(roundFiles(record)).map(([path, value]) => ({ path, content: json(value) })),
  ...documentsIn(record.log).map((file) => ({
    path: file.path,
    sha512: file.sha512,
    content: () => Promise.resolve(openChecked(store, file)),
  })),
];

/** Checks that what lies under the name ends with the last entry of this round: for all others its parts need not be read. */
const expectLastEntry = async (store: Store, name: string, { log }: RoundArchiveOrder): Promise<void> => {
  const bag = await bagAt(store, name);
  await readBack(bag, name);
  const found = valuesOf(await readBagInfo(bag), LOG_HEAD).join(', ');
  if (found !== log.at(-1)?.hash) throw bagOfOther(name, [`${LOG_HEAD} "${found}"`]);
};

/** Writes the bag unless an earlier attempt has, and gives what there must be in it. */
const writeOnce = async (store: Store, name: string, order: RoundArchiveOrder): Promise<OwnBag> => {
  const isThere = await store.has(name);
  if (isThere) await expectLastEntry(store, name, order);
  const record = await gather(store, order);
  const own = { info: roundInfoOf(record), files: payloadOf(store, record) };
  const info = { ...own.info, 'Bagging-Date': civilOf(order.at) };
  if (!isThere) await writeBag(store, name, { info, payload: own.files });
  return own;
};

/** Keeps a paper once; the same again is a success. */
const keep = async (store: Store, name: string, bytes: Buffer): Promise<void> => {
  try {
    await store.put(name, bytes);
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
    throw ApplicationFailure.retryable(
      inEveryLanguage((say) => say.paperConflict(name)),
      'PaperConflict',
    );
  }
};

const archive = async (
  store: Store,
  { name, archiveNumber }: { name: string; archiveNumber: string },
  order: RoundArchiveOrder,
): Promise<RoundBag> => {
  const own = await writeOnce(store, name, order);
  const bag = await bagAt(store, name);
  const manifest = await readBack(bag, name);
  expectNone(name, differencesFrom(own, await contentsOf(bag)));
  return { bag: name, archiveNumber, manifest };
};

/** The activities that keep what a round must not forget, and turn a closed one into a bag. */
export const createRoundActivities = (store: Store): Pick<LightActivities, 'keepPaper' | 'archiveRound'> => ({
  async keepPaper({ name, content }) {
    const bytes = json(fromPayload(content));
    await keep(store, name, bytes);
    return sha512Of(bytes);
  },

  async archiveRound(payload): Promise<RoundBag> {
    const order = fromPayload(payload);
    const name = roundBagName(order.head.round);
    const archiveNumber = closeIn(order.log)?.archiveNumber;
    if (archiveNumber === undefined) throw new TypeError(`${name} is of a round that was not closed`);
    return whileAlive(archive(store, { name, archiveNumber }, order));
  },
});
