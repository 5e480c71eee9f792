import type { KeyFormFault } from '../../identity/key';
import { words } from '../../language';
import type { SyntaxCause, TextForm, ValueKind } from '../fault';
import { FIELD_WORDS, fieldOf } from '../fields';
import { officeNumber } from '../plan';
import type { FaultWords } from './words';

const { role, date } = words('zh-CN');

/** 字段的中文名,措施的字段带上措施序号。 */
const name = (path: string): string => {
  const { key, measure } = fieldOf(path);
  const word = FIELD_WORDS[key] ?? key;
  return measure === undefined || key === 'measures' ? word : `第 ${measure} 项措施的${word}`;
};

/** 中文名后附文件中的键名,便于查找。 */
const field = (path: string): string => {
  const { key } = fieldOf(path);
  return FIELD_WORDS[key] === undefined ? key : `${name(path)}（${key}）`;
};

const guess = (meant: string | undefined) => (meant === undefined ? '' : `，是否应为“${meant}”`);
const at = (line: number | undefined) => (line === undefined ? '' : `（第 ${line} 行）`);

const KIND: Record<ValueKind, string> = {
  map: '一组“键: 值”',
  list: '列表（每项以“- ”开头）',
  text: '文字',
  number: '数字',
  boolean: 'true 或 false',
};

const FORM: Record<TextForm, string> = {
  person: '人员编号，如 p01（小写字母开头，只含小写字母、数字和连字符，不超过 32 个字符）',
  round: '轮次编号，如 2021-03（小写字母、数字和连字符，不超过 32 个字符）',
  body: '单位代号，如 some-bureau（小写字母、数字或连字符，2 至 32 个字符）',
  fonds: '全宗号，如 Z109（2 至 8 个大写字母或数字）',
  organisation: '机构代码，如 JGDW（2 至 8 个大写字母）',
  time: '时刻，如 08:30',
  address: '邮箱地址，如 p01@example.org',
  name: '一行以内、不含控制字符、不超过 40 个字的姓名',
  'media-type': '小写的文件类型（MIME），如 application/pdf 或 image/*，*/* 表示不限',
  tag: '一个短词，不含顿号、逗号、分号、斜线和井号，汉字旁没有空格；几个标签分别写',
  other: '规定的格式',
};

const KEY_FORM: Record<KeyFormFault, string> = {
  'not-32-bytes':
    '不是公钥：应为 43 个字母、数字、“-”或“_”，中间没有空格；请从 rectify keygen 的输出中重新复制',
  'not-its-thumbprint': '与旁边的 x 不是同一个公钥；请从 rectify keygen 的输出中重新复制这两行',
  'ends-too-early': '不晚于该公钥的启用日期（from）；请更正其中一个日期',
  'listed-twice': '中同一个公钥出现两次；请只保留一处',
};

const SYNTAX: Record<SyntaxCause, string> = {
  tab: '用了制表符（Tab）缩进，请改用空格',
  indent: '缩进不对，或括号没有配对，请与同级各行对齐并检查括号',
  unclosed: '引号或括号没有配对，或缺少冒号、逗号，请检查本行及上一行',
  key: '键的写法不对，请写成“键: 值”（冒号后有空格），含特殊符号的文字请加引号',
  alias: '引用了不存在的锚点（* 或 & 开头），以这些符号开头的文字请加引号',
  'several-documents': '文件中有多份文档（---），请只保留一份',
  other: '不符合 YAML 语法，请检查本行的符号，含特殊符号的文字请加引号',
};

/** 文字写成了数字或真假值,加引号即可。 */
const quotable = (expected: ValueKind, given: ValueKind) =>
  expected === 'text' && (given === 'number' || given === 'boolean');

const range = (least: number | undefined, most: number | undefined): string =>
  [least !== undefined && `不小于 ${least}`, most !== undefined && `不大于 ${most}`]
    .filter((text) => text !== false)
    .join('且');

