import type { PersonId } from '../../../base/ids';
import { readable } from '../../calendar/zone';
import { yuanText } from '../../../base/money';
import type { StoryWords } from '../words';
import { AMEND_STORY } from './amend';
import { UNDO_STORY } from './undo';
import { ROUND_STORY } from './round';
import { resultFigure } from './results';
import { DATE, day, END, ROLE, RUNG } from './terms';

const said = (text: string | undefined): string => (text === undefined ? '' : `：${text}`);
const people = (ids: readonly PersonId[], name: (person: PersonId) => string) => ids.map(name).join('、');
const dated = (deadline: Parameters<typeof day>[0] | undefined) => (deadline ? day(deadline) : DATE.none);

/** 经过里的话。归档页照录:改动即另成一种归档格式(`RECORD_FORM`). */
export const STORY: StoryWords = {
  ...ROUND_STORY,
  ...AMEND_STORY,
  ...UNDO_STORY,
  system: '系统',
  deputy: (name, principal) => `${name}（代 ${principal}）`,
  assigned: ({ people: { handler, leader, acceptor }, deadline, added }, { name }) =>
    `${added ? `方案第 ${added.version} 版增列${added.splitFrom === undefined ? '' : `（由 ${added.splitFrom} 拆分）`}，` : ''}交办 ${name(handler)}，责任领导 ${name(leader)}，验收人 ${name(acceptor)}，时限 ${dated(deadline)}`,
  reopened: ({ people: { handler }, deadline, reason, previous }, { who, name }) =>
    `${who} 重开，交 ${name(handler)} 办理，时限 ${dated(deadline)}，原档号 ${previous.archiveNumber}${said(reason)}`,
  restored: ({ people: { handler }, deadline, reason, lost }, { who, name }) =>
    `${who} 恢复办理，交 ${name(handler)} 办理，时限 ${dated(deadline)}；第 ${lost.cycle} 次办理的流程在服务器上${END[lost.ended]}，经过${
      lost.seen ? `（至少 ${lost.seen.entries} 条，校验值 ${lost.seen.hash}）` : ''
    }未归档${said(reason)}`,
  acknowledged: (_event, { who }) => `${who} 签收`,
  'progress-reported': ({ text, measure }, { who }) =>
    `${who} 报告${measure === undefined ? '' : `措施 ${measure} 的`}进展${said(text)}`,
  'evidence-added': ({ measure, file, replaces }, { who }) =>
    `${who} 为措施 ${measure} 提交佐证《${file.title}》${replaces === undefined ? '' : `，替换第 ${replaces} 份`}`,
  'evidence-withdrawn': ({ evidence, reason }, { who }) => `${who} 撤回第 ${evidence} 份佐证${said(reason)}`,
  'measure-completed': ({ measure, result, recoveredFen, regulation }, { who }) =>
    `${who} 完成措施 ${measure}${recoveredFen === undefined ? '' : `，追缴 ${yuanText(recoveredFen)} 元`}${
      regulation === undefined ? '' : `，形成制度《${regulation}》`
    }${said(result)}`,
  'result-recorded': ({ kind, figure, measure, evidence, vouchedBy, note }, { who, name }) =>
    `${who} 登记${measure === undefined ? '' : `措施 ${measure} 的`}整改成效：${resultFigure(kind, figure)}${
      evidence === undefined ? '' : `，佐证第 ${evidence} 份`
    }，核实人 ${name(vouchedBy)}${said(note)}`,
  'result-corrected': ({ result, kind, figure, reason }, { who }) =>
    figure === undefined
      ? `${who} 撤销第 ${result} 项整改成效${said(reason)}`
      : `${who} 将第 ${result} 项整改成效更正为：${resultFigure(kind, figure)}${said(reason)}`,
  'closure-requested': ({ summary, reviewDeadline }, { who }) =>
    `${who} 申请销号，审核期限 ${day(reviewDeadline)}${said(summary)}`,
  'closure-withdrawn': ({ reason }, { who }) => `${who} 撤回销号申请${said(reason)}`,
  'extension-requested': ({ newDeadline, reason, progress, decider }, { who }) =>
    `${who} 申请延期至 ${day(newDeadline)}，由${ROLE[decider]}审批${said(reason)}；进展${said(progress)}`,
  'extension-granted': ({ newDeadline, opinion }, { who }) =>
    `${who} 同意延期至 ${day(newDeadline)}${said(opinion)}`,
  'extension-refused': ({ newDeadline, opinion }, { who }) =>
    `${who} 不同意延期至 ${day(newDeadline)}${said(opinion)}`,
  approved: ({ opinion, reviewDeadline }, { who }) =>
    `${who} 审核同意，验收期限 ${day(reviewDeadline)}${said(opinion)}`,
  'approval-voided': () => '审核后有新的佐证，审核同意失效，由责任领导重新审核',
  'closure-voided': () => '增加了整改措施，销号申请和审核意见失效，继续整改',
  asked: ({ text }, { who }) => `${who} 要求补充说明${said(text)}`,
  returned: ({ opinion, missing, newDeadline }, { who }) =>
    `${who} 退回补充整改，新时限 ${day(newDeadline)}${said(opinion)}；尚缺${said(missing)}`,
  accepted: ({ opinion }, { who }) => `${who} 验收通过，予以销号${said(opinion)}`,
  'stage-accepted': ({ until, checkIn, opinion }, { who }) =>
    `${who} 阶段验收通过，长期坚持至 ${day(until)}${checkIn ? `，下次报告 ${day(checkIn)}` : ''}${said(opinion)}`,
  'checked-in': ({ text, due, checkIn }, { who }) =>
    `${who} 报告坚持情况（应于 ${day(due)} 报告）${checkIn ? `，下次报告 ${day(checkIn)}` : ''}${said(text)}`,
  'sustaining-ended': ({ until, reviewDeadline }) =>
    `坚持期至 ${day(until)} 已满，转最终验收，验收期限 ${day(reviewDeadline)}`,
  withdrawn: ({ reason, into, undone, number }, { who }) =>
    undone === undefined
      ? `${who} 决定${into === undefined ? '不予列入' : `并入事项 ${into}`}${said(reason)}`
      : `${who} 撤销整轮导入${number === undefined ? '' : `（${number}）`}，本事项一并撤销${said(reason)}`,
  reassigned: ({ side, from, to, note }, { who, name }) =>
    `${who} 将${ROLE[side]}由 ${name(from)} 改为 ${name(to)}，交接说明${said(note)}`,
  amended: ({ version, reason, number }, { who }) =>
    `${who} 按整改方案第 ${version} 版${number === undefined ? '' : `（${number}）`}调整本事项${said(reason)}`,
  'deadline-set': ({ deadline, reason }, { who }) => `${who} 设定时限 ${day(deadline)}${said(reason)}`,
  urged: ({ to, text }, { who, name }) => `${who} 催办 ${name(to)}${said(text)}`,
  resent: ({ to, notice }, { who, name }) => `${who} 向 ${name(to)} 重发通知 ${notice}`,
  commented: ({ text }, { who }) => `${who} 留言${said(text)}`,
  'rung-reached': ({ rung }) => `预警升级：${RUNG[rung]}`,
  'proposal-issued': ({ rung, number, ...event }, { who }) =>
    `${who} 签发${RUNG[rung]} ${number}${'item' in event ? `（事项 ${event.item}）` : ''}`,
  'proposal-dropped': ({ rung, reason, ...event }, { who }) =>
    `${who} 决定不签发${RUNG[rung]}${'item' in event ? `（事项 ${event.item}）` : ''}${said(reason)}`,
  'people-changed': ({ people: ids, reason }, { who, name }) =>
    `${who} 更新人员信息 ${people(ids, name)}${said(reason)}`,
  'office-replaced': ({ from, to, note }, { who, name }) =>
    `${who} 将 ${name(from)} 的职责移交 ${name(to)}，交接说明${said(note)}`,
  'helper-replaced': ({ from, to, note, measures, sections }, { who, name }) =>
    `${who} 将 ${name(from)} ${[
      ...(measures.length > 0 ? [`负责的措施 ${measures.join('、')}`] : []),
      ...(sections.length > 0 ? [`的${sections.join('、')}联系人职责`] : []),
    ].join('和')}移交 ${name(to)}，交接说明${said(note)}`,
  'key-proposed': ({ person, kid, until }, { who, name }) =>
    `${who} 申请将 ${name(person)} 的公钥更换为 ${kid}，会签截止 ${readable(until)}`,
  'key-countersigned': ({ person, kid, from }, { who, name }) =>
    `${who} 会签更换 ${name(person)} 的公钥，新公钥 ${kid} 自 ${readable(from)} 起生效`,
  'key-lapsed': ({ person, kid }, { name }) => `${name(person)} 换用公钥 ${kid} 的申请逾期未会签，已失效`,
  'key-replaced': ({ person, kid }, { who, name }) => `${who} 更换 ${name(person)} 的公钥，现为 ${kid}`,
  'key-revoked': ({ person, kid, reason }, { who, name }) =>
    `${who} 作废 ${name(person)} 的公钥 ${kid}${said(reason)}`,
  'start-blocked': ({ item, cycle }) =>
    `事项 ${item}${cycle === 1 ? '' : `（第 ${cycle} 次）`}未能启动：另有流程占用其名称`,
  'report-made': ({ kind, from, to, figures: { open, closed, overdue } }) =>
    `生成整改${kind === 'weekly' ? '周报' : '月报'}（${day(from)}至${day(to)}）：在办 ${open} 项，已销号 ${closed} 项，超期 ${overdue} 项`,
  'calendar-changed': ({ from, to, ...event }, { who }) =>
    `${who} 启用节假日安排 ${to}（原 ${from}）${
      'reviewDeadline' in event && event.reviewDeadline ? `，审核期限改为 ${day(event.reviewDeadline)}` : ''
    }`,
  'policy-changed': ({ from, to }, { who }) => `${who} 启用规则 ${to}（原 ${from}）`,
  'mail-undeliverable': ({ person, address, reason }, { name }) =>
    `寄给 ${name(person)} <${address}> 的邮件被拒收${said(reason)}`,
  archived: ({ archiveNumber, missingMails }) =>
    `归档，档号 ${archiveNumber}${missingMails > 0 ? `，缺 ${missingMails} 封邮件回执` : ''}`,
  'round-opened': ({ items }) => `导入方案，交办 ${items} 项`,
  'people-registered': ({ people: ids, reason }, { who, name }) =>
    `${who} 登记人员 ${people(ids, name)}${said(reason)}`,
  'person-replaced': ({ person, successor, note, items }, { who, name }) =>
    `${who} 将 ${name(person)} 的在办事项（${items.length} 项）和职责移交 ${name(successor)}，交接说明${said(note)}`,
  'item-reopened': ({ item, deadline, reason, archiveNumber }, { who }) =>
    `${who} 重开事项 ${item}，时限 ${day(deadline)}，新档号 ${archiveNumber}${said(reason)}`,
  'item-restored': ({ item, deadline, reason, archiveNumber, lost }, { who }) =>
    `${who} 恢复办理事项 ${item}，时限 ${dated(deadline)}，新档号 ${archiveNumber}；第 ${lost.cycle} 次办理的流程在服务器上${END[lost.ended]}，未归档，原档号 ${lost.archiveNumber} 空置${said(reason)}`,
};
