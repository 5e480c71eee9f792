import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Figures } from './bench';
import { rounded } from './statistics';

const MIB = 1024 ** 2;
const [SMALL, LARGE] = [16 * MIB, 2048 * MIB];

const STEPS = ['lookedAt', 'stored', 'readAgain', 'bagged', 'verified'] as const;

/** In a process of its own, so that its peaks are its own. */
const peaksOf = async (size: number): Promise<number[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'rectify-bench-'));
  try {
    const args = [join(__dirname, 'evidence-way.js'), folder, String(size)];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as number[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** What counts is the ratio: 1 is constant memory. */
export const evidence: Bench = {
  about:
    'peak memory for a file of 16 MiB and one of 2 GiB on its way into a bag; needs 6 GiB of the temporary folder',
  numbers: {},
  run: async () => {
    const small = await peaksOf(SMALL);
    const large = await peaksOf(LARGE);
    const ours: Figures = {};
    for (const [index, step] of STEPS.entries()) {
      const [before = 0, after = 0] = [small[index], large[index]];
      ours[step] = {
        peakMiBOf16MiB: Math.round(before / MIB),
        peakMiBOf2GiB: Math.round(after / MIB),
        ratio: rounded(after / before, 2),
      };
    }
    return { ours };
  },
};
