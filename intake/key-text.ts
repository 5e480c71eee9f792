import type { DraftKey } from './draft';

const FIELDS = ['kid', 'x', 'from', 'until', 'revoked'] as const satisfies readonly (keyof DraftKey)[];

/** `kid: abc`, as YAML or JSON has it, or any text in their manner. */
const ENTRY = new RegExp(`(?<![\\w-])["']?(${FIELDS.join('|')})["']?\\s*[:：=]\\s*["']?([\\w-]+)`, 'g');

/** The public keys in a cell: what `rectify keygen` prints, pasted, or one a line as we write it. */
export const keysIn = (text: string): DraftKey[] => {
  const keys: DraftKey[] = [];
  for (const [, name, value = ''] of text.matchAll(ENTRY)) {
    const field = FIELDS.find((one) => one === name);
    if (field === undefined) continue;
    const last = keys.at(-1);
    if (last === undefined || last[field] !== undefined) keys.push({ [field]: value });
    else last[field] = value;
  }
  return keys;
};

/** Keys as a cell has them, one a line. */
export const keysText = (keys: readonly DraftKey[]): string =>
  keys
    .map((key) =>
      FIELDS.flatMap((field) => (key[field] === undefined ? [] : [`${field}: ${key[field]}`])).join(', '),
    )
    .join('\n');
