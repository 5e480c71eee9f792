import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { CivilDate } from '../../domain/calendar/civil';
import { ItemKind, MeasureKind } from '../../domain/plan/plan';
import { RFC_KEY } from '../../testing/keys';
import { scratchFolder } from '../../testing/store';
import { type Draft, type DraftItem, type DraftMeasure, filledTemplate, OFFICES, planTextOf } from '..';
import { readDraft } from './index';
import { filledWorkbook } from './template';

const WORDS = {
  fill: '待填',
  head: [],
  address: '',
  deadline: '',
  said: (text: string) => `，原文“${text}”`,
  doubts: () => [],
};
/** Who was meant by a name or by an id; the comment that repeats it may differ. */
const planText = (draft: Draft) => planTextOf(draft, WORDS).replace(/ (p\d\d) # .*$/gm, ' $1');

/** Written to a file, and read as any other. */
const readBack = async (draft: Draft): Promise<Draft> => {
  const path = join(await scratchFolder(), 'plan.xlsx');
  await writeFile(path, await filledWorkbook(filledTemplate(draft), [], 'zh-CN'));
  return readDraft(path);
};

const NAMES = ['甲甲', '乙乙', '丙丙', '丁丁', '李军', '王小明'] as const;
const TEXTS = [
  '修订议事规则；补充会议记录',
  '说明情况并公开',
  '一是清点终端；二是登记造册',
  '1.清点；2.登记',
  '召开会议（2021年5月），明确“谁主管；谁负责”',
  '合计追缴 4,080 元',
  '= 1 + 1',
  '备注：另行安排',
  '（3）按规定处置',
];
const PROBLEMS = [
  '账物不符',
  '“三重一大”制度执行不到位',
  '学习走过场的问题',
  '2021年以来管理松懈',
  '1号文件落实不力',
];

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const present = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const aDate = fc
  .integer({ min: 1, max: 365 })
  .map((day) => CivilDate.parse(new Date(Date.UTC(2021, 0, day)).toISOString().slice(0, 10)));
/** A name of the roster, one that is near one of it, one that is new. */
const aName = fc.constantFrom(...NAMES, 'p02', '李君', '欧阳');
const aTime = fc.oneof(
  fc.constant({}),
  aDate.map((deadline) => ({ deadline })),
  aDate.map((deadline) => ({ deadline, doubt: '三季度' })),
  fc.constant({ doubt: '视情况 而定?' }),
);

const aMeasure: fc.Arbitrary<DraftMeasure> = fc
  .tuple(
    fc.record({
      text: fc.constantFrom(...TEXTS),
      kind: maybe(fc.constantFrom(...MeasureKind.options)),
      owner: maybe(aName),
    }),
    aTime,
  )
  .map(([measure, time]) => present({ ...measure, ...time }) as DraftMeasure);

const anItem = fc
  .tuple(
    fc.record({
      problem: fc.constantFrom('', ...PROBLEMS),
      kind: maybe(fc.constantFrom(...ItemKind.options)),
      leader: maybe(aName),
      section: maybe(fc.constantFrom('办公室', '执法监督科')),
      assisting: maybe(fc.constant<string[]>(['财务科', '党办'])),
      handler: maybe(aName),
      acceptor: maybe(aName),
      classified: maybe(fc.constant(true as const)),
      cause: maybe(fc.constantFrom('账目多年未核对', '一是无人管；二是无台账', '认识不足\n监督不力')),
      goal: maybe(fc.constantFrom('账实相符', '1. 清点完毕\n2. 登记造册')),
      priority: maybe(fc.constantFrom('high', 'normal', 'low', '很要紧')),
      tags: maybe(fc.constantFrom<string[][]>(['三公经费'], ['固定资产', 'fixed assets', '台账'])),
      source: maybe(
        fc.constantFrom(
          { document: '巡察反馈意见' },
          { document: '反馈意见第3页', page: '3-5' },
          { document: '反馈意见第3页' },
          { page: '附件2' },
        ),
      ),
      measures: fc.array(aMeasure, { maxLength: 3 }),
    }),
    aTime,
    // Numbers may leave something out.
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([item, time, step]) => ({ item: present({ ...item, ...time }) as Omit<DraftItem, 'no'>, step }));

const numbered = <T>(all: readonly { item: T; step: number }[]): (T & { no: number })[] => {
  let no = 0;
  return all.map(({ item, step }) => ({ ...item, no: (no += step) }));
};

const aDraft: fc.Arbitrary<Draft> = fc
  .record({
    titles: fc.uniqueArray(fc.constantFrom('', '资产管理不严', '“两个责任”落实不力', '学习抓得不实'), {
      minLength: 1,
    }),
    items: fc.array(fc.array(anItem, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
    steps: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }),
    hasRoster: fc.boolean(),
    keyed: fc.boolean(),
  })
  .map(({ titles, items, steps, hasRoster, keyed }) => ({
    people: hasRoster
      ? NAMES.map((name, index) => ({
          id: `p0${index + 1}`,
          name,
          ...(index !== 1 && { address: `p0${index + 1}@example.org`, section: '办公室' }),
          ...(index === 2 && { superior: '甲甲', deputies: ['乙乙', 'p05'] }),
          ...(index < 4 && { office: OFFICES[index] ?? 'head' }),
          ...(keyed && { keys: [{ kid: RFC_KEY.kid, x: RFC_KEY.x, from: '2021-05-06' }] }),
        }))
      : [],
    facts: hasRoster
      ? { round: '2021-03', title: '某轮整改', feedback: '2021-01-01', year: '2021', identity: 'signed' }
      : {},
    categories: numbered(
      titles.map((title, index) => ({
        item: { title, items: numbered(items[index] ?? []) },
        step: steps[index] ?? 1,
      })),
    ),
    declared: {},
    notes: [],
    missing: [],
  }));

describe('our template, written from what was read', () => {
  test('reads back to the same plan, with the same doubts and the same gaps', async () => {
    await fc.assert(
      fc.asyncProperty(aDraft, async (draft) => {
        // An item without a time of its own has the latest of its measures, as whoever reads it says.
        for (const { items } of draft.categories)
          for (const item of items)
            if (item.kind === undefined || item.kind !== 'sustained')
              item.deadline ??= CivilDate.parse('2021-12-31');
        expect(planText(await readBack(draft))).toBe(planText(draft));
      }),
      { numRuns: 60 },
    );
  });
});
