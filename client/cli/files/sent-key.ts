import { CivilDate } from '../../../domain/calendar/civil';
import { isUsableKey } from '../../../domain/identity';
import { KeyMaterial } from '../../../domain/identity/key';
import type { SentFault } from './key-outcome';

/** The public half of a key as somebody has sent it; `from` and `person` as far as it says them. */
export type SentKey = { key: KeyMaterial; from?: CivilDate; person?: string };

/** The secret of a key in any form that it is kept in, sealed or not (RFC 8037, RFC 7468). */
const SECRETS = [/\bd["']?\s*[:：]\s*["']?[\w-]{43}(?![\w-])/, /\bsealed["']?\s*[:：]/, /PRIVATE KEY/];

/** Whether a text holds the private half of a key, which nobody but its owner may have. */
export const holdsSecret = (text: string): boolean => SECRETS.some((secret) => secret.test(text));

/** The values of a field in yaml, JSON, or what a chat has left of them, each once. */
const valuesOf = (field: string, text: string): string[] => {
  const form = new RegExp(String.raw`(?<![\w"'.-])["']?${field}["']?[ \t]*[:：]\s*["']?([^\s"',}]+)`, 'g');
  return [...new Set([...text.matchAll(form)].map(([, value = '']) => value))];
};

/**
 * Reads what `rectify keygen` prints, as yaml or as JSON, wherever it stands in a text: in a mail, after a greeting,
 * with its lines moved. Of a text with a secret in it only the name of the key is told.
 */
export const readSentKey = (text: string): SentKey | SentFault => {
  const [kids, points] = [valuesOf('kid', text), valuesOf('x', text)];
  const [kid, x] = [kids[0], points[0]];
  if (holdsSecret(text)) return { type: 'private-half', ...(kid !== undefined && { kid }) };
  if (kid === undefined && x === undefined) return { type: 'no-key' };
  if (kids.length > 1 || points.length > 1) return { type: 'several-keys' };
  const key = KeyMaterial.safeParse({ kid, x }).data;
  if (!key || !isUsableKey(key.x)) return { type: 'damaged-key' };
  const from = valuesOf('from', text).flatMap((value) => CivilDate.safeParse(value).data ?? [])[0];
  const person = valuesOf('person', text)[0];
  return { key, ...(from && { from }), ...(person !== undefined && { person }) };
};
