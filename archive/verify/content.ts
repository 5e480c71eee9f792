import type { BagContent } from '../item/read-record';
import { type BagFault, INFO, parseBagInfo, parseManifest, PAYLOAD_MANIFEST, readText } from '../bag';
import type { FolderReader } from '../../store/store';

/** What a bag that is valid says of itself: its label, and every file with its hash. `faults`: a label that cannot be read. */
export const contentOf = async (
  bag: FolderReader,
): Promise<{ content: Omit<BagContent, 'files'>; faults: BagFault[] }> => {
  const [manifest, info] = [await readText(bag, PAYLOAD_MANIFEST), await readText(bag, INFO)];
  const listed = parseManifest(manifest.found ?? '', PAYLOAD_MANIFEST, 'payload').found;
  const payload = new Map([...listed].map(([path, { sha512 }]) => [path, sha512]));
  return { content: { info: parseBagInfo(info.found ?? ''), payload }, faults: info.faults };
};
