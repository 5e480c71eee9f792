import type { RoundId } from '../../../base/ids';
import type { KeyFileFault } from '../../keys';
import { BAG_FAULT } from './bag-fault.zh-CN';
import { BOARD } from './board';
import type { AddressSource, CardWords, CliWords, HelpWords } from './cli-words';
import { ENDING } from './ending.zh-CN';
import { INTAKE_ARGUMENT, INTAKE_OPTION, INTAKE_TROUBLE } from './intake-words';
import { LIFE } from './life.zh-CN';
import { PAPER } from './paper-words';

const HELP: HelpWords = {
  description: '巡察整改：导入方案、办理事项、审核验收、查看邮件计划、核验归档。',
  verb: {
    ...LIFE.verb,
    board: BOARD['zh-CN'].verb,
    ...ENDING.verb,
    ...PAPER['zh-CN'].verb,
    inbox: '等我办理的事项，最急的在前',
    ack: '签收',
    progress: '报告进展，或完成一项措施',
    evidence: '为一项措施提交佐证材料',
    'request-closure': '申请销号',
    keygen: '生成我的签名密钥，输出公钥',
    whoami: '我是谁：职务、事项、密钥是否可用',
    approve: '责任领导审核同意',
    return: '退回补充整改',
    accept: '验收通过，予以销号',
    init: '新建一份整改方案，或可以试用的示例轮次',
    import: '导入整改方案，交办全部事项',
    rehearse: '预演：若无人办理，方案会发出哪些邮件',
    list: '台账：按条件列出事项',
    ledger: '台账：写成 xlsx、csv 或 json 文件',
    show: '一个事项的全貌和经过',
    schedule: '一个事项已发和将发的邮件',
    verify: '核验归档包，无需联网',
    demo: '演练：在本机把一轮整改从交办走到归档',
    dev: '在本机启动全套服务并保持运行',
    doctor: '检查运行环境，说明怎样处理',
    completion: '输出 bash 或 zsh 的补全脚本',
  },
  group: {
    handler: '经办人',
    reviewer: '责任领导与验收人',
    head: '主要负责人',
    office: '整改办',
    oversight: '派驻纪检组（巡察办）',
    operator: '运维',
  },
  helpVerb: '某个命令的说明',
  title: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Global Options:': '通用选项：',
    'Commands:': '其他：',
  },
  examples: `示例：
  rectify import plan.yaml --dry-run          先看读懂了什么，再去掉 --dry-run 导入
  rectify inbox --as p05                      p05 的待办
  rectify ack 1.2 1.3 --as p05                签收两个事项，也可写 （一）2
  rectify evidence 1.2 清单.pdf --measure 1 --title 清点清单 --as p05
  rectify approve 1.2 --as p02                先列出佐证材料，再询问是否同意

身份用 --as 或环境变量 RECTIFY_AS，轮次用 --round 或 RECTIFY_ROUND，文件存放处用 STORE。`,
  more: (verb) => `说明：rectify ${verb === '' ? '' : `${verb} `}--help`,
};

const ARGUMENT: CliWords['argument'] = {
  ...INTAKE_ARGUMENT['zh-CN'],
  item: '事项：1.2、（一）2 或 2021-03/1.2',
  items: '一个或多个事项：1.2、（一）2 或 2021-03/1.2',
  progress: '进展情况，或措施的完成情况',
  summary: '销号说明',
  file: '佐证材料的文件',
  plan: '整改方案（yaml）',
  bag: '归档包的文件夹，或放着若干归档包的文件夹',
};

const OPTION: CliWords['option'] = {
  ...INTAKE_OPTION['zh-CN'],
  lang: '语言：zh-CN 或 en（缺省看 LANG）',
  round: '轮次（缺省为唯一在办的，或上次指明的）',
  as: '我是谁（人员编号或姓名）',
  key: '我的私钥文件（缺省为 RECTIFY_KEYS 或 ~/.config/rectify/keys 中的 <人员编号>.json）',
  help: '显示说明',
  version: '显示版本',
  json: '输出 JSON，供程序读取',
  yes: '不再询问',
  deputyFor: '代谁办理（人员编号或姓名）',
  opinion: '意见',
  missing: '尚缺什么',
  newDeadline: '新的时限（YYYY-MM-DD）',
  complete: '完成第几项措施',
  measure: '第几项措施',
  title: '材料的标题',
  date: '材料的日期（YYYY-MM-DD，缺省为今天）',
  dryRun: '只检查，不导入',
  person: '只看某人（编号或姓名）',
  mail: '列出邮件全文',
  from: '交办日期（YYYY-MM-DD，缺省为反馈后第一个工作日）',
  until: '预演到哪一天（YYYY-MM-DD）',
  status: '状态，如 整改中 或 in-progress',
  section: '责任科室，含此字样',
  leader: '责任领导（编号或姓名）',
  handler: '经办人（编号或姓名）',
  level: '预警级别，如 超期 或 overdue',
  mine: '只看与我有关的',
  overdue: '只看超期的',
};

