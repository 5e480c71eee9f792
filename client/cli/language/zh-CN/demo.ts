import { moneyIn } from '../../../../domain/item/result-kind';
import { yuanText } from '../../../../base/money';
import type { DemoWords } from '../words/demo';

export const DEMO: DemoWords = {
  starting: '正在启动 Temporal 服务器、收件箱和 worker …',
  started: (ui, web) => `Temporal 界面 ${ui}   邮件 ${web}`,
  drill: (title, items, seconds) => `【演练】${title}，${items} 项，从交办到归档约 ${seconds} 秒`,
  line: (at, bar, { byStatus: n, overdue }, mails) =>
    `【演练】${at} ${bar} 待签收 ${n.assigned} 整改 ${n['in-progress'] + n.returned + n.sustained} 审核 ${n['leader-review']} 验收 ${n.acceptance} 超期 ${overdue} 邮件 ${mails}`,
  done: (n) =>
    `整改事项 ${n.items} 项，已归档 ${n.archived} 项；曾被退回 ${n.returned} 项，逾期销号 ${n.closedLate} 项，升级督办 ${n.escalated} 项，` +
    `延期 ${n.extended} 项，改派 ${n.reassigned} 项，长期坚持 ${n.sustained} 项，并案 ${n.merged} 项，重开 ${n.reopened} 项；` +
    `方案调整 ${n.amended} 次，其中主要负责人会签 ${n.countersigned} 次；措施到期提醒 ${n.measureReminders} 条，其中给措施责任人 ${n.ownerReminders} 条；` +
    `配合科室参与 ${n.assisted} 项，登记成效 ${n.results} 笔、${yuanText(moneyIn(n.totals.resultTotals))} 元，周报 ${n.reports} 期；` +
    `发出督办函 ${n.letters} 件、邮件 ${n.mails} 封，全部指令均经本人签名。` +
    `${n.closed ? '通报已发布，轮次已办结归档；' : '轮次未能办结；'}归档包 ${n.bags.length} 个，校验合格 ${n.valid} 个；` +
    `台账、看板、通报与列表的合计${n.disagreements.length === 0 ? '一致' : '不一致'}。`,
  bags: '归档包和邮件回执：',
  documents: '看板、台账和通报：',
  tryNext: '接下来可以试试：',
  keep: '演练结束后保持运行，可查看界面和邮件，可使用命令行',
  keeping: '系统保持运行，按 Ctrl-C 结束。另开一个终端：',
  dev: '系统已启动，数据保留在本机，按 Ctrl-C 结束。另开一个终端：',
  running: (address, since, folder, pid) =>
    `已有一套系统在运行，没有另行启动：Temporal ${address}，自 ${since} 起，数据在 ${folder}（rectify dev，进程 ${pid}）。直接使用即可：`,
  workerDied: 'worker 意外退出：',
};
