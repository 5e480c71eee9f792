import { DocumentError } from './fault';
import { LIMITS } from './limits';
import { builtInFormat } from './number-format';
import type { DocumentPackage } from './package';
import { mainPart, namedPart, partOfKind, type Relation, relationsOf } from './relations';
import { readXml } from './xml';

/** What the sheets of a workbook refer to. */
export type Workbook = {
  sheets: { name: string; part: string; hidden: boolean }[];
  /** A text by its number. Throws `part-missing` where the file refers to texts that it does not have. */
  stringAt: (index: number) => string;
  /** By the number of a cell's style: how it shows a number. */
  formats: string[];
  /** Days are counted from 1904, as by old Macintosh programs. */
  from1904: boolean;
};

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

const readFormats = async (parts: DocumentPackage, part: string | undefined): Promise<string[]> => {
  const styles: number[] = [];
  if (part === undefined) return [];
  const codes = new Map<number, string>();
  let inCells = false;
  await readXml(parts, part, {
    open: (tag, { numFmtId, formatCode = '' }) => {
      const id = Number(numFmtId ?? 0);
      if (tag === 'numFmt') codes.set(id, formatCode);
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) styles.push(id);
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return styles.map((id) => codes.get(id) ?? builtInFormat(id));
};

/** The workbook, with the parts that its relationships name. */
export const readWorkbook = async (parts: DocumentPackage): Promise<Workbook> => {
  const main = await mainPart(parts);
  const relations = await relationsOf(parts, main);
  return {
    ...(await readSheets(parts, main, relations ?? [])),
    stringAt: await readStrings(parts, namedPart(parts, main, relations, 'sharedStrings')),
    formats: await readFormats(parts, partOfKind(parts, main, relations, 'styles')),
  };
};
