import type { Command } from 'commander';
import { words } from '../../../../domain/language';
import { DocumentKind } from '../../../../domain/round/command';
import type { Cli } from '../../context';
import { ChoiceOption } from '../../arguments/choice';
import { parseItem } from '../../arguments/item-argument';
import { type RoundOptions, tellRound } from '../shared/round-command';
import { fileAt, withFile } from '../shared/stored-file';

type Options = RoundOptions & {
  title: string;
  date?: string;
  kind: DocumentKind;
  number?: string;
  item?: string;
};

const fileDocument = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const { kind, number, title } = options;
  const item = options.item === undefined ? undefined : parseItem(options.item);
  const file = await fileAt(cli, path, options);
  await tellRound(cli, { round: item?.round, options }, ({ ledger }) => ({
    what: cli.say.papers.filed(words(cli.language).documentKind[kind], title),
    ...withFile(file(title, ledger.now), (file) => ({
      type: 'file-document',
      kind,
      file,
      ...(number !== undefined && { number }),
      ...(item && { item: item.number }),
    })),
  }));
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<file>', argument.paper)
    .addOption(
      new ChoiceOption('--kind <kind>', option.documentKind, {
        codes: DocumentKind.options,
        said: words(cli.language).documentKind,
      }).makeOptionMandatory(),
    )
    .requiredOption('--title <title>', option.documentTitle)
    .option('--number <number>', option.documentNumber)
    .option('--date <date>', option.documentDate)
    .option('--item <item>', option.documentItem)
    .option('--deputy-for <person>', option.deputyFor)
    .option('--json', option.json)
    .action((path: string, options: Options) => fileDocument(cli, path, options));
};
