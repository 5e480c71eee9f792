import type { Command } from 'commander';
import { boardOf, boardPage, figuresOfBoard } from '../../../../documents/board';
import { boardFileName } from '../../../../documents/file-name';
import type { Cli } from '../../context';
import { namedAs } from '../../arguments/output-name';
import { dossierOf } from '../../dossier';
import { writeNew } from '../../files/new-file';
import { Session } from '../../session';
import { printDone } from '../../terminal/done';
import { iso } from '../../../../domain/calendar/iso';
import { printNotes } from '../../views/row-table';

type Options = { output?: string; json?: true };

const board = async (cli: Cli, options: Options): Promise<void> => {
  const output = namedAs('html', options.output);
  const dossier = await Session.with(cli, async (session) => dossierOf(cli, session, await session.round()));
  const { head, now } = dossier;
  const page = boardPage(boardOf(dossier), cli.language);
  const file = output ?? boardFileName(dossier, cli.language);
  await writeNew(file, page);
  if (options.json) {
    cli.out.json('board', { round: head.round, now: iso(now), file, totals: figuresOfBoard(page) });
    return;
  }
  printNotes(cli, cli.out, [dossier]);
  printDone(cli.out, cli.say.papers.board.written(file));
};

export const register = (command: Command, cli: Cli): void => {
  command
    .option('-o, --output <file>', cli.say.option.board)
    .option('--json', cli.say.option.json)
    .action((options: Options) => board(cli, options));
};
