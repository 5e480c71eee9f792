import { FACT_KINDS } from '../../domain/ladder/notice';
import { words } from '../../domain/language';
import { Language } from '../../domain/round/roster';
import { TABLES } from './phrases';
import { markerOf, tableOf, withTables } from './tables';
import { docText } from '../../testing/repository';

const guide = docText('users.md');

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** The first cells of the guide's table with this first head. */
const firstCells = (head: string): string[] => {
  const lines = guide.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|') && cellsOf(line)[0] === head);
  const rows = lines.slice(start + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) => cellsOf(line)[0] ?? '');
};

it('the guide for users has the tables of the code; `npm run docs` prints them', () => {
  expect(guide).toBe(withTables(guide));
});

describe.each(Language.options)('the guide for users in %s', (language) => {
  it.each(TABLES)('has the table %s, once', (table) => {
    expect(guide.split(markerOf(table, language))).toHaveLength(2);
    expect(guide).toContain(tableOf(table, language));
  });

  it('says of every fact whom it is told to', () => {
    const { fact } = words(language);
    const head = { 'zh-CN': '发生了什么', en: 'What happened' }[language];
    expect(firstCells(head)).toEqual(FACT_KINDS.map((kind) => fact[kind]));
  });
});

describe('printing', () => {
  const marked = (inside: string) => `前\n<!-- table:ladder en -->\n${inside}<!-- /table -->\n后\n`;

  it('replaces what stands between the markers, and nothing else, however often it is done', () => {
    const printed = withTables(marked('| old |\n'));
    expect(printed).toBe(marked(`\n${tableOf('ladder', 'en')}\n\n`));
    expect(withTables(printed)).toBe(printed);
  });

  it('stops at a marker that names no table or no language', () => {
    expect(() => withTables('<!-- table:rigths en -->\n<!-- /table -->')).toThrow(RangeError);
    expect(() => withTables('<!-- table:rights xx -->\n<!-- /table -->')).toThrow();
  });
});
