import { temporal } from '@temporalio/proto';
import { SEARCH_ATTRIBUTES } from './search-attributes';

/* What a namespace must have before rounds can run in it; for clients and workers, never for the code of workflows. */

const { IndexedValueType } = temporal.api.enums.v1;

/** What a server calls the types of search attributes. */
const VALUE_TYPE: Partial<Record<string, number>> = {
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  Int: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  Bool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  Datetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
};

/** The type of a search attribute as the server numbers it. */
export const valueTypeOf = (type: string): number => VALUE_TYPE[type] ?? 0;

/** As the temporal CLI writes it, e.g. `KeywordList`. */
const typeName = (value: number): string =>
  (IndexedValueType[value] ?? String(value))
    .replace('INDEXED_VALUE_TYPE_', '')
    .split('_')
    .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
    .join('');

/** A search attribute that a namespace lacks, or has with another type (`found`). */
export type AttributeFault = { name: string; type: string; found?: string };

/** What is wrong with the search attributes of a namespace, given as the server lists them. */
export const attributeFaults = (
  listed: Readonly<Record<string, number>>,
  wanted: Readonly<Record<string, string>> = SEARCH_ATTRIBUTES,
): AttributeFault[] =>
  Object.entries(wanted).flatMap(([name, type]): AttributeFault[] => {
    const found = listed[name];
    if (found === undefined) return [{ name, type }];
    return found === valueTypeOf(type) ? [] : [{ name, type, found: typeName(found) }];
  });

/** In a line: `RectRung=Int (Keyword)`, with the type that it has instead. */
export const attributeFaultText = ({ name, type, found }: AttributeFault): string =>
  `${name}=${type}${found === undefined ? '' : ` (${found})`}`;
