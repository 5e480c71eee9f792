import { canonical } from '../../base/hash';

/** A surrogate that is not one of a pair: JSON can escape it, UTF-8 and so RFC 8785 (3.2.2.2) do not know it. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud/;

/** Canonical JSON (RFC 8785) that can be signed. Throws `TypeError` on what is not JSON or not Unicode. */
export const canonicalText = (value: unknown): string => {
  const text = canonical(value);
  if (LONE_SURROGATE.test(text)) throw new TypeError('a text that is not Unicode cannot be signed');
  return text;
};

/**
 * The value that a canonical text stands for; nothing if the text is not the canonical one of its value. So a name
 * given twice, a number in another spelling or a space cannot mean one thing here and another elsewhere.
 */
export const readCanonical = (text: string): { value: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalText(value) === text ? { value } : undefined;
  } catch {
    return undefined;
  }
};
