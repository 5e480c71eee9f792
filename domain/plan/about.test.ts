import fc from 'fast-check';
import { changed, faultsIn, GOOD_PLAN } from '../../testing/plan';
import { PRIORITIES, type Priority, Tag, Tags, tagsIn } from './about';
import { pageIn, priorityIn } from './about-words';
import { describeFault } from './describe-fault';
import type { PlanFault } from './fault';
import { type PlannedItem, PlannedItem as Item } from './plan';
import { readPlan } from './read';

const DEADLINE = '        deadline: 2021-06-30\n';

/** The good plan whose first item says this, too. */
const saying = (yaml: string): string => {
  const lines = yaml.split('\n').map((line) => `        ${line}\n`);
  return changed(DEADLINE, DEADLINE + lines.join('')).text;
};

const itemSaying = (yaml: string): PlannedItem | undefined => {
  const reading = readPlan(saying(yaml));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.plan.items[0];
};

describe('what an item is about', () => {
  const item = itemSaying(`cause: 台账多年未核对
goal: 账物相符
priority: 高
tags: [固定资产, 台账]
source: { document: 巡察反馈意见, page: 3 }`);

  test('stands in the plan', () => {
    expect(item).toMatchObject({
      cause: '台账多年未核对',
      goal: '账物相符',
      priority: 'high',
      tags: ['固定资产', '台账'],
      source: { document: '巡察反馈意见', page: '3' },
    });
    expect(Item.parse(JSON.parse(JSON.stringify(item)))).toEqual(item);
  });

  test('costs an item that does not say it no octet', () => {
    const reading = readPlan(GOOD_PLAN);
    const items = reading.ok ? reading.plan.items : [];
    expect(items.map((one) => Object.keys(one).sort().join())).toEqual([
      'acceptor,category,deadline,handler,kind,leader,measures,number,problem,section',
      'acceptor,category,handler,kind,leader,measures,number,problem,section',
    ]);
  });

  test.each<[string, object]>([
    ['priority: 重点', { priority: 'high' }],
    ['priority: normal', { priority: 'normal' }],
    ['tags: 三公经费、津补贴；台账', { tags: ['三公经费', '津补贴', '台账'] }],
    ['source: { document: 审计报告 }', { source: { document: '审计报告' } }],
    ['source: { document: 审计报告, page: 第12-14页 }', { source: { document: '审计报告', page: '12-14' } }],
  ])('is read as it is written: %s', (yaml, said) => {
    expect(itemSaying(yaml)).toMatchObject(said);
  });
});

describe('what cannot stand there is named with its line', () => {
  const tags = (count: number) => Array.from({ length: count }, (_, no) => `t${no}`).join(', ');
  test.each<[yaml: string, fault: Partial<PlanFault>]>([
    ['priority: 很要紧', { type: 'not-a-choice', given: '很要紧' }],
    ['priority: hihg', { type: 'not-a-choice', meant: 'high' }],
    ['priority: 1', { type: 'not-a-choice', given: '1' }],
    ['tags: [台账, 台账]', { type: 'tag-twice', given: '台账' }],
    ['tags: [三公 经费]', { type: 'wrong-form', form: 'tag' }],
    ['tags: [三公/经费]', { type: 'wrong-form', form: 'tag' }],
    [`tags: [${'长'.repeat(21)}]`, { type: 'too-long', most: 20 }],
    [`tags: [${tags(11)}]`, { type: 'too-many', most: 10 }],
    ['tags: []', { type: 'blank' }],
    ['tags: 、', { type: 'blank' }],
    [`cause: ${'因'.repeat(2001)}`, { type: 'too-long', most: 2000 }],
    [`goal: ${'目'.repeat(501)}`, { type: 'too-long', most: 500 }],
    ['goal: ""', { type: 'blank' }],
    ['source: 反馈意见', { type: 'wrong-kind', expected: 'map' }],
    ['source: { page: 3 }', { type: 'missing' }],
    ['source: { document: 反馈意见, pages: 3 }', { type: 'unknown-key', meant: 'page' }],
    ['source: { document: 反馈意见, page: 1.5 }', { type: 'wrong-kind', expected: 'text' }],
    ['原因分析: 台账多年未核对', { type: 'unknown-key', meant: 'cause' }],
  ])('case %#', (yaml, fault) => {
    const faults = faultsIn(saying(yaml));
    expect(faults).toMatchObject([{ ...fault, item: '1.1', line: 31 }]);
    for (const one of faults)
      for (const language of ['zh-CN', 'en'] as const)
        expect(describeFault(one, language)).not.toContain('undefined');
  });

  test.each([
    'cause: 【涉密】情况',
    'goal: 绝密★30年',
    'tags: [台账, (机密)]',
    'tags: 台账、(机密)',
    'source: { document: 〔秘密★10年〕文件 }',
  ])('a matter that is classified, wherever it says so: %s', (yaml) => {
    expect(faultsIn(saying(yaml)).map(({ type }) => type)).toEqual(['classified']);
  });
});

