import fc from 'fast-check';
import { understand } from '../index';
import { gridOf } from '../../testing/intake/grid';

const read = (rows: readonly (readonly string[])[]) => understand([gridOf(rows)]);

const LEDGER = [
  ['某局2021年巡察整改任务清单（2个方面、3项问题）', '<', '<', '<', '<', '<', '<'],
  ['序号', '问题方面', '具体问题', '整改措施', '<', '责任分工', '<'],
  ['^', '^', '^', '内容', '时限', '责任领导', '责任科室'],
  [
    '1',
    '（一）领导作用发挥不充分',
    '1.决策制度执行不到位。',
    '1.修订规则；\n2.补充通报。',
    '6月11日\n6月18日',
    '甲、乙',
    '办公室\n财务科',
  ],
  ['2', '^', '2.意识形态工作抓得不实', '每半年研判一次', '长期坚持', '乙', '党办'],
  ['3', '（二）资产监管不到位', '针对资产流失风险问题', '委托盘点', '2021.7.16', '丙', '财务科'],
  ['^', '^', '^', '更新卡片', '2021/8/31', '^', '^'],
  ['备注：责任领导第一位为牵头。', '<', '<', '<', '<', '<', '<'],
];

describe('a workbook of several sheets', () => {
  const flat = [
    ['方面', '问题', '措施'],
    ['领导作用发挥不充分', '决策制度执行不到位', '修订规则'],
    ['领导作用发挥不充分', '意识形态工作抓得不实', '每半年研判一次'],
    ['资产监管不到位', '资产流失风险', '委托盘点'],
  ];
  const inSheets = (sheets: Record<string, readonly (readonly string[])[]>) =>
    understand(Object.entries(sheets).map(([sheet, rows]) => ({ table: { ...gridOf(rows).table, sheet } })));

  test('that shows the same items twice has them once, from the first, and tells so', () => {
    const { categories, notes } = inSheets({ 台账: LEDGER, 明细: flat });
    expect(categories).toEqual(read(LEDGER).categories);
    expect(notes).toContainEqual({ line: 2, sheet: '明细', type: 'sheet-repeats', as: '台账' });
  });

  test('has the items of each where they differ in but one problem', () => {
    const { categories, notes } = inSheets({ 台账: LEDGER, 续: flat.slice(0, 3) });
    expect(categories.map(({ items }) => items.length)).toEqual([4, 1]);
    expect(notes.map(({ type }) => type)).not.toContain('sheet-repeats');
  });
});

describe('a table of items', () => {
  const { categories, declared, notes } = read(LEDGER);
  const [first, second] = categories;

  test('is known by its headings, also in several rows and merged', () => {
    expect(categories.map(({ no, title }) => [no, title])).toEqual([
      [1, '领导作用发挥不充分'],
      [2, '资产监管不到位'],
    ]);
    expect(first?.items.map(({ problem }) => problem)).toEqual([
      '决策制度执行不到位',
      '意识形态工作抓得不实',
    ]);
    expect(second?.items.map(({ problem }) => problem)).toEqual(['资产流失风险']);
  });

  test('may have several measures in a cell, each with its own time beside it', () => {
    expect(first?.items[0]?.measures).toEqual([
      { text: '修订规则', deadline: '2021-06-11', doubt: '6月11日' },
      { text: '补充通报', deadline: '2021-06-18', doubt: '6月18日' },
    ]);
  });

  test('may have several rows for an item', () => {
    expect(second?.items[0]?.measures).toEqual([
      { text: '委托盘点', deadline: '2021-07-16' },
      { text: '更新卡片', deadline: '2021-08-31' },
    ]);
  });

  test('names the one who leads first, and lists the others', () => {
    expect(first?.items[0]).toMatchObject({ leader: '甲', section: '办公室' });
    expect(notes).toContainEqual({ line: 4, type: 'assists', names: ['乙'] });
    expect(notes).toContainEqual({ line: 4, type: 'assists', names: ['财务科'] });
  });

  test('has titles above and notes below it that are no items, but may declare totals', () => {
    expect(declared).toEqual({ categories: 2, items: 3 });
    expect(notes.filter(({ type }) => type === 'unused').map(({ line }) => line)).toEqual([1, 8]);
  });
});

