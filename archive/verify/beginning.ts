import type { FolderReader } from '../../store/store';
import { LARGEST } from '../item/foreign';

/** The beginning of a file: enough to read it whole, or to see that it is too large to be a record. */
export const beginningOf = async (bag: FolderReader, path: string): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (await bag.open(path)) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LARGEST) break;
  }
  return Buffer.concat(chunks);
};
