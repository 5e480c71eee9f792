import { layTable, type TableOf, widthsOf } from './table';
import { widthOf } from '../../../base/width';

const TABLE: TableOf<string> = {
  head: ['序号', '具体问题', '状态'],
  rows: [
    ['(一)1', '“三重一大”决策制度执行不到位', '整改中'],
    ['(十二)10', 'short', '待签收'],
  ],
  flexible: [1],
};

const plain = (text: string) => text;
const lay = (columns?: number) => layTable(TABLE, { columns, head: plain, dyed: plain }).split('\n');

/** Where the last column begins, in columns of the screen. */
const startOf = (line: string | undefined, text: string) => widthOf((line ?? '').split(text)[0] ?? '');

test('columns are aligned although Chinese is twice as wide', () => {
  const [head, first, second] = lay();
  expect(startOf(first, '整改中')).toBe(startOf(head, '状态'));
  expect(startOf(second, '待签收')).toBe(startOf(head, '状态'));
});

test('nothing is cut where there is no screen', () => {
  expect(lay().join()).toContain('“三重一大”决策制度执行不到位');
});

test('on a narrow screen the flexible column gives way and the others stay whole', () => {
  const lines = lay(40);
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(40);
  expect(lines[1]).toContain('…');
  expect(lines[1]).toContain('整改中');
  expect(lines[2]).toContain('(十二)10');
});

test('the flexible column keeps something on the narrowest screen', () => {
  expect(widthsOf(TABLE, 5)[1]).toBe(10);
});

test('a style never moves a column', () => {
  const dyed = (text: string) => `\u001b[31m${text}\u001b[39m`;
  const lines = layTable(TABLE, { columns: 40, head: plain, dyed }).split('\n');
  const bare = lines.map((line) => line.replaceAll(/\u001b\[3[19]m/g, ''));
  expect(bare.map((line) => line.trimEnd())).toEqual(lay(40));
});

test('figures are at the right of their column, and no line ends in blanks', () => {
  const table = {
    head: ['措施', '说明'],
    rows: [
      ['3', ''],
      ['12', '已完成'],
    ],
    right: [0],
  };
  expect(layTable(table, { columns: undefined, head: plain, dyed: plain })).toBe(
    ['措施  说明', '   3', '  12  已完成'].join('\n'),
  );
});

describe('on a screen that is too narrow for all columns', () => {
  const wide: TableOf<string> = {
    head: ['序号', '具体问题', '状态', '时限', '天数', '待谁办理', '预警'],
    rows: [
      [
        '(三)7',
        '执法终端管理混乱，部分已遗失',
        '责任领导审核',
        '2027-12-31（暂定） *',
        '已过 12 天',
        '欧阳某某',
        '问责建议',
      ],
      ['(十二)10', 'short', '待签收', '2021-05-06', '', '', '超期'],
    ],
    flexible: [1],
  };
  const laid = (columns: number) => layTable(wide, { columns, head: plain, dyed: plain }).split('\n');

  test.each([30, 40, 60, 80])(
    'of %i nothing but the flexible column is cut, and nothing stands out',
    (columns) => {
      const lines = laid(columns);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      for (const cell of ['责任领导审核', '2027-12-31（暂定） *', '已过 12 天', '欧阳某某', '问责建议'])
        expect(lines.join('\n')).toContain(cell);
    },
  );

  test('a row takes several lines, and the head says what stands where', () => {
    expect(laid(60)).toEqual([
      '序号  具体问题',
      '  状态 · 时限 · 天数 · 待谁办理 · 预警',
      '(三)7  执法终端管理混乱，部分已遗失',
      '  责任领导审核 · 2027-12-31（暂定） * · 已过 12 天',
      '  欧阳某某 · 问责建议',
      '(十二)10  short',
      '  待签收 · 2021-05-06 · 超期',
    ]);
  });
});
