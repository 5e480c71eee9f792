import type { Digest } from '../../store/digest';
import type { FolderReader } from '../../store/store';
import { parseBagInfo } from './bag-info';
import { compare, type Suspicion } from './compare';
import {
  DECLARATION,
  DECLARED,
  INFO,
  OXUM,
  oxumOf,
  PAYLOAD_MANIFEST,
  TAG_FILES,
  TAG_MANIFEST,
} from './format';
import { type Part, parseManifest, partOf } from './manifest';
import { readDigests, readText } from './read';
import type { BagFault, BagReport, Checked } from './report';

/**
 * Checks a bag of BagIt 1.0 (RFC 8493) as we write them: complete, and every checksum matches. Stricter than
 * the standard where it leaves a choice: both manifests must be there, in the one form we give them, and
 * every file must be listed, so that no change at all goes unnoticed. A damaged bag is reported, file by
 * file, and never thrown; only listing the folder may throw, with the error of the system, and a store that is
 * away (`StoreFault`). Reads each file as a stream, and none that the folder itself does not list. Where a single
 * file was changed, even a manifest, the first fault names it.
 */
export const verifyBag = async (bag: FolderReader): Promise<BagReport> => {
  const present = await bag.files();
  const tags = present.filter((file) => partOf(file) === 'tags' && file !== TAG_MANIFEST);
  const files = present.filter((file) => partOf(file) === 'payload');
  const declared = await checkDeclaration(bag);
  // A tag manifest has no other to vouch for it, but the names of our tag files are known.
  const tagged = await checkPart(bag, TAG_MANIFEST, tags, (file) => TAG_FILES.includes(file));
  const isAltered = tagged.faults.some(({ file }) => file === PAYLOAD_MANIFEST);
  const payload = await checkPart(bag, PAYLOAD_MANIFEST, files, () => isAltered);
  const octets = [...payload.found.values()].reduce((sum, { size }) => sum + size, 0);
  const faults = [...declared, ...tagged.faults, ...payload.faults];
  // With a file missing or changed, the sum would only blame a second file.
  const oxum = faults.length === 0 ? await checkOxum(bag, oxumOf(octets, files.length)) : [];
  return {
    valid: faults.length + oxum.length === 0,
    faults: [...faults, ...oxum],
    files: files.length,
    octets,
  };
};

const PART: Record<typeof TAG_MANIFEST | typeof PAYLOAD_MANIFEST, Part> = {
  [TAG_MANIFEST]: 'tags',
  [PAYLOAD_MANIFEST]: 'payload',
};

/** Compares all files of a part with its manifest. */
const checkPart = async (
  bag: FolderReader,
  manifest: keyof typeof PART,
  files: string[],
  isManifestsFault: Suspicion,
): Promise<Checked<ReadonlyMap<string, Digest>>> => {
  const text = await readText(bag, manifest);
  const digests = await readDigests(bag, files);
  if (text.found === undefined) return { found: digests.found, faults: [...text.faults, ...digests.faults] };
  const listed = parseManifest(text.found, manifest, PART[manifest]);
  const there = { files: new Set(files), digests: digests.found };
  const compared = compare(listed.found, there, manifest, isManifestsFault);
  return { found: digests.found, faults: [...listed.faults, ...digests.faults, ...compared] };
};

const checkDeclaration = async (bag: FolderReader): Promise<BagFault[]> => {
  const { found, faults } = await readText(bag, DECLARATION);
  if (found === undefined || found === DECLARED) return faults;
  return [{ type: 'declaration-differs', file: DECLARATION, expected: DECLARED, found: found.slice(0, 200) }];
};

const checkOxum = async (bag: FolderReader, expected: string): Promise<BagFault[]> => {
  const { found, faults } = await readText(bag, INFO);
  const differing = parseBagInfo(found ?? '')
    .filter(([label, value]) => label.toLowerCase() === OXUM.toLowerCase() && value !== expected)
    .map(([, value]): BagFault => ({ type: 'oxum-differs', file: INFO, expected, found: value }));
  return [...faults, ...differing];
};
