import fc from 'fast-check';
import { planTextOf } from '../plan-text';
import { understand, type DraftItem } from '../index';

const read = (text: string) =>
  understand(text.split('\n').map((line, index) => ({ line: { line: index + 1, text: line } })));
const itemsOf = (text: string): DraftItem[] => read(text).categories.flatMap(({ items }) => items);
const unread = (text: string) =>
  read(text).notes.filter(({ type }) => type === 'unused' || type === 'left-out');

const WORDS = {
  fill: '待填',
  head: ['由文本写成'],
  address: '：邮箱',
  deadline: '',
  said: (text: string) => `，原文“${text}”`,
  doubts: () => [],
};

const PLAN = `一、资金管理方面
1.专项资金管理存在漏洞
原因分析：一是制度缺失，无人负责；二是监督不力。
整改目标：账实相符，收支有据。
优先级：重点
标签：专项资金、执法手机
来源文件：巡察反馈意见第12页
整改措施：
（1）收回手机；
（2）查明遗失。
责任领导：甲
责任科室：办公室、执法科
配合科室：财务科、党办
责任人：丙
整改时限：2021年6月30日
2.台账不规范
整改措施：
（1）补登；
（2）核对。
责任领导：乙`;

describe('what an item of a text is about', () => {
  test('is read after its labels, beside all else', () => {
    const [first, second] = itemsOf(PLAN);
    expect(first).toMatchObject({
      problem: '专项资金管理存在漏洞',
      cause: '一是制度缺失，无人负责；二是监督不力。',
      goal: '账实相符，收支有据。',
      priority: 'high',
      tags: ['专项资金', '执法手机'],
      source: { document: '巡察反馈意见', page: '12' },
      leader: '甲',
      section: '办公室',
      assisting: ['执法科', '财务科', '党办'],
      handler: '丙',
      deadline: '2021-06-30',
    });
    expect(first?.measures.map(({ text }) => text)).toEqual(['收回手机', '查明遗失']);
    for (const field of ['cause', 'goal', 'priority', 'tags', 'source', 'assisting'])
      expect(second).not.toHaveProperty(field);
    expect(second?.measures.map(({ text }) => text)).toEqual(['补登', '核对']);
    expect(unread(PLAN)).toEqual([]);
  });

  test('tells of sections that assist, with their lines', () => {
    const { notes } = read(PLAN);
    expect(notes.filter(({ type }) => type === 'assists')).toEqual([
      { line: 12, type: 'assists', names: ['执法科'] },
      { line: 13, type: 'assists', names: ['财务科', '党办'] },
    ]);
  });

  test('stands in the plan that is written from it', () => {
    const text = planTextOf(read(PLAN), WORDS);
    for (const line of ['priority: 高', 'document: 巡察反馈意见', '- 财务科', '账实相符，收支有据。'])
      expect(text).toContain(line);
  });

  test.each([
    [
      'wrapped in brackets',
      '1.台账不规范。整改措施：补登。（原因分析：无人负责；整改目标：账实相符；责任领导：乙）',
    ],
    ['on one line', '1.台账不规范。原因分析：无人负责。整改目标：账实相符。整改措施：补登。责任领导：乙'],
    [
      'behind the measures',
      '1.台账不规范\n整改措施：\n（1）补登。\n（2）核对。\n责任领导：乙\n原因分析：无人负责\n整改目标：账实相符',
    ],
    [
      'in brackets of their own',
      '1.台账不规范\n【原因分析】：无人负责\n【整改目标】：账实相符\n【整改措施】：补登\n责任领导：乙',
    ],
  ])('may stand %s', (_, item) => {
    const text = `一、资产\n${item}\n2.询价走过场。整改措施：修订。`;
    const [first, second] = itemsOf(text);
    const bare = (said: string | undefined) => said?.replace(/。$/, '');
    expect([bare(first?.cause), bare(first?.goal), first?.leader]).toEqual(['无人负责', '账实相符', '乙']);
    expect(second).toMatchObject({ problem: '询价走过场', measures: [{ text: '修订' }] });
    expect(unread(text)).toEqual([]);
  });

  test('a cause of several paragraphs goes on to the next label where measures have one of their own', () => {
    const [item] = itemsOf(
      '一、资产\n1.台账不规范\n原因分析：\n无人负责。\n多年未核对。\n整改措施：\n（1）补登；\n（2）核对。',
    );
    expect(item?.cause).toBe('无人负责。\n多年未核对。');
    expect(item?.measures.map(({ text }) => text)).toEqual(['补登', '核对']);
  });

  test('what follows a cause without a label is what was done', () => {
    const [item] = itemsOf('一、资产\n1.台账不规范\n原因分析：无人负责。\n已补登并核对。');
    expect(item).toMatchObject({ cause: '无人负责。', measures: [{ text: '已补登并核对' }] });
  });

  test('steps on a line of their own after a cause that is said are steps', () => {
    const [item] = itemsOf('一、资产\n1.台账不规范\n原因分析：无人负责。\n一是补登；二是核对。');
    expect(item).toMatchObject({
      cause: '无人负责。',
      measures: [{ text: '补登' }, { text: '核对' }],
    });
  });

  test('a priority that is none is told at its line, and kept for the plan to refuse', () => {
    const { categories, notes } = read('一、资产\n1.台账不规范\n优先级：1\n整改措施：补登。');
    expect(categories[0]?.items[0]?.priority).toBe('1');
    expect(notes).toContainEqual(
      expect.objectContaining({ line: 3, type: 'not-a-choice', column: '优先级', text: '1' }),
    );
  });

  test('a page without its document may be of anything', () => {
    const text = '一、资产\n1.台账不规范\n页码：3\n整改措施：补登。';
    expect(itemsOf(text)[0]).not.toHaveProperty('source');
    expect(unread(text)).toEqual([{ line: 3, type: 'unused', text: '页码：3' }]);
  });

  test.each(['原因：设备老旧', '主要原因：设备老旧', '目标：全部补登', '关键词：台账', '来源：群众'])(
    'is not what running text says otherwise: %s',
    (said) => {
      const [item] = itemsOf(`一、资产\n1.台账不规范。整改措施：已核查，${said}，现已补登。`);
      expect(Object.keys(item ?? {})).toEqual(['no', 'problem', 'measures']);
      expect(item?.measures[0]?.text).toContain(said);
    },
  );

  test('of a sub-item is not taken for the item, and is listed', () => {
    const text =
      '一、资产\n1.台账不规范\n（1）针对登记不全问题，已补登。原因分析：无人负责\n（2）针对盘点不实问题，已盘点。';
    const [item] = itemsOf(text);
    expect(item).not.toHaveProperty('cause');
    expect(unread(text)).toEqual([{ line: 3, type: 'left-out', text: '原因分析：无人负责' }]);
  });
});

