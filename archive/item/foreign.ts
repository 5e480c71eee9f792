import type { z } from 'zod';

/** In octets. A whole record has crossed Temporal as one payload of at most 2 MiB; indented it is not four times that. */
export const LARGEST = 8 * 1024 * 1024;

/** How deep lists and objects may be nested; a record needs six levels. Hashing a value recurses. */
const DEEPEST = 32;

export type FormProblem = 'too-large' | 'not-utf-8' | 'not-json' | 'out-of-bounds' | 'wrong-form';

/** Why a text is not what it should be; `at` is the path of the field that has the wrong form. */
export type Malformed = { problem: FormProblem; at?: string };
export type Read<T> = { value: T } | { malformed: Malformed };

/** The text of a file, with any byte order mark. */
export const decode = (bytes: Uint8Array): Read<string> => {
  if (bytes.length > LARGEST) return { malformed: { problem: 'too-large' } };
  try {
    return { value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { malformed: { problem: 'not-utf-8' } };
  }
};

/** True for a value that canonical JSON (RFC 8785) can hold: JSON's `1e999` is read as Infinity. */
const isPlain = (value: unknown, levels: number): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isPlain(inner, levels - 1));
};

/**
 * A value of JSON as it is written, not as the schema would make it: hashes cover also what a schema does
 * not know. Never throws.
 */
export const parseAs = <T>(schema: z.ZodType<T>, text: string): Read<T> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { malformed: { problem: 'not-json' } };
  }
  if (!isPlain(value, DEEPEST)) return { malformed: { problem: 'out-of-bounds' } };
  const judged = schema.safeParse(value);
  if (judged.success) return { value: value as T };
  const at = judged.error.issues[0]?.path.join('.') ?? '';
  return { malformed: { problem: 'wrong-form', ...(at !== '' && { at: at.slice(0, 200) }) } };
};
