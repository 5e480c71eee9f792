import type { Draft, DraftField, Note, PlanTextWords } from '../../../intake';
import type { AcceptedDoubt } from '../../../domain/plan/doubt';
import type { Language } from '../../../domain/round/roster';
import type { DocumentFault } from '../../../intake/files/fault';
import type { TroubleDetail } from '../trouble/trouble';
import { sayFault } from './say-fault';

/** What is said of importing documents of offices; all of it, in both languages, stands here. */
export interface IntakeWords {
  field: Record<DraftField, string>;
  note: (note: Note) => string;
  /** How much was read, and how much the text itself declares. */
  found: (categories: number, items: number, declared: Draft['declared']) => string;
  nothing: string;
  noProblem: string;
  /** Before the fields that an item lacks. */
  lacks: string;
  all: (items: number) => string;
  missing: string;
  doubtful: (places: number) => string;
  unused: (lines: number) => string;
  /** What was settled in one way of several. */
  told: (places: number) => string;
  line: (line: number, sheet: string | undefined) => string;
  next: (path: string) => string;
  written: (path: string, items: number, open: number) => string;
  template: (path: string) => string;
  /** A doubtful date that was accepted. */
  accepted: (doubt: AcceptedDoubt) => string;
  plan: PlanTextWords;
}

export type IntakeTrouble = Extract<
  TroubleDetail['type'],
  | 'bad-document'
  | 'unknown-format'
  | 'unfinished'
  | 'doubtful'
  | 'unsettled'
  | 'argument-not-utf8'
  | 'plan-already'
  | 'nothing-found'
  | 'cannot-write'
>;
type TroubleWords = { [T in IntakeTrouble]: (detail: Extract<TroubleDetail, { type: T }>) => string };

const CHINESE_FAULT: Record<DocumentFault, string> = {
  'too-large': '过大，不会是方案或通报（文本不超过 4 MiB、5 万行，文档不超过 64 MiB）',
  'not-text': '不是文本，或编码不是 UTF-8、UTF-16、GB 18030；请用记事本另存为 UTF-8',
  'old-office': '是旧格式或加了密码的文档；请去掉密码，另存为 .docx 或 .xlsx',
  'not-a-document': '不是 Word 或 Excel 文档（.docx、.xlsx）；请检查是否选错了文件',
  damaged: '已损坏，无法读取；请用 Word 或 Excel 打开后另存一份',
  'outside-name': '里面有指向文档之外的文件名，不予读取',
  'too-much-inside': '展开后过大，不会是方案或通报，不予读取',
  doctype: '里面有文档类型声明（可用来夹带实体），不予读取',
};

const ENGLISH_FAULT: Record<DocumentFault, string> = {
  'too-large':
    'is too large for a plan or a notice (a text has up to 4 MiB and 50,000 lines, a document up to 64 MiB)',
  'not-text': 'is not text, or not in UTF-8, UTF-16 or GB 18030; save it as UTF-8',
  'old-office': 'is of an old format or has a password; remove it, and save as .docx or .xlsx',
  'not-a-document': 'is not a Word or Excel document (.docx, .xlsx); is it the right file?',
  damaged: 'is damaged; open it in Word or Excel and save it anew',
  'outside-name': 'has a file in it whose name leads outside, and is not read',
  'too-much-inside': 'unpacks to more than a plan or a notice can be, and is not read',
  doctype: 'has a document type declaration in it, which could smuggle entities, and is not read',
};

type WhyUnseen = Extract<Note, { type: 'not-shown' }>['why'];

const CHINESE_UNSEEN: Record<WhyUnseen, string> = {
  struck: '加了删除线的文字',
  hidden: '隐藏文字',
  deleted: '修订中已删除的文字',
  placeholder: '空白控件的提示文字',
  covered: '合并单元格盖住的文字',
  symbol: '无法识别的符号',
  'column-hidden': '隐藏的列',
  'value-hidden': '单元格不显示的值',
};

const ENGLISH_UNSEEN: Record<WhyUnseen, string> = {
  struck: 'struck out',
  hidden: 'hidden',
  deleted: 'deleted as a tracked change',
  placeholder: 'prompt of an empty field',
  covered: 'covered by a merged cell',
  symbol: 'a symbol that is not known',
  'column-hidden': 'in a hidden column',
  'value-hidden': 'a value that its cell does not show',
};

