import type { Command } from 'commander';
import { documentName } from '../../../../documents/file-name';
import { figuresOfNotice, noticeOf } from '../../../../documents/notice';
import type { Cli } from '../../context';
import { namedAs } from '../../../../documents/files/file-name';
import { writePaper } from '../../files/write-paper';
import { dossierOf } from '../../records/dossier';
import { PAPER } from '../../language/paper-words';
import { Session } from '../../session';
import { iso } from '../../../../domain/calendar/iso';

type Options = { output?: string; json?: true };

const notice = async (cli: Cli, { output, ...options }: Options): Promise<void> => {
  const given = namedAs('docx', output);
  const dossier = await Session.with(cli, async (session) => dossierOf(cli, session, await session.round()));
  const { head, clock, today, now } = dossier;
  const paper = noticeOf(dossier);
  const file = given ?? `${documentName(clock, 'zh-CN', `整改情况通报-${head.round}-${today}`)}.docx`;
  await writePaper(cli, paper, file, { ...options, next: PAPER[cli.language].next.publish });
  if (!options.json) return;
  const { title, paragraphs } = paper;
  cli.out.json('notice', {
    ...{ round: head.round, now: iso(now), file, title },
    ...{ figures: figuresOfNotice(paper), paragraphs },
  });
};

export const register = (command: Command, cli: Cli): void => {
  command
    .option('-o, --output <file>', PAPER[cli.language].option.output.notice)
    .option('--json', cli.say.option.json)
    .action((options: Options) => notice(cli, options));
};
