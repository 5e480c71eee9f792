import type { BagReference, KnownBag } from '../../../archive/round/record';
import { type BagFault, readBagInfo, tagManifestOf, verifyBag } from '../../../archive/bag';
import { StoreMissing } from '../../../store/errors';
import type { Store } from '../../../store/store';
import { type Found, wanted } from './found';

const named = (faults: readonly BagFault[]): string =>
  faults
    .slice(0, 3)
    .map(({ file }) => file)
    .join(', ');

const read = async (store: Store, known: KnownBag): Promise<Found<BagReference>> => {
  const { bag, archiveNumber, manifest: noted } = known;
  const folder = await store.folder(bag);
  const { valid, faults } = await verifyBag(folder);
  if (!valid) return wanted((say) => say.bagDamaged(bag, named(faults)));
  const manifest = await tagManifestOf(folder);
  if (noted !== undefined && manifest !== noted) return wanted((say) => say.bagDiffers(bag));
  const info = await readBagInfo(folder);
  const number = info.find(([label]) => label === 'External-Identifier')?.[1];
  return number === archiveNumber
    ? { value: { ...known, manifest } }
    : wanted((say) => say.bagOfOtherNumber(bag, archiveNumber));
};

/** Reads the bag of an item's life again: it must be valid, and the one that the item noted when it was archived. */
export const judgeBag = async (store: Store, known: KnownBag): Promise<Found<BagReference>> => {
  try {
    return await read(store, known);
  } catch (error) {
    if (!(error instanceof StoreMissing)) throw error;
    return wanted((say) => say.bagMissing(known.bag));
  }
};
