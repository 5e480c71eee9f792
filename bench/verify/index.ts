import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openStore } from '../../store/open';
import type { Store } from '../../store/store';
import { type Bench, type Figures, numberIn, type Setting } from '../bench';
import { writeLongLog, writeRecord } from './bags';
import { isTaken, mostEntries, recordWith } from './records';
import type { Verified } from './verify-way';

const MIB = 1024 ** 2;

/** What a verifier says of a bag with files of its record that are too large. */
type Verdict = 'valid' | 'too-large';

/** Verifies in a process of its own, so that its peak is its own. Throws where the verdict is another than expected. */
const verified = (folder: string, name: string, expected: Verdict): Figures => {
  const args = [path.join(__dirname, 'verify-way.js'), path.join(folder, name)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const { valid, faults, problems, ms, peak, files, octets } = JSON.parse(stdout) as Verified;
  const isExpected =
    expected === 'valid'
      ? valid
      : !valid && faults > 0 && problems.every(([, problem]) => problem === 'too-large');
  if (!isExpected)
    throw new Error(`${name}: ${expected} was expected, ${faults} faults: ${JSON.stringify(problems)}`);
  return {
    ms: Math.round(ms),
    peakMiB: Math.round(peak / MIB),
    files,
    octets,
    refused: Number(expected !== 'valid'),
  };
};

/** A tenth more than a log may have. */
const BEYOND = 1.1;

type Place = { store: Store; folder: string };

/** The longest log that is taken; a longer one is not. */
const longestLog = async ({ store, folder }: Place): Promise<Figures & { entries: number }> => {
  const entries = mostEntries(store);
  await writeRecord(store, 'longer', recordWith('entries', Math.ceil(entries * BEYOND)));
  verified(folder, 'longer', 'too-large');
  await writeRecord(store, 'longest', recordWith('entries', entries));
  return { entries, ...verified(folder, 'longest', 'valid') };
};

const measure = async ({ store, folder }: Place, setting: Setting): Promise<Figures> => {
  const [files, entries] = [numberIn(setting, 'files'), numberIn(setting, 'entries')];
  await writeRecord(store, 'small', recordWith('files', 2));
  const small = verified(folder, 'small', 'valid');
  const record = recordWith('files', files);
  await writeRecord(store, 'files', record);
  const ofFiles = verified(folder, 'files', isTaken(store, record) ? 'valid' : 'too-large');
  const longest = await longestLog({ store, folder });
  if (entries <= longest.entries) throw new RangeError(`--entries: more than ${longest.entries} are wanted`);
  await writeLongLog(store, 'log', { record: recordWith('entries', 0), entries, folder });
  const log = { entries, ...verified(folder, 'log', 'too-large') };
  return { small, evidence: ofFiles, log, longestLog: longest };
};

/** What an auditor waits for, with bags as large as they are taken, and with larger ones. */
export const verify: Bench = {
  about:
    'time and peak memory to verify a bag with many files, and one with a long log; `refused` is 1 where the verdict is “too large”',
  numbers: { files: 10_000, entries: 1_000_000 },
  run: async (setting) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'rectify-bench-'));
    try {
      const store = await openStore(pathToFileURL(folder).href);
      return { ours: await measure({ store, folder }, setting) };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