const guess = (meant: string | undefined) => (meant === undefined ? '' : `，是否应为 ${meant}`);

const MISUSE: CliWords['misuse'] = {
  unknownOption: (given, meant) => `没有选项 ${given}${guess(meant)}。`,
  unknownCommand: (given, meant) => `没有命令 ${given}${guess(meant)}。`,
  missingArgument: (given) => `缺少参数 <${given}>。`,
  optionMissingArgument: (given) => `选项 ${given} 后面缺少内容。`,
  missingMandatoryOptionValue: (given) => `缺少选项 ${given}。`,
  invalidArgument: (given) => `选项 ${given} 的内容不能接受。`,
  excessArguments: () => '参数过多；含空格的文字请加引号。',
};

const EXPECTED: CliWords['expected'] = {
  date: '有效日期，如 2021-06-30',
  'date-ahead': '不早于函的落款日期的日期',
  person: '人员编号或姓名，如 p05',
  'person-id': '人员编号，如 p05',
  round: '轮次编号，如 2021-03',
  measure: '措施的序号，从 1 起',
  evidence: '佐证的编号，从 1 起（见 rectify show）',
  yuan: '以元计的金额，至多两位小数，如 4080.50',
  life: '第几次办理，从 1 起',
  'date-order': '不早于交办日期的日期',
  docx: '以 .docx 结尾的文件名',
  html: '以 .html 结尾的文件名',
};

const rounds = (open: readonly RoundId[]) => open.join('、');
const openRounds = (open: readonly RoundId[]) =>
  open.length === 0 ? '现在没有在办的轮次。' : `在办的轮次：${rounds(open)}。`;

const KEY_FAULT: Record<KeyFileFault, string> = {
  missing: '不存在',
  exists: '已经存在，密钥不会被覆盖；请用 --key 另指文件',
  'permissions-too-wide': '可被他人读写，请 chmod 600；若已被他人接触，请更换密钥',
  'not-a-key-file': '不是私钥文件，或已不完整',
  'passphrase-needed': '设有口令，请在终端中运行，或设环境变量 RECTIFY_PASSPHRASE',
  'wrong-passphrase': '打不开：口令不对，或文件已损坏',
};