describe('other forms of tables', () => {
  test('where problems stand in two columns, the specific ones are the items of the others', () => {
    const { categories } = read([
      ['序号', '主要问题', '序号', '具体问题', '整改措施'],
      ['一', '党的建设缺失', '1', '学习不经常', '补课'],
      ['^', '^', '2', '党费收缴不及时', '清缴'],
      ['二', '工程管理不严', '1', '未批先建', '补办'],
    ]);
    expect(categories.map(({ title, items }) => [title, items.map(({ problem }) => problem)])).toEqual([
      ['党的建设缺失', ['学习不经常', '党费收缴不及时']],
      ['工程管理不严', ['未批先建']],
    ]);
  });

  test('what a cell says before its numbered measures is listed', () => {
    const { categories, notes } = read([
      ['具体问题', '整改措施'],
      ['制度不健全', '修订管理办法，完善以下制度：1.考勤；2.公示'],
      ['报销不规范', '整改措施：1.退款；2.培训'],
    ]);
    expect(categories[0]?.items[0]?.measures).toEqual([{ text: '考勤' }, { text: '公示' }]);
    expect(notes).toEqual([{ line: 2, type: 'left-out', text: '修订管理办法，完善以下制度：' }]);
  });

  test('a name stands as it is written, without what only says how somebody takes part', () => {
    const [category] = read([
      ['具体问题', '整改措施', '分管领导', '责任股室'],
      ['学习不经常', '补课', '甲（牵头）\n乙', '人事（老干）股'],
      ['报销不规范', '退款', '#N/A', '牵头：财务股'],
      ['考勤不严', '通报', '王　五', '办　公　室'],
    ]).categories;
    expect(category?.items.map(({ leader, section }) => [leader, section])).toEqual([
      ['甲', '人事（老干）股'],
      [undefined, '财务股'],
      ['王五', '办公室'],
    ]);
  });

  test('a table below another, with its columns in another order, is read by its own headings', () => {
    const { categories } = read([
      ['序号', '问题及表现', '措施', '责任领导'],
      ['1', '学习不经常', '补课', '甲'],
      ['序号', '责任领导', '问题', '措施'],
      ['1', '乙', '会风不正', '整治'],
    ]);
    expect(categories.flatMap(({ items }) => items)).toEqual([
      { no: 1, problem: '学习不经常', leader: '甲', measures: [{ text: '补课' }] },
      { no: 1, problem: '会风不正', leader: '乙', measures: [{ text: '整治' }] },
    ]);
  });

  test('one more handler in a row of his own is listed, and a line for signatures is no row', () => {
    const { categories, notes } = read([
      ['具体问题', '整改措施', '责任人'],
      ['学习不经常', '补课', '甲'],
      ['', '', '乙'],
      ['主要领导签字：', '', '日期：'],
    ]);
    expect(categories[0]?.items[0]).toMatchObject({ handler: '甲', measures: [{ text: '补课' }] });
    expect(notes).toEqual([
      { line: 3, type: 'assists', names: ['乙'] },
      { line: 4, type: 'unused', text: '主要领导签字： | 日期：' },
    ]);
  });

  test('below a heading for measures, the tasks are the measures', () => {
    const [category] = read([
      ['问题清单', '任务清单', '<'],
      ['具体问题', '整改任务', '内　容'],
      ['学习不经常', '补课', ''],
    ]).categories;
    expect(category?.items[0]).toMatchObject({ problem: '学习不经常', measures: [{ text: '补课' }] });
  });

  test('a row across the table is the category of those below it', () => {
    const { categories } = read([
      ['序号', '存在问题', '整改措施', '完成时限'],
      ['一、党的建设方面', '<', '<', '<'],
      ['1', '学习不经常', '补课', '2021年6月底'],
      ['二、财务方面', '<', '<', '<'],
      ['1', '报销不规范', '退款', '立行立改'],
    ]);
    expect(categories.map(({ title, items }) => [title, items.length])).toEqual([
      ['党的建设方面', 1],
      ['财务方面', 1],
    ]);
    expect(categories[0]?.items[0]).toMatchObject({ deadline: '2021-06-30' });
    expect(categories[1]?.items[0]).toMatchObject({ kind: 'immediate' });
  });

  test('an item with several times is due when the last of its measures is', () => {
    const [category] = read([
      ['具体问题', '整改措施', '整改时限'],
      ['学习不经常', '补课\n考试', '2021年6月底\n2021年5月底'],
      ['报销不规范', '退款', '2021.5.1'],
      ['', '立规', '2021.6.1'],
    ]).categories;
    expect(category?.items.map(({ deadline }) => deadline)).toEqual(['2021-06-30', '2021-06-01']);
    expect(category?.items[1]?.measures.map(({ deadline }) => deadline)).toEqual([
      '2021-05-01',
      '2021-06-01',
    ]);
  });

  test('a heading that a new page repeats is no item', () => {
    const { categories, notes } = read([
      ['具体问题', '整改措施', '责任领导'],
      ['学习不经常', '补课', '甲'],
      ['具体问题', '整改措施', '责任领导'],
      ['报销不规范', '退款', '乙'],
    ]);
    expect(categories[0]?.items).toHaveLength(2);
    expect(notes).toContainEqual(expect.objectContaining({ line: 3, type: 'unused' }));
  });

  test('a numbered line above a table without categories is its category', () => {
    const { categories } = understand([
      { line: { line: 1, text: '（一）党的建设方面' } },
      gridOf([
        ['具体问题', '整改措施'],
        ['学习不经常', '补课'],
      ]),
    ]);
    expect(categories.map(({ title }) => title)).toEqual(['党的建设方面']);
  });

  test('a column that nothing is known of is told, once', () => {
    const { notes } = read([
      ['具体问题', '整改措施', '完成比例'],
      ['学习不经常', '补课', '50%'],
      ['报销不规范', '退款', '60%'],
    ]);
    expect(notes).toEqual([{ line: 1, type: 'column-unused', column: '完成比例' }]);
  });

  test('a table without such headings is read as text, row by row', () => {
    const { categories, notes } = read([
      ['联系人', '电话'],
      ['甲', '00000000'],
    ]);
    expect(categories).toEqual([]);
    expect(notes.filter(({ type }) => type === 'unused').map(({ line }) => line)).toEqual([1, 1, 2, 2]);
  });
});

