import { ApplicationFailure } from '@temporalio/common';
import { roundInfoOf } from '../../../domain/archive/round/bag-info';
import { roundFiles } from '../../../domain/archive/round/contents';
import { roundPage } from '../../../domain/archive/round/page';
import { closeIn, documentsIn, roundBagName, type RoundRecord } from '../../../domain/archive/round/record';
import { LOG_HEAD } from '../../../domain/archive/record';
import { civilOf } from '../../../domain/calendar/zone';
import { fromPayload } from '../../../domain/deflated';
import type { RoundBag } from '../../../domain/round/life';
import { readBagInfo, writeBag } from '../../../store/bag';
import type { FolderEntry, Store } from '../../../store/store';
import type { LightActivities, RoundArchiveOrder } from '../../contract';
import { whileAlive } from '../../heartbeat';
import { json, ndjson } from '../contents';
import { readBack } from '../read-back';
import { gather } from './gather';

/** Everything that the bag holds beneath `data/`. */
const payloadOf = (store: Store, record: RoundRecord): FolderEntry[] => [
  { path: 'index.html', content: Buffer.from(roundPage(record)) },
  { path: 'log.ndjson', content: ndjson(record.log) },
  ...Object.entries(roundFiles(record)).map(([path, value]) => ({ path, content: json(value) })),
  ...documentsIn(record.log).map(({ path, sha512 }) => ({
    path,
    content: () => store.openEvidence(sha512),
  })),
];

const writeOnce = async (store: Store, name: string, order: RoundArchiveOrder): Promise<void> => {
  if (await store.has(name)) return;
  const record = await gather(store, order);
  const info = { ...roundInfoOf(record), 'Bagging-Date': civilOf(order.at) };
  await writeBag(store, name, { info, payload: payloadOf(store, record) });
};

/** What an earlier attempt has written is of this round, to its last entry. */
const isOfThisRound = async (store: Store, name: string, { log }: RoundArchiveOrder): Promise<void> => {
  const info = await readBagInfo(await store.folder(name));
  const head = info.find(([label]) => label === LOG_HEAD)?.[1];
  if (head === log.at(-1)?.hash) return;
  throw ApplicationFailure.retryable(
    `归档包 ${name} 是另一个轮次的，请核对 STORE 与轮次编号；移开后自动继续。` +
      `The bag ${name} is of another round: check STORE and the id of the round. Once it is moved away work goes on by itself.`,
    'BagInvalid',
  );
};

/** The activities that keep what a round must not forget, and turn a closed one into a bag. */
export const createRoundActivities = (store: Store): Pick<LightActivities, 'keepPaper' | 'archiveRound'> => ({
  async keepPaper({ name, content }) {
    await store.put(name, json(fromPayload(content)));
  },

  async archiveRound(order): Promise<RoundBag> {
    const name = roundBagName(order.head.round);
    const archiveNumber = closeIn(order.log)?.archiveNumber;
    if (archiveNumber === undefined) throw new TypeError(`${name} is of a round that was not closed`);
    await whileAlive(writeOnce(store, name, order));
    const manifest = await whileAlive(readBack(store, name));
    await isOfThisRound(store, name, order);
    return { bag: name, archiveNumber, manifest };
  },
});