/** 每一种问题说明错在哪里、怎样改。 */
export const CHINESE: FaultWords = {
  lead: ({ line, item }) =>
    [line !== undefined && `第 ${line} 行 `, item && `${officeNumber(item)} `].filter(Boolean).join(''),
  many: {
    fields: (key, ofMeasures, { count, places, line }) =>
      `${line === undefined ? '' : `第 ${line} 行起 `}缺${ofMeasures ? '措施的' : ''}${FIELD_WORDS[key] ?? key} ${count} 处：${places.join('、')}`,
    people: (key, whom, named) =>
      `缺人员的${FIELD_WORDS[key] ?? key} ${whom.length} 处：${named ? whom.join('、') : `第 ${whom.join('、')} 行`}`,
    round: (keys, line) =>
      `${line === undefined ? '' : `第 ${line} 行起 `}轮次和名册缺：${keys.map((key) => FIELD_WORDS[key] ?? key).join('、')}`,
    keys: (people) =>
      `规则只接受签名指令，而 ${people.length} 人没有公钥：${people.join('、')}；请各人运行 rectify keygen --as 人员编号，并把输出的公钥（keys）写在本人之下`,
  },
  sentence: {
    'too-large': () => '文件过大；请核对是否选错了文件，或分成几个轮次',
    'too-deep': () => '嵌套层数过多；请检查括号和缩进',
    syntax: ({ cause }) => SYNTAX[cause],
    'key-twice': () => '同一个键写了两次；请删去一个',
    'too-many-aliases': () => '引用（*）展开后过多；请写出各项内容，不用引用',
    'empty-file': () => '文件没有内容；请按 examples/round-2021/plan.yaml 填写方案',
    missing: ({ path }) => `缺少${field(path)}；请补上`,
    blank: ({ path }) => `${field(path)}是空的；请填写，非必填的可删去本行`,
    'unknown-key': ({ key, meant }) =>
      `不认识的字段“${key}”${guess(meant)}；${meant === undefined ? '请删去' : '请更正'}`,
    'wrong-kind': ({ path, expected, given }) =>
      path === ''
        ? `方案应为${KIND[expected]}，不能是${KIND[given]}；请按 examples/round-2021/plan.yaml 填写`
        : `${field(path)}应为${KIND[expected]}，不能是${KIND[given]}；${quotable(expected, given) ? '请加引号' : '请更正'}`,
    'not-whole': ({ path, given }) => `${field(path)}“${given}”不是整数；请填写整数`,
    'not-a-date': ({ path, given }) =>
      `${field(path)}“${given}”不是有效日期；请写成 2021-06-30 的样子，年份在 1900 至 2199 之间`,
    'date-doubtful': ({ path, date, said }) =>
      `${field(path)}存疑：原文是“${said}”${date === '' ? '' : `，按 ${date} 读`}；请核对后只写日期，去掉问号`,
    'person-doubtful': ({ path, person, said }) =>
      `${field(path)}“${said}”不在名册中${person === '' ? '' : `，是否为 ${person}`}；请核对后写人员编号`,
    'not-a-choice': ({ path, given, choices, meant }) =>
      `${field(path)}不能是“${given}”${guess(meant)}；可选：${choices.join('、')}`,
    'wrong-form': ({ path, form, given }) => `${field(path)}“${given}”格式不对；应为${FORM[form]}`,
    'too-long': ({ path, most }) => `${field(path)}过长；请不超过 ${most} 个字`,
    'too-many': ({ path, most }) => `${field(path)}过多；请不超过 ${most} 项`,
    'out-of-range': ({ path, least, most }) => `${field(path)}超出范围；请填写${range(least, most)}的数`,
    'key-malformed': ({ path, fault }) => `${field(path)}${KEY_FORM[fault]}`,
    'tag-twice': ({ given }) => `标签“${given}”写了两次；请删去一个`,
    'off-and-worked': ({ given }) => `${given} 既列为放假（holidays）又列为补班（makeUpDays）；请只保留一处`,
    'not-accepted': ({ path, reason }) => `${field(path)}不能接受（${reason}）；请更正`,
    'unknown-person': ({ path, person, meant }) =>
      `${name(path)} ${person} 不在名册中${guess(meant)}；请更正，或在名册（roster.people）中补上`,
    'duties-not-separate': ({ person, side, also }) =>
      `${role[side]} ${person} 同时是${role[also]}；请另定${role[side]}`,
    'deadline-before-feedback': ({ path, deadline, feedback }) =>
      `${name(path)} ${date.day(deadline)}早于反馈日期 ${date.day(feedback)}；请改为反馈之后的日期`,
    'measure-after-item': ({ path, deadline, itemDeadline }) =>
      `${name(path)} ${date.day(deadline)}晚于事项时限 ${date.day(itemDeadline)}；请提前措施时限，或推后事项时限`,
    'period-before-feedback': ({ until, feedback }) =>
      `集中整改期截止日 ${date.day(until)}早于反馈日期 ${date.day(feedback)}；请改为反馈之后的日期`,
    'category-twice': ({ no, firstLine }) => `方面序号 ${no} 已经用过${at(firstLine)}；请另编序号`,
    'number-twice': ({ number, firstLine }) =>
      `事项编号 ${officeNumber(number)} 已经用过${at(firstLine)}；请另编序号`,
    'person-twice': ({ person, firstLine }) => `人员编号 ${person} 已经用过${at(firstLine)}；请另编编号`,
    'key-shared': ({ person }) =>
      `这个公钥与 ${person} 的相同，一个公钥只能属于一个人；请其中一人用 rectify keygen 另行生成`,
    'key-unusable': () => '不是合格的 Ed25519 公钥，其签名可能引起争议；请本人用 rectify keygen 另行生成',
    'superior-cycle': ({ people }) =>
      people.length === 1
        ? `${people.join('')} 的上级是其本人；请另定上级`
        : `上级关系成环（${people.join(' → ')} → ${people.slice(0, 1).join('')}）；请改正其中一人的上级`,
    'body-id-missing': () =>
      '规则只接受签名指令，但缺单位代号“bodyId”；请写上被巡察单位的代号，各轮次都用同一个，如 bodyId: some-bureau。运维人员按代号登记可以启动轮次的公钥（rectify trust）',
    'key-missing': ({ person }) =>
      `规则只接受签名指令，而 ${person} 没有公钥；请其本人运行 rectify keygen --as ${person}，并把输出的公钥（keys）写在该人员之下`,
    'key-not-good': ({ person }) =>
      `规则只接受签名指令，而 ${person} 的公钥今天都不能用（未到启用日期、已过期或已作废）；请更正日期，或请其本人重新运行 rectify keygen --as ${person}，并把输出的公钥（keys）写在该人员之下`,
    'office-cannot-sign': ({ office, people }) =>
      `规则只接受签名指令，而${role[office]}（${people.join('、')}）没有可用的公钥，轮次启动后无法${office === 'office' ? '录入公钥、更换人员' : '审批集中整改期之后的延期'}；请 ${people.join('或 ')} 运行 rectify keygen --as ${people[0] ?? ''}，并把输出的公钥（keys）写在该人员之下`,
    'decider-unclear': ({ path, rung, to, decides }) =>
      `${words('zh-CN').rung[rung]}的${field(path)}为 ${to.join('、')}，有权决定的是 ${decides.join('、')}；有权决定的必须列为收件人，收件人与缺省不同的，请在 decides 中写明由其中的 head、office、oversight 哪几方决定`,
    'decides-nothing': ({ path }) =>
      `${field(path)}写在无须决定的一级上；只有督办函、约谈和问责建议须由人决定，请删去`,
    'report-to-nobody': ({ path }) =>
      `${field(path)}没有写任何人，报告将无人收到；请写明 head、office、oversight 中的至少一方，不需要报告的请删去整个 reports`,
    classified: ({ marking }) => `标有“${marking}”；涉密事项不得录入本系统，请删去该事项，按保密规定另行办理`,
  },
};
