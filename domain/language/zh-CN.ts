import type { CommandType } from '../item/command';
import type { SignatureFault } from '../identity';
import { partsOf } from './dates';
import { refusalIn, type RefusalSentences } from './refusals';
import type { Counts, DateWords, MailWords, Words } from './words';

const STATUS: Words['status'] = {
  assigned: '待签收',
  'in-progress': '整改中',
  'leader-review': '责任领导审核',
  acceptance: '验收',
  returned: '退回补充整改',
  closed: '已销号',
  archived: '已归档',
};

const ROLE: Words['role'] = {
  handler: '经办人',
  leader: '责任领导',
  acceptor: '验收人',
  head: '主要负责人',
  office: '整改办',
  oversight: '派驻纪检组（巡察办）',
  archivist: '档案员',
};

const COMMAND: Words['command'] = {
  acknowledge: '签收',
  'report-progress': '报告进展',
  'add-evidence': '提交佐证',
  'complete-measure': '完成措施',
  'request-closure': '申请销号',
  approve: '审核同意',
  return: '退回补充整改',
  accept: '验收通过',
};

const RUNG: Words['rung'] = {
  reminder: '提醒',
  warning: '预警',
  'review-due': '审核将到期',
  unacknowledged: '催签',
  imminent: '临期',
  'review-overdue': '审核超期',
  'review-escalated': '审核超期（报上级）',
  overdue: '超期',
  'urging-letter': '督办函',
  talk: '约谈',
  accountability: '问责建议',
};

const FACT: Words['fact'] = {
  assigned: '交办',
  'closure-requested': '申请销号',
  approved: '审核同意',
  'approval-voided': '审核失效',
  returned: '退回补充整改',
  accepted: '验收通过',
  archived: '已归档',
  undeliverable: '邮件无法送达',
};

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

const day: DateWords['day'] = (date) => {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
};

const DATE: DateWords = {
  day,
  short: (date) => {
    const { month, day } = partsOf(date);
    return `${month} 月 ${day} 日`;
  },
  withWeekday: (date) => `${day(date)}（星期${WEEKDAYS[partsOf(date).weekday] ?? ''}）`,
  provisional: '（暂定）',
  none: '未设时限',
  left: (days) => (days > 0 ? `还有 ${days} 天` : days === 0 ? '今天到期' : `已超 ${-days} 天`),
};

const anyOf = (names: readonly string[]) => names.join('或');
const commands = (types: readonly CommandType[]) => types.map((type) => COMMAND[type]).join('、');
const measures = (numbers: readonly number[]) => `第 ${numbers.join('、')} 项整改措施`;

/** 决定用“作出”,其余用“办理”. */
const DONE: Partial<Record<CommandType, string>> = { approve: '作出', return: '作出', accept: '作出' };

const FAULTS: Partial<Record<string, string>> = { 'not-a-date': '不是有效日期（格式 YYYY-MM-DD）' };

const SIGNATURE_FAULT: Record<SignatureFault, string> = {
  'too-large': '指令超过 64 KiB，请精简文字',
  malformed: '不是紧凑格式的 JWS，请用 rectify 或客户端签名后提交',
  'wrong-algorithm': '只接受 EdDSA（Ed25519），请用 rectify keygen 生成的私钥签名',
  'wrong-header': '签名头含有 alg、kid、typ 以外的字段，请用 rectify 或客户端签名后提交',
  'unknown-key': '名册中没有此人的这把公钥，请用已登记的私钥签名',
  'bad-signature': '与所签内容不符，请对原指令重新签名',
  'not-canonical': '所签内容不是规范的 JSON（RFC 8785），请用 rectify 或客户端签名后提交',
  'key-not-yet-valid': '公钥尚未启用，请到启用之日再办，或联系整改办',
  'key-expired': '公钥已停用，请用替换它的私钥签名',
  'key-revoked': '公钥已作废，请用 rectify keygen 重新生成',
};

