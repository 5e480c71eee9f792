import { buffer } from 'node:stream/consumers';
import { type Digest, digestOf } from '../../store/digest';
import { hasCode, StoreMissing } from '../../store/errors';
import { StoreFault } from '../../store/fault';
import type { FolderReader } from '../../store/store';
import { parseBagInfo } from './bag-info';
import { INFO } from './format';
import type { BagFault, Checked } from './report';

/** An unreachable store says nothing of the bag: its fault is rethrown, and reading may be tried again. */
const unreadable = (file: string, error: unknown): BagFault => {
  if (error instanceof StoreFault) throw error;
  const reason = error instanceof StoreMissing ? 'it is not a plain file' : String(error);
  return { type: 'file-unreadable', file, reason };
};

const textFault = (file: string, error: unknown): BagFault => {
  if (error instanceof StoreMissing) return { type: 'tag-file-missing', file };
  if (hasCode(error, ['ERR_ENCODING_INVALID_ENCODED_DATA'])) return { type: 'not-utf-8', file };
  return unreadable(file, error);
};

/** BagIt wants no byte order mark, so one is kept and seen. */
const decode = (bytes: Buffer): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** The text of a tag file; undefined, with the fault, if it is missing or cannot be read. */
export const readText = async (bag: FolderReader, file: string): Promise<Checked<string | undefined>> => {
  try {
    return { found: decode(await buffer(await bag.open(file))), faults: [] };
  } catch (error) {
    return { found: undefined, faults: [textFault(file, error)] };
  }
};

/** The digest of every file that can be read, by path. */
export const readDigests = async (
  bag: FolderReader,
  files: readonly string[],
): Promise<Checked<ReadonlyMap<string, Digest>>> => {
  const found = new Map<string, Digest>();
  const faults: BagFault[] = [];
  for (const file of files)
    try {
      found.set(file, await digestOf(await bag.open(file)));
    } catch (error) {
      faults.push(unreadable(file, error));
    }
  return { found, faults };
};

/** Labels and values of a bag's `bag-info.txt`. Throws `StoreMissing` if it has none. */
export const readBagInfo = async (bag: FolderReader): Promise<[label: string, value: string][]> =>
  parseBagInfo(decode(await buffer(await bag.open(INFO))));
