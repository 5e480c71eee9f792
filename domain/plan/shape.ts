import { z } from 'zod';
import { capped, oneLine } from '../../base/safe-text';
import { nearest } from '../../base/nearest';
import { doubtIn } from './doubt';
import { KEY_FORM_FAULTS } from '../identity/key';
import { FIELD_WORDS } from './fields';
import type { FaultDetail, Finding, Path, TextForm, ValueKind } from './fault';
import { PlanFile } from './file';

type Issue = z.core.$ZodIssue;
/** How one kind of zod's issues is reported here; `key` is the last key of its path. */
type Translation<C> = (issue: Extract<Issue, { code: C }>, key: string) => FaultDetail;

/** How much of a wrong value is repeated. */
const SHOWN = 40;
const shown = (value: unknown): string =>
  ['string', 'number', 'boolean'].includes(typeof value) ? capped(oneLine(String(value)), SHOWN) : '';

const DATES = ['feedback', 'concentratedUntil', 'deadline'];
/** Of a key; a rung has an `until` of another kind. */
const KEY_DATES = ['from', 'until', 'revoked'];

/** About a date as it was written; what is wrong between two of them is told of the key that holds both. */
const isAboutDate = ({ path, code, input }: Issue, key: string): boolean =>
  !(code === 'custom' && typeof input === 'object') &&
  (DATES.includes(key) || (KEY_DATES.includes(key) && path.includes('keys')));

const FORMS: Readonly<Record<string, TextForm>> = {
  ...Object.fromEntries(
    ['id', 'superior', 'deputies', 'leader', 'handler', 'acceptor', 'owner'].map((key) => [key, 'person']),
  ),
  ...Object.fromEntries(['head', 'office', 'oversight', 'archivist'].map((key) => [key, 'person'])),
  round: 'round',
  bodyId: 'body',
  fonds: 'fonds',
  organisation: 'organisation',
  opens: 'time',
  closes: 'time',
  address: 'address',
  name: 'name',
  mediaTypes: 'media-type',
  tags: 'tag',
};

const EXPECTED: Readonly<Record<string, ValueKind>> = {
  object: 'map',
  array: 'list',
  string: 'text',
  number: 'number',
  boolean: 'boolean',
};

const kindOf = (value: unknown): ValueKind => {
  if (Array.isArray(value)) return 'list';
  return EXPECTED[typeof value] ?? 'text';
};

const choice = (given: unknown, values: readonly unknown[]): FaultDetail => {
  const choices = values.map(String);
  const meant = typeof given === 'string' ? nearest(given, choices) : undefined;
  return { type: 'not-a-choice', given: shown(given), choices, ...(meant !== undefined && { meant }) };
};

/** Texts, lists and numbers are bounded; an empty text or list counts as one that was forgotten. */
const TRANSLATIONS: { [C in Issue['code']]?: Translation<C> } = {
  invalid_type: ({ expected, input }) =>
    expected === 'int'
      ? { type: 'not-whole', given: shown(input) }
      : { type: 'wrong-kind', expected: EXPECTED[expected] ?? 'text', given: kindOf(input) },
  custom: ({ message, input }) => {
    if (message === 'decides-nothing') return { type: message };
    if (message === 'report-to-nobody') return { type: message };
    if (message === 'off-and-worked' || message === 'tag-twice')
      return { type: message, given: shown(input) };
    const fault = KEY_FORM_FAULTS.find((one) => one === message);
    return fault ? { type: 'key-malformed', fault } : { type: 'not-accepted', reason: message };
  },
  invalid_value: ({ input, values }) => choice(input, values),
  invalid_format: ({ input }, key) => ({
    type: 'wrong-form',
    form: FORMS[key] ?? 'other',
    given: shown(input),
  }),
  too_big: ({ origin, maximum }) => {
    const most = Number(maximum);
    if (origin === 'string') return { type: 'too-long', most };
    return origin === 'array' ? { type: 'too-many', most } : { type: 'out-of-range', most };
  },
  too_small: ({ origin, minimum, inclusive }) => {
    if (origin === 'string' || origin === 'array') return { type: 'blank' };
    return { type: 'out-of-range', least: Number(minimum) + (inclusive === false ? 1 : 0) };
  },
};

const isBlank = (value: unknown) => value === null || (typeof value === 'string' && value.trim() === '');

/** What is wrong with one value, as zod has found it with its input reported. */
export const detailOf = (issue: Issue): FaultDetail => {
  const key = issue.path.findLast((step) => typeof step === 'string') ?? '';
  const { input } = issue;
  if (input === undefined) return { type: 'missing' };
  if (isBlank(input)) return { type: 'blank' };
  const doubt = doubtIn(input);
  if (doubt && isAboutDate(issue, key)) return { type: 'date-doubtful', date: doubt.value, said: doubt.said };
  if (doubt && FORMS[key] === 'person')
    return { type: 'person-doubtful', person: doubt.value, said: doubt.said };
  if (isAboutDate(issue, key)) return { type: 'not-a-date', given: shown(input) };
  const translation = TRANSLATIONS[issue.code] as ((issue: Issue, key: string) => FaultDetail) | undefined;
  return translation?.(issue, key) ?? { type: 'not-accepted', reason: issue.message };
};

/** Unwraps what zod puts around a map or list. */
const bare = (schema: unknown): unknown => {
  if (schema instanceof z.ZodPipe) return bare(schema.in);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
    ? bare(schema.unwrap())
    : schema;
};

const keysAt = (path: Path): string[] => {
  let schema: unknown = PlanFile;
  for (const step of path) {
    const holder = bare(schema);
    if (holder instanceof z.ZodObject) schema = (holder.shape as Record<string, unknown>)[step];
    else if (holder instanceof z.ZodArray) schema = holder.element;
  }
  const map = bare(schema);
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
};

/** The field that a wrong key most likely means; also when it is the field's Chinese word. */
const meantBy = (key: string, fields: readonly string[]): string | undefined =>
  nearest(key, fields) ?? fields.find((field) => FIELD_WORDS[field] === key);

const unknownKeys = (path: Path, keys: readonly string[]): Finding[] => {
  const fields = keysAt(path);
  return keys.map((key) => {
    const meant = meantBy(key, fields);
    const detail = { type: 'unknown-key', key: shown(key), ...(meant !== undefined && { meant }) } as const;
    return { path: [...path, key], detail, at: 'key' };
  });
};

const findingsOf = (issue: Issue): Finding[] => {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return unknownKeys(path, issue.keys);
  return [{ path, detail: detailOf(issue) }];
};

/** One fault per value: where it breaks several rules of its form, the first is enough. */
const firstOfEach = (findings: readonly Finding[]): Finding[] => {
  const seen = new Set<string>();
  return findings.filter(({ path }) => {
    const place = JSON.stringify(path);
    const first = !seen.has(place);
    seen.add(place);
    return first;
  });
};

/** The value of a plan file as its schema has it, or everything that is wrong with its shape. */
export const checkShape = (value: unknown): { file: PlanFile } | { findings: Finding[] } => {
  if (value === null || value === undefined)
    return { findings: [{ path: [], detail: { type: 'empty-file' } }] };
  const parsed = PlanFile.safeParse(value, { reportInput: true });
  return parsed.success
    ? { file: parsed.data }
    : { findings: firstOfEach(parsed.error.issues.flatMap(findingsOf)) };
};
