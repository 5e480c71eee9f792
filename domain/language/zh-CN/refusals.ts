import { readable, type Instant } from '../../calendar/zone';
import { kindsIn } from '../../evidence/limits';
import { type CommandType, DECISIONS } from '../../item/command';
import { isSide } from '../../item/side';
import { isForRound, isOfFile } from '../../round/command';
import type { RefusalSentences } from '../refusals';
import { AMEND_REFUSALS } from './amend';
import { UNDO_REFUSALS } from './undo';
import { BINDING_REFUSALS } from './binding';
import { OPENING_REFUSALS } from './opening';
import { ROUND_REFUSALS } from './round';
import { NEW_KEY_FAULT } from './new-key-faults';
import { SIGNATURE_FAULT } from './signature-faults';
import { sizesApart } from '../../../base/size';
import { COMMAND, day, FILE_KIND, ITEM_KIND, ROLE, RUNG, STATUS } from './terms';

const anyOf = (names: readonly string[]) => names.join('或');
const commands = (types: readonly CommandType[]) => types.map((type) => COMMAND[type]).join('、');
const measures = (numbers: readonly number[]) => `第 ${numbers.join('、')} 项整改措施`;

/** 别人已经作过的决定. */
const decidedBy = (decided: { name: string; at: Instant; act?: CommandType } | undefined) =>
  decided
    ? `此前 ${decided.name} 已于 ${readable(decided.at)} ${decided.act ? COMMAND[decided.act] : '作出决定'}。`
    : '';

const FAULTS: Partial<Record<string, string>> = {
  'not-a-date': '不是有效日期（格式 YYYY-MM-DD）',
  'control-characters': '含有换行等控制字符',
  empty: '不能为空',
  'too-large': '内容过多，超出一次调整的容量，请分几次调整',
};

const faultText = (message: string): string =>
  FAULTS[message] ?? message.replace(/^over-(\d+)$/, '超过 $1 字');

/** 可以提交的文件类型. */
const taken = (mediaTypes: readonly string[]): string => {
  const { kinds, others } = kindsIn(mediaTypes);
  return [...kinds.map((kind) => FILE_KIND[kind]), ...others].join('、');
};

const NOT_LOST: Record<'at-work' | 'recorded' | 'starting', (number: string) => string> = {
  'at-work': (number) => `事项 ${number} 在服务器上正常办理，无须恢复。`,
  recorded: (number) => `事项 ${number} 已办结，无须恢复；如问题反弹，归档后可以重开。`,
  starting: (number) => `事项 ${number} 正在启动，无须恢复。`,
};