const TROUBLE: CliWords['trouble'] = {
  ...INTAKE_TROUBLE['zh-CN'],
  ...LIFE.trouble,
  'no-person': () => '不知道您是谁：请用 --as <人员编号>，或设环境变量 RECTIFY_AS。',
  'bad-value': ({ option, given, expected }) => `${option} 不能是“${given}”，应为${EXPECTED[expected]}。`,
  'bad-choice': ({ option, given, choices, meant }) =>
    `${option} 不能是“${given}”${guess(meant)}，可选：${choices.join('、')}。`,
  'bad-item': ({ given }) => `“${given}”不是事项编号，请写成 1.2、（一）2 或 2021-03/1.2。`,
  'which-round': ({ open }) =>
    open.length === 0
      ? '现在没有在办的轮次；请先用 rectify import 导入方案，或用 --round 指明轮次。'
      : `有几个轮次在办，请用 --round 或 RECTIFY_ROUND 指明：${rounds(open)}。`,
  'no-such-round': ({ round, open, meant }) => `没有轮次 ${round}${guess(meant)}。${openRounds(open)}`,
  'no-such-item': ({ round, number, nearest }) =>
    `轮次 ${round} 中没有事项 ${number}。相近的有：${nearest.join('、')}。`,
  'not-in-roster': ({ person, people }) =>
    `名册中没有“${person}”。相近的有：${people.map(({ id, name }) => `${id}（${name}）`).join('、')}。`,
  'ambiguous-person': ({ person, people }) =>
    `名册中不止一人叫“${person}”，请用人员编号：${people.join('、')}。`,
  'needs-yes': () => '作决定须有人确认：请在终端中运行；若已看过材料，可加 --yes。',
  'no-key': ({ person, path }) =>
    `本轮次只接受签名指令，而本机没有 ${person} 的私钥（${path}）。请用 rectify keygen --as ${person} 生成，并请整改办把公钥录入名册；私钥在别处的，用 --key 指明。`,
  'bad-key': ({ path, fault }) => `私钥文件 ${path} ${KEY_FAULT[fault]}。`,
  'passphrases-differ': () => '两次输入的口令不同，没有生成密钥。',
  'bad-file': ({ path, fault }) =>
    `${path} ${{ missing: '不存在', folder: '是文件夹，须为文件', empty: '是空文件', unreadable: '无法读取' }[fault]}。`,
  'path-exists': ({ path }) => `${path} 已经存在，不会被覆盖；请另指位置。什么也没有写入。`,
  'not-yaml': ({ path }) => `只能读取 yaml 格式的方案（.yaml 或 .yml），不能读取 ${path}。`,
  'bad-plan': ({ path, faults }) => `${path} 有 ${faults.length} 处问题，什么也没有导入：`,
  'no-bag': ({ path }) => `${path} 不是文件夹，无从核验。`,
  'round-exists': ({ round }) =>
    `轮次 ${round} 已经导入过，但方案不同，什么也没有改变。新的一轮请另编轮次编号。`,
  'no-worker': ({ address }) =>
    `Temporal 服务器 ${address} 有应答，但没有 worker 受理（已等 15 秒）。请检查 worker 是否在运行：rectify doctor。`,
};

const SOURCE: Record<AddressSource, string> = {
  environment: '地址来自环境变量 TEMPORAL_ADDRESS',
  profile: '地址来自 temporal.toml',
  default: '没有设 TEMPORAL_ADDRESS，用的是缺省地址',
};

const CARD: CardWords = {
  kind: '类型',
  status: '状态',
  waits: (status, person) => `${status}（等${person}）`,
  level: '预警',
  deadline: '时限',
  firstDeadline: '原定时限',
  reviewDeadline: '审核时限',
  progress: (person, at) => `进展（${person} ${at}）`,
  measures: '整改措施',
  title: (title) => `《${title}》`,
  noEvidence: '尚无佐证材料',
  result: (person, at) => `完成：${person} ${at}`,
  reviews: (round) => `审核（第 ${round} 轮）`,
  returned: (role, person, at) => `退回：${role} ${person} ${at}`,
  missing: (text) => `尚缺：${text}`,
  decided: (act, person, at, principal) =>
    `${act}：${person}${principal === undefined ? '' : `（代 ${principal}）`} ${at}`,
  undeliverable: '有邮件被收件服务器拒收，未能送达。',
  evidenceHash: '佐证清单校验值 SHA-256',
  archive: '归档',
};

