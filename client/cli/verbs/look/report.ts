import type { Command } from 'commander';
import { civilOf } from '../../../../domain/calendar/zone';
import { iso } from '../../../../domain/calendar/iso';
import { reportOf } from '../../../../domain/round/report/compose';
import { lastReport } from '../../../../domain/round/report/last';
import { spanUpTo } from '../../../../domain/round/report/period';
import { type Report, REPORT_KINDS } from '../../../../domain/round/report/report';
import { wordedReport } from '../../../../mail';
import type { RoundSeen } from '../../commands/round-commands';
import type { Cli } from '../../context';
import { Session } from '../../session';
import { printNotes } from '../../views/row-table';
import { heading, row } from '../../views/sheet';

type Options = { week?: true; month?: true; json?: true };

/** Those that were asked for, as of now; the weekly one where none was named. */
const reportsNow = ({ ledger, log }: RoundSeen, { week, month }: Options): Report[] => {
  const today = civilOf(ledger.now);
  const wanted = { weekly: week ?? !month, monthly: month ?? false };
  return REPORT_KINDS.filter((kind) => wanted[kind]).map((kind) => {
    const last = lastReport(log, kind);
    return reportOf(ledger, { kind, today, ...spanUpTo(kind, today), ...(last && { last }) });
  });
};

const print = (cli: Cli, report: Report): void => {
  const { title, said, rows } = wordedReport(report, cli.language);
  heading({ paper: cli.out }, title);
  cli.out.prose(said);
  for (const { label, value, list = [] } of rows) {
    row({ cli, paper: cli.out }, label, value);
    for (const one of list) cli.out.prose(`  ${one}`);
  }
};

const report = async (cli: Cli, options: Options): Promise<void> => {
  const seen = await Session.with(cli, async (session): Promise<RoundSeen> => {
    const id = await session.round();
    return { ledger: await session.ledger(id), log: await session.roundLog(id) };
  });
  const { head, now } = seen.ledger;
  const reports = reportsNow(seen, options);
  if (options.json) {
    cli.out.json('report', { round: head.round, title: head.title, now: iso(now), reports });
    return;
  }
  cli.out.prose({ text: cli.say.round.title(head.round, head.title, head.body), style: 'bold' });
  printNotes(cli, cli.out, [seen.ledger]);
  for (const one of reports) print(cli, one);
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .option('--week', option.week)
    .option('--month', option.month)
    .option('--json', option.json)
    .action((options: Options) => report(cli, options));
};