/** The doubts of a document that have no place of their own in a plan, one a line. */
const doubtLines =
  (language: Language, title: string): PlanTextWords['doubts'] =>
  (notes) => {
    const { line, note: say } = INTAKE_WORDS[language];
    const lines = notes.map((note) => `  ${line(note.line, note.sheet)}  ${say(note)}`);
    return lines.length === 0 ? [] : ['', title, ...lines];
  };

/** Spread into the troubles of each language. */
export const INTAKE_TROUBLE: Record<Language, TroubleWords> = {
  'zh-CN': {
    'bad-document': ({ path, fault }) => `${path} ${CHINESE_FAULT[fault]}。`,
    'unknown-format': ({ path }) =>
      `不能读取 ${path}：可读的有 yaml、xlsx、csv、docx 和 txt，请在原来的程序里另存为其中一种。`,
    unfinished: ({ path }) =>
      `${path} 还缺人员编号、邮箱等内容，不能直接导入。请先用 --dry-run 看读懂了什么，再用 --write plan.yaml 写成方案，补全后导入。`,
    doubtful: ({ path }) =>
      `${path} 有存疑之处，核对前不能导入。请在文件中改明确；核对无误的日期可用 --accept 加事项编号认可，如 --accept 1.3,2.1-2.4。`,
    unsettled: ({ path, places }) =>
      [`${path} 有需要先在文件中处理的地方，不能直接导入：`, ...places.map((place) => `  ${place}`)].join(
        '\n',
      ),
    'argument-not-utf8': ({ at }) =>
      `${at === undefined ? '输入的文字' : `第 ${at} 个参数`}不是 UTF-8 编码，无法确定是什么字，没有执行。请把终端的编码设为 UTF-8（如 export LANG=zh_CN.UTF-8，Windows 用 chcp 65001）后重新输入。`,
    'plan-already': ({ path }) => `${path} 已经是方案，不用 --write；直接导入即可。`,
    'nothing-found': ({ path }) => `在 ${path} 中没有读出整改事项，没有写文件。请用 --dry-run 查看各行。`,
    'cannot-write': ({ path }) => `无法写入 ${path}；请检查文件夹是否存在、是否可写。`,
  },
  en: {
    'bad-document': ({ path, fault }) => `${path} ${ENGLISH_FAULT[fault]}.`,
    'unknown-format': ({ path }) =>
      `${path} cannot be read: only yaml, xlsx, csv, docx and txt can; save it as one of these in the program it comes from.`,
    unfinished: ({ path }) =>
      `${path} lacks ids and addresses of people or more, so it cannot be imported as it is. See with --dry-run what was understood, then write a plan with --write plan.yaml, complete it and import that.`,
    doubtful: ({ path }) =>
      `${path} has doubtful places and cannot be imported before they are checked. Write them out in the file; a date that is right as it was read can be accepted by the number of its item: --accept 1.3,2.1-2.4.`,
    unsettled: ({ path, places }) =>
      [
        `${path} cannot be imported before this is settled in it:`,
        ...places.map((place) => `  ${place}`),
      ].join('\n'),
    'argument-not-utf8': ({ at }) =>
      `${at === undefined ? 'The answer' : `Argument ${at}`} is not UTF-8, so nobody can tell what it says; nothing was done. Set the terminal to UTF-8 (export LANG=en_US.UTF-8, on Windows chcp 65001) and type it again.`,
    'plan-already': ({ path }) => `${path} is a plan already; import it without --write.`,
    'nothing-found': ({ path }) =>
      `No item was found in ${path}; nothing was written. See its lines with --dry-run.`,
    'cannot-write': ({ path }) =>
      `${path} cannot be written; is its folder there, and may you write into it?`,
  },
};

/** Spread into the arguments of each language. */
export const INTAKE_ARGUMENT: Record<Language, { document: string }> = {
  'zh-CN': { document: '整改方案或通报（yaml、xlsx、csv、docx、txt）' },
  en: { document: 'a plan or notice (yaml, xlsx, csv, docx, txt)' },
};

