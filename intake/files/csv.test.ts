import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gbkOf } from '../../testing/gbk';
import { scratchFolder } from '../../testing/store';
import { DocumentError } from './fault';
import { readCsv } from './csv';
import { readDraft } from './index';

const draftIn = async (content: string | Uint8Array, name = 'plan.csv') => {
  const path = join(await scratchFolder(), name);
  await writeFile(path, content);
  return readDraft(path);
};

const ROWS = [
  ['问题方面', '具体问题', '整改措施', '责任领导', '整改时限'],
  ['学习方面', '集中学习少', '制定计划；定期通报', '甲', '2026年12月'],
  ['', '学习记录不全', '补齐记录', '乙', '2026/6/30'],
];
const csvOf = (separator: string, end = '\r\n') => ROWS.map((row) => row.join(separator)).join(end);
const EXPECTED = [
  ['集中学习少', ['制定计划', '定期通报'], '甲', '2026-12-31'],
  ['学习记录不全', ['补齐记录'], '乙', '2026-06-30'],
];
const readOf = async (content: string | Uint8Array, name?: string) => {
  const { categories } = await draftIn(content, name);
  return categories.flatMap(({ items }) =>
    items.map(({ problem, measures, leader, deadline }) => [
      problem,
      measures.map(({ text }) => text),
      leader,
      deadline,
    ]),
  );
};

describe('a table of separated values', () => {
  test.each([
    ['commas', csvOf(',')],
    ['semicolons', csvOf(';')],
    ['tabs', csvOf('\t')],
    ['a mark of UTF-8', `\ufeff${csvOf(',')}`],
    ['line feeds only', csvOf(',', '\n')],
    ['carriage returns only', csvOf(',', '\r')],
    ['a line that says its separator', `sep=;\r\n${csvOf(';')}`],
    ['a separator of its own', `sep=|\n${csvOf('|')}`],
    ['quotes', ROWS.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')],
    ['empty lines and cells', `,,,,\r\n\r\n${csvOf(',')}\r\n,,,,\r\n`],
    ['GB 18030', gbkOf(csvOf(','))],
    ['UTF-16, as Excel writes “Unicode text”', Buffer.from(`\ufeff${csvOf('\t')}`, 'utf16le')],
  ])('is read with %s', async (_, content) => {
    expect(await readOf(content)).toEqual(EXPECTED);
  });

  test('is read from a file of tabs by its name too', async () => {
    expect(await readOf(csvOf('\t'), 'plan.tsv')).toEqual(EXPECTED);
  });

  test('may have separators, quotes and lines within its cells', async () => {
    const content =
      '具体问题,整改措施,整改时限\r\n"学习少,不经常","1. 制定""计划""\r\n2. 补课",2026-06-30\r\n档案 "乱",整理,2026-07-31\r\n';
    const { categories } = await draftIn(content);
    expect(
      categories[0]?.items.map(({ problem, measures }) => [problem, measures.map(({ text }) => text)]),
    ).toEqual([
      ['学习少,不经常', ['制定"计划"', '补课']],
      ['档案 "乱"', ['整理']],
    ]);
  });

  test('has its rows numbered by the lines at which they begin', async () => {
    const content = '具体问题,整改措施,整改时限\r\n甲不实,"一\r\n二",尽快\r\n乙不实,三,尽快\r\n';
    const { notes } = await draftIn(content);
    expect(notes.map(({ line }) => line)).toEqual([2, 4]);
    expect((await draftIn(`sep=,\n${content}`)).notes.map(({ line }) => line)).toEqual([3, 5]);
  });

  test('doubts 2021.1, for which Excel may have cut 2021.10', async () => {
    const { categories } = await draftIn('具体问题,整改措施,整改时限\n甲不实,一,2021.1\n乙不实,二,2021.2\n');
    expect(categories[0]?.items.map(({ deadline, doubt }) => [deadline, doubt])).toEqual([
      ['2021-01-31', '2021.1'],
      ['2021-02-28', undefined],
    ]);
  });

  test('in English is read by its headings', async () => {
    const { categories, notes } = await draftIn(
      [
        'No.;Area;Finding;Root cause;Corrective action(s);Responsible person;Department;Due date;Revised due date;Status;Evidence',
        '1;Training;Records are incomplete;No owner;Appoint an owner, complete the records;John Smith;HR;30 Jun 2026;;Open;none yet',
        '2;Training;Plan is missing;;Write a plan;Jane Roe;HR;2026-06-30;September 30, 2026;Open;',
        '3;Finance;Receipts are missing;;Collect them;Jane Roe;Finance;03/04/2026;;Open;',
      ].join('\n'),
    );
    expect(categories.map(({ title, items }) => [title, items.length])).toEqual([
      ['Training', 2],
      ['Finance', 1],
    ]);
    expect(categories.flatMap(({ items }) => items)).toMatchObject([
      {
        problem: 'Records are incomplete',
        handler: 'John Smith',
        section: 'HR',
        deadline: '2026-06-30',
        cause: 'No owner',
        measures: [{ text: 'Appoint an owner, complete the records' }],
      },
      { deadline: '2026-09-30' },
      { doubt: '03/04/2026' },
    ]);
    expect(categories[1]?.items[0]).not.toHaveProperty('deadline');
    expect(notes.flatMap((note) => (note.type === 'column-unused' ? [note.column] : []))).toEqual([
      'Status',
      'Evidence',
    ]);
  });
});

describe('a file of separated values is refused', () => {
  const faultOf = (content: string | Uint8Array) => {
    try {
      readCsv(Buffer.from(content));
    } catch (error) {
      if (error instanceof DocumentError) return error.fault;
      throw error;
    }
    return 'read';
  };

  test.each([
    ['with a quote that does not end', `a,b\n"${'x\n'.repeat(10)}`, 'damaged'],
    ['of bytes that are no text', Uint8Array.of(0xff, 0xff, 0x80, 0x20), 'not-text'],
    ['with more lines than any', 'a\n'.repeat(200_000), 'too-large'],
    ['with more cells than any', 'a,;\t'.repeat(300_000), 'too-much-inside'],
    ['with more columns than any', `a${','.repeat(1000)}`, 'too-much-inside'],
    ['that is too large', 'a'.repeat(4 * 1024 * 1024 + 1), 'too-large'],
  ])('%s', (_, content, fault) => {
    const began = performance.now();
    expect(faultOf(content)).toBe(fault);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
