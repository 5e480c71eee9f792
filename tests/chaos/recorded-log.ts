import { text } from 'node:stream/consumers';
import { RECORD } from '../../archive/item/read-record';
import type { LogEntry } from '../../domain/item/log';
import type { FolderReader } from '../../store/store';

/** The log that a bag holds. */
export const readRecordedLog = async (bag: FolderReader): Promise<LogEntry[]> =>
  (await text(await bag.open(RECORD.log)))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LogEntry);