describe('a priority', () => {
  const WORDS: [Priority, string][] = [
    ['high', '高'],
    ['high', '重点'],
    ['high', '特急'],
    ['high', 'High'],
    ['high', 'urgent'],
    ['normal', '中'],
    ['normal', '一般'],
    ['normal', 'MEDIUM'],
    ['low', '低'],
    ['low', 'Low'],
  ];

  test('is understood in any width, case and spacing, with or without its noun', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WORDS),
        fc.constantFrom('', '优先级', '级', ' priority'),
        fc.constantFrom('', ' ', '\n', '\u3000'),
        fc.boolean(),
        ([code, word], noun, space, isWide) => {
          const text = `${word}${noun}`;
          const wide = text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
          expect(priorityIn(`${space}${isWide ? wide : text}${space}`)).toBe(code);
        },
      ),
    );
  });

  test('is not guessed', () => {
    for (const text of ['', '1', '一级', '优先级', '级', '高或中', '不高', 'A', '√']) {
      expect(priorityIn(text)).toBeUndefined();
    }
    expect(PRIORITIES.map((code) => priorityIn(code))).toEqual(PRIORITIES);
  });
});

describe('tags', () => {
  const aTag = fc
    .string({ unit: fc.constantFrom(...Array.from('经费ab 1-（）')), minLength: 1, maxLength: 20 })
    .filter((text) => Tag.safeParse(text).success)
    .map((text) => Tag.parse(text));
  const anyText = fc.string({
    unit: fc.constantFrom(...Array.from('经费a1 、,；;/|#\n\t\u3000')),
    maxLength: 30,
  });

  test('are the same again when they have stood in one text', () => {
    fc.assert(
      fc.property(fc.uniqueArray(aTag, { minLength: 1, maxLength: 10 }), (tags) => {
        expect(tagsIn(tags.join('、'))).toEqual(tags);
      }),
    );
  });

  test('that are found in any text are good ones, unless one is too long or there are too many', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tags = tagsIn(text);
        const isWithin = tags.length > 0 && tags.length <= 10 && tags.every((tag) => tag.length <= 20);
        expect(Tags.safeParse(tags).success).toBe(isWithin);
      }),
    );
  });

  test('are parted by what offices part words with, and each counts once', () => {
    expect(tagsIn('#三公经费 #津补贴、台账/台账')).toEqual(['三公经费', '津补贴', '台账']);
    expect(tagsIn('travel expenses, meals')).toEqual(['travel expenses', 'meals']);
  });
});

test('pages are numbers however they are written, and stay what they are', () => {
  const said = ['第3页', 'P.3', 'p3', '３', 'page 3', '3-5', '第3页至第5页', 'pp. 3–5', '附件2表1', ' 末页 '];
  const pages = ['3', '3', '3', '3', '3', '3-5', '3-5', '3-5', '附件2表1', '末页'];
  expect(said.map(pageIn)).toEqual(pages);
  fc.assert(fc.property(fc.string(), (text) => pageIn(pageIn(text)) === pageIn(text)));
  const began = performance.now();
  expect(pageIn(`1${' '.repeat(200_000)}x`)).toHaveLength(200_002);
  expect(performance.now() - began).toBeLessThan(1000);
});
