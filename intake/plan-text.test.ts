import { readPlan } from '../domain/plan/read';
import { type Draft, planTextOf, understand } from './index';
import type { DraftItem } from './draft';

const WORDS = {
  fill: '待填',
  head: ['由文本写成'],
  address: '：邮箱',
  deadline: '',
  said: (text: string) => `，原文“${text}”`,
  doubts: () => [],
};

const draftOf = (text: string): Draft =>
  understand(text.split('\n').map((line, index) => ({ line: { line: index + 1, text: line } })));

const openLines = (text: string): number[] =>
  text.split('\n').flatMap((line, index) => (line.includes('# 待填') ? [index + 1] : []));

const complete: Draft = {
  people: [
    { id: 'p01', name: '甲', address: 'p01@example.org', office: 'head' },
    { id: 'p02', name: '乙', address: 'p02@example.org', superior: 'p01', section: '局领导' },
    { id: 'p03', name: '丙', address: 'p03@example.org', office: 'office' },
    { id: 'p04', name: '丁', address: 'p04@example.org', office: 'oversight' },
    { id: 'p05', name: '戊', address: 'p05@example.org', office: 'archivist' },
  ],
  facts: {
    round: '2021-03',
    title: '2021年巡察反馈问题整改',
    body: '某局委员会',
    feedback: '2021-04-29',
    concentratedUntil: '2021-08-31',
    fonds: 'Z109',
    year: '2021',
    organisation: 'JGDW',
    retention: '30年',
    identity: 'claimed',
  },
  categories: [
    {
      no: 1,
      title: '领导作用发挥不充分: “三重一大”',
      items: [
        {
          no: 1,
          problem: '# 决策制度执行不到位',
          kind: 'time-limited',
          leader: '乙',
          section: '办公室',
          handler: '丙',
          acceptor: 'p05',
          deadline: '2021-06-30' as DraftItem['deadline'] & string,
          measures: [{ text: '- 修订规则', kind: 'rule-making', owner: '丙' }],
        },
      ],
    },
    {
      no: 3,
      title: '监管不到位',
      items: [
        {
          no: 2,
          problem: '资产流失',
          kind: 'sustained',
          leader: '乙',
          section: '财务科',
          handler: '丙',
          acceptor: '戊',
          measures: [],
          children: [
            {
              no: 1,
              problem: '账物不符',
              measures: [
                { text: '盘点', kind: 'other' },
                { text: '调账', kind: 'other' },
              ],
            },
            { no: 2, problem: '', measures: [{ text: '立规', kind: 'other' }] },
          ],
        },
      ],
    },
  ],
  declared: {},
  notes: [],
  missing: [],
};

