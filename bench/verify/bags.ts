import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { infoOf } from '../../archive/item/bag-info';
import type { ItemRecord } from '../../archive/item/record';
import { writeBag } from '../../archive/bag';
import type { Event } from '../../domain/item/event';
import { type LogEntry, nextEntry } from '../../domain/item/log';
import type { FolderEntry, Store } from '../../store/store';
import { COMMENT, OVERSIGHT, payloadWith } from './records';

const DATED = { 'Bagging-Date': '2021-06-30' };

/** Writes a record as the archive does. */
export const writeRecord = async (store: Store, name: string, record: ItemRecord): Promise<void> =>
  writeBag(store, name, {
    info: { ...infoOf(record), ...DATED },
    payload: payloadWith(store, record),
  });

/** How many entries are written at once. */
const BATCH = 1000;

/** Goes on with a log in a file, up to so many entries. Returns the last one. */
const writeLog = async (path: string, log: readonly LogEntry[], entries: number): Promise<LogEntry> => {
  const [first] = log;
  let last = log.at(-1);
  if (!first || !last) throw new Error('a log has a first entry');
  const file = createWriteStream(path);
  let lines = log.map((entry) => JSON.stringify(entry));
  while (last.seq < entries) {
    last = nextEntry<Event>(last, first.prev, { at: last.at, event: COMMENT, author: OVERSIGHT });
    lines.push(JSON.stringify(last));
    if (lines.length < BATCH && last.seq < entries) continue;
    if (!file.write(`${lines.join('\n')}\n`)) await once(file, 'drain');
    lines = [];
  }
  file.end();
  await once(file, 'close');
  return last;
};

/**
 * The bag of a record whose log goes on to so many entries, each chained to the one before, written as a stream: no
 * page could be made of so many.
 */
export const writeLongLog = async (
  store: Store,
  name: string,
  { record, entries, folder }: { record: ItemRecord; entries: number; folder: string },
): Promise<void> => {
  const file = join(folder, 'log.ndjson');
  const last = await writeLog(file, record.log, entries);
  const payload = payloadWith(store, record).map((entry): FolderEntry =>
    entry.path === 'log.ndjson'
      ? { path: entry.path, content: () => Promise.resolve(createReadStream(file)) }
      : entry,
  );
  await writeBag(store, name, { info: { ...infoOf({ ...record, log: [last] }), ...DATED }, payload });
};