/** 不予受理的话:怎样才会受理. */
export const REFUSALS: RefusalSentences = {
  ...ROUND_REFUSALS,
  ...OPENING_REFUSALS,
  ...BINDING_REFUSALS,
  ...AMEND_REFUSALS,
  ...UNDO_REFUSALS,
  InvalidCommand: ({ faults }) =>
    `指令格式不正确，请更正后重新提交：${faults
      .map(({ path, message }) => `${path}：${faultText(message)}`)
      .join('；')}。`,
  SignatureRequired: ({ by }) =>
    `本轮次只接受签名指令，请以“${by}”的私钥签名；还没有的，请用 rectify keygen 生成，并请整改办把公钥录入名册。`,
  BadSignature: ({ fault }) => `签名不予接受：${SIGNATURE_FAULT[fault]}。`,
  WrongItem: ({ expected, given }) =>
    `该指令针对 ${given.item}（第 ${given.cycle} 次办理），而这里是 ${expected.item}（第 ${expected.cycle} 次办理），请核对事项后重新提交。`,
  UnknownPerson: ({ person }) => `“${person}”不是本事项的相关人员，不能办理本事项，请联系整改办核对名册。`,
  NotAuthorised: ({ command, roles, decided }) => {
    const who = anyOf(roles.map((role) => ROLE[role]));
    const where = roles.some(isSide) ? '该事项' : '本轮次';
    // 决定用“作出”，其余用“办理”。
    const done = DECISIONS.some((decision) => decision === command) ? '作出' : '办理';
    return `${COMMAND[command]}须由${who}${done}，您不是${where}的${who}。${decidedBy(decided)}`;
  },
  DutiesNotSeparate: ({ command, side }) =>
    `您是该事项的${ROLE[side]}，或曾以${ROLE[side]}身份办理过该事项，不能再${COMMAND[command]}；经办、审核、验收须由三人分别承担，请由另一人办理。`,
  NotDeputy: ({ by, onBehalfOf }) =>
    `名册未登记“${by}”可代“${onBehalfOf}”办理，请由“${onBehalfOf}”本人或其已登记的代理人办理。`,
  WrongState: ({ command, status, possible, decided }) =>
    possible.length > 0
      ? `事项现为“${STATUS[status]}”，不能${COMMAND[command]}；现在可以：${commands(possible)}。${decidedBy(decided)}`
      : `事项现为“${STATUS[status]}”，不再接受任何指令，不能${COMMAND[command]}。${decidedBy(decided)}`,
  UnknownMeasure: ({ measure, measures: known }) =>
    `该事项没有第 ${measure} 项整改措施，可选的是${measures(known)}。`,
  MeasureOfAnother: ({ measure, measures: own }) =>
    measure === undefined
      ? `措施责任人只报告本人负责的措施，请写明是第几项：您负责${measures(own)}。`
      : `第 ${measure} 项整改措施不由您负责${own.length > 0 ? `，您负责的是${measures(own)}` : ''}；请由该措施的责任人或经办人办理。`,
  MeasureAlreadyComplete: ({ measure }) =>
    `第 ${measure} 项整改措施已经完成，不必重复办理，退回后方可重新办理；如有新的材料，请提交佐证。`,
  UnknownVoucher: ({ person }) =>
    `“${person}”不是该事项的有关人员，核实人应从该事项的有关人员中选定（见 rectify show）。`,
  UnknownResult: ({ result, known }) =>
    `该事项没有第 ${result} 项整改成效，${known.length > 0 ? `现有的是第 ${known.join('、')} 项` : '尚未登记成效'}，编号见 rectify show。`,
  ResultWithdrawn: ({ result, at }) =>
    `第 ${result} 项整改成效已于 ${readable(at)} 撤销，如需计入，请重新登记。`,
  MeasuresOpen: ({ measures: open }) => `${measures(open)}尚未完成，全部措施完成后经办人方可申请销号。`,
  EvidenceMissing: ({ measures: bare }) =>
    `${measures(bare)}没有佐证材料，每项措施都有佐证后经办人方可申请销号。`,
  UnknownEvidence: ({ evidence, measure, known }) => {
    const where = measure === undefined ? '该事项' : `第 ${measure} 项整改措施`;
    const choice = known.length > 0 ? `现行的是第 ${known.join('、')} 份` : '现在还没有佐证';
    return `${where}没有第 ${evidence} 份佐证，${choice}；编号见 rectify show。`;
  },
  EvidenceOfAnother: ({ evidence, known }) =>
    `第 ${evidence} 份佐证不是您为本人负责的措施提交的，只能由提交人或经办人撤回${known.length > 0 ? `；您可以撤回第 ${known.join('、')} 份` : ''}。`,
  EvidenceReplaced: ({ evidence, by, current }) =>
    `第 ${evidence} 份佐证已由第 ${by} 份替换，不能再办理；现行的是第 ${current} 份。`,
  EvidenceWithdrawn: ({ evidence, at }) =>
    `第 ${evidence} 份佐证已于 ${readable(at)} 撤回；如有新的材料，请作为新的佐证提交。`,
  EvidenceKnown: ({ evidence, measure }) =>
    `该文件已是第 ${measure} 项整改措施的第 ${evidence} 份佐证，同一份材料只收一次；要更正标题或日期的，请用 --replaces ${evidence} 提交。`,
  EvidenceTooLarge: ({ size, most }) => {
    const [has, may] = sizesApart(size, most);
    return `文件为 ${has}，规则规定每份佐证不超过 ${may}；请压缩或分成几份提交，确有需要的，请整改办调整规则。`;
  },
  EvidenceTypeNotTaken: ({ mediaType, taken: mediaTypes }) =>
    `规则不接受 ${mediaType} 类型的佐证，可以提交：${taken(mediaTypes)}；请转换后提交，确有需要的，请整改办调整规则。`,
  LogFull: ({ most, given, whole, round }) => {
    if (round)
      return '本轮次办理记录篇幅已达上限，只受理推进轮次、事项办结以及有关公钥的指令，不再登记人员，不再收存文件、核签轮次记录，也不再更换规则和工作日历。';
    if (most === 0)
      return '办理记录篇幅已达上限，只受理推进事项办理的指令，不再受理意见、进展报告、询问、催办、重发和撤回，已有佐证的措施也不再接收新的佐证；请直接联系有关人员，需要留存的请整改办收存（file-document）。';
    return whole
      ? `办理记录篇幅已近上限，此后每条指令不超过 ${most} 字节，这一条为 ${given} 字节；请减少每条指令的内容，例如分批登记人员。`
      : `办理记录篇幅已近上限，此后每段文字不超过 ${most} 字，这一段为 ${given} 字；请写要点，全文作为佐证提交，或请整改办收存（file-document）。`;
  },
  QuotaReached: ({ command, most, next }) => {
    const isRound = isForRound(command);
    const hint = isRound ? '' : '文件较多的，可打包后一并提交；';
    return `您今天对本${isRound ? '轮次' : '事项'}${COMMAND[command]}已达 ${most} 次上限，${day(next)}起可以继续；${hint}确有需要的，请整改办调整规则。`;
  },
  EvidenceChanged: () => '您查看之后佐证材料已有变动，请重新查看现有材料后再作决定。',
  StatementTooShort: ({ least, given }) => `退回须写明尚缺什么，不少于 ${least} 个字，现为 ${given} 个字。`,
  DateNotAhead: ({ date, today }) => `新的时限须晚于今天（${day(today)}），您填写的是${day(date)}。`,
  DateTooLate: ({ date, latest }) =>
    `退回时限最迟为${day(latest)}，您填写的是${day(date)}。请改为该日或更早的日期；确需更长时间的，退回后由经办人申请延期，经有权审批的人同意。`,
  NothingChanged: ({ at }) =>
    `${readable(at)} 退回后没有任何变动，请先按退回意见补充（完成措施、提交或撤回佐证、报告进展），再申请销号；退回意见见 rectify show。`,
  WrongRound: ({ expected, given }) =>
    `该指令针对轮次 ${given}，而这里是轮次 ${expected}，请核对后重新提交。`,
  UnknownItem: ({ number }) => `本轮次没有事项 ${number}，请用 rectify list 核对编号。`,
  OwnCase: ({ command }) => `${COMMAND[command]}涉及您本人，不能由您自己办理，请由另一位有权的人办理。`,
  DateNotLater: ({ date, deadline }) =>
    `延期后的时限须晚于现行时限（${day(deadline)}），您填写的是${day(date)}。`,
  NoDeadline: () => '该事项未设时限，无需延期；如需时限，请整改办设定。',
  DeadlineStands: ({ deadline }) =>
    `该事项已有时限（${day(deadline)}），只能经延期或退回改变，不能另行设定。`,
  TooLate: ({ deadline, today }) =>
    `延期须在时限届满前申请：时限为${day(deadline)}，今天是${day(today)}。请抓紧办理，并向责任领导说明。`,
  ExtensionsUsedUp: ({ most }) => `该事项已延期 ${most} 次，达到规定的次数，不能再延期。`,
  ExtensionPending: ({ newDeadline }) =>
    `已有一项延期申请（至${day(newDeadline)}）正在审批，请待有结果后再申请。`,
  NoExtensionPending: ({ decided }) => `该事项没有待审批的延期申请。${decidedBy(decided)}`,
  ExtensionChanged: ({ shown, now }) =>
    `您看到的是延期至${day(shown)}的申请，现在申请的是${day(now)}，请重新查看后再作决定。`,
  NotSustained: ({ kind }) =>
    `该事项是${ITEM_KIND[kind]}，不分阶段，请直接验收通过；只有长期坚持的事项可以阶段验收。`,
  CheckInNotDue: ({ due, opens, until }) =>
    due && opens
      ? `本期坚持情况已经报告；下一期应于${day(due)}前报告，从${day(opens)}起受理。`
      : `${until ? `坚持期至${day(until)}，其间` : ''}没有待报告的坚持情况，期满后由验收人最终验收。`,
  AlreadyHolds: ({ person, side }) => `“${person}”已经是该事项的${ROLE[side]}，不必改派。`,
  SuccessorNotSeparate: ({ person, side, item }) =>
    `“${person}”是事项 ${item} 的${ROLE[side]}，或曾以${ROLE[side]}身份办理过，不能再承担另一方；请改派给他人，或先改派该事项。`,
  SuccessorWithoutKey: ({ person }) =>
    `本轮次只接受签名指令，而“${person}”没有可用的公钥；请先由其运行 rectify keygen，再由整改办录入公钥。`,
  IntoItself: ({ number }) => `事项 ${number} 不能并入自身，请填写要并入的另一事项。`,
  UrgedRecently: ({ at, next }) => `该事项已于 ${readable(at)} 催办过，${readable(next)} 以后可以再次催办。`,
  UnknownNotice: ({ to, notice }) => `没有给“${to}”发过 ${notice}，请用 rectify schedule 查看已发的邮件。`,
  NoProposal: ({ number, rung, decided }) =>
    `事项 ${number} 没有待签发的${RUNG[rung]}。${decidedBy(decided)}`,
  NotArchived: ({ number, status }) => `事项 ${number} 现为“${STATUS[status]}”，只有已归档的事项可以重开。`,
  NotLost: ({ number, found }) => NOT_LOST[found](number),
  DeadlineTooLate: ({ date, latest }) =>
    `恢复办理的时限最迟为${day(latest)}，您填写的是${day(date)}。请改为该日或更早的日期，不填则沿用原时限；确需更长时间的，恢复后由经办人申请延期。`,
  KeyKnown: ({ kid, person }) => `公钥 ${kid} 已登记在“${person}”名下；同一个公钥只能登记一次，请另行生成。`,
  UnusableKey: ({ kid, person }) =>
    `“${person}”的公钥 ${kid} 不是合格的 Ed25519 公钥，其签名可能引起争议；请其用 rectify keygen 另行生成。`,
  UnknownKey: ({ person, kid, kids }) =>
    `“${person}”没有可以作废的公钥 ${kid}。${kids.length > 0 ? `现有：${kids.join('、')}。` : ''}`,
  KeyNeedsSecond: ({ person, first }) =>
    first
      ? `“${person}”是主要负责人、派驻纪检组人员或其代理人，其首个公钥整改办也不能单独登记：请由整改办提出申请，经主要负责人或派驻纪检组的另一人会签（rectify countersign）后满一个工作日生效。`
      : `“${person}”已经登记过公钥，整改办不能单独更换：请其用 rectify keygen --renew 以原私钥签认新公钥；原私钥已遗失或作废的，由整改办提出申请，经主要负责人或派驻纪检组会签（rectify countersign）后满一个工作日生效。`,
  NotForOffice: ({ command, person }) =>
    command === 'register-people'
      ? `“${person}”是主要负责人或派驻纪检组人员，整改办不能单独为其指定代理人；请由主要负责人或派驻纪检组人员本人用 rectify register-people 办理（文件中只写此人），二者可以互为办理，不能由他人代办。`
      : `“${person}”是主要负责人或派驻纪检组人员，整改办不能单独${COMMAND[command]}；请由主要负责人或派驻纪检组人员本人办理，二者可以互为办理，不能由他人代办。`,
  KeyWaits: ({ person, kid, until, from }) =>
    `“${person}”已有一个新公钥 ${kid} ${from === undefined ? `等待会签${until === undefined ? '' : `（截止 ${readable(until)}）`}` : `将于 ${readable(from)} 生效`}；如须改用别的公钥，请先用 rectify revoke-key 作废它。`,
  UntrustedKey: ({ fault }) => `新公钥的签名不予接受：${NEW_KEY_FAULT[fault]}。`,
  LastKey: ({ kid, of }) =>
    of
      ? `公钥 ${kid} 是主要负责人和派驻纪检组最后一个可用的公钥，作废后再无人能够会签；请由本人用 rectify keygen --renew 更换，或先为其中另一人登记公钥。`
      : `公钥 ${kid} 是整改办最后一个可用的公钥，作废后再无人能以整改办的身份签名；请用 rectify replace-key 更换，或先为另一名整改办人员录入公钥。`,
  KeysNotHere: ({ person }) => `“${person}”的公钥不能在人员信息中修改，请用更换公钥或作废公钥的指令办理。`,
  ConfirmationsOff: ({ withinWorkingDays, youngKeyWorkingDays }) =>
    `本轮次的决定须以邮件向本人确认，新的规则不能关闭或推迟：confirm.decisions 须为 digest，withinWorkingDays 不大于 ${withinWorkingDays}，youngKeyWorkingDays 不小于 ${youngKeyWorkingDays}。请修改规则文件后重新提交。`,
  IdentityWeakened: () => '本轮次只接受签名指令，新的规则不能改为接受未签名的指令。',
  DeciderUnclear: ({ rung, to, decides }) =>
    `新的规则没有写清由谁决定${RUNG[rung]}：收件人为 to: [${to.join(', ')}]，有权决定的是${decides.map((one) => ROLE[one]).join('、')}。有权决定的必须列为收件人；收件人与缺省不同的，请在 decides 中写明由其中的 head、office、oversight 哪几方决定。`,
  NothingNew: ({ command }) =>
    isOfFile(command)
      ? `${COMMAND[command]}未办理：同一份文件已经在案（见 rectify round），没有重复收存；如是另一份，请核对所选的文件。`
      : `${COMMAND[command]}未办理：内容或版本号与现行的相同，请核对后重新提交。`,
};