/** 命令行自己的话;业务词语在 domain/language。 */
export const chinese: CliWords = {
  help: HELP,
  argument: ARGUMENT,
  option: OPTION,
  life: LIFE,
  ending: ENDING,
  misuse: MISUSE,
  trouble: TROUBLE,
  expected: EXPECTED,
  failure: {
    unreachable: (address, source) =>
      `连不上 Temporal 服务器 ${address}（${SOURCE[source]}）。请检查服务器是否在运行、地址是否正确：rectify doctor 逐项检查，rectify dev 在本机启动一套。`,
    fault: (reason) =>
      `出错了：${reason}（可用 rectify doctor 检查环境；详情请加环境变量 RECTIFY_DEBUG=1 再运行一次）`,
  },
  label: (label) => `${label}：`,
  drill: (name) => `【演练】${name}：日期为演练时间。`,
  card: CARD,
  show: { log: '经过' },
  keygen: {
    passphrase: (path) => `${path} 的口令：`,
    newPassphrase: '新口令（留空则不设）：',
    again: '再输入一次：',
    done: (path) => `私钥已写入 ${path}。请自行保管，遗失无法恢复。`,
    next: (person) =>
      `请将以下公钥交整改办：尚未导入的，写在方案中 ${person} 之下；轮次已在办的，用 rectify replace-key ${person} <文件> 登记。`,
  },
  rows: {
    head: {
      round: '轮次',
      number: '序号',
      problem: '具体问题',
      status: '状态',
      deadline: '时限',
      days: '天数',
      waits: '等谁',
      level: '预警',
    },
  },
  list: {
    totals: ({ items, overdue, withoutDeadline }, shown, byStatus) => {
      const states = byStatus.map(([status, count]) => `${status} ${count}`);
      const more = [`超期 ${overdue}`, ...(withoutDeadline > 0 ? [`未设时限 ${withoutDeadline}`] : [])];
      return `列出 ${shown} 项，共 ${items} 项：${[...states, ...more].join('，')}`;
    },
  },
  inbox: { nothing: '没有等您办理的事项。', asDeputy: '可代他人办理' },
  schedule: {
    head: { slot: '时间', person: '收件人', subject: '事由', outcome: '结果' },
    said: (notices) => `已发（${notices} 条）`,
    toCome: (notices) => `将发（${notices} 条，情况有变即重新安排）`,
    noReceipt: '尚无回执',
    noStore: '（本机没有存放处，看不到回执）',
    receipt: (outcome, address, response) =>
      `${outcome === 'sent' ? '已送达' : '被拒收'} ${address} · ${response}`,
  },
  answer: {
    done: (command, item, status, deadline) =>
      `已${command}：${item}，现为“${status}”，${deadline === undefined ? '未设时限' : `时限 ${deadline}`}`,
  },
  decide: {
    question: (command, item) => `${command}：${item}？`,
    hint: '[y/N]',
    left: '没有作出决定，什么也没有改变。',
  },
  plan: {
    title: (round, title, body) => `${round} ${title}（${body}）`,
    head: {
      number: '序号',
      problem: '具体问题',
      kind: '类型',
      deadline: '时限',
      section: '责任科室',
      people: '经办 / 领导 / 验收',
      measures: '措施',
    },
    provisional: (years) => `${years.join('、')} 年的节假日安排尚未公布，该年的日期为暂定，公布后重新计算。`,
    outcome: {
      started: (round, items) => `已导入轮次 ${round}，交办 ${items} 项。`,
      unchanged: (round, items) => `轮次 ${round}（${items} 项）此前已按同一方案导入，没有改变。`,
      'dry-run': (round, items) => `方案没有问题：轮次 ${round}，${items} 项。去掉 --dry-run 即导入。`,
    },
  },
  rehearse: {
    title: (round, from, until) => `${round}：${from} 交办、至 ${until} 无人办理时会发出的邮件`,
    head: { day: '日期', time: '时刻', person: '收件人', subject: '主题' },
    dayOff: (date) => `${date} 不是工作日，交办邮件在下一个工作日发出。`,
    total: (mails, people, until) => `至${until}共 ${mails} 封，${people} 人。`,
  },
  verify: {
    valid: (files, size) => `完整有效，记录前后一致（${files} 个文件，${size}）`,
    invalid: (faults) => `有 ${faults} 处问题：`,
    total: (bags, invalid) =>
      invalid === 0 ? `共 ${bags} 个归档包，全部有效` : `共 ${bags} 个归档包，其中 ${invalid} 个有问题`,
    otherForm: '由另一版本写成：没有把 index.html、bag-info.txt（及事项的 item.json）与办理经过相核对。',
  },
  bagFault: BAG_FAULT,
  doctor: {
    check: {
      node: 'Node.js 版本',
      store: '文件存放处可写',
      server: 'Temporal 服务器',
      namespace: '命名空间',
      'search-attributes': '搜索属性',
      worker: '事项 worker 在岗',
      'mail-worker': '邮件 worker 在岗',
      rounds: '在办的轮次',
    },
    advice: {
      node: '请安装 Node.js 20.19 或更新的版本。',
      store:
        '请检查 STORE（file:///路径 或 s3://桶/前缀）：须与 worker 的 STORE 相同（由 worker 建立），存在且可写。',
      server: '请检查服务器是否在运行、TEMPORAL_ADDRESS 是否正确；rectify dev 可在本机启动一套。',
      namespace: '请检查 TEMPORAL_NAMESPACE，或用 temporal operator namespace create 新建。',
      'search-attributes':
        '请对缺少的每一项运行 temporal operator search-attribute create --name <名称> --type <类型>。',
      worker: '请启动 worker：node dist/worker.js；任务队列 TASK_QUEUE 须与此处相同。',
      'mail-worker': '请启动 worker：node dist/worker.js；没有它，邮件发不出去。',
      rounds: '服务器未能列出轮次，请稍后再试。',
    },
  },
};