const REFUSALS: RefusalSentences = {
  InvalidCommand: ({ faults }) =>
    `指令格式不正确，请更正后重新提交：${faults
      .map(({ path, message }) => `${path}:${FAULTS[message] ?? message}`)
      .join('；')}。`,
  SignatureRequired: ({ by }) =>
    `本轮次只接受签名指令，请以“${by}”的私钥签名；还没有的，请用 rectify keygen 生成，并请整改办把公钥录入名册。`,
  BadSignature: ({ fault }) => `签名不予接受：${SIGNATURE_FAULT[fault]}。`,
  WrongItem: ({ expected, given }) =>
    `该指令针对 ${given.item}（第 ${given.cycle} 次），而这里是 ${expected.item}（第 ${expected.cycle} 次），请核对事项后重新提交。`,
  UnknownPerson: ({ person }) =>
    `“${person}”不是本事项的相关人员，只接受名册中与本事项有关的人员的指令，请联系整改办核对名册。`,
  NotAuthorised: ({ command, roles }) => {
    const who = anyOf(roles.map((role) => ROLE[role]));
    return `${COMMAND[command]}须由${who}${DONE[command] ?? '办理'}，您不是该事项的${who}。`;
  },
  DutiesNotSeparate: ({ command, side }) =>
    `您是该事项的${ROLE[side]}，或曾以${ROLE[side]}身份办理过该事项，不能再${COMMAND[command]}；经办、审核、验收须由三人分别承担，请由另一人办理。`,
  NotDeputy: ({ by, onBehalfOf }) =>
    `名册未登记“${by}”可代“${onBehalfOf}”办理，请由“${onBehalfOf}”本人或其已登记的代理人办理。`,
  WrongState: ({ command, status, possible }) =>
    possible.length > 0
      ? `事项现为“${STATUS[status]}”，不能${COMMAND[command]}；现在可以：${commands(possible)}。`
      : `事项现为“${STATUS[status]}”，不再接受任何办理，不能${COMMAND[command]}。`,
  UnknownMeasure: ({ measure, measures: known }) =>
    `该事项没有第 ${measure} 项整改措施，可选的是${measures(known)}。`,
  MeasureAlreadyComplete: ({ measure }) =>
    `第 ${measure} 项整改措施已经完成，不必重复办理；如有新的材料，请提交佐证。`,
  MeasuresOpen: ({ measures: open }) => `${measures(open)}尚未完成，全部措施完成后经办人方可申请销号。`,
  EvidenceMissing: ({ measures: bare }) =>
    `${measures(bare)}没有佐证材料，每项措施都有佐证后经办人方可申请销号。`,
  EvidenceChanged: () => '您查看之后佐证材料已有变动，请重新查看现有材料后再作决定。',
  StatementTooShort: ({ least, given }) => `退回须写明尚缺什么，不少于 ${least} 个字，现为 ${given} 个字。`,
  DateNotAhead: ({ date, today }) => `新的时限须晚于今天（${day(today)}），您填写的是${day(date)}。`,
};

const parts = ({ act, watch, know }: Counts, said: [string, string, string]) =>
  [act > 0 && said[0], watch > 0 && said[1], know > 0 && said[2]].filter((text) => text !== false);

const manyItems: MailWords['subject']['many'] = (counts, earliest) => {
  const { act, watch, know } = counts;
  const first = act > 0 ? '项整改事项需要处理' : watch > 0 ? '项整改事项请您关注' : '项整改事项供您知悉';
  const others = act > 0 && watch > 0 ? `，另 ${watch} 项请您关注` : '';
  return `${act || watch || know} ${first}${others}${earliest ? `，最早时限 ${earliest}` : ''}`;
};

