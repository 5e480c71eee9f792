import fc from 'fast-check';
import { chineseNumeral } from '../../base/numeral';
import { columnsOf } from '../../base/half-width';

/** What a plan or notice says, without any form. */
export type Told = { categories: { title: string; items: ToldItem[] }[] };
export type ToldItem = { problem: string; measures: string[]; children?: ToldItem[] };

/** How offices number, by the name of the style. */
const MARKS = {
  comma: (no: number) => `${chineseNumeral(no)}、`,
  bracketed: (no: number) => `（${chineseNumeral(no)}）`,
  point: (no: number) => `${no}.`,
  wide: (no: number) =>
    `${String(no).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))}．`,
  pause: (no: number) => `${no}、`,
  parenthesis: (no: number) => `（${no}）`,
  half: (no: number) => `${no})`,
  circle: (no: number) => String.fromCharCode(0x245f + no),
  words: (no: number) => `${chineseNumeral(no)}是`,
} as const;
type MarkName = keyof typeof MARKS;

/** From the outermost level to the innermost; sections only where there are three levels above the steps. */
const LADDERS: readonly (readonly [
  section: MarkName | undefined,
  category: MarkName,
  item: MarkName,
  child: MarkName,
])[] = [
  ['comma', 'bracketed', 'point', 'parenthesis'],
  ['comma', 'bracketed', 'wide', 'parenthesis'],
  ['comma', 'bracketed', 'pause', 'circle'],
  ['comma', 'bracketed', 'point', 'half'],
  ['comma', 'bracketed', 'parenthesis', 'circle'],
  [undefined, 'comma', 'bracketed', 'point'],
  [undefined, 'comma', 'pause', 'parenthesis'],
  [undefined, 'bracketed', 'point', 'circle'],
];

export type Style = {
  ladder: (typeof LADDERS)[number];
  step: MarkName;
  /** Steps in one line, or each in its own. */
  stepsApart: boolean;
  frame: 'full' | 'about' | 'bare' | 'labelled';
  halfWidth: boolean;
  /** Columns of a page, or how often a line is cut amid its words; undefined for unbroken paragraphs. */
  page: number | undefined;
  ragged: boolean;
  pageNumbers: boolean;
  /** Everything on one single line. */
  oneLine: boolean;
  fused: boolean;
  gap: boolean;
  indent: string;
  afterMark: string;
  chrome: boolean;
};

export const aStyle: fc.Arbitrary<Style> = fc.record({
  ladder: fc.constantFrom(...LADDERS),
  step: fc.constantFrom<MarkName>('words', 'circle', 'parenthesis', 'half'),
  stepsApart: fc.boolean(),
  frame: fc.constantFrom('full', 'about', 'bare', 'labelled'),
  halfWidth: fc.boolean(),
  page: fc.option(fc.integer({ min: 40, max: 90 }), { nil: undefined }),
  ragged: fc.boolean(),
  pageNumbers: fc.boolean(),
  oneLine: fc.boolean(),
  fused: fc.boolean(),
  gap: fc.boolean(),
  indent: fc.constantFrom('', '　　', '    '),
  afterMark: fc.constantFrom('', ' ', '　'),
  chrome: fc.boolean(),
});

const FRAMES: Record<Style['frame'], (problem: string) => string> = {
  full: (problem) => `针对${problem}问题，整改情况如下：`,
  about: (problem) => `关于${problem}的问题。`,
  bare: (problem) => `${problem}。`,
  labelled: (problem) => `${problem}。整改措施：`,
};

type Paragraph = { text: string; /** Follows its heading on the same line. */ fused?: boolean };

/** Steps are numbered in their own style, which may not be that of an open level. */
const stepMark = ({ ladder, step }: Style): MarkName => (ladder.includes(step) ? 'words' : step);

const stepsOf = (style: Style, measures: readonly string[], head: string): Paragraph[] => {
  if (measures.length === 1) return [{ text: `${head}${measures[0] ?? ''}。` }];
  const mark = MARKS[stepMark(style)];
  const steps = measures.map(
    (text, index) =>
      `${mark(index + 1)}${style.afterMark}${text}${index + 1 < measures.length ? '；' : '。'}`,
  );
  if (!style.stepsApart) return [{ text: `${head}${steps.join('')}` }];
  return [{ text: `${head}${steps[0] ?? ''}` }, ...steps.slice(1).map((text) => ({ text }))];
};

