import { buffer } from 'node:stream/consumers';
import { readBagInfo, writeBag } from '../../archive/bag';
import type { Store } from '../../store/store';
import { scratchStore } from '../../testing/store';

/** The files of a bag by their paths in it. */
export type BagFiles = Map<string, Buffer>;

/**
 * A bag with other files in it, alone in a store of its own, every checksum of BagIt computed again: what anybody can make
 * who has no key. Its location.
 */
export const remadeBag = async (
  store: Store,
  name: string,
  change: (files: BagFiles, info: Record<string, string>) => void,
): Promise<string> => {
  const [bag, { store: other }] = [await store.folder(name), await scratchStore()];
  const paths = (await bag.files()).filter((path) => path.startsWith('data/'));
  const files: BagFiles = new Map();
  for (const path of paths) files.set(path, await buffer(await bag.open(path)));
  const { 'Payload-Oxum': _, ...info } = Object.fromEntries(await readBagInfo(bag));
  change(files, info);
  const payload = [...files].map(([path, content]) => ({ path: path.replace(/^data\//, ''), content }));
  await writeBag(other, name, { info, payload });
  return other.locate(name);
};
