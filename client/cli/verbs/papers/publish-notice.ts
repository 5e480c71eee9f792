import type { Command } from 'commander';
import { unfinishedIn } from '../../../../documents/unfinished';
import { words } from '../../../../domain/language';
import { PUBLISHED } from '../../../../domain/round/published';
import type { RoundLedger } from '../../../../workflows/messages';
import type { Cli } from '../../context';
import { linesOf } from '../../../../intake/files';
import type { Paper } from '../../terminal/paper';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';
import { fileAt, withFile } from '../shared/stored-file';

type Options = DecisionOptions & { title: string; date?: string; number?: string };

const printFigures = (cli: Cli, paper: Paper, { totals }: RoundLedger): void => {
  const { papers, common } = cli.say;
  const { published } = words(cli.language);
  paper.line(papers.publish.figures);
  for (const one of PUBLISHED)
    paper.line(`  ${common.label(published[one])}${papers.publish.count(totals.byPublished[one])}`);
};

/** The command carries the figures as shown: if the ledger has changed by then, the round refuses the notice. */
const publishNotice = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const { number, title } = options;
  const file = await fileAt(cli, path, options);
  const unfinished = unfinishedIn((await linesOf(path)) ?? []);
  await decideForRound(cli, { options }, ({ ledger }) => ({
    what: cli.say.papers.publish.question(title),
    ...withFile(file(title, ledger.now), (file) => ({
      type: 'publish-notice',
      file,
      ...(number !== undefined && { number }),
      figures: ledger.totals.byPublished,
    })),
    show: (paper) => {
      if (unfinished) paper.line({ text: cli.say.papers.publish.unfinished(unfinished), style: 'yellow' });
      printFigures(cli, paper, ledger);
    },
  }));
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<file>', argument.paper)
    .requiredOption('--title <title>', option.documentTitle)
    .option('--number <number>', option.documentNumber)
    .option('--date <date>', option.documentDate);
  decisionOptions(command, cli).action((path: string, options: Options) => publishNotice(cli, path, options));
};