/** Spread into the options of each language. */
export const INTAKE_OPTION: Record<Language, Record<'write' | 'accept' | 'template', string>> = {
  'zh-CN': {
    write: '把读懂的内容写成待补全的方案（yaml），不覆盖已有文件',
    accept: '认可这些事项的存疑日期（事项编号，如 1.3,2.1-2.4）',
    template: '写出一份空白的填报模板（xlsx）',
  },
  en: {
    write: 'write what was understood as a plan (yaml) to complete; never over an existing file',
    accept: 'take the doubtful dates of these items as they were read (numbers such as 1.3,2.1-2.4)',
    template: 'write an empty template (xlsx) to fill in',
  },
};

const declaredChinese = ({ categories, items }: Draft['declared']): string => {
  const parts = [
    ...(categories === undefined ? [] : [`${categories} 个方面`]),
    ...(items === undefined ? [] : [`${items} 项`]),
  ];
  return parts.length === 0 ? '' : `（原文称 ${parts.join('、')}）`;
};

const declaredEnglish = ({ categories, items }: Draft['declared']): string => {
  const parts = [
    ...(categories === undefined ? [] : [`${categories} categories`]),
    ...(items === undefined ? [] : [`${items} items`]),
  ];
  return parts.length === 0 ? '' : ` (the text declares ${parts.join(', ')})`;
};

