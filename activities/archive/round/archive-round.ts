import { ApplicationFailure } from '@temporalio/common';
import { roundInfoOf } from '../../../archive/round/bag-info';
import { roundFiles } from '../../../archive/round/contents';
import { roundPage } from '../../../archive/round/page/page';
import { closeIn, documentsIn, roundBagName, type RoundRecord } from '../../../archive/round/record';
import { LOG_HEAD } from '../../../archive/item/record';
import { civilOf } from '../../../domain/calendar/zone';
import { fromPayload } from '../../../base/deflated';
import type { RoundBag } from '../../../domain/round/life';
import { readBagInfo, writeBag } from '../../../archive/bag';
import { sha512Of } from '../../../store/digest';
import { StoreConflict } from '../../../store/errors';
import { openChecked } from '../../../store/evidence';
import type { FolderEntry, Store } from '../../../store/store';
import type { LightActivities, RoundArchiveOrder } from '../../../workflows/contract';
import { whileAlive } from '../../heartbeat';
import { inEveryLanguage } from '../../language';
import { json, ndjson } from '../contents';
import { readBack } from '../read-back';
import { gather } from './gather';

/** Everything that the bag holds beneath `data/`. */
const payloadOf = (store: Store, record: RoundRecord): FolderEntry[] => [
  { path: 'index.html', content: Buffer.from(roundPage(record)) },
  { path: 'log.ndjson', content: ndjson(record.log) },
  ...Object.entries(roundFiles(record)).map(([path, value]) => ({ path, content: json(value) })),
  ...documentsIn(record.log).map((file) => ({
    path: file.path,
    content: () => Promise.resolve(openChecked(store, file)),
  })),
];

const writeOnce = async (store: Store, name: string, order: RoundArchiveOrder): Promise<void> => {
  if (await store.has(name)) return;
  const record = await gather(store, order);
  const info = { ...roundInfoOf(record), 'Bagging-Date': civilOf(order.at) };
  await writeBag(store, name, { info, payload: payloadOf(store, record) });
};

/** Checks that what an earlier attempt wrote is of this round, to its last entry. */
const isOfThisRound = async (store: Store, name: string, { log }: RoundArchiveOrder): Promise<void> => {
  const info = await readBagInfo(await store.folder(name));
  const head = info.find(([label]) => label === LOG_HEAD)?.[1];
  if (head === log.at(-1)?.hash) return;
  throw ApplicationFailure.retryable(
    inEveryLanguage((say) => say.bagOfOtherRound(name)),
    'BagInvalid',
  );
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
    await whileAlive(writeOnce(store, name, order));
    const manifest = await whileAlive(readBack(store, name));
    await isOfThisRound(store, name, order);
    return { bag: name, archiveNumber, manifest };
  },
});
