import { open, readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Draft, type SourceBlock, type SourceRow, understand } from '..';
import { readCsv } from './csv';
import { readDocx } from './docx';
import { DocumentError } from './fault';
import { LIMITS } from './limits';
import { DocumentPackage } from './package';
import { mainPart } from './relations';
import { isExplanation } from './template';
import { readText, withoutMarkdown } from './text-file';
import { readXlsx } from './xlsx';
import { rootOf } from './xml';

const TEXTS = ['.txt', '.text', '.md'];
const TABLES = ['.csv', '.tsv'];
const DOCUMENTS = ['.docx', '.docm', '.xlsx', '.xlsm'];

/** Whether a file is one that is read, by its name. */
export const isDocument = (path: string): boolean =>
  [...TEXTS, ...TABLES, ...DOCUMENTS].includes(extname(path).toLowerCase());

/** How files begin: zips, and the compound files of old Office and of documents with a password. */
const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const beginsWith = (bytes: Uint8Array, head: readonly number[]) =>
  head.every((byte, at) => bytes[at] === byte);

const headOf = async (path: string): Promise<Uint8Array> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(8), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

type Reader = (parts: DocumentPackage) => Promise<SourceBlock[]>;

/** By the element that the main part begins with. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ['document', readDocx],
  ['workbook', readXlsx],
]);

const readPackage = (path: string): Promise<SourceBlock[]> =>
  DocumentPackage.with(path, async (parts) => {
    const root = await rootOf(parts, await mainPart(parts));
    const reader = READERS.get(root ?? '');
    if (reader === undefined) throw new DocumentError('not-a-document');
    return reader(parts);
  });

const readBlocks = async (path: string): Promise<SourceBlock[]> => {
  const [{ size }, head] = await Promise.all([stat(path), headOf(path)]);
  if (beginsWith(head, COMPOUND)) throw new DocumentError('old-office');
  if (size > LIMITS.document) throw new DocumentError('too-large');
  if (beginsWith(head, ZIP)) return readPackage(path);
  const extension = extname(path).toLowerCase();
  if (![...TEXTS, ...TABLES].includes(extension)) throw new DocumentError('not-a-document');
  if (size > LIMITS.text) throw new DocumentError('too-large');
  if (TABLES.includes(extension)) return readCsv(await readFile(path));
  const lines = readText(await readFile(path));
  return extension === '.md' ? withoutMarkdown(lines) : lines;
};

const textsOf = (block: SourceBlock): string[] => {
  if ('line' in block) return [block.line.text];
  if (!('table' in block)) return [];
  return block.table.rows.map(({ cells }) =>
    [...new Set(cells)].flatMap((cell) => cell?.text ?? []).join(' '),
  );
};

/** The text of a document, by its lines and the rows of its tables; undefined where it is not one that can be read. */
export const linesOf = async (path: string): Promise<string[] | undefined> => {
  if (!isDocument(path)) return undefined;
  const blocks = await readBlocks(path).catch(() => undefined);
  const lines = blocks?.flatMap(textsOf);
  return lines?.some((line) => line.trim() !== '') ? lines : undefined;
};

/** The characters of a row as it is read: a cell that is merged is read at each row that it covers. */
const charactersOf = ({ cells }: SourceRow): number =>
  cells.reduce((sum, cell, at) => sum + (cell === cells[at - 1] ? 0 : (cell?.text.length ?? 0)), 0);

/** @throws DocumentError `too-much-inside` */
const checkTables = (blocks: readonly SourceBlock[]): void => {
  let rows = 0;
  let characters = 0;
  for (const row of blocks.flatMap((block) => ('table' in block ? block.table.rows : []))) {
    rows += 1;
    characters += charactersOf(row);
    if (rows > LIMITS.paragraphs || characters > LIMITS.shown) throw new DocumentError('too-much-inside');
  }
};

/**
 * What can be understood of a document of an office: running text, or a table, in txt, csv, docx or xlsx. What kind it
 * is, is seen from its content. Time and memory are bounded (`LIMITS`), whatever the file holds.
 * @throws DocumentError, and what the system says of a file that cannot be read
 */
export const readDraft = async (path: string): Promise<Draft> => {
  const blocks = await readBlocks(path);
  checkTables(blocks);
  return understand(blocks.filter((block) => !('table' in block) || !isExplanation(block.table)));
};