const itemOf = (style: Style, { problem, measures, children = [] }: ToldItem, no: number): Paragraph[] => {
  const [, , itemMark, childMark] = style.ladder;
  const head = `${MARKS[itemMark](no)}${style.afterMark}${FRAMES[style.frame](problem)}`;
  if (children.length === 0) return stepsOf(style, measures, head);
  return [
    { text: head },
    ...children.flatMap((child, index) => {
      const framed = child.problem === '' ? '' : `针对${child.problem}问题，`;
      return stepsOf({ ...style, step: 'words' }, child.measures, `${MARKS[childMark](index + 1)}${framed}`);
    }),
  ];
};

const BEFORE = [
  '首页 > 政务公开 > 通知公告',
  '关于巡察整改进展情况的通报',
  '发布日期：2021-09-07  来源：本站  字号：[大 中 小]',
];
const AFTER = [
  '某某局委员会',
  '2021年9月7日',
  '【打印本页】 【关闭窗口】',
  '版权所有：某某局 备案序号：00000000',
];
const OPENING = (told: Told) => {
  const items = told.categories.reduce((sum, { items: own }) => sum + own.length, 0);
  return `巡察组反馈了${chineseNumeral(told.categories.length)}大方面、${items}项问题，我局逐项整改，现予公布。`;
};

const sectioned = (body: Paragraph[], mark: MarkName): Paragraph[] => [
  { text: `${MARKS[mark](1)}加强组织领导，压实责任` },
  { text: '（一）及时动员部署。收到反馈后召开会议，分解任务。' },
  { text: `（二）制定工作方案。明确分工和时限，每月调度。1.月初报计划。2.月末报进度。` },
  { text: `${MARKS[mark](2)}逐条对照反馈意见，抓好整改落实` },
  ...body,
  { text: `${MARKS[mark](3)}下一步工作安排` },
  { text: '（一）持续用力。对尚在办理的事项盯住不放。' },
  { text: '（二）举一反三。把好的做法固定下来。' },
];

/** Columns are filled up, as a mail or a converted page has them. */
const wrapped = (text: string, { page = Infinity, ragged }: Style): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    const columns = ragged ? 60 + ((lines.length * 7) % page) : page;
    if (columnsOf(line + character) > columns && line !== '') {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
};

const HALF: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')' };
const halved = (text: string) => text.replace(/[，：；（）]/g, (character) => HALF[character] ?? character);

/** A told plan as a text in a style: what its parsing must give back. */
export const restyle = (told: Told, style: Style): string => {
  const [section, categoryMark] = style.ladder;
  const body = told.categories.flatMap(({ title, items }, c) => {
    const [first, ...others] = items.flatMap((item, i) => itemOf(style, item, i + 1));
    const heading = { text: `${MARKS[categoryMark](c + 1)}${style.afterMark}${title}` };
    return first === undefined ? [heading] : [heading, { ...first, fused: style.fused }, ...others];
  });
  const all: Paragraph[] = [
    { text: OPENING(told) },
    ...(section === undefined ? body : sectioned(body, section)),
  ];
  const joined = all.reduce<string[]>((lines, { text, fused }) => {
    if (lines.length > 0 && (fused === true || style.oneLine))
      return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${text}`];
    return [...lines, `${style.indent}${text}`];
  }, []);
  const framed = style.chrome ? [...BEFORE, ...joined, ...AFTER] : joined;
  const typed = style.halfWidth ? framed.map(halved) : framed;
  const lines = style.page === undefined ? typed : typed.flatMap((line) => wrapped(line, style));
  const numbered = style.pageNumbers
    ? lines.flatMap((line, n) => (n % 20 === 19 ? [line, `— ${n} —`] : [line]))
    : lines;
  return numbered.join(style.gap ? '\n\n' : '\n');
};