export const INTAKE_WORDS: Record<Language, IntakeWords> = {
  'zh-CN': {
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
    note: sayFault<Note>({
      unused: ({ text }) => `未采用：${text}`,
      'left-out': ({ text }) => `本行有一部分未采用：${text}`,
      'column-unused': ({ column }) => `这一列未采用：${column}`,
      'not-shown': ({ why, text }) => `${CHINESE_UNSEEN[why]}，没有读入：${text}`,
      'rows-hidden': ({ line, to }) =>
        to === line ? '这一行是隐藏的，也已读入，请核对' : `第 ${line} 至 ${to} 行是隐藏的，也已读入，请核对`,
      'deadline-derived': ({ text, date }) => `没有写事项的时限，按各项措施中最晚的 ${date} 定：${text}`,
      'not-in-roster': ({ name, meant }) =>
        `“${name}”不在名册中${meant.length === 0 ? '' : `，是否为${meant.join('、')}`}，请更正`,
      uncalculated: () => '这一行有公式还没有算出值，当作空白；请在 Excel 或 WPS 中打开、保存后再读',
      'sheet-repeats': ({ as }) => `这张表与“${as}”是同样的事项，没有重复读入`,
      'sheet-hidden': () => '这张表是隐藏的，其中的事项也已读入，请核对是否要用',
      'not-a-problem': ({ text }) => `不像是问题的写法，按位置当作事项：${text}`,
      'number-differs': ({ found, expected }) => `序号为 ${found}，按顺序应为 ${expected}，请核对是否有漏项`,
      'not-a-mark': ({ text }) => `行首像是序号，但接不上前文，当作正文：${text}`,
      assists: ({ names }) => `第一位为主责，其余列为配合，方案中不记：${names.join('、')}`,
      classified: ({ text }) => `标有涉密，不得录入本系统，导入时会拒绝：${text}`,
      'date-unclear': ({ text }) => `时限没有完全读懂，请核对：${text}`,
      'year-assumed': ({ text, date }) => `“${text}”没有写年份，按 ${date} 读`,
      'declared-differs': ({ what, declared, found }) =>
        `原文称有 ${declared} ${what === 'items' ? '项' : '个方面'}，读出 ${found} ${what === 'items' ? '项' : '个'}，请核对`,
    }),
    found: (categories, items, declared) =>
      `读出 ${categories} 个方面、${items} 项${declaredChinese(declared)}`,
    nothing: '没有读出整改事项。',
    noProblem: '（没有写明问题）',
    lacks: '缺',
    all: (items) => `全部 ${items} 项`,
    missing: '待补',
    doubtful: (places) => `存疑 ${places} 处，请核对：`,
    unused: (lines) => `未采用 ${lines} 处：`,
    told: (places) => `说明 ${places} 处：`,
    line: (line, sheet) => `${sheet === undefined ? '' : `${sheet} `}第 ${line} 行`,
    next: (path) => `写成待补全的方案：rectify import ${path} --write plan.yaml`,
    written: (path, items, open) =>
      `已写入 ${path}：${items} 项，待填 ${open} 处（各处标有“待填”）。补全后用 rectify import 导入。`,
    template: (path) => `模板已写入 ${path}。填好后用 rectify import 读取。`,
    accepted: ({ item, date, said }) => `已认可：${item} 的“${said}”按 ${date}`,
    plan: {
      fill: '待填',
      head: [
        '由 rectify import --write 写成，供补全。标有“待填”的各处原文没有写明；补全前导入，会逐行指出。',
        '各项内容的写法见 examples/round-2021/plan.yaml。',
      ],
      address: '：邮箱地址',
      deadline: '，未设时限的删去本行',
      said: (text) => `，原文“${text}”`,
      doubts: doubtLines('zh-CN', '存疑，请核对原文：'),
    },
  },
  en: {
    field: {
      title: 'title of the category',
      problem: 'problem',
      kind: 'kind',
      leader: 'leader',
      section: 'section',
      handler: 'handler',
      deadline: 'deadline',
      measures: 'measures',
    },
    note: sayFault<Note>({
      unused: ({ text }) => `not used: ${text}`,
      'left-out': ({ text }) => `part of this line was not used: ${text}`,
      'column-unused': ({ column }) => `this column was not used: ${column}`,
      'not-shown': ({ why, text }) => `${ENGLISH_UNSEEN[why]}, not read: ${text}`,
      'rows-hidden': ({ line, to }) =>
        to === line
          ? 'this row is hidden; it was read too, please check'
          : `rows ${line} to ${to} are hidden; they were read too, please check`,
      'deadline-derived': ({ text, date }) =>
        `the item has no time of its own; taken from the latest of its measures, ${date}: ${text}`,
      'not-in-roster': ({ name, meant }) =>
        `"${name}" is not in the roster${meant.length === 0 ? '' : `; did you mean ${meant.join(' or ')}?`}`,
      uncalculated: () =>
        'this row has a formula without its value, read as empty; open and save it in Excel or WPS, then read it again',
      'sheet-repeats': ({ as }) => `this sheet has the same items as "${as}", from which they were read`,
      'sheet-hidden': () => 'this sheet is hidden; its items were read too, please check whether they count',
      'not-a-problem': ({ text }) => `not worded as a problem, taken as an item by its place: ${text}`,
      'number-differs': ({ found, expected }) =>
        `the number is ${found}, in order it would be ${expected}; is something missing?`,
      'not-a-mark': ({ text }) => `begins like a number but continues none, taken as text: ${text}`,
      assists: ({ names }) =>
        `the first leads, the others assist and are not in the plan: ${names.join(', ')}`,
      classified: ({ text }) =>
        `marked as classified; it may not be in this system, and the import will refuse it: ${text}`,
      'date-unclear': ({ text }) => `the time was not understood, or not all of it; please check: ${text}`,
      'year-assumed': ({ text, date }) => `"${text}" has no year, read as ${date}`,
      'declared-differs': ({ what, declared, found }) =>
        `the text declares ${declared} ${what}, found were ${found}; please check`,
    }),
    found: (categories, items, declared) =>
      `${categories} categories, ${items} items${declaredEnglish(declared)}`,
    nothing: 'No item was found.',
    noProblem: '(no problem stated)',
    lacks: 'lacks',
    all: (items) => `all ${items} items`,
    missing: 'To complete',
    doubtful: (places) => `Doubtful, please check (${places}):`,
    unused: (lines) => `Not used (${lines}):`,
    told: (places) => `For your information (${places}):`,
    line: (line, sheet) => `${sheet === undefined ? '' : `${sheet} `}line ${line}`,
    next: (path) => `To write a plan to complete: rectify import ${path} --write plan.yaml`,
    written: (path, items, open) =>
      `${path} written: ${items} items, ${open} places to fill in (marked TO FILL IN). Complete it, then rectify import it.`,
    template: (path) => `The template is written to ${path}. Fill it in, then read it with rectify import.`,
    accepted: ({ item, date, said }) => `Accepted: "${said}" of ${item} as ${date}`,
    plan: {
      fill: 'TO FILL IN',
      head: [
        'Written by rectify import --write, to be completed. The source does not say what is marked TO FILL IN;',
        'until it is there, an import names each such line. For the form see examples/round-2021/plan.yaml.',
      ],
      address: ': mail address',
      deadline: ', or delete this line if there is none',
      said: (text) => `; the source says "${text}"`,
      doubts: doubtLines('en', 'Doubtful, please check with the source:'),
    },
  },
};
