import type { Digest } from '../digest';
import type { FolderReader } from '../store';
import { parseBagInfo } from './bag-info';
import { DECLARATION, DECLARED, INFO, OXUM, oxumOf, PAYLOAD_MANIFEST, TAG_MANIFEST } from './format';
import { type Manifest, type Part, parseManifest, partOf } from './manifest';
import { readDigests, readText } from './read';
import type { BagFault, BagReport, Checked } from './report';

/**
 * Checks a bag of BagIt 1.0 (RFC 8493) as we write them: complete, and every checksum matches. Stricter than
 * the standard where it leaves a choice: both manifests must be there, in the one form we give them, and
 * every file must be listed, so that no change at all goes unnoticed. A rotten bag is reported, file by
 * file, and never thrown; only listing the folder may throw, with the error of the system, and a store that is
 * away (`StoreFault`). Reads each file as a stream, and none that the folder itself does not list.
 */
export const verifyBag = async (bag: FolderReader): Promise<BagReport> => {
  const present = await bag.files();
  const tags = present.filter((file) => partOf(file) === 'tags' && file !== TAG_MANIFEST);
  const files = present.filter((file) => partOf(file) === 'payload');
  const declared = await checkDeclaration(bag);
  const tagged = await checkPart(bag, TAG_MANIFEST, 'tags', tags);
  const payload = await checkPart(bag, PAYLOAD_MANIFEST, 'payload', files);
  const octets = [...payload.found.values()].reduce((sum, { size }) => sum + size, 0);
  const oxum = tags.includes(INFO) ? await checkOxum(bag, oxumOf(octets, files.length)) : [];
  const faults = [...declared, ...tagged.faults, ...payload.faults, ...oxum];
  return { valid: faults.length === 0, faults, files: files.length, octets };
};

type Digests = ReadonlyMap<string, Digest>;

/** Compares all files of a part with its manifest. */
const checkPart = async (
  bag: FolderReader,
  manifest: string,
  part: Part,
  files: string[],
): Promise<Checked<Digests>> => {
  const text = await readText(bag, manifest);
  const digests = await readDigests(bag, files);
  if (text.found === undefined) return { found: digests.found, faults: [...text.faults, ...digests.faults] };
  const listed = parseManifest(text.found, manifest, part);
  const compared = compare(listed.found, new Set(files), digests.found, manifest);
  return { found: digests.found, faults: [...listed.faults, ...digests.faults, ...compared] };
};

const compare = (
  listed: Manifest,
  files: ReadonlySet<string>,
  digests: Digests,
  manifest: string,
): BagFault[] => {
  const faults: BagFault[] = [];
  for (const [file, expected] of listed) {
    const found = digests.get(file)?.sha512;
    if (!files.has(file)) faults.push({ type: 'file-missing', file, manifest });
    else if (found !== undefined && found !== expected)
      faults.push({ type: 'checksum-differs', file, manifest, expected, found });
  }
  for (const file of files) if (!listed.has(file)) faults.push({ type: 'file-unlisted', file, manifest });
  return faults;
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
