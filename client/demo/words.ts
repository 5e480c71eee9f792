import type { Addresses } from '../local/running';
import { dirname } from 'node:path';
import type { Disagreement } from '../../documents/agreement';
import type { Totals } from '../../domain/round/totals';
import type { Language } from '../../domain/round/roster';

/** What the demo made, counted from the running system. */
export type Outcome = {
  items: number;
  archived: number;
  closedLate: number;
  returned: number;
  escalated: number;
  extended: number;
  reassigned: number;
  sustained: number;
  merged: number;
  reopened: number;
  /** Letters that the office has sent. */
  letters: number;
  /** The notice is published, and the record of the round lies in the archive. */
  closed: boolean;
  mails: number;
  /** Absolute paths. */
  bags: string[];
  /** How many of them `rectify verify` finds good. */
  valid: number;
  /** Absolute paths of the boards, the ledger and the notice. */
  documents: string[];
  /** Where a document gave another figure than the list; none, unless something is broken. */
  disagreements: Disagreement[];
  totals: Totals;
};

export interface DemoWords {
  starting: string;
  started: (addresses: Addresses) => string;
  drill: (title: string, items: number, seconds: number) => string;
  line: (at: string, totals: Totals, mails: number) => string;
  done: (outcome: Outcome) => string;
  lookAt: (outcome: Outcome, folder: string) => string[];
  keeping: (addresses: Addresses, round: string) => string[];
  dev: (addresses: Addresses) => string[];
  workerDied: string;
}

const BAR = 20;

const bar = ({ items, byStatus }: Totals): string => {
  const done = byStatus.archived + byStatus.withdrawn;
  const full = Math.round((done / Math.max(1, items)) * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${done}/${items}`;
};

const settings = ({ temporal, namespace, store }: Addresses): string[] => [
  `  export TEMPORAL_ADDRESS=${temporal} TEMPORAL_NAMESPACE=${namespace}`,
  `  export STORE=${store}`,
];

/** What to type in another terminal while a round is there to look at. */
const looking = (addresses: Addresses, round: string): string[] => [
  ...settings(addresses),
  `  export RECTIFY_ROUND=${round}`,
  '  npx rectify list',
  '  npx rectify show 3.2',
  '  npx rectify schedule 3.2',
];

/** What to type when nothing has been imported yet. */
const beginning = (addresses: Addresses): string[] => [
  ...settings(addresses),
  '  npx rectify doctor',
  '  npx rectify init round --example',
  '  export RECTIFY_KEYS=round/keys',
  '  npx rectify import round/plan.yaml',
];

/** What to type when the demo is over. */
const trying = ({ bags }: Outcome, keep: string): string[] => [
  `  npx rectify verify ${dirname(bags.at(-1) ?? '')}`,
  '  npx rectify rehearse examples/round-2021/plan.yaml',
  `  npm run demo -- --keep      # ${keep}`,
];

const ZH: DemoWords = {
  starting: '正在启动 Temporal 服务器、收件箱和 worker …',
  started: ({ ui, web }) => `Temporal 界面 ${ui}   邮件 ${web}`,
  drill: (title, items, seconds) => `【演练】${title}，${items} 项，从交办到归档约 ${seconds} 秒`,
  line: (at, totals, mails) => {
    const { byStatus: n } = totals;
    const working = n['in-progress'] + n.returned + n.sustained;
    return `【演练】${at} ${bar(totals)} 待签收 ${n.assigned} 整改 ${working} 审核 ${n['leader-review']} 验收 ${n.acceptance} 超期 ${totals.overdue} 邮件 ${mails}`;
  },
  done: (n) =>
    `${n.items} 项整改事项，${n.archived} 项已归档；${n.returned} 项曾被退回，${n.closedLate} 项逾期销号，${n.escalated} 项升级督办，` +
    `${n.extended} 项延期，${n.reassigned} 项改派，${n.sustained} 项长期坚持，${n.merged} 项并案，${n.reopened} 项重开，发督办函 ${n.letters} 件；` +
    `全部指令均经本人签名，共发邮件 ${n.mails} 封。` +
    `${n.closed ? '通报已发布，轮次已办结归档；' : '轮次未能办结；'}${n.bags.length} 个归档包，校验合格 ${n.valid} 个；` +
    `台账、看板、通报与列表的合计${n.disagreements.length === 0 ? '一致' : '不一致'}。`,
  lookAt: (outcome, folder) => [
    '归档包和邮件回执在：',
    `  ${folder}`,
    '看板、台账和通报：',
    ...outcome.documents.map((file) => `  ${file}`),
    '接下来可以试试：',
    ...trying(outcome, '演练结束后保持运行，可看界面、邮件，可用命令行'),
  ],
  keeping: (addresses, round) => [
    '系统保持运行，按 Ctrl-C 结束。另开一个终端：',
    ...looking(addresses, round),
  ],
  dev: (addresses) => ['系统已启动，数据保留在本机，按 Ctrl-C 结束。另开一个终端：', ...beginning(addresses)],
  workerDied: 'worker 意外退出：',
};

const EN: DemoWords = {
  starting: 'starting the Temporal server, a mail catcher and a worker …',
  started: ({ ui, web }) => `Temporal UI ${ui}   mails ${web}`,
  drill: (title, items, seconds) =>
    `[drill] ${title}: ${items} items from assignment to archive in about ${seconds} s`,
  line: (at, totals, mails) => {
    const { byStatus: n } = totals;
    const working = n['in-progress'] + n.returned + n.sustained;
    return `[drill] ${at} ${bar(totals)} assigned ${n.assigned} working ${working} review ${n['leader-review']} acceptance ${n.acceptance} overdue ${totals.overdue} mails ${mails}`;
  },
  done: (n) =>
    `${n.items} items, ${n.archived} archived; ${n.returned} returned once or more, ${n.closedLate} closed late, ${n.escalated} escalated, ` +
    `${n.extended} extended, ${n.reassigned} reassigned, ${n.sustained} sustained, ${n.merged} merged, ${n.reopened} reopened, ` +
    `${n.letters} urging letter sent; every command signed by its author, ${n.mails} mails sent. ` +
    `${n.closed ? 'The notice is published, the round closed and archived' : 'The round could not be closed'}; ` +
    `${n.bags.length} bags, ${n.valid} of them verified; the totals of ledger, board, notice and list ` +
    `${n.disagreements.length === 0 ? 'agree' : 'differ'}.`,
  lookAt: (outcome, folder) => [
    'Bags and mail receipts are in:',
    `  ${folder}`,
    'Boards, the ledger and the notice:',
    ...outcome.documents.map((file) => `  ${file}`),
    'Try next:',
    ...trying(outcome, 'stays up afterwards: the UI, the mails, the command line'),
  ],
  keeping: (addresses, round) => [
    'Everything stays up until Ctrl-C. In another terminal:',
    ...looking(addresses, round),
  ],
  dev: (addresses) => [
    'Everything is up, kept on this machine, until Ctrl-C. In another terminal:',
    ...beginning(addresses),
  ],
  workerDied: 'the worker ended unexpectedly:',
};

export const demoWords = (language: Language): DemoWords => (language === 'en' ? EN : ZH);
