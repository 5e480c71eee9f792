import type { Totals } from '../../domain/round/totals';
import type { Language } from '../../domain/round/roster';

/** What the demo made, counted from the running system. */
export type Outcome = {
  items: number;
  archived: number;
  closedLate: number;
  returned: number;
  escalated: number;
  mails: number;
  /** Absolute paths. */
  bags: string[];
  totals: Totals;
};

/** Addresses and settings of a running system. */
export type Addresses = { ui: string; web: string; temporal: string; namespace: string; store: string };

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
  const full = Math.round((byStatus.archived / Math.max(1, items)) * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${byStatus.archived}/${items}`;
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
  '  npx rectify import examples/round-2021/plan.yaml',
];

/** What to type when the demo is over. */
const trying = ({ bags }: Outcome, keep: string): string[] => [
  `  npx rectify verify ${bags[0] ?? ''}`,
  '  npx rectify rehearse examples/round-2021/plan.yaml',
  `  npm run demo -- --keep      # ${keep}`,
];

const ZH: DemoWords = {
  starting: '正在启动 Temporal 服务器、收件箱和 worker …',
  started: ({ ui, web }) => `Temporal 界面 ${ui}   邮件 ${web}`,
  drill: (title, items, seconds) => `【演练】${title}，${items} 项，从交办到归档约 ${seconds} 秒`,
  line: (at, totals, mails) => {
    const { byStatus: n } = totals;
    const working = n['in-progress'] + n.returned;
    return `【演练】${at} ${bar(totals)} 待签收 ${n.assigned} 整改 ${working} 审核 ${n['leader-review']} 验收 ${n.acceptance} 超期 ${totals.overdue} 邮件 ${mails}`;
  },
  done: ({ items, archived, closedLate, returned, escalated, mails }) =>
    `${items} 项整改事项，${archived} 项已归档；${returned} 项曾被退回，${closedLate} 项逾期销号，${escalated} 项升级督办；共发邮件 ${mails} 封。`,
  lookAt: (outcome, folder) => [
    '归档包和邮件回执在：',
    `  ${folder}`,
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
    const working = n['in-progress'] + n.returned;
    return `[drill] ${at} ${bar(totals)} assigned ${n.assigned} working ${working} review ${n['leader-review']} acceptance ${n.acceptance} overdue ${totals.overdue} mails ${mails}`;
  },
  done: ({ items, archived, closedLate, returned, escalated, mails }) =>
    `${items} items, ${archived} archived; ${returned} returned once or more, ${closedLate} closed late, ${escalated} escalated; ${mails} mails sent.`,
  lookAt: (outcome, folder) => [
    'Bags and mail receipts are in:',
    `  ${folder}`,
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
