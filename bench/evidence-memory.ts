import { spawnSync } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mediaTypeOf } from '../client/cli/files/media-type';
import { verifyBag, writeBag } from '../archive/bag';
import { checkEvidence } from '../store/evidence';
import { openStore } from '../store/open';
import type { Bench, Figures } from './bench';

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
    const args = [__filename, 'evidence', folder, String(size)];
    const { stdout, stderr, status } = spawnSync(process.execPath, [...args, '--json'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const { figures } = JSON.parse(stdout) as { figures: Record<string, number> };
    return STEPS.map((step) => figures[step] ?? 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const compare = async (): Promise<Figures> => {
  const small = await measured(SMALL);
  const large = await measured(LARGE);
  const figures: Figures = {};
  for (const [index, step] of STEPS.entries()) {
    const [before = 0, after = 0] = [small[index], large[index]];
    figures[`${step}: peak with 16 MiB, MiB`] = Math.round(before / MIB);
    figures[`${step}: peak with 2 GiB, MiB`] = Math.round(after / MIB);
    figures[`${step}: ratio`] = (after / before).toFixed(2);
  }
  return figures;
};

const peaksOf = async (folder: string, size: number): Promise<Figures> => {
  const peaks = await wayOf(folder, size);
  return Object.fromEntries(STEPS.map((step, index) => [step, peaks[index] ?? 0]));
};

/** What counts is the ratio: 1 is constant memory. */
export const evidence: Bench = {
  about:
    'peak memory for a file of 16 MiB and one of 2 GiB on its way into a bag; needs 6 GiB of the temporary folder',
  usage: '',
  run: ([folder, size]) => (folder === undefined ? compare() : peaksOf(folder, Number(size))),
};
