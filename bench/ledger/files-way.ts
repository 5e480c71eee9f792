import { boardOf, boardPage, figuresOfBoard } from '../../documents/board';
import type { Dossier } from '../../documents/dossier';
import { ledgerContent } from '../../documents/files/ledger-file';
import { ledgerOf } from '../../documents/ledger';
import { STATUSES } from '../../domain/item/states';
import { aDossier, asDossierItem } from '../../testing/dossier';
import { anItem, birthFor, NOW } from '../../testing/item';
import { aBirth } from '../../testing/world';
import { upTo } from '../batches';
import { numberOf } from '../population';
import { timed } from '../statistics';

/** One paper: how long it took to make, its size, and the octets that the process had at most by then. */
export type Made = { ms: number; octets: number; peak: number };

/** What the papers of one round took; `items`: of how many each speaks. */
export type Papers = { items: number[]; peakBefore: number; ledger: Made; board: Made };

const peak = (): number => process.resourceUsage().maxRSS * 1024;

/** A round whose items are in all states in turn, each with what it has by then. */
const dossierOf = (items: number): Dossier =>
  aDossier(
    upTo(items).map((index) => {
      const status = STATUSES[index % STATUSES.length] ?? 'assigned';
      const { context } = birthFor(status);
      const planned = { ...context.planned, number: numberOf(index) };
      return asDossierItem(anItem(status, aBirth({ planned })));
    }),
    NOW,
  );

const made = async <T extends string | Uint8Array>(make: () => Promise<T>): Promise<[T, Made]> => {
  const [content, ms] = await timed(make);
  return [content, { ms, octets: Buffer.byteLength(content), peak: peak() }];
};

/** A program: makes ledger and board of a round of so many items in memory, and prints what that took as JSON. */
const main = async ([items = '']: string[]): Promise<void> => {
  const dossier = dossierOf(Number(items));
  const peakBefore = peak();
  const [, ledger] = await made(() => ledgerContent(ledgerOf(dossier, 'zh-CN'), 'xlsx'));
  const [page, board] = await made(() => Promise.resolve(boardPage(boardOf(dossier), 'zh-CN')));
  const inLedger = new Set(ledgerOf(dossier, 'zh-CN').lines.map(({ item }) => item)).size;
  const papers: Papers = { items: [inLedger, figuresOfBoard(page).items], peakBefore, ledger, board };
  process.stdout.write(JSON.stringify(papers));
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(String((error as Error).stack));
  process.exitCode = 1;
});
