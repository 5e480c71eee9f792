import { understand } from '../index';
import { gridOf } from '../../testing/intake/grid';

const HEADINGS = [
  '具体问题',
  '整改类型',
  '整改措施',
  '责任领导',
  '责任科室',
  '整改时限',
  '是否涉密',
  '措施类型',
];
const read = (cells: readonly string[]) => understand([gridOf([HEADINGS, ['学习不经常', ...cells]])]);

describe('in a table', () => {
  test('every choice is what is ticked', () => {
    const { categories, notes } = read([
      '□立行立改 ☑限期整改 □长期坚持',
      '补课',
      '□甲 ☑乙',
      '■办公室 □财务科',
      '○2021年6月30日 ●2021年9月30日',
      '□是 ☑否',
      '☑建章立制 □其他',
    ]);
    expect(categories[0]?.items).toEqual([
      {
        no: 1,
        problem: '学习不经常',
        kind: 'time-limited',
        leader: '乙',
        section: '办公室',
        deadline: '2021-09-30',
        measures: [{ text: '补课', kind: 'rule-making' }],
      },
    ]);
    expect(notes).toEqual([]);
  });

  test('what is not ticked is left open, and told', () => {
    const { categories, missing, notes } = read([
      '□立行立改 □限期整改',
      '补课',
      '甲',
      '办公室',
      '2021.6.30',
      '',
      '',
    ]);
    expect(categories[0]?.items[0]).not.toHaveProperty('kind');
    expect(missing).toContainEqual({ item: '1.1', field: 'kind' });
    expect(notes).toEqual([{ line: 2, type: 'ticks-unclear', text: '□立行立改 □限期整改' }]);
  });

  test.each([
    ['☑是 □否', true],
    ['√', true],
    ['☑涉密 □不涉密', true],
    ['□绝密 ☑秘密 □非密', true],
    ['□是 ☑否', undefined],
    ['□', undefined],
    ['□涉密', undefined],
    ['否☑ 是□', undefined],
  ])('a matter is classified or not as ticked: %s', (secrecy, classified) => {
    const { categories } = read(['限期整改', '补课', '甲', '办公室', '2021.6.30', secrecy, '']);
    expect(categories[0]?.items[0]?.classified).toBe(classified);
  });

  test('measures keep the signs that are written in them', () => {
    const { categories } = read(['限期整改', '核对□和☑两栏', '甲', '办公室', '2021.6.30', '', '']);
    expect(categories[0]?.items[0]?.measures).toEqual([{ text: '核对□和☑两栏' }]);
  });
});

describe('columns for one kind each', () => {
  const kinds = ['立行立改', '限期整改', '长期坚持'];
  const rows = [
    ['学习不经常', '√', '', '', '补课'],
    ['记录不全', '', '', '√', '每季核对'],
    ['报销不规范', '', '', '', '修订办法'],
  ];

  test.each([
    [
      'below a heading',
      [
        ['具体问题', '整改类型', '<', '<', '整改措施'],
        ['^', ...kinds, '^'],
      ],
    ],
    ['alone', [['具体问题', ...kinds, '整改措施']]],
  ])('%s give the kind that is ticked', (_, header) => {
    const { categories, notes } = understand([gridOf([...header, ...rows])]);
    expect(categories[0]?.items.map(({ kind }) => kind)).toEqual(['immediate', 'sustained', undefined]);
    expect(categories[0]?.items.map(({ measures }) => measures.length)).toEqual([1, 1, 1]);
    expect(notes).toEqual([]);
  });

  test('lose no words that stand where only ticks should', () => {
    const { notes } = understand([
      gridOf([
        ['具体问题', ...kinds, '整改措施'],
        ['学习不经常', '√', '', '每季度检查', '补课'],
      ]),
    ]);
    expect(notes).toEqual([{ line: 2, type: 'left-out', text: '每季度检查' }]);
  });

  test('are none below a heading that says something else', () => {
    const { categories, notes } = understand([
      gridOf([
        ['整改措施', '完成情况', '问题方面', '序号'],
        ['', '长期坚持', '^', '词一'],
        ['长期坚持', '', '^', '词二'],
        ['补课', '已完成', '', ''],
      ]),
    ]);
    expect(JSON.stringify({ categories, notes })).toContain('补课');
  });

  test('are unclear where two are ticked', () => {
    const { categories, notes } = understand([
      gridOf([
        ['具体问题', ...kinds, '整改措施'],
        ['学习不经常', '√', '√', '', '补课'],
      ]),
    ]);
    expect(categories[0]?.items[0]?.kind).toBeUndefined();
    expect(notes).toEqual([{ line: 2, type: 'ticks-unclear', text: '√立行立改 √限期整改' }]);
  });
});

test('in running text every choice behind a label is what is ticked', () => {
  const lines = [
    '（一）学习方面',
    '1.针对甲不实问题，已改。',
    '整改类型：□立行立改 ☑限期整改；责任领导：□江一 ☑河二；整改时限：○2021年6月30日 ●2021年9月30日；是否涉密：☑是 □否',
    '2.针对乙不实问题，已改。',
    '整改类型：（√）立行立改（ ）限期整改；是否涉密：□是 ☑否',
  ];
  const { categories, notes } = understand(lines.map((text, index) => ({ line: { line: index + 1, text } })));
  expect(categories[0]?.items).toMatchObject([
    { kind: 'time-limited', leader: '河二', deadline: '2021-09-30', classified: true },
    { kind: 'immediate' },
  ]);
  expect(categories[0]?.items[1]).not.toHaveProperty('classified');
  expect(notes).toEqual([{ line: 3, type: 'classified', text: '☑是 □否' }]);
});
