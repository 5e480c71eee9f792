import type { Sha512 } from '../../domain/ids';
import { digestOf } from '../digest';
import type { FolderReader } from '../store';
import { TAG_MANIFEST } from './format';

/** SHA-512 of a bag's tag manifest: the one figure that names everything in it. Throws `StoreMissing`. */
export const tagManifestOf = async (bag: FolderReader): Promise<Sha512> =>
  (await digestOf(await bag.open(TAG_MANIFEST))).sha512;
