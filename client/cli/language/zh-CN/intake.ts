import type { Draft, Note } from '../../../../intake';
import { shellWord } from '../../terminal/shell';
import { sentenceFor } from '../sentences';
import type { IntakeWords } from '../words/intake';

const declaredText = ({ categories, items }: Draft['declared']): string => {
  const parts = [
    ...(categories === undefined ? [] : [`${categories} 个方面`]),
    ...(items === undefined ? [] : [`${items} 项`]),
  ];
  return parts.length === 0 ? '' : `（原文称 ${parts.join('、')}）`;
};

type WhyUnseen = Extract<Note, { type: 'not-shown' }>['why'];

const UNSEEN: Record<WhyUnseen, string> = {
  struck: '加了删除线的文字',
  hidden: '隐藏文字',
  deleted: '修订中已删除的文字',
  placeholder: '空白控件的提示文字',
  covered: '合并单元格盖住的文字',
  symbol: '无法识别的符号',
  'column-hidden': '隐藏列中的文字',
  'value-hidden': '单元格不显示的值',
};

/** The doubts of a document that have no place of their own in a plan, one a line. */
const doubtLines = (title: string, notes: readonly Note[]): string[] => {
  const { line, note: say } = INTAKE;
  const lines = notes.map((note) => `  ${line(note.line, note.sheet)}  ${sentenceFor<Note>(say, note)}`);
  return lines.length === 0 ? [] : ['', title, ...lines];
};

export const INTAKE: IntakeWords = {
  field: {
    title: '方面的名称',
    problem: '具体问题',
    kind: '整改类型',
    leader: '责任领导',
    section: '责任科室',
    handler: '经办人',
    deadline: '整改时限',
    measures: '整改措施',
  },
  note: {
    unused: ({ text }) => `未采用：${text}`,
    'left-out': ({ text }) => `本行有一部分未采用：${text}`,
    'column-unused': ({ column }) => `本列未采用：${column}`,
    'not-a-choice': ({ column, text, choices }) =>
      `“${column}”栏的“${text}”不能识别；可填：${choices.join('、')}，也可留空；请改正后再导入`,
    uncalculated: () => '本行有公式尚未算出值，按空白处理；请在 Excel 或 WPS 中打开并保存，再重新读取',
    'sheet-repeats': ({ as }) => `本表与“${as}”的事项相同，没有重复读取`,
    'sheet-hidden': () => '本表是隐藏的，其中的事项也已读取，请核对是否应当计入',
    'not-a-problem': ({ text }) => `不像是问题的写法，按所在位置当作事项：${text}`,
    'number-differs': ({ found, expected }) => `序号为 ${found}，按顺序应为 ${expected}，请核对是否有漏项`,
    'not-a-mark': ({ text }) => `行首像是序号，但与前文接不上，当作正文：${text}`,
    assists: ({ names }) =>
      `第一位为主责，其余为配合（配合科室写入方案，配合的人不写入）：${names.join('、')}`,
    classified: ({ text }) => `标有涉密，不得录入本系统，导入时会被拒绝：${text}`,
    'date-unclear': ({ text }) => `时限没有完全读懂，请核对：${text}`,
    'year-assumed': ({ text, date }) => `“${text}”没有写年份，按 ${date} 读取`,
    'declared-differs': ({ what, declared, found }) =>
      `原文称有 ${declared} ${what === 'items' ? '项' : '个方面'}，识别出 ${found} ${what === 'items' ? '项' : '个'}，请核对`,
    'not-shown': ({ why, text }) => `${UNSEEN[why]}，没有读入：${text}`,
    'number-format': ({ format }) => `不认识自动编号的格式（${format}），只按顺序计数，请核对`,
    'ticks-unclear': ({ text }) => `没有勾选，或者勾选不止一项，按未填处理，请核对：${text}`,
    'rows-hidden': ({ line, to }) =>
      to === line ? '本行是隐藏的，也已读取，请核对' : `第 ${line} 至 ${to} 行是隐藏的，也已读取，请核对`,
    'deadline-derived': ({ text, date }) => `没有写事项的时限，以各项措施中最晚的 ${date} 为准：${text}`,
    'not-in-roster': ({ name, meant }) =>
      `“${name}”不在名册中${meant.length === 0 ? '' : `，是否为${meant.join('、')}`}，请更正`,
  },
  found: (categories, items, declared) => `识别出 ${categories} 个方面、${items} 项${declaredText(declared)}`,
  nothing: '没有识别出整改事项。',
  noProblem: '（没有写明问题）',
  lacks: '缺',
  missing: '待补全',
  assisting: (sections) => `配合：${sections.join('、')}`,
  refused: '导入时还会因以下问题被拒绝：',
  doubtful: (places) => `存疑 ${places} 处，请核对：`,
  unused: (lines) => `未采用 ${lines} 处：`,
  told: (places) => `说明 ${places} 处：`,
  line: (line, sheet) => `${sheet === undefined ? '' : `${sheet} `}第 ${line} 行`,
  next: (path) =>
    `写成待补全的模板，用 Excel 或 WPS 填写：rectify import ${shellWord(path)} --write plan.xlsx`,
  nextInTemplate: '请在文件中补全、改正，再用 --dry-run 检查。',
  acceptable: (items) => `；可取消隐藏，也可用 --accept ${items.join(',')} 认可`,
  acceptedUnseen: (items) => `已认可隐藏的事项：${items.join('、')}`,
  written: {
    plan: (path, items, open) =>
      `已写入 ${path}：${items} 项，有 ${open} 处待填（均标有“待填”）。补全后用 rectify import 导入。`,
    template: (path, items, open) =>
      `已写入 ${path}：${items} 项，有 ${open} 处待填（黄色单元格）。请在 Excel 或 WPS 中补全，再用 rectify import ${shellWord(path)} --dry-run 检查。`,
  },
  template: (path) => `模板已写入 ${path}。填好后用 rectify import 读取。`,
  accepted: ({ item, date, said }) => `已认可：${item} 的“${said}”按 ${date}`,
  plan: {
    fill: '待填',
    head: [
      '由 rectify import --write 写成，供补全。标有“待填”的，原文没有写明；补全前导入，会逐行指出。',
      '各项内容的写法见 examples/round-2021/plan.yaml。',
    ],
    address: '：邮箱地址',
    deadline: '，未设时限的删去本行',
    said: (text) => `，原文“${text}”`,
    doubts: (notes) => doubtLines('存疑，请核对原文：', notes),
  },
};
