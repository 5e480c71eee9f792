import { words } from '../../domain/language';
import { MeasureKind } from '../../domain/plan/plan';
import { bare, fold } from '../../base/half-width';
import { marksIn } from '../text/heading-styles';
import { FRAME, nameOfProblem } from '../text/signs';
import type { SourceCell, SourceRow, SourceTable } from '../source';

/** How rows begin that are notes or totals, not items. */
export const NOT_ROWS =
  /^(?:[注备][:注]|备注|说明|填表|制表|审核|[合总小]计|填报|[^:：]{0,8}签[字章名]|(?:notes?|remarks?)[:.]|(?:sub|grand)?total\b|(?:prepared|reviewed|approved)by\b|signature)/i;

/** A text without the number that it begins with. */
export const withoutMark = (text: string): { no?: number; words: string } => {
  const mark = marksIn(fold(text))[0];
  if (mark?.from !== 0) return { words: text.trim() };
  return { no: mark.no, words: text.slice(mark.to).trim() };
};

const MEASURE_KINDS = [words('zh-CN').measureKind, words('en').measureKind];

/** A code, or the word for it in either language. */
export const measureKindIn = (cell: string): MeasureKind | undefined => {
  const said = bare(cell).toLowerCase();
  return MeasureKind.options.find((kind) =>
    [kind, ...MEASURE_KINDS.map((of) => of[kind])].some((name) => bare(name).toLowerCase() === said),
  );
};

/** Says that a matter is not classified; whatever else stands there may say that it is. */
export const IS_OPEN =
  /^(?:否|不涉密|非密|非涉密|公开|无|不|no?|none|false|public|unclassified|n\/a|[-—/×])$/i;

/** Items are numbered by their place: a number beside them says nothing more. */
export const IS_NUMBER = /^[\d.、()〇一二三四五六七八九十-]*$/;

const LATIN_BEFORE = /[\w,.;:)]$/;
const LATIN_AFTER = /^[\w(]/;

/** Lines of Chinese join as they are, words with a space. */
export const oneLine = (text: string): string => {
  let last = '';
  return text
    .split('\n')
    .map((line) => line.trim())
    .map((line) => {
      const gap = LATIN_BEFORE.test(last) && LATIN_AFTER.test(line.charAt(0)) ? ' ' : '';
      last = line.slice(-1) || last;
      return `${gap}${line}`;
    })
    .join('')
    .trim();
};

/** The problem that a cell names, without its number and frame. */
export const problemIn = (cell: string): string => {
  const { words: plain } = withoutMark(oneLine(cell));
  const framed = FRAME.exec(fold(plain));
  if (framed?.[1] === undefined) return nameOfProblem(plain, false);
  const begins = framed[0].indexOf(framed[1]);
  const rest = plain.slice(framed[0].length).replace(/^[\s。，,;；：:]+/, '');
  return rest === ''
    ? nameOfProblem(plain.slice(begins, framed[0].length), true)
    : nameOfProblem(plain, false);
};

/** A row as a person reads it. */
export const rowText = ({ cells }: SourceRow): string =>
  Array.from(new Set(cells), (cell) => oneLine(cell?.text ?? ''))
    .filter((text) => text !== '')
    .join(' | ');

/** Whether a cell has more in it than space. */
export const isFilled = (cell: SourceCell | undefined): cell is SourceCell =>
  cell !== undefined && /\S/.test(cell.text);

/** Rows with formulas that have no value; only those of this table: several may stand in one sheet. */
export const uncalculatedIn = ({ rows, uncalculated = [] }: SourceTable): number[] => {
  const [from, to] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0];
  return uncalculated.filter((line) => line >= from && line <= to);
};
