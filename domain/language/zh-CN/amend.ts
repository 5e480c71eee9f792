import { readable } from '../../calendar/zone';
import type { AddedItem } from '../../round/amend/amendment';
import type { SecondFault } from '../../round/second/faults';
import type { RefusalSentences } from '../refusals';
import type { AmendedWords, StoryWords } from '../words';
import { COUNTERSIGN_FAULT } from './countersign-faults';
import { COMMAND } from './terms';

const ofItem = (label: string) => () => label;
const ofMeasure = (label: string) => (measure: number) => `措施 ${measure}${label}`;

/** 整改方案调整了什么. */
export const AMENDED: AmendedWords = {
  field: {
    category: ofItem('问题方面'),
    problem: ofItem('具体问题'),
    kind: ofItem('整改类型'),
    deadline: ofItem('整改时限'),
    section: ofItem('责任科室'),
    assisting: ofItem('配合科室'),
    cause: ofItem('原因分析'),
    goal: ofItem('整改目标'),
    priority: ofItem('优先级'),
    tags: ofItem('标签'),
    source: ofItem('来源'),
    'measure-text': ofMeasure('内容'),
    'measure-kind': ofMeasure('类型'),
    'measure-owner': ofMeasure('责任人'),
    'measure-deadline': ofMeasure('时限'),
    'measure-added': ofMeasure('（新增）'),
    'measure-dropped': ofMeasure('（取消）'),
  },
  nothing: '（无）',
  change: (before, after) => `${before} → ${after}`,
  dropped: (text, reason) => `${text}（原因：${reason}）`,
  fault: {
    ended: () => '该事项已销号、归档或不予列入',
    'measure-done': (measure) => `措施 ${measure} 已经完成`,
    'unknown-measure': (measure) => `该事项没有措施 ${measure}`,
    'number-taken': (measure) => `序号 ${measure} 已用于另一项措施（含已取消的）`,
    'measure-twice': (measure) => `措施 ${measure} 写了两次`,
    'no-measure-left': () => '调整后一项措施也不剩',
    'measure-after-item': (measure) => `措施 ${measure} 的时限晚于事项的整改时限`,
    'date-passed': (measure) => (measure === 0 ? '新的时限已过' : `措施 ${measure} 的新时限已过`),
    sustained: () => '该事项已通过阶段验收，只能调整文字内容',
    'category-differs': () => '同一方面的事项会有不同的方面名称，请一并调整',
    'nothing-new': () => '调整前后没有不同',
    'needs-head': () => '该事项此间已有办理，须经主要负责人会签',
    'item-exists': () => '该序号已用于另一事项（含不予列入的），请另取序号',
    'duties-not-separate': () => '经办人、责任领导、验收人须为三人',
    'split-unknown': () => '所拆分的原事项不在本轮次',
    'too-many-items': () => '本轮次的事项会超过上限 2000 项',
    'not-begun': () => '刚增列的事项尚未全部建立，请一分钟后再试',
    full: () => '该事项的记录已满，容不下这样大的调整',
  },
};

const SECOND_FAULT: Record<SecondFault, string> = {
  ...COUNTERSIGN_FAULT,
  'unknown-key': '签名所用的公钥不属于名册中有权签名的人',
  unsigned: '没有第二人的签名',
  'not-a-statement': '所签内容不是这项指令',
  'not-by-its-author': '第一个签名不是指令署名人本人的',
  'nothing-waits': '没有等待会签的这项指令：可能已逾期、已被替换，或方案已有新的调整，见 rectify round',
  'already-signed': '已由另一人会签',
  'own-case': '不能会签本人的事，请由另一人会签',
  'claimed-round': '本轮次接受自称身份，无须会签',
};

export const AMEND_REFUSALS: Pick<
  RefusalSentences,
  'NotCountersigned' | 'SecondAwaited' | 'PlanMoved' | 'AmendmentUnfit'
> = {
  NotCountersigned: ({ command, fault }) => `会签不予接受（${COMMAND[command]}）：${SECOND_FAULT[fault]}。`,
  SecondAwaited: ({ command, name, until }) =>
    `${name} 已提出同样的申请（${COMMAND[command]}），正在等待会签，截止 ${readable(until)}。请待其会签或失效，或请 ${name} 重新提出。`,
  PlanMoved: ({ basedOn, version, at, name }) =>
    `该调整依据的是方案第 ${basedOn} 版，而现在是第 ${version} 版${
      name === undefined || at === undefined ? '' : `（${name} 于 ${readable(at)} 调整）`
    }，未作任何调整。请查看现行方案（rectify show、rectify round）后重新提交。`,
  AmendmentUnfit: ({ item, fault, measure }) =>
    `事项 ${item} 不能这样调整：${AMENDED.fault[fault](measure ?? 0)}。未作任何调整。`,
};

const addedItem = ({ planned: { number }, splitFrom }: AddedItem): string =>
  splitFrom === undefined ? number : `${number}（由 ${splitFrom} 拆分）`;

type OfAmendments =
  'second-asked' | 'second-lapsed' | 'plan-amended' | 'amendment-conflict' | 'amendment-refused';

/** 整改方案调整和须两人签名的事项的经过. */
export const AMEND_STORY: Pick<StoryWords, OfAmendments> = {
  'second-asked': ({ command, items, reason, until }, { who }) =>
    `${who} 提请会签（${COMMAND[command]}，事项 ${items.join('、')}），截止 ${readable(until)}：${reason}`,
  'second-lapsed': ({ command, asked, overtaken }) =>
    `第 ${asked} 条（${COMMAND[command]}）${
      overtaken === undefined ? '逾期未会签，已失效' : `因第 ${overtaken} 条而失效，无须再会签`
    }`,
  'plan-amended': ({ version, changes, added = [], reason, number, asked }, { who }) =>
    `${who} ${asked === undefined ? '' : `会签第 ${asked} 条，`}调整整改方案，成为第 ${version} 版${
      number === undefined ? '' : `，文号 ${number}`
    }${changes.length === 0 ? '' : `，事项 ${changes.map(({ item }) => item).join('、')}`}${
      added.length === 0 ? '' : `，增列事项 ${added.map(addedItem).join('、')}`
    }：${reason}`,
  'amendment-conflict': ({ item, version, fault, measure }) =>
    `方案第 ${version} 版未能用于事项 ${item}：${AMENDED.fault[fault](measure ?? 0)}；须由整改办决定`,
  'amendment-refused': ({ version, fault, measure }) =>
    `方案第 ${version} 版未能用于本事项：${AMENDED.fault[fault](measure ?? 0)}`,
};
