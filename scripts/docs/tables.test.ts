import { readFileSync } from 'node:fs';
import { FACT_KINDS } from '../../domain/ladder/notice';
import { words } from '../../domain/language';
import { Language } from '../../domain/round/roster';
import { TABLES } from './phrases';
import { GUIDES, markerOf, tableOf, withTables } from './tables';
import { inRepository } from '../../testing/repository';

const guideIn = (language: Language): string => readFileSync(inRepository(GUIDES[language]), 'utf8');

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** The first cells of the guide's table with this first head. */
const firstCells = (guide: string, head: string): string[] => {
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

/** What a guide is made of, whatever its language: headings by level, tables by their rows, pictures by file. */
const shapeOf = (guide: string): string[] =>
  guide.split('\n').flatMap((line) => {
    const [level] = /^#+ /.exec(line) ?? [];
    const [picture] = /\]\(images\/[^)]*\)/.exec(line) ?? [];
    return level ?? picture ?? (line.startsWith('|') ? 'row' : []);
  });

describe.each(Language.options)('the guide for users in %s', (language) => {
  const guide = guideIn(language);

  it('has the tables of the code; `npm run docs` prints them', () => {
    expect(guide).toBe(withTables(guide, language));
  });

  it.each(TABLES)('has the table %s, once', (table) => {
    expect(guide.split(markerOf(table))).toHaveLength(2);
    expect(guide).toContain(tableOf(table, language));
  });

  it('says of every fact whom it is told to', () => {
    const { fact } = words(language);
    const head = { 'zh-CN': '发生了什么', en: 'What happened' }[language];
    expect(firstCells(guide, head)).toEqual(FACT_KINDS.map((kind) => fact[kind]));
  });
});

it('the guide for users has the same headings, rows and pictures in both languages', () => {
  expect(shapeOf(guideIn('en'))).toEqual(shapeOf(guideIn('zh-CN')));
});

describe('printing', () => {
  const marked = (inside: string) => `前\n<!-- table:ladder -->\n${inside}<!-- /table -->\n后\n`;

  it('replaces what is between the markers, and nothing else, however often it is done', () => {
    const printed = withTables(marked('| old |\n'), 'en');
    expect(printed).toBe(marked(`\n${tableOf('ladder', 'en')}\n\n`));
    expect(withTables(printed, 'en')).toBe(printed);
  });

  it('stops at a marker that names no table', () => {
    expect(() => withTables('<!-- table:rigths -->\n<!-- /table -->', 'en')).toThrow(RangeError);
  });
});
