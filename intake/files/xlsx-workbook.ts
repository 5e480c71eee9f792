import { DocumentError } from './fault';
import { LIMITS } from './limits';
import type { DocumentPackage } from './package';
import { mainPart, namedPart, partOfKind, type Relation, relationsOf } from './relations';
import { readXml } from './xml';

/** What the sheets of a workbook refer to. */
export type Workbook = {
  sheets: { name: string; part: string; hidden: boolean }[];
  /** A text by its number. Throws `part-missing` where the file refers to texts that it does not have. */
  stringAt: (index: number) => string;
  /** By the number of a cell's style: shows a number as a date. */
  dateStyles: boolean[];
  /** Days are counted from 1904, as by old Macintosh programs. */
  from1904: boolean;
};

/** The built-in formats that show dates, also those of East Asia (ECMA-376, part 1, 18.8.30). */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** A format with years, months or days outside of quotes and brackets. */
const showsDate = (code: string): boolean =>
  /[ymd年月日]/i.test(
    code
      .replace(/"[^"]*"/g, (quoted) => (/[年月日]/.test(quoted) ? '年' : ''))
      .replace(/\[[^\]]*\]|\\./g, ''),
  );

/** `_x000D_` stands for a character by its number (ST_Xstring; ECMA-376, part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** @throws DocumentError `part-missing` where a sheet is named but not there */
const readSheets = async (
  parts: DocumentPackage,
  main: string,
  relations: readonly Relation[],
): Promise<Pick<Workbook, 'sheets' | 'from1904'>> => {
  const named: { name: string; id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readXml(parts, main, {
    open: (tag, { name = '', id = '', state = 'visible', date1904 }) => {
      if (tag === 'sheet') named.push({ name, id, hidden: state !== 'visible' });
      if (tag === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
    },
  });
  return {
    from1904,
    sheets: named.map(({ name, id, hidden }) => {
      const part = relations.find((relation) => relation.id === id)?.part;
      if (part === undefined || !parts.has(part)) throw new DocumentError('part-missing');
      return { name, part, hidden };
    }),
  };
};

/** Pronunciations (`rPh`) beside a text are not part of it. */
const readStrings = async (
  parts: DocumentPackage,
  part: string | undefined,
): Promise<Workbook['stringAt']> => {
  const strings: string[] = [];
  if (part === undefined || !parts.has(part))
    return () => {
      throw new DocumentError('part-missing');
    };
  let text = '';
  let taken = false;
  let isSpoken = false;
  let size = 0;
  await readXml(parts, part, {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') isSpoken = true;
      if (tag === 't') taken = !isSpoken;
    },
    close: (tag) => {
      if (tag === 'rPh') isSpoken = false;
      if (tag === 't') taken = false;
      if (tag === 'si') strings.push(unescaped(text));
    },
    text: (piece) => {
      if (!taken) return;
      size += piece.length;
      if (size > LIMITS.characters) throw new DocumentError('too-much-inside');
      text += piece;
    },
  });
  return (index) => strings[index] ?? '';
};

const readDateStyles = async (parts: DocumentPackage, part: string | undefined): Promise<boolean[]> => {
  const styles: boolean[] = [];
  if (part === undefined) return styles;
  const codes = new Map<number, string>();
  let inCells = false;
  await readXml(parts, part, {
    open: (tag, { numFmtId, formatCode = '' }) => {
      const id = Number(numFmtId ?? 0);
      if (tag === 'numFmt') codes.set(id, formatCode);
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) styles.push(isBuiltInDate(id) || showsDate(codes.get(id) ?? ''));
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles;
};

/** The workbook, with the parts that its relationships name. */
export const readWorkbook = async (parts: DocumentPackage): Promise<Workbook> => {
  const main = await mainPart(parts);
  const relations = await relationsOf(parts, main);
  return {
    ...(await readSheets(parts, main, relations ?? [])),
    stringAt: await readStrings(parts, namedPart(parts, main, relations, 'sharedStrings')),
    dateStyles: await readDateStyles(parts, partOfKind(parts, main, relations, 'styles')),
  };
};