test('an item that is marked as classified is told, and kept for the import to refuse', () => {
  const { categories, notes } = read([
    ['具体问题', '整改措施', '是否涉密'],
    ['学习不经常', '补课', '否'],
    ['报销不规范', '退款', '是'],
  ]);
  expect(categories[0]?.items.map(({ classified }) => classified)).toEqual([undefined, true]);
  expect(notes).toContainEqual({ line: 3, type: 'classified', text: '报销不规范' });
});

describe('no table is too strange', () => {
  const heading = fc.constantFrom(
    '序号',
    '问题方面',
    '具体问题',
    '整改措施',
    '责任领导',
    '责任科室',
    '整改时限',
    '完成情况',
    '内容',
    '',
  );
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.constant('#') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '',
        '^',
        '<',
        '1',
        '备注：',
        '（一）#',
        '1.#；2.#',
        '#、#',
        '2021.6.30',
        '长期坚持',
        '合计',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  );
  const aTable = fc
    .integer({ min: 1, max: 7 })
    .chain((width) =>
      fc.tuple(
        fc.array(fc.array(heading, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
      ),
    );

  test('every word in its known columns is used or listed, and so is every other column', () => {
    fc.assert(
      fc.property(aTable, ([headings, cells]) => {
        let no = 0;
        const rows = [
          ...headings,
          ...cells.map((row) => row.map((text) => text.replaceAll('#', () => `词${String(no++)}字`))),
        ];
        const draft = read(rows);
        const said = JSON.stringify(draft);
        const unknown = draft.notes.some(({ type }) => type === 'column-unused');
        if (!unknown)
          for (const [word] of rows
            .flat()
            .join(' ')
            .matchAll(/词\d+字/g))
            expect(said).toContain(word);
      }),
      { numRuns: 500 },
    );
  });
});

describe('times that several rows share, or that only measures have', () => {
  const HEAD = [
    ['具体问题', '整改措施', '<'],
    ['^', '内容', '完成时限'],
  ];
  const itemsOf = (...rows: string[][]) => {
    const { categories, notes } = read([...HEAD, ...rows]);
    return { items: categories[0]?.items ?? [], notes };
  };

  test('a date merged over all tasks of an item is its deadline, in the first row too', () => {
    const { items } = itemsOf(
      ['甲不实', '补课', '2021-06-30'],
      ['^', '考试', '^'],
      ['乙不实', '立规', '2021年7月底'],
      ['^', '培训', '^'],
      ['^', '检查', '^'],
    );
    expect(items.map(({ deadline }) => deadline)).toEqual(['2021-06-30', '2021-07-31']);
    expect(items.flatMap(({ measures }) => measures.map(({ deadline }) => deadline))).toEqual(
      Array(5).fill(undefined),
    );
  });

  test('a date merged over some tasks is that of each of them', () => {
    const { items } = itemsOf(
      ['甲不实', '补课', '2021-06-30'],
      ['^', '考试', '^'],
      ['^', '检查', '2021-08-31'],
    );
    expect(items[0]?.measures.map(({ deadline }) => deadline)).toEqual([
      '2021-06-30',
      '2021-06-30',
      '2021-08-31',
    ]);
    expect(items[0]?.deadline).toBe('2021-08-31');
  });

  test('an item whose only dates are those of its measures has the latest, told as derived', () => {
    const { items, notes } = itemsOf(['甲不实', '补课', '2021-06-30'], ['^', '考试', '2021-05-31']);
    expect(items[0]?.deadline).toBe('2021-06-30');
    expect(notes).toEqual([{ line: 3, type: 'deadline-derived', text: '甲不实', date: '2021-06-30' }]);
  });

  test('a derived deadline has the doubts of the measures', () => {
    const { items } = itemsOf(['甲不实', '补课', '2021-06-30'], ['^', '考试', '尽快']);
    expect(items[0]).toMatchObject({ deadline: '2021-06-30', doubt: '尽快' });
    expect(items[0]?.measures[1]).toEqual({ text: '考试', doubt: '尽快' });
  });

  test('no deadline is derived for what goes on for ever', () => {
    const { categories } = read([
      ['具体问题', '整改类型', '整改措施', '措施时限'],
      ['甲不实', '长期坚持', '补课', '2021-06-30'],
    ]);
    expect(categories[0]?.items[0]).not.toHaveProperty('deadline');
  });

  test('a time that was changed is in force, and the one before is listed', () => {
    const { categories, notes } = read([
      ['具体问题', '整改措施', '原定时限', '现行时限'],
      ['甲不实', '补课', '2021-06-30', '2021-08-31'],
      ['乙不实', '考试', '2021-07-31', '/'],
    ]);
    expect(categories[0]?.items.map(({ deadline }) => deadline)).toEqual(['2021-08-31', '2021-07-31']);
    expect(notes).toEqual([{ line: 2, type: 'left-out', text: '2021-06-30' }]);
  });
});

test.each([
  ['修订规则；补充通报。', ['修订规则', '补充通报']],
  ['Retrain staff; update the manual', ['Retrain staff', 'update the manual']],
  ['修订规则（含采购；报销）；补充通报', ['修订规则（含采购；报销）', '补充通报']],
  ['修订规则；\n补充通报；', ['修订规则', '补充通报']],
  ['1.修订规则；报备；2.补充通报', ['修订规则；报备', '补充通报']],
])('measures in one cell: %s', (cell, measures) => {
  const { categories } = read([
    ['具体问题', '整改措施'],
    ['甲不实', cell],
  ]);
  expect(categories[0]?.items[0]?.measures.map(({ text }) => text)).toEqual(measures);
});
