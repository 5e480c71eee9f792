import { gridOf } from '../../testing/intake/grid';
import { understand } from '../index';

const read = (rows: readonly (readonly string[])[]) => {
  const { categories, notes } = understand([gridOf(rows)]);
  return { items: categories.flatMap(({ items }) => items), notes };
};

const HEAD = ['具体问题', '原因分析', '整改目标', '整改措施', '紧急程度', '标签', '来源文件', '页码'];

test('what an item is about is read from the columns that offices have for it', () => {
  const { items, notes } = read([
    HEAD,
    ['账物不符', '台账 多年\n  未核对', '账实相符', '清点', '重点', '资产，台账', '《反馈意见》', '第3页'],
    ['学习走过场', '', '-', '补记', '一般', '#学习', '自查报告', ''],
  ]);
  expect(items).toMatchObject([
    {
      cause: '台账 多年\n未核对',
      goal: '账实相符',
      priority: 'high',
      tags: ['资产', '台账'],
      source: { document: '《反馈意见》', page: '3' },
    },
    { priority: 'normal', tags: ['学习'], source: { document: '自查报告' } },
  ]);
  for (const field of ['cause', 'goal']) expect(items[1]).not.toHaveProperty(field);
  expect(items[1]?.source).not.toHaveProperty('page');
  expect(notes).toEqual([]);
});

test.each(['-', '无', '/', '暂无', 'N/A', ''])('an item of which %j is said says nothing', (nothing) => {
  const { items, notes } = read([
    HEAD,
    ['账物不符', nothing, nothing, '清点', ...Array<string>(4).fill(nothing)],
  ]);
  expect(items).toEqual([{ no: 1, problem: '账物不符', measures: [{ text: '清点' }] }]);
  expect(notes).toEqual([]);
});

test('a priority that is none is told with its row and its column, and kept for the plan to refuse', () => {
  const { items, notes } = read([HEAD, ['账物不符', '', '', '清点', '1', '', '', '']]);
  expect(items[0]?.priority).toBe('1');
  expect(notes).toEqual([
    { line: 2, type: 'not-a-choice', column: '紧急程度', text: '1', choices: ['高', '中', '低'] },
  ]);
});

test('what is ticked of the priorities is taken', () => {
  const { items } = read([
    HEAD,
    ['账物不符', '', '', '清点', '□高 ☑中 □低', '', '', ''],
    ['学习走过场', '', '', '补记', '高□ 中□ 低√', '', '', ''],
  ]);
  expect(items.map(({ priority }) => priority)).toEqual(['normal', 'low']);
});

test('several rows of an item say it together: merged or repeated once, otherwise below each other', () => {
  const { items, notes } = read([
    HEAD,
    ['账物不符', '无人管', '账实相符', '清点', '高', '资产', '反馈意见', '3'],
    ['^', '无台账', '^', '登记', '低', '资产、台账', '反馈意见', '5'],
    ['^', '无台账', '^', '公开', '高', '^', '反馈意见', '3'],
  ]);
  expect(items).toMatchObject([
    {
      cause: '无人管\n无台账',
      goal: '账实相符',
      priority: 'high',
      tags: ['资产', '台账'],
      source: { document: '反馈意见', page: '3' },
      measures: [{ text: '清点' }, { text: '登记' }, { text: '公开' }],
    },
  ]);
  expect(notes).toEqual([
    { line: 3, type: 'left-out', text: '低' },
    { line: 3, type: 'left-out', text: '5' },
  ]);
});

describe('a page behind the name of its document', () => {
  const sourceOf = (cell: string) =>
    read([
      ['具体问题', '整改措施', '来源'],
      ['账物不符', '清点', cell],
    ]).items[0]?.source;

  test.each([
    ['反馈意见第3页', { document: '反馈意见', page: '3' }],
    ['《反馈意见》，第 3-5 页', { document: '《反馈意见》', page: '3-5' }],
    ['反馈意见（P12）', { document: '反馈意见', page: '12' }],
    ['Audit report, p. 7', { document: 'Audit report', page: '7' }],
    ['反馈意见，第 3 页', { document: '反馈意见', page: '3' }],
    ['某发〔2021〕3号', { document: '某发〔2021〕3号' }],
    ['第3页', { document: '第3页' }],
  ])('is its page: %s', (cell, source) => {
    expect(sourceOf(cell)).toEqual(source);
  });

  test('stays there where pages have a column of their own', () => {
    const { items } = read([
      ['具体问题', '整改措施', '来源', '页码'],
      ['账物不符', '清点', '反馈意见第3页', ''],
    ]);
    expect(items[0]?.source).toEqual({ document: '反馈意见第3页' });
  });

  test('is none without the document that it is of', () => {
    const { items } = read([
      ['具体问题', '整改措施', '页码'],
      ['账物不符', '清点', '12'],
    ]);
    expect(items[0]?.source).toBeUndefined();
  });

  test('is left out with another document than the first that a row names', () => {
    const { items } = read([
      ['具体问题', '整改措施', '来源', '页码'],
      ['账物不符', '清点', '反馈意见', ''],
      ['^', '登记', '审计报告', '5'],
    ]);
    expect(items[0]?.source).toEqual({ document: '反馈意见' });
  });

  test('is looked for in little time, whatever the cell holds', () => {
    const began = performance.now();
    for (const text of [' '.repeat(100_000), '第1'.repeat(50_000), `a${' '.repeat(230)}b`, '第'.repeat(230)])
      sourceOf(`文${text}`);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
