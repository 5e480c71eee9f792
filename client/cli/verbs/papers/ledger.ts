import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { type LedgerDocument, ledgerJson, ledgerOf } from '../../../../documents/ledger';
import { ChoiceOption } from '../../arguments/choice';
import type { Cli } from '../../context';
import {
  formatOf,
  LEDGER_FORMATS,
  ledgerContent,
  type LedgerFormat,
} from '../../../../documents/files/ledger-file';
import { dossierOf } from '../../dossier';
import { writeNew } from '../../files/new-file';
import { Session } from '../../session';
import { printDone } from '../../terminal/done';
import { Trouble } from '../../trouble/trouble';

type Options = { output?: string; format?: LedgerFormat; json?: true };

const ledgerNow = (cli: Cli): Promise<LedgerDocument> =>
  Session.with(cli, async (session) =>
    ledgerOf(await dossierOf(cli, session, await session.round()), cli.language),
  );

/** With `--json` alone no file is written. */
const fileFor = ({ output, json }: Options, { fileName }: LedgerDocument, format: LedgerFormat) =>
  output ?? (json ? undefined : `${fileName}.${format}`);

/** Throws `Trouble` `bad-choice` for a name that says no format. */
const formatSaid = (path: string): LedgerFormat => {
  const format = formatOf(path);
  if (format !== undefined) return format;
  const given = extname(path).slice(1) || basename(path);
  throw new Trouble({ type: 'bad-choice', option: '--format', given, choices: LEDGER_FORMATS });
};

const ledger = async (cli: Cli, options: Options): Promise<void> => {
  const { output, json } = options;
  // A name that says no format is refused before anything is asked.
  const format = options.format ?? (output === undefined ? 'xlsx' : formatSaid(output));
  const document = await ledgerNow(cli);
  const file = fileFor(options, document, format);
  if (file !== undefined) await writeNew(file, await ledgerContent(document, format));
  if (json) {
    cli.out.json('ledger', { ...ledgerJson(document), ...(file !== undefined && { file }) });
    return;
  }
  const said = cli.say.papers.ledger.written(file ?? '', document.totals.items, document.lines.length);
  printDone(cli.out, said);
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .option('-o, --output <file>', option.ledger)
    .addOption(new ChoiceOption('--format <format>', option.format, { codes: LEDGER_FORMATS }))
    .option('--json', option.json)
    .action((options: Options) => ledger(cli, options));
};
