import type { Command } from 'commander';
import { words } from '../../../../domain/language';
import { DocumentKind } from '../../../../domain/round/command';
import type { Cli } from '../../context';
import { documentAt, type FileOptions, withDocument } from './filed-file';
import { parseItem } from '../../arguments/item-argument';
import { choiceValue } from '../../arguments/values';
import { type RoundOptions, tellRound } from '../shared/round-command';

type Options = RoundOptions & FileOptions & { kind: string; number?: string; item?: string };

const fileDocument = async (cli: Cli, path: string, options: Options): Promise<void> => {
  const { number, title } = options;
  const said = words(cli.language).documentKind;
  const kind = choiceValue('--kind', options.kind, DocumentKind.options, said);
  const item = options.item === undefined ? undefined : parseItem(options.item);
  const document = await documentAt(cli, path, options);
  await tellRound(cli, { round: item?.round, options }, ({ ledger }) => ({
    what: cli.say.papers.filed(said[kind], title),
    ...withDocument(document(ledger), (file) => ({
      ...{ type: 'file-document', kind, file },
      ...(number !== undefined && { number }),
      ...(item && { item: item.number }),
    })),
  }));
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<file>', argument.paper)
    .requiredOption('--kind <kind>', option.documentKind)
    .requiredOption('--title <title>', option.documentTitle)
    .option('--number <number>', option.documentNumber)
    .option('--date <date>', option.documentDate)
    .option('--item <item>', option.documentItem)
    .option('--deputy-for <person>', option.deputyFor)
    .option('--json', option.json)
    .action((path: string, options: Options) => fileDocument(cli, path, options));
};