const MAIL: MailWords = {
  title: '整改事项办理通知',
  subject: {
    drill: '【演练】',
    tag: (label) => `【${label}】`,
    one: (item, due) => `${item}${due ? `，时限 ${due}` : ''}`,
    many: manyItems,
  },
  banner: (drill) => `演练“${drill}”：本邮件由演练产生，日期为演练时间，不是真实的整改要求。`,
  greeting: (name) => `${name}，您好：`,
  summary: (day, { act, watch, know }) =>
    `截至${day}，${parts({ act, watch, know }, [
      `请您办理 ${act} 项`,
      `提醒您关注 ${watch} 项`,
      `供您知悉 ${know} 项`,
    ]).join('，')}。`,
  group: { act: '请您办理', watch: '提醒', know: '供知悉' },
  heading: (group, lines) => `${group}（${lines} 条）`,
  compact: (lines) => `其余 ${lines} 条从简列出：`,
  label: {
    deadline: '整改时限',
    reviewDeadline: '审核时限',
    status: '状态',
    missing: '尚缺',
    now: '下一步',
  },
  labelled: (label, value) => `${label}：${value}`,
  statusLine: (status, awaited) => (awaited === undefined ? status : `${status} · 由${awaited}办理`),
  you: (role) => `您（${role}）`,
  somebody: (role, name, section) => `${role}${name ?? ''}${section ? `（${section}）` : ''}`,
  rung: {
    reminder: '整改时限临近，请合理安排进度。',
    warning: '整改时限将到，请检查各项措施和佐证材料是否齐备。',
    'review-due': '审核时限将到，尚未作出决定。',
    unacknowledged: '事项已经交办，至今未签收。',
    imminent: '整改时限马上到期，尚未申请销号。',
    'review-overdue': '审核时限已过，尚未作出决定。',
    'review-escalated': '审核超期仍未作出决定，已报审核人的上级。',
    overdue: '整改时限已过，尚未申请销号。',
    'urging-letter': '系统建议发出督办函，由您决定是否签发。',
    talk: '系统建议约谈有关责任人，由您决定是否签发约谈通知。',
    accountability: '系统建议研究问责事宜，由您决定是否签发问责建议。',
  },
  fact: {
    assigned: ({ handler, section }) => `事项已交办${section}，由${handler}经办。`,
    'closure-requested': ({ by, handler }) => `${by ?? handler}已申请销号，报责任领导审核。`,
    approved: ({ by }) => `${by ?? '责任领导'}审核同意，转验收人验收。`,
    'approval-voided': ({ by, handler }) =>
      `${by ?? handler}在审核同意之后又提交了佐证材料，原审核意见失效，须由责任领导重新审核。`,
    returned: ({ by }) => `${by ?? '审核人'}已退回，要求补充整改。`,
    accepted: ({ by }) => `${by ?? '验收人'}验收通过，事项已销号。`,
    archived: () => '事项材料已归档。',
    undeliverable: () => '本事项有一封邮件被收件服务器拒收，未能送达。',
  },
  written: {
    assigned: '交办说明',
    'closure-requested': '销号说明',
    approved: '审核意见',
    'approval-voided': '说明',
    returned: '退回意见',
    accepted: '验收意见',
    archived: '档号',
    undeliverable: '收件人及原因',
  },
  todo: {
    act: {
      assigned: '请签收，并组织整改。',
      'in-progress': '请落实整改措施、补齐佐证材料，完成后申请销号。',
      returned: '请按退回意见补充整改、补齐佐证材料，重新申请销号。',
      'leader-review': '请查看佐证材料，作出审核决定：同意，或退回补充整改。',
      acceptance: '请查看佐证材料，作出验收决定：通过，或退回补充整改。',
    },
    remind: (who) => `请提醒${who}按时办理。`,
    urge: (who) => `请督促${who}尽快办理。`,
    propose: '请查看事项情况后作出决定。',
    undeliverable: '请核对收件人的邮箱地址，并用其他方式告知本人。',
  },
  cut: (command) => `……（后文从略，全文请运行 ${command}）`,
  calendar: { summary: (number, problem) => `整改时限：${number} ${problem}`, drill: '【演练】' },
  footer: {
    why: '您在以下整改工作中承担职责，或有事项需要您知悉，因此收到本邮件。',
    rounds: (titles) => `整改工作：${titles.join('、')}`,
    provisional: '标有“暂定”的日期所在年度，节假日安排尚未公布；公布后将重新计算。',
    inbox: (command) => `查看全部待办，请运行 ${command}`,
    automatic: '本邮件由系统自动发送，请勿直接回复。',
  },
};

/** 简体中文:整改办的说法. */
export const chinese: Words = {
  language: 'zh-CN',
  status: STATUS,
  identity: { claimed: '自称', signed: '签名' },
  role: ROLE,
  command: COMMAND,
  itemKind: { immediate: '立行立改', 'time-limited': '限期整改', sustained: '长期坚持' },
  measureKind: {
    'rule-making': '建章立制',
    'loss-recovery': '挽回损失',
    accountability: '追责问责',
    'lessons-applied': '举一反三',
    'special-campaign': '专项整治',
    other: '其他',
  },
  rung: RUNG,
  fact: FACT,
  published: {
    completed: '已完成',
    'completed-sustained': '基本完成并长期坚持',
    ongoing: '持续推进',
    'not-completed': '未完成',
  },
  date: DATE,
  refusal: refusalIn(REFUSALS),
  mail: MAIL,
};
