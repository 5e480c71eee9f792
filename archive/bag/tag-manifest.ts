import type { Sha512 } from '../../base/ids';
import { digestOf } from '../../store/digest';
import type { FolderReader } from '../../store/store';
import { TAG_MANIFEST } from './format';

/** SHA-512 of a bag's tag manifest: the one figure that names everything in it. Throws `StoreMissing`. */
export const tagManifestOf = async (bag: FolderReader): Promise<Sha512> =>
  (await digestOf(await bag.open(TAG_MANIFEST))).sha512;
