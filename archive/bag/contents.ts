import type { FolderReader } from '../../store/store';
import { PAYLOAD_MANIFEST } from './format';
import { parseManifest } from './manifest';
import { readBagInfo, readText } from './read';

/** What a bag says that it holds: the labels of `bag-info.txt`, and the SHA-512 of each file of its payload by path. */
export type BagContents = {
  info: readonly (readonly [label: string, value: string])[];
  payload: ReadonlyMap<string, string>;
};

/** The contents of a bag that has been found valid. Throws `StoreMissing` if it has no `bag-info.txt`. */
export const contentsOf = async (bag: FolderReader): Promise<BagContents> => {
  const { found = '' } = await readText(bag, PAYLOAD_MANIFEST);
  const listed = parseManifest(found, PAYLOAD_MANIFEST, 'payload').found;
  return {
    info: await readBagInfo(bag),
    payload: new Map([...listed].map(([path, { sha512 }]) => [path, sha512])),
  };
};
