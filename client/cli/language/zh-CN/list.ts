import type { ListWords } from '../words/list';

export const LIST: ListWords = {
  head: {
    round: '轮次',
    number: '序号',
    problem: '具体问题',
    priority: '优先级',
    status: '状态',
    deadline: '时限',
    first: '原定时限',
    days: '天数',
    waits: '待谁办理',
    level: '预警',
  },
  extended: (times) => `延期 ${times} 次`,
  lost: (number) =>
    `事项 ${number} 的流程在服务器上被终止，不再受理指令，也不再提醒。请告知运维人员，处理办法见 rectify doctor；无法重置的，由整改办恢复办理：rectify restore ${number}。`,
  moved: '* 时限与原定时限不同；加宽窗口可显示原定时限。',
  totals: ({ items, overdue, withoutDeadline }, shown, byStatus) => {
    const states = byStatus.map(([status, count]) => `${status} ${count}`);
    const more = [`超期 ${overdue}`, ...(withoutDeadline > 0 ? [`未设时限 ${withoutDeadline}`] : [])];
    return `列出 ${shown} 项，共 ${items} 项：${[...states, ...more].join('，')}`;
  },
  inbox: {
    nothing: '没有待您办理的事项。',
    asDeputy: '可代他人办理',
    head: { task: '待办', due: '期限', principal: '代谁' },
    task: {
      acknowledge: '签收',
      rectify: '整改',
      supplement: '补充整改',
      approve: '审核',
      accept: '验收',
      'check-in': '报告坚持情况',
      'decide-extension': '审批延期',
      'decide-proposal': '决定是否签发',
      measure: '落实措施',
    },
  },
  proposals: {
    nothing: '没有待签发的督办函、约谈或问责建议。',
    head: {
      number: '序号',
      problem: '具体问题',
      rung: '建议',
      day: '提出日期',
      who: '由谁决定',
      outcome: '结果',
    },
    pending: '待签发',
  },
};
