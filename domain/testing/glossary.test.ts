import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { words } from '../language';

const ROOT = path.join(__dirname, '../..');
const NOT_SOURCE = ['node_modules', 'dist', 'docs', 'examples'];

/** Every source of ours, in one text; this test is not among them. */
const sourceIn = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !NOT_SOURCE.includes(name))
    .map((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return sourceIn(file);
      return file.endsWith('.ts') && file !== __filename ? readFileSync(file, 'utf8') : '';
    })
    .join('\n');

const source = sourceIn(ROOT);
const glossary = readFileSync(path.join(ROOT, 'docs/glossary.md'), 'utf8');

const rows = glossary
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.slice(1, -1).split('|'))
  .map((cells) => cells.map((cell) => cell.trim()));

const names = [
  ...new Set(
    rows.flatMap(([, , code = '']) => [...code.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)),
  ),
];

const stands = (name: string): boolean => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(source);

it('every name in code of the glossary is in the source', () => {
  expect(names).toContain('leader-review');
  expect(names.filter((name) => !stands(name))).toEqual([]);
});

it.each(['status', 'role', 'itemKind', 'measureKind', 'published', 'rung', 'identity'] as const)(
  'the glossary calls every %s what the program calls it',
  (table) => {
    const chinese = Object.entries(words('zh-CN')[table]);
    const english = new Map(Object.entries<string>(words('en')[table]));
    for (const [code, word] of chinese)
      expect(rows).toContainEqual([word, english.get(code)?.toLowerCase(), `\`${code}\``]);
  },
);
