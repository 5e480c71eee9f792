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
    what: cli.say.ending.filed(words(cli.language).documentKind[kind], title),
    ...withFile(file(title, ledger.now), (file) => ({
      ...{ type: 'file-document', kind, file },
      ...(number !== undefined && { number }),
      ...(item && { item: item.number }),
    })),
  }));
};

export const register = (command: Command, cli: Cli): void => {
  const { option, ending } = cli.say;
  command
    .argument('<file>', ending.file)
    .addOption(
      new ChoiceOption('--kind <kind>', ending.option.kind, {
        codes: DocumentKind.options,
        said: words(cli.language).documentKind,
      }).makeOptionMandatory(),
    )
    .requiredOption('--title <title>', ending.option.title)
    .option('--number <number>', ending.option.number)
    .option('--date <date>', ending.option.date)
    .option('--item <item>', ending.option.item)
    .option('--deputy-for <person>', option.deputyFor)
    .option('--json', option.json)
    .action((path: string, options: Options) => fileDocument(cli, path, options));
};
