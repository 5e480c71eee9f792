import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { verifyBag, writeBag } from '../archive/bag';
import { mediaTypeOf } from '../client/cli/files/media-type';
import { checkEvidence } from '../store/evidence';
import { openStore } from '../store/open';

/** Peaks of resident memory by the end of each step (evidence-memory.ts), in octets. */
type Peaks = number[];

/** What a process has used at most so far. */
const peak = (): number => process.resourceUsage().maxRSS * 1024;

/** A file of a size that takes no place on the disk. */
const fileOf = async (path: string, size: number): Promise<void> => {
  const handle = await open(path, 'wx');
  await handle.write('%PDF-1.7\n');
  await handle.truncate(size);
  await handle.close();
};

const wayOf = async (folder: string, size: number): Promise<Peaks> => {
  const path = join(folder, 'evidence.pdf');
  await fileOf(path, size);
  const peaks: Peaks = [];
  const mediaType = await mediaTypeOf(path);
  peaks.push(peak());
  const store = await openStore(pathToFileURL(join(folder, 'store')).href);
  const digest = await store.putEvidence(path);
  peaks.push(peak());
  await checkEvidence(store, digest);
  peaks.push(peak());
  const content = () => store.openEvidence(digest.sha512);
  const payload = [{ path: `evidence/001-${digest.sha512.slice(0, 12)}.pdf`, content }];
  await writeBag(store, 'bags/bench', { info: { 'Bagging-Date': '2021-06-30' }, payload });
  peaks.push(peak());
  const { valid } = await verifyBag(await store.folder('bags/bench'));
  if (!valid || mediaType !== 'application/pdf') throw new Error('the file did not come through');
  peaks.push(peak());
  return peaks;
};

/** A program: the way of one file of a size in a folder; prints the peaks as JSON. */
const main = async ([folder = '', size = '']: string[]): Promise<void> => {
  process.stdout.write(JSON.stringify(await wayOf(folder, Number(size))));
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(String((error as Error).stack));
  process.exitCode = 1;
});
