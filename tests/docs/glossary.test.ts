import { words } from '../../domain/language';
import { docText } from '../../testing/repository';
import { thisRepository } from './repository';

const { files, textOf } = thisRepository([]);

/** Every source of ours, in one text; the tests of the pages are not among them. */
const source = [...files]
  .filter((file) => file.endsWith('.ts') && !file.startsWith('tests/docs/'))
  .map(textOf)
  .join('\n');

const glossary = docText('glossary.md');

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

it.each(['status', 'role', 'itemKind', 'measureKind', 'priority', 'published', 'rung', 'identity'] as const)(
  'the glossary calls every %s what the program calls it',
  (table) => {
    const chinese = Object.entries(words('zh-CN')[table]);
    const english = new Map(Object.entries<string>(words('en')[table]));
    for (const [code, word] of chinese)
      expect(rows).toContainEqual([word, english.get(code)?.toLowerCase(), `\`${code}\``]);
  },
);
