import { posix } from 'node:path';
import { DocumentError } from './fault';
import { LIMITS } from './limits';
import { builtInFormat } from './number-format';
import type { DocumentPackage } from './package';
import { readXml } from './xml';

export const XLSX_MAIN = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';

/** What the sheets of a workbook refer to. */
export type Workbook = {
  sheets: { name: string; part: string; hidden: boolean }[];
  strings: string[];
  /** By the number of a cell's style: how it shows a number. */
  formats: string[];
  /** Days are counted from 1904, as by old Macintosh programs. */
  from1904: boolean;
};

/** `_x000D_` stands for a character by its number (ST_Xstring; ECMA-376, part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const readSheets = async (parts: DocumentPackage): Promise<Pick<Workbook, 'sheets' | 'from1904'>> => {
  const named: { name: string; id: string; hidden: boolean }[] = [];
  const targets = new Map<string, string>();
  let from1904 = false;
  await readXml(parts, XLSX_MAIN, {
    open: (tag, { name = '', id = '', state = 'visible', date1904 }) => {
      if (tag === 'sheet') named.push({ name, id, hidden: state !== 'visible' });
      if (tag === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
    },
  });
  await readXml(parts, RELATIONS, {
    open: (tag, { Id = '', Target = '' }) => {
      if (tag === 'Relationship') targets.set(Id, Target);
    },
  });
  const partOf = (id: string) =>
    posix.join('/xl', posix.resolve('/xl', targets.get(id) ?? '').slice('/xl'.length)).slice(1);
  return {
    from1904,
    sheets: named
      .map(({ name, id, hidden }) => ({ name, part: partOf(id), hidden }))
      .filter(({ part }) => parts.has(part)),
  };
};

/** Pronunciations (`rPh`) beside a text are not part of it. */
const readStrings = async (parts: DocumentPackage): Promise<string[]> => {
  const strings: string[] = [];
  if (!parts.has(STRINGS)) return strings;
  let text = '';
  let taken = false;
  let isSpoken = false;
  let size = 0;
  await readXml(parts, STRINGS, {
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
  return strings;
};

const readFormats = async (parts: DocumentPackage): Promise<string[]> => {
  const styles: number[] = [];
  if (!parts.has(STYLES)) return [];
  const codes = new Map<number, string>();
  let inCells = false;
  await readXml(parts, STYLES, {
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

export const readWorkbook = async (parts: DocumentPackage): Promise<Workbook> => ({
  ...(await readSheets(parts)),
  strings: await readStrings(parts),
  formats: await readFormats(parts),
});
