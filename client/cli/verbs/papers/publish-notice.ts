import type { Command } from 'commander';
import { yuanText } from '../../../../base/money';
import type { Dossier } from '../../../../documents/dossier';
import {
  doubtsOfNotice,
  type FigureDoubt,
  notANotice,
  type NoticeFigure,
} from '../../../../documents/notice';
import { words } from '../../../../domain/language';
import { PUBLISHED } from '../../../../domain/round/published';
import { linesOf } from '../../../../intake/files';
import type { RoundLedger } from '../../../../workflows/messages';
import type { Cli } from '../../context';
import { dossierOf } from '../../dossier';
import type { Paper } from '../../terminal/paper';
import { Trouble } from '../../trouble/trouble';
import { type DecisionOptions, decisionOptions } from '../shared/decide';
import { decideForRound } from '../shared/round-command';
import { fileAt, withFile } from '../shared/stored-file';

type Options = DecisionOptions & { title: string; date?: string; number?: string };

const nameOf = ({ say, language }: Cli, figure: NoticeFigure): string => {
  const { published } = words(language);
  const names: Record<NoticeFigure, string> = { ...say.papers.publish.figure, ...published };
  return names[figure];
};

const placeOf = (cli: Cli, { figure, ledger, found }: FigureDoubt): string => {
  const { publish } = cli.say.papers;
  const text = (value: number) => (figure === 'recoveredFen' ? publish.yuan(yuanText(value)) : String(value));
  return publish.doubt(nameOf(cli, figure), text(ledger), found.map(text));
};

/** What a document says of a round: nothing, where it cannot be read; else the figures that are not the ledger's. */
type Found = 'unread' | readonly string[];

/**
 * Checks a document before anybody is asked about it.
 * @throws Trouble `no-notice`; `notice-unchecked` where nobody will look at what is found
 */
const checked = async (cli: Cli, path: string, { yes }: Options, dossier: Dossier): Promise<Found> => {
  const lines = await linesOf(path);
  const because = lines && notANotice(lines, dossier.head.body);
  if (because) throw new Trouble({ type: 'no-notice', path, because });
  const places = lines && doubtsOfNotice(lines, dossier).map((doubt) => placeOf(cli, doubt));
  if (yes && places?.length !== 0)
    throw new Trouble({ type: 'notice-unchecked', path, places: places ?? [] });
  return places ?? 'unread';
};

const printFigures = (cli: Cli, paper: Paper, { totals }: RoundLedger): void => {
  const { papers, common } = cli.say;
  const { published } = words(cli.language);
  paper.line(papers.publish.figures);
  for (const one of PUBLISHED)
    paper.line(`  ${common.label(published[one])}${papers.publish.count(totals.byPublished[one])}`);
};

const printFound = ({ say }: Cli, paper: Paper, found: Found): void => {
  const { agrees, doubtful, unread } = say.papers.publish;
  if (found === 'unread') paper.line({ text: unread, style: 'yellow' });
  else if (found.length === 0) paper.line(agrees);
  else for (const text of [doubtful, ...found]) paper.line({ text, style: 'red' });
};

/** The command carries the figures as shown: if the ledger has changed by then, the round refuses the notice. */
const publishNotice = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const { number, title } = options;
  const { publish } = cli.say.papers;
  const file = await fileAt(cli, path, options);
  await decideForRound(cli, { options }, async ({ ledger }, session) => {
    const found = await checked(cli, path, options, await dossierOf(cli, session, ledger.head.round));
    return {
      what: found.length === 0 ? publish.question(title) : publish.questionUnchecked(title),
      ...withFile(file(title, ledger.now), (file) => ({
        type: 'publish-notice',
        file,
        ...(number !== undefined && { number }),
        figures: ledger.totals.byPublished,
      })),
      show: (paper) => {
        printFigures(cli, paper, ledger);
        printFound(cli, paper, found);
      },
    };
  });
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
