import {
  type Document,
  type ErrorCode,
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { FaultDetail, Path, PlanFault, SyntaxCause } from './fault';
import { overgrownAt } from './source-limits';

/** How often aliases may repeat an anchor, those within it multiplied in. */
const MOST_ALIASES = 100;

export type LineColumn = { line: number; column: number };

/** A YAML text as values, and where each of them was written. */
export type PlanSource = {
  value: unknown;
  /** Of a value, of its key, or, when it is not there, of the nearest that should hold it. */
  placeOf: (path: Path, at?: 'key') => LineColumn | undefined;
};

/** The faults of a text, and its values unless they cannot be read. */
type Reading = { faults: PlanFault[]; source?: PlanSource };

const OPTIONS = {
  schema: 'core',
  resolveKnownTags: false,
  stringKeys: true,
  // Looked for here: the parser compares each key with all before it, which takes minutes for a long map.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

const CAUSES: Partial<Record<ErrorCode, SyntaxCause>> = {
  TAB_AS_INDENT: 'tab',
  BAD_INDENT: 'indent',
  BAD_PROP_ORDER: 'indent',
  MISSING_CHAR: 'unclosed',
  BAD_DQ_ESCAPE: 'unclosed',
  BLOCK_AS_IMPLICIT_KEY: 'key',
  MULTILINE_IMPLICIT_KEY: 'key',
  KEY_OVER_1024_CHARS: 'key',
  NON_STRING_KEY: 'key',
  BAD_ALIAS: 'alias',
  MULTIPLE_DOCS: 'several-documents',
};

/** Line and column of an offset, from 1. */
const lineColumn = (lines: LineCounter, offset: number): LineColumn => {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
};

/** Finds the pair of a key at once: a file may hold maps of any length. */
const pairFinder = () => {
  const known = new WeakMap<YAMLMap, Map<string, Pair>>();
  return (map: YAMLMap, key: string | number): Pair | undefined => {
    const pairs =
      known.get(map) ??
      new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
    known.set(map, pairs);
    return pairs.get(String(key));
  };
};

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

const placeFinder = (document: Document, lines: LineCounter): PlanSource['placeOf'] => {
  const pairOf = pairFinder();
  return (path, at) => {
    let node: unknown = document.contents;
    let offset = startOf(node);
    for (const [index, step] of path.entries()) {
      const holder: unknown = isAlias(node) ? node.resolve(document) : node;
      const pair = isMap(holder) ? pairOf(holder, step) : undefined;
      const next = isSeq(holder) && typeof step === 'number' ? holder.items[step] : pair?.value;
      if (pair === undefined && next === undefined) break;
      const asked = at === 'key' && index === path.length - 1;
      // A map or list begins a line or more below its key; the key is where a reader looks.
      const value = isScalar(next) || pair === undefined ? startOf(next) : undefined;
      offset = (asked ? undefined : value) ?? startOf(pair?.key) ?? offset;
      node = next;
    }
    return offset === undefined ? undefined : lineColumn(lines, offset);
  };
};

/**
 * Reads YAML 1.2 (core schema: dates stay text, no custom tags, one document, text keys). Duplicate keys
 * leave the rest readable; any other fault of the syntax leaves nothing. Never throws.
 */
export const readSource = (text: string): Reading => {
  try {
    return compose(text);
  } catch {
    // A text that crashes the parser is not a plan either.
    return { faults: [{ path: '', type: 'syntax', cause: 'other' }] };
  }
};

/** Reports a fault at an offset. */
const faultAt =
  (lines: LineCounter) =>
  (offset: number | undefined, detail: FaultDetail): PlanFault => ({
    path: '',
    ...(offset !== undefined && lineColumn(lines, offset)),
    ...detail,
  });

const compose = (text: string): Reading => {
  const overgrown = overgrownAt(text);
  if (overgrown) {
    const { size, ...place } = overgrown;
    return { faults: [{ path: '', ...place, type: size }] };
  }
  const lines = new LineCounter();
  const at = faultAt(lines);
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  const wrong = document.errors.map(({ code, pos }) =>
    at(pos[0], { type: 'syntax', cause: CAUSES[code] ?? 'other' }),
  );
  return wrong.length > 0 ? { faults: wrong } : unfolded(document, lines);
};

/** The values of a document that has no fault of its syntax. */
const unfolded = (document: Document, lines: LineCounter): Reading => {
  const at = faultAt(lines);
  const { aliases, repeatedKeys } = look(document);
  if (aliases.length > MOST_ALIASES)
    return { faults: [at(startOf(aliases[MOST_ALIASES]), { type: 'too-many-aliases' })] };
  const dangling = aliases.filter((alias) => alias.resolve(document) === undefined);
  const faults = [
    ...repeatedKeys.map((key) => at(startOf(key), { type: 'key-twice' })),
    ...dangling.map((alias) => at(startOf(alias), { type: 'syntax', cause: 'alias' })),
  ];
  if (dangling.length > 0) return { faults };
  const value = valueOf(document);
  return value === undefined
    ? { faults: [...faults, at(startOf(aliases[0]), { type: 'too-many-aliases' })] }
    : { faults, source: { value: value.js, placeOf: placeFinder(document, lines) } };
};

/** The aliases of a document, and the keys that their map has already. */
const look = (document: Document) => {
  const aliases: Alias[] = [];
  const repeatedKeys: unknown[] = [];
  visit(document, {
    Alias: (_, alias) => void aliases.push(alias),
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name)) repeatedKeys.push(key);
        seen.add(name);
      }
    },
  });
  return { aliases, repeatedKeys };
};

/** The values of a document; undefined when its aliases would unfold to too much. */
const valueOf = (document: Document): { js: unknown } | undefined => {
  try {
    return { js: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown };
  } catch (error) {
    // By name: an error from another realm is no instance of ours.
    if ((error as Error).name === 'ReferenceError') return undefined;
    throw error;
  }
};
