import type { Command } from 'commander';
import { noticeFileName } from '../../../../documents/file-name';
import { figuresOfNotice, noticeOf } from '../../../../documents/notice';
import type { Cli } from '../../context';
import { namedAs } from '../../arguments/output-name';
import { writePaper } from '../../files/write-paper';
import { dossierOf } from '../../dossier';
import { Session } from '../../session';
import { iso } from '../../../../domain/calendar/iso';

type Options = { output?: string; json?: true };

const notice = async (cli: Cli, { output, ...options }: Options): Promise<void> => {
  const given = namedAs('docx', output);
  const dossier = await Session.with(cli, async (session) => dossierOf(cli, session, await session.round()));
  const { head, now } = dossier;
  const paper = noticeOf(dossier);
  const file = given ?? noticeFileName(dossier);
  await writePaper(cli, paper, file, { ...options, next: cli.say.papers.next.publish });
  if (!options.json) return;
  const { title, paragraphs } = paper;
  cli.out.json('notice', {
    round: head.round,
    now: iso(now),
    file,
    title,
    figures: figuresOfNotice(paper),
    paragraphs,
  });
};

export const register = (command: Command, cli: Cli): void => {
  command
    .option('-o, --output <file>', cli.say.option.noticePaper)
    .option('--json', cli.say.option.json)
    .action((options: Options) => notice(cli, options));
};
