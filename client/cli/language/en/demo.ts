import { moneyIn } from '../../../../domain/item/result-kind';
import { yuanText } from '../../../../base/money';
import type { DemoWords } from '../words/demo';

export const DEMO: DemoWords = {
  starting: 'Starting a Temporal server, a mail catcher and a worker …',
  started: (ui, web) => `Temporal UI ${ui}   mails ${web}`,
  drill: (title, items, seconds) =>
    `[drill] ${title}: ${items} items, from assignment to archive in about ${seconds} s`,
  line: (at, bar, { byStatus: n, overdue }, mails) =>
    `[drill] ${at} ${bar} assigned ${n.assigned} working ${n['in-progress'] + n.returned + n.sustained} review ${n['leader-review']} acceptance ${n.acceptance} overdue ${overdue} mails ${mails}`,
  done: (n) =>
    `${n.items} items, ${n.archived} archived; returned ${n.returned}, closed late ${n.closedLate}, escalated ${n.escalated}, ` +
    `extended ${n.extended}, reassigned ${n.reassigned}, sustained ${n.sustained}, merged ${n.merged}, reopened ${n.reopened}; ` +
    `amendments of the plan ${n.amended}, countersigned by the head ${n.countersigned}; reminders of measures ${n.measureReminders}, to their owners ${n.ownerReminders}; ` +
    `assisted by other sections ${n.assisted}, results recorded ${n.results} (${yuanText(moneyIn(n.totals.resultTotals))} yuan), weekly reports ${n.reports}; ` +
    `urging letters sent ${n.letters}, mails sent ${n.mails}; every command was signed by its author. ` +
    `${n.closed ? 'The notice is published, and the round is closed and archived' : 'The round could not be closed'}; ` +
    `${n.bags.length} bags, ${n.valid} of them valid. The totals of ledger, board, notice and list ` +
    `${n.disagreements.length === 0 ? 'agree' : 'differ'}.`,
  bags: 'Bags and mail receipts:',
  documents: 'Boards, ledger and notice:',
  tryNext: 'Try next:',
  keep: 'keeps everything running, for the UI, the mails and the command line',
  keeping: 'Everything keeps running until Ctrl-C. In another terminal:',
  dev: 'Everything is running, with its data kept on this machine, until Ctrl-C. In another terminal:',
  running: (address, since, folder, pid) =>
    `Already running, so nothing was started: Temporal at ${address}, since ${since}, data in ${folder} (rectify dev, process ${pid}). Use it as it is:`,
  workerDied: 'the worker ended unexpectedly:',
};
