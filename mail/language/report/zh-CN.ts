import type { ReportFigures } from '../../../domain/round/report/report';
import type { ReportWords } from './words';

const FIGURE: Record<keyof ReportFigures, string> = {
  items: '事项总数',
  open: '在办',
  inReview: '审核验收中',
  overdue: '超期',
  closed: '已销号',
  withdrawn: '不予列入或并案',
  returns: '累计退回',
  extensions: '累计延期',
};

const HOW = { closed: '销号', 'stage-accepted': '阶段验收通过，转入长期坚持', withdrawn: '不予列入或并案' };

const MOVE = {
  'closure-requested': '申请销号',
  approved: '责任领导同意',
  returned: '退回补充整改',
  'deadline-set': '调整时限',
};

/** Parts of a line, without those that have nothing to say. */
const parts = (...all: (string | false | undefined)[]): string =>
  all.filter((part) => part !== undefined && part !== false && part !== '').join('，');

/** 周报和月报里的话. */
export const CHINESE_REPORT: ReportWords = {
  group: '整改情况报告',
  summary: (day) => `截至${day}的整改情况报告如下，请阅。`,
  kind: { weekly: '整改周报', monthly: '整改月报' },
  said: ({ from, to, today }) => `统计 ${from}至 ${to}的办理情况，各项数字截至 ${today}。`,
  label: {
    figures: '总体情况',
    compared: '与上次相比',
    done: '本期办结',
    moved: '本期推进',
    late: '逾期及原因（含审核、报告逾期）',
    due: (until) => `${until}（含）前到期`,
  },
  figures: ({ items, open, inReview, overdue, closed, withdrawn, returns, extensions }) =>
    parts(
      `共 ${items} 项`,
      `在办 ${open} 项（其中审核验收中 ${inReview} 项、超期 ${overdue} 项）`,
      `已销号 ${closed} 项`,
      withdrawn > 0 && `不予列入或并案 ${withdrawn} 项`,
      `累计退回 ${returns} 次、延期 ${extensions} 次`,
    ),
  compared: ({ from, to }, changes) =>
    `${changes.length > 0 ? changes.join('，') : '各项数字没有变化'}（上次报告统计 ${from}至 ${to}）`,
  change: ({ figure, by }) => `${FIGURE[figure]}${by > 0 ? '增加' : '减少'} ${Math.abs(by)}`,
  first: '此前没有同类报告',
  count: (items) => `${items} 项`,
  none: '无',
  more: (items) => `另有 ${items} 项，见台账（rectify list）`,
  done: ({ item, how, on, late }) => `${item}：${on}${HOW[how]}${late ? '（逾期申请）' : ''}`,
  move: (what, on) => `${on}${MOVE[what]}`,
  moved: ({ item, status, moves, deadline, original, extensions, returns }) =>
    `${item}：${parts(
      ...moves,
      status && `现为${status}`,
      deadline && `时限 ${deadline}`,
      original && `原定 ${original}`,
      extensions > 0 && `延期 ${extensions} 次`,
      returns > 0 && `退回 ${returns} 次`,
    )}`,
  waits: {
    acknowledge: (name) => `待${name}签收`,
    rectify: (name) => `待${name}整改`,
    supplement: (name) => `待${name}补充整改`,
    approve: (name) => `待${name}审核`,
    accept: (name) => `待${name}验收`,
    'check-in': (name) => `待${name}报告坚持情况`,
    'decide-extension': (name) => `待${name}审批延期`,
    'decide-proposal': (name) => `待${name}决定是否签发`,
    measure: (name) => `待${name}落实措施`,
  },
  late: ({ item, status, due, days, waits, asksUntil, returns, undeliverable, progress, isSilent }) =>
    `${item}：${parts(
      `应于 ${due}，已逾期 ${days} 天`,
      status,
      ...waits,
      asksUntil && `申请延期至 ${asksUntil}`,
      returns > 0 && `退回 ${returns} 次`,
      undeliverable && '通知邮件无法送达',
      isSilent && '尚未报告进展',
      progress !== undefined && `最近进展：${progress}`,
    )}`,
  due: ({ item, due, status, waits }) => `${item}：${parts(due, ...(waits.length > 0 ? waits : [status]))}`,
};
