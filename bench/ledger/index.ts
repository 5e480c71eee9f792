import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { type Bench, type Figures, numberIn } from '../bench';
import { Stage } from '../stage';
import { asked } from './asked';
import type { Made, Papers } from './files-way';

const MIB = 1024 ** 2;

const figuresOf = ({ ms, octets, peak }: Made): Figures => ({
  ms: Math.round(ms),
  octets,
  peakMiB: Math.round(peak / MIB),
});

/** In a process of its own, so that its peaks are its own. */
const papersOf = (items: number): Figures => {
  const args = [path.join(__dirname, 'files-way.js'), String(items)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const papers = JSON.parse(stdout) as Papers;
  if (papers.items.some((count) => count !== items))
    throw new Error(`ledger and board speak of ${papers.items.join(' and ')} of ${items} items`);
  return {
    peakMiBBefore: Math.round(papers.peakBefore / MIB),
    xlsx: figuresOf(papers.ledger),
    board: figuresOf(papers.board),
  };
};

/** What somebody waits for who wants the papers of a large round. */
export const ledger: Bench = {
  about:
    'a round of many items: how long the query of its ledger takes, and asking each item, and its papers',
  numbers: { items: 2000 },
  run: async (setting) => {
    const items = numberIn(setting, 'items');
    const papers = papersOf(items);
    return { ours: { ...(await Stage.with(setting, asked(items))), ...papers } };
  },
};