describe('a plan to complete', () => {
  const notice =
    '（一）制度不健全\n1.针对甲不实问题，整改情况如下：一是修订办法；二是补课。\n3.针对乙不实问题，\n责任领导：甲甲，乙乙';

  test('imported unfinished has a fault in every line that is marked', () => {
    const text = planTextOf(draftOf(notice), WORDS);
    const reading = readPlan(text);
    expect(openLines(text).length).toBeGreaterThan(20);
    const faulty = new Set(reading.ok ? [] : reading.faults.map(({ line }) => line));
    expect(openLines(text).filter((line) => !faulty.has(line))).toEqual([]);
  });

  test('names people by ids of its own, with their names beside them', () => {
    const text = planTextOf(draftOf(notice), WORDS);
    expect(text).toContain('leader: p01 # 甲甲');
    expect(text).toMatch(/- id: p01\n {6}name: 甲甲\n {6}address: # 待填：邮箱/);
  });

  test('with nothing missing is a plan', () => {
    const reading = readPlan(planTextOf(complete, WORDS));
    expect(reading).toMatchObject({
      ok: true,
      plan: {
        round: '2021-03',
        archive: { fonds: 'Z109', retention: 'D30' },
        roster: { head: 'p01', office: ['p03'], oversight: ['p04'], archivist: 'p05' },
        items: [
          {
            number: '1.1',
            category: '领导作用发挥不充分: “三重一大”',
            problem: '# 决策制度执行不到位',
            leader: 'p02',
          },
          { number: '3.2', acceptor: 'p05', kind: 'sustained' },
        ],
      },
    });
  });

  test('has the measures of sub-items with their item', () => {
    const reading = readPlan(planTextOf(complete, WORDS));
    const measures = reading.ok ? reading.plan.items[1]?.measures.map(({ text }) => text) : [];
    expect(measures).toEqual(['（1）账物不符：盘点', '（1）账物不符：调账', '（2）立规']);
  });

  test('says of a classified item that it is, so that it is refused', () => {
    const categories = complete.categories.map((category) => ({
      ...category,
      items: category.items.map((item) => ({ ...item, classified: true as const })),
    }));
    const reading = readPlan(planTextOf({ ...complete, categories }, WORDS));
    expect(reading.ok ? [] : reading.faults.map(({ type }) => type)).toEqual(['classified', 'classified']);
  });

  test('carries a doubtful date with its doubt, at its place', () => {
    const [category] = complete.categories;
    const [item] = category?.items ?? [];
    if (category === undefined || item === undefined) throw new Error('no item');
    const doubted = (more: Partial<DraftItem>) =>
      planTextOf({ ...complete, categories: [{ ...category, items: [{ ...item, ...more }] }] }, WORDS);
    const dated = doubted({ doubt: '6月\n底前' });
    expect(dated).toMatch(/^ {8}deadline: 2021-06-30 \? 6月 底前$/m);
    const reading = readPlan(dated);
    expect(reading.ok ? [] : reading.faults).toMatchObject([{ type: 'date-doubtful', item: '1.1' }]);
    const { deadline = '2021-06-30' as DraftItem['deadline'] & string, ...undated } = item;
    const open = planTextOf(
      { ...complete, categories: [{ ...category, items: [{ ...undated, doubt: '尽快' }] }] },
      WORDS,
    );
    expect(open).toMatch(/deadline: # 待填，原文“尽快”$/m);
    expect(readPlan(open).ok).toBe(false);
    const measure = { text: '考试', kind: 'other' as const };
    const ofMeasure = doubted({
      measures: [
        { ...measure, deadline, doubt: '三季度' },
        { ...measure, doubt: '#随时' },
      ],
    });
    expect(ofMeasure).toMatch(/^ {12}deadline: 2021-06-30 \? 三季度$/m);
    expect(ofMeasure).toMatch(/^ {12}deadline: # 待填，原文“#随时”$/m);
  });

  test('makes no new person of a name that is near one of the roster', () => {
    const people = [
      ...complete.people,
      { id: 'p06', name: '李军' },
      { id: 'p07', name: '王小明' },
      { id: 'p08', name: '王小鸣' },
      { id: 'p09', name: '赵一' },
      { id: 'p10', name: '赵一' },
    ];
    const [category] = complete.categories;
    const [item] = category?.items ?? [];
    if (category === undefined || item === undefined) throw new Error('no item');
    const written = (name: string) =>
      planTextOf(
        { ...complete, people, categories: [{ ...category, items: [{ ...item, leader: name }] }] },
        WORDS,
      );
    expect(written('李君')).toContain('leader: p06 ? 李君 # 李军 p06');
    expect(written('王小铭')).toContain('leader: "? 王小铭" # 王小明 p07、王小鸣 p08');
    expect(written('赵一')).toContain('# 赵一 p09、赵一 p10');
    expect(written('李军')).toContain('leader: p06 # 李军');
    expect(written('欧阳锋')).toContain('leader: p11 # 欧阳锋');
    const reading = readPlan(written('李君'));
    const faults = reading.ok ? [] : reading.faults.filter(({ type }) => type === 'person-doubtful');
    expect(faults).toMatchObject([{ person: 'p06', said: '李君', item: '1.1' }]);
    expect(written('李君')).not.toContain('name: 李君');
  });

  test('is not broken by any text', () => {
    const [first] = complete.categories;
    const hostile = [
      'a: b',
      '"',
      "'",
      '- x',
      '#',
      '{',
      '|',
      '一\n二',
      '  ',
      'null',
      '2021-06-30',
      '\u2028x',
      '&a *a',
      '%',
      '@',
    ];
    const items = hostile.map((problem, index): DraftItem => ({
      no: index + 1,
      problem,
      measures: [{ text: problem }],
    }));
    const text = planTextOf(
      { ...complete, categories: [{ no: 1, title: first?.title ?? '', items }] },
      WORDS,
    );
    const reading = readPlan(text);
    const faults = reading.ok ? [] : reading.faults;
    expect(faults.filter(({ type }) => type === 'syntax')).toEqual([]);
    expect(new Set(faults.map(({ line }) => line)).size).toBeGreaterThan(0);
  });
});
