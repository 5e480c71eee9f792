import { spawnSync } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mediaTypeOf } from '../client/cli/files/media-type';
import { verifyBag, writeBag } from '../archive/bag';
import { checkEvidence } from '../store/evidence';
import { openStore } from '../store/open';

/**
 * `npm run bench:evidence`: how much memory a file of evidence takes on its way from the handler's disk into the bag,
 * at 16 MiB and at 2 GiB. What counts is the ratio: 1 is constant memory. Needs 6 GiB of the temporary folder.
 */

const MIB = 1024 ** 2;
const [SMALL, LARGE] = [16 * MIB, 2048 * MIB];

const STEPS = ['looked at', 'stored', 'read again', 'put into a bag', 'verified'] as const;

/** Peaks of resident memory by the end of each step, in octets. */
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

/** In a process of its own, so that peaks are its own. */
const measured = async (size: number): Promise<Peaks> => {
  const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));
  try {
    const { stdout, stderr, status } = spawnSync(process.execPath, [__filename, folder, String(size)], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Peaks;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const compare = async (): Promise<void> => {
  const small = await measured(SMALL);
  const large = await measured(LARGE);
  const inMib = (octets: number) => `${Math.round(octets / MIB)} MiB`.padStart(10);
  process.stdout.write(
    `${'peak memory once'.padEnd(18)}${'16 MiB'.padStart(10)}${'2 GiB'.padStart(10)}  ratio\n`,
  );
  for (const [index, step] of STEPS.entries()) {
    const before = small[index] ?? 0;
    const after = large[index] ?? 0;
    process.stdout.write(
      `${step.padEnd(18)}${inMib(before)}${inMib(after)}  ${(after / before).toFixed(2)}\n`,
    );
  }
};

const [folder, size] = process.argv.slice(2);
if (folder === undefined) void compare();
else void wayOf(folder, Number(size)).then((peaks) => process.stdout.write(JSON.stringify(peaks)));
