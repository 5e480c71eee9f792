import { LONGEST_DOCUMENT, LONGEST_PAGES, PRIORITIES, tagsIn } from '../../domain/plan/about';
import { pageIn, priorityIn } from '../../domain/plan/about-words';
import { words } from '../../domain/language';
import type { DraftItem, NoteDetail } from '../draft';
import { saysNothing } from '../names';
import type { SourceField } from '../source-field';
import { oneLine } from './cell-text';

/** What an item is about, as far as it is known. */
export type AboutItem = Pick<DraftItem, 'cause' | 'goal' | 'priority' | 'tags' | 'source'>;

/** What a row says in its cell of a field, once for each item, and what stands above that cell. */
export type AboutCells = {
  fresh: (field: SourceField) => string | undefined;
  heading: (field: SourceField) => string | undefined;
};

/** Its lines, without the space around them. */
const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** A page behind the name of its document: `反馈意见第3页`, `反馈意见（P3-5）`. */
const PAGE_BEHIND =
  /^(.*?\S)[\s,，、;；:：(（]{0,4}((?:第\s*\d+(?:\s*[-–—~～至到]\s*\d+)?\s*页|(?<![a-z])pp?\.?\s*\d+(?:\s*[-–—~～]\s*\d+)?))\s*[)）]?$/i;

/** Document and page of one cell; a page behind the name counts only where pages have no column of their own. */
const sourceIn = (text: string, hasPages: boolean): NonNullable<DraftItem['source']> => {
  const document = oneLine(text);
  if (hasPages || document.length > LONGEST_DOCUMENT + LONGEST_PAGES) return { document };
  const [, name = document, page] = PAGE_BEHIND.exec(document) ?? [];
  return { document: name, ...(page !== undefined && { page: pageIn(page) }) };
};

const CHOICES = PRIORITIES.map((code) => words('zh-CN').priority[code]);

/** A priority by its code; what is none stands as it is written, so that no plan takes it, and is told. */
const addPriority = (item: AboutItem, { fresh, heading }: AboutCells): NoteDetail[] => {
  const said = fresh('priority');
  if (said === undefined) return [];
  const text = oneLine(said);
  const priority = priorityIn(text);
  if (item.priority !== undefined && item.priority !== priority) return [{ type: 'left-out', text }];
  item.priority = priority ?? text;
  const column = heading('priority') ?? '';
  return priority ? [] : [{ type: 'not-a-choice', column, text, choices: CHOICES }];
};

/** More of a text or of tags than any plan takes: further rows add nothing to it. */
const LONGEST_TEXT = 4000;
const MOST_TAGS = 50;

const addTexts = (item: AboutItem, { fresh }: AboutCells): NoteDetail[] =>
  (['cause', 'goal'] as const).flatMap((field) => {
    const text = trimmed(fresh(field) ?? '');
    const known = item[field] ?? '';
    if (text === '') return [];
    if (known.length > LONGEST_TEXT) return [{ type: 'left-out', text }];
    if (!known.includes(text)) item[field] = known === '' ? text : `${known}\n${text}`;
    return [];
  });

const addTags = (item: AboutItem, { fresh }: AboutCells): NoteDetail[] => {
  const { tags: known = [] } = item;
  const text = fresh('tags') ?? '';
  const tags = tagsIn(text);
  if (tags.length > 0 && known.length > MOST_TAGS) return [{ type: 'left-out', text: oneLine(text) }];
  if (tags.length > 0) item.tags = [...new Set([...known, ...tags])];
  return [];
};

const addSource = (item: AboutItem, { fresh, heading }: AboutCells): NoteDetail[] => {
  const [said, page] = [fresh('source'), fresh('page')];
  const given = {
    ...(said !== undefined && sourceIn(said, heading('page') !== undefined)),
    // Without the document that it is of, the page may be one of the evidence.
    ...(page !== undefined && heading('source') !== undefined && { page: pageIn(oneLine(page)) }),
  };
  const keys = Object.keys(given) as (keyof typeof given)[];
  const others = keys.filter((key) => (item.source?.[key] ?? given[key]) !== given[key]);
  // The page of another document is left out with it.
  if (keys.length > 0 && others.length === 0) item.source = { ...given, ...item.source };
  return others.map((key) => ({ type: 'left-out', text: given[key] ?? '' }));
};

/** Adds to an item what a row of it says of what it is about; causes and goals of several rows stand below each other. */
export const addAbout = (item: AboutItem, cells: AboutCells): NoteDetail[] => {
  const said = (field: SourceField): string | undefined => {
    const text = cells.fresh(field);
    return text === undefined || saysNothing(text) ? undefined : text;
  };
  const told = { ...cells, fresh: said };
  return [addTexts, addPriority, addTags, addSource].flatMap((add) => add(item, told));
};
