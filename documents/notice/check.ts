import { bare } from '../../base/half-width';
import { NUMERAL, numeralOf } from '../../base/numeral';
import type { Published } from '../../domain/round/published';
import type { Dossier } from '../dossier';
import { type Unfinished, unfinishedIn } from '../unfinished';
import { noticeFigures, type NoticeFigures } from './figures';

/** Why a document is not the notice of a round, whatever its figures are. */
export type NotANotice =
  | ({ type: 'draft' } & Unfinished)
  /** It does not name the body, or speaks of no rectification. */
  | { type: 'of-another'; body: string };

/** A count of a round, or its money in fen. */
export type NoticeFigure = Exclude<keyof NoticeFigures, 'byPublished'> | Published;

/** A figure of the ledger that a document does not give. `found`: what it gives instead; empty where it gives none. */
export type FigureDoubt = { figure: NoticeFigure; ledger: number; found: number[] };

/** How many of the last characters of a body's name a notice has at least: it may leave out the place before them. */
const OWN_NAME = 4;

const names = (text: string, body: string): boolean => text.includes(bare(body).slice(-OWN_NAME));

/** Why the lines of a document, its tables included, are no finished notice of a body; undefined where they are. */
export const notANotice = (lines: readonly string[], body: string): NotANotice | undefined => {
  const unfinished = unfinishedIn(lines);
  if (unfinished) return { type: 'draft', ...unfinished };
  const text = bare(lines.join(''));
  return text.includes('整改') && names(text, body) ? undefined : { type: 'of-another', body };
};

/** As notices say it, without the number; `完成` alone would also be a part of other words. */
const SAID: Record<Published, string> = {
  completed: '(?:已经?|整改)完成(?:整改|销号)?|完成整改|已整改(?:到位)?|已办结|已销号',
  'completed-sustained': '基本完成(?:并?(?:需?长期坚持|持续推进))?|(?:转入|需)?长期坚持',
  ongoing: '(?:正在|继续|持续|仍在)(?:推进|整改)(?:中)?|推进中',
  'not-completed': '(?:尚未|未能?|超期未)(?:按期)?(?:完成|办结)(?:整改)?',
  withdrawn: '不予列入(?:[、或]并案)?|并案',
};

const COUNT = `(${NUMERAL})(?:项|个|条)`;

/** All numbers that a pattern finds, each once. */
const numbersIn = (text: string, pattern: string): number[] => [
  ...new Set(
    [...text.matchAll(new RegExp(pattern, 'gu'))].flatMap((match) => {
      const said = match.slice(1).find(Boolean);
      return (said === undefined ? undefined : numeralOf(said)) ?? [];
    }),
  ),
];

/** A status with its number after or before it; measures are counted in 条 beside it, and items are not. */
const countsOf = (text: string, published: Published): number[] => {
  const said = `(?:${SAID[published]})`;
  const items = `(${NUMERAL})(?:项|个)`;
  return numbersIn(
    text,
    `${said}(?:的?(?:有|为|共)|问题|事项|整改|[::])*${items}|${items}(?:问题|事项)?${said}`,
  );
};

/** Amounts in fen, each once. */
const amountsIn = (text: string): number[] => {
  const amounts = [...text.matchAll(/(?<![\d,])([\d,]+(?:\.\d+)?)(万)?(?:余)?元/gu)].map(
    ([, digits = '', tenThousand]) =>
      Math.round(Number(digits.replaceAll(',', '')) * (tenThousand === undefined ? 100 : 1_000_000)),
  );
  return [...new Set(amounts)];
};

const sentencesOf = (lines: readonly string[]): string[] =>
  lines.map(bare).flatMap((line) => line.split('。'));

/** What a document gives as each figure, in its own words: a category may have a count of its own. */
const foundIn = (lines: readonly string[]): Record<NoticeFigure, number[]> => {
  const sentences = sentencesOf(lines);
  const about = (words: RegExp) => sentences.filter((one) => words.test(one)).join('。');
  const text = sentences.join('。');
  const counts = (published: Published) => countsOf(text, published);
  return {
    categories: numbersIn(text, `(${NUMERAL})个(?:大)?方面`),
    items: numbersIn(text, `${COUNT}(?:具体|突出)?(?:问题|整改事项|整改任务)|问题(?:共|总?计)?${COUNT}`),
    recoveredFen: amountsIn(about(/追缴|挽回|退缴|收缴|清退/)),
    completed: counts('completed'),
    'completed-sustained': counts('completed-sustained'),
    ongoing: counts('ongoing'),
    'not-completed': counts('not-completed'),
    withdrawn: counts('withdrawn'),
  };
};

/** A notice need not count what is withdrawn, and published nowhere, nor its own headings. */
const UNTOLD: ReadonlySet<NoticeFigure> = new Set(['withdrawn', 'categories']);

/**
 * The figures of the ledger that the lines of a document do not give, or give otherwise. A figure stands if it is given
 * anywhere, since parts of a notice count their own; nothing has to be said of none.
 */
export const doubtsOfNotice = (lines: readonly string[], dossier: Dossier): FigureDoubt[] => {
  const found = foundIn(lines);
  const { byPublished, ...rest } = noticeFigures(dossier);
  const ledger: Record<NoticeFigure, number> = { ...rest, ...byPublished };
  return (Object.keys(ledger) as NoticeFigure[]).flatMap((figure): FigureDoubt[] => {
    const given = found[figure];
    if (given.includes(ledger[figure])) return [];
    const isSilent = given.every((one) => one === 0);
    if (isSilent && (ledger[figure] === 0 || UNTOLD.has(figure))) return [];
    return [{ figure, ledger: ledger[figure], found: given }];
  });
};