const STEPS = {
  words: (no: number) => `${'一二三四五'[no - 1]}是`,
  parenthesis: (no: number) => `（${no}）`,
  circle: (no: number) => String.fromCharCode(0x245f + no),
};
const style = fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[]));
const listed = (of: keyof typeof STEPS, texts: readonly string[], apart: boolean) =>
  texts.map((text, index) => `${STEPS[of](index + 1)}${text}`).join(apart ? '；\n' : '；');

test('however causes and measures are numbered, neither is taken for the other', () => {
  fc.assert(
    fc.property(
      fc.record({
        ofCause: style,
        ofSteps: style,
        causes: fc.integer({ min: 2, max: 5 }),
        steps: fc.integer({ min: 2, max: 5 }),
        apart: fc.boolean(),
        below: fc.boolean(),
        items: fc.integer({ min: 2, max: 4 }),
      }),
      ({ ofCause, ofSteps, causes, steps, apart, below, items }) => {
        const said = Array.from({ length: causes }, (_, index) => `根子${index + 1}没有查清`);
        const done = Array.from({ length: steps }, (_, index) => `办理事务${index + 1}`);
        const item = (no: number) =>
          `${no}.第${no}项制度执行不到位\n原因分析：${below ? '\n' : ''}${listed(ofCause, said, apart)}。\n整改目标：按章办事。\n整改措施：\n${listed(ofSteps, done, apart)}。\n责任领导：甲`;
        const text = `一、资金管理方面\n${Array.from({ length: items }, (_, index) => item(index + 1)).join('\n')}`;
        const read = itemsOf(text);
        expect(read).toHaveLength(items);
        for (const one of read) {
          expect(one.cause?.replace(/[\n。]/g, '')).toBe(listed(ofCause, said, false));
          expect(one).toMatchObject({ goal: '按章办事。', leader: '甲' });
          expect(one.measures.map(({ text: step }) => step)).toEqual(done);
        }
        expect(unread(text)).toEqual([]);
      },
    ),
  );
});
