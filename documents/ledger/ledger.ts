import { isProvisional } from '../../domain/calendar/calendar';
import { yearOf } from '../../domain/calendar/civil';
import { readable } from '../../domain/calendar/zone';
import { categoryNumber } from '../../base/ids';
import { words } from '../../domain/language';
import type { RoundHead } from '../../domain/plan/plan';
import type { Policy } from '../../domain/round/policy';
import type { Language } from '../../domain/round/roster';
import type { Dossier } from '../dossier';
import { documentName } from '../file-name';
import type { Cell } from './cell';
import type { ColumnDefinition, Subject } from './column-definition';
import { COLUMN_KEYS, type ColumnKey, type GroupKey } from './columns';
import { COLUMNS } from './column-cells';
import { ledgerWords } from './language';
import type { LedgerWords } from './language/words';
import type { LedgerLine } from './line';
import { type Summary, summaryOf } from './summary';

export type LedgerColumn = Pick<ColumnDefinition, 'level' | 'width' | 'centred'> & {
  key: ColumnKey;
  heading: string;
  /** The heading that it has in common with its neighbours. */
  group?: { key: GroupKey; heading: string };
  /** Both headings in one. */
  whole: string;
};

/** The ledger of a round (台账) at one moment, for any form of file. */
export type LedgerDocument = Pick<Dossier, 'now' | 'today' | 'totals'> &
  Pick<RoundHead, 'round' | 'title' | 'body'> & {
    language: Language;
    drill?: string;
    identity: Policy['identity'];
    /** Years of dates in it that rest on no published schedule of holidays. */
    provisionalYears: readonly number[];
    heading: string;
    /** The line under the heading: whose ledger it is, of when, and what is to be known of it first. */
    preface: readonly string[];
    columns: readonly LedgerColumn[];
    /** In the order of the plan; the lines of an item, and of a category, follow each other. */
    lines: readonly LedgerLine[];
    summary: Summary;
    fileName: string;
  };

/** What few offices have in their plans takes no room in the ledgers of the others. */
const isShown = (key: ColumnKey, lines: readonly LedgerLine[]): boolean =>
  !COLUMNS[key].optional || lines.some(({ cells }) => cells[key]);

const columnsIn = (say: LedgerWords, lines: readonly LedgerLine[]): LedgerColumn[] =>
  COLUMN_KEYS.filter((key) => isShown(key, lines)).map((key) => {
    const { cell: _cell, optional: _optional, group, ...rest } = COLUMNS[key];
    const heading = say.heading[key];
    if (group === undefined) return { key, heading, whole: heading, ...rest };
    const common = say.group[group];
    const whole = say.grouped(common, heading);
    return { key, heading, group: { key: group, heading: common }, whole, ...rest };
  });

const lineOf = (subject: Subject): LedgerLine => {
  const { number, category } = subject.item.row;
  const cells: Partial<Record<ColumnKey, Cell>> = {};
  for (const key of COLUMN_KEYS) {
    const cell = COLUMNS[key].cell(subject);
    if (cell) cells[key] = cell;
  }
  return { item: number, category: `${categoryNumber(number)} ${category}`, cells };
};

const linesOf = (dossier: Dossier, language: Language, say: LedgerWords): LedgerLine[] =>
  dossier.items.flatMap((item) =>
    item.state.measures.map((measure) => lineOf({ dossier, item, measure, words: words(language), say })),
  );

const provisionalYearsOf = (lines: readonly LedgerLine[], { calendar }: Dossier): number[] => {
  const dates = lines.flatMap(({ cells }) =>
    Object.values(cells).flatMap((cell) => (cell.type === 'date' ? [cell.date] : [])),
  );
  return [...new Set(dates.filter((date) => isProvisional(calendar, date)).map(yearOf))].sort();
};

const prefaceOf = ({ head, clock, now }: Dossier, say: LedgerWords): string[] => [
  ...(clock.drill === undefined ? [] : [say.drill(clock.drill)]),
  say.body(head.body),
  say.asOf(readable(now)),
  ...(head.policy.identity === 'claimed' ? [say.claimed] : []),
];

/** The ledger of a round, made from its dossier. Its totals are those of the dossier. */
export const ledgerOf = (dossier: Dossier, language: Language): LedgerDocument => {
  const say = ledgerWords(language);
  const { head, clock, now, today, totals } = dossier;
  const { round, title, body, policy } = head;
  const lines = linesOf(dossier, language, say);
  return {
    language,
    round,
    title,
    body,
    identity: policy.identity,
    now,
    today,
    totals,
    lines,
    ...(clock.drill !== undefined && { drill: clock.drill }),
    provisionalYears: provisionalYearsOf(lines, dossier),
    heading: say.title(title),
    preface: prefaceOf(dossier, say),
    columns: columnsIn(say, lines),
    summary: summaryOf(totals, lines, words(language), say),
    fileName: documentName(clock, language, say.fileName(round, today)),
  };
};
