import { moneyIn, RESULT_KINDS } from '../../domain/item/result-kind';
import { type Published, PUBLISHED } from '../../domain/round/published';
import type { Totals } from '../../domain/round/totals';
import type { Measure } from '../../domain/item/state';
import type { Dossier } from '../dossier';
import type { OfficialPaper, Paragraph } from '../paper';
import { office, resultText, titled, yuan } from '../paper-text';
import { categoryCount } from './published';

/** The counts that a notice gives of its round. */
export type NoticeFigures = {
  categories: number;
  items: number;
  byPublished: Record<Published, number>;
  /** 追缴、挽回资金, in fen. */
  recoveredFen: number;
};

const tally = (counted: (published: Published) => number): Record<Published, number> =>
  Object.fromEntries(PUBLISHED.map((published) => [published, counted(published)])) as Record<
    Published,
    number
  >;

/** `20` and the word after it; nothing for zero. */
const counts = ({ byPublished }: Totals): string =>
  PUBLISHED.filter((published) => byPublished[published] > 0)
    .map((published) => `${office.published[published]}${byPublished[published]}项`)
    .join('，');

const completed = ({ items }: Pick<Dossier, 'items'>): NonNullable<Measure['completed']>[] =>
  items.flatMap(({ state }) => state.measures.flatMap((measure) => measure.completed ?? []));

/** The figures of the ledger that a notice of this moment has. */
export const noticeFigures = (dossier: Dossier): NoticeFigures => ({
  categories: categoryCount(dossier),
  items: dossier.totals.items,
  byPublished: dossier.totals.byPublished,
  recoveredFen: moneyIn(dossier.totals.resultTotals),
});

/** Money of every kind that was brought back. */
const money = ({ totals }: Pick<Dossier, 'totals'>): string => {
  const fen = moneyIn(totals.resultTotals);
  return fen > 0 ? `共追缴、挽回资金${yuan(fen)}。` : '';
};

/** Whether results were recorded: then they say how many rules there are, which may be more than have a title. */
const hasRecorded = ({ items }: Pick<Dossier, 'items'>): boolean => items.some(({ state }) => state.results);

/** 整改成效 by kind, where results were recorded. */
const resultParagraphs = (dossier: Pick<Dossier, 'items' | 'totals'>): Paragraph[] => {
  const { resultTotals } = dossier.totals;
  if (!resultTotals || !hasRecorded(dossier)) return [];
  const texts = RESULT_KINDS.flatMap((kind) => {
    const figure = resultTotals[kind];
    return figure === undefined ? [] : [resultText(kind, figure)];
  });
  return [{ part: 'body', text: `整改成效：${texts.join('，')}。` }];
};

/** Rules that the measures made, by their titles in the order of the plan. */
const ruleParagraphs = (dossier: Pick<Dossier, 'items'>): Paragraph[] => {
  const titles = completed(dossier).flatMap(({ regulation }) => (regulation ? [titled(regulation)] : []));
  const rules = [...new Set(titles)];
  return rules.length === 0
    ? []
    : [
        {
          part: 'body',
          text: hasRecorded(dossier)
            ? `形成的制度成果包括${rules.join('')}。`
            : `共形成制度成果${rules.length}项：${rules.join('')}。`,
        },
      ];
};

/**
 * The results of the round as a whole. The totals are those of the ledger, never counted again, in a paragraph that
 * holds nobody else's words.
 */
export const totalsParagraphs = (dossier: Dossier): Paragraph[] => {
  const { totals, today } = dossier;
  const scope = `反馈指出的${categoryCount(dossier)}个方面、${totals.items}项问题中`;
  const text = `截至${office.date.day(today)}，${scope}，${counts(totals)}。${money(dossier)}`;
  return [{ part: 'body', text, about: 'totals' }, ...resultParagraphs(dossier), ...ruleParagraphs(dossier)];
};

const numberIn = (text: string, pattern: RegExp): number =>
  Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? 0);

/** The figures as the words of a finished notice give them. */
export const figuresOfNotice = ({ paragraphs }: Pick<OfficialPaper, 'paragraphs'>): NoticeFigures => {
  const text = paragraphs.find(({ about }) => about === 'totals')?.text ?? '';
  return {
    categories: numberIn(text, /(?<!\d)(\d+)个方面/),
    items: numberIn(text, /(?<!\d)(\d+)项问题中/),
    byPublished: tally((published) => numberIn(text, new RegExp(`，${office.published[published]}(\\d+)项`))),
    recoveredFen: numberIn(text, /(?<![\d,])([\d,]+)(?:\.\d\d)?元/) * 100 + numberIn(text, /\.(\d\d)元/),
  };
};

/**
 * How many items a finished notice reports on under each published status, counted paragraph by paragraph;
 * what is not listed on its own counts as withdrawn.
 */
export const listedInNotice = ({
  paragraphs,
}: Pick<OfficialPaper, 'paragraphs'>): Record<Published, number> => {
  const reports = paragraphs.filter(({ about }) => about !== undefined && about !== 'totals');
  return tally(
    (published) =>
      reports.filter(({ runOn }) =>
        runOn === undefined
          ? published === 'withdrawn'
          : runOn.startsWith(`${office.published[published]}。`),
      ).length,
  );
};
