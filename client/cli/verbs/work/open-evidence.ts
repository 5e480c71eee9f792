import type { Command } from 'commander';
import { evidenceNumber, lifeNumber } from '../../arguments/values';
import { parseItem } from '../../arguments/item-argument';
import type { Cli } from '../../context';
import { evidenced, evidenceMeant } from '../../evidence/evidence-of';
import { openEvidence, tellOpening } from '../../evidence/open';
import { Session } from '../../session';

type Options = { to: string; cycle?: string; json?: true };

const open = async (
  cli: Cli,
  given: string,
  number: string | undefined,
  { to, cycle, json }: Options,
): Promise<void> => {
  const item = parseItem(given);
  const no = number === undefined ? undefined : evidenceNumber('number', number);
  const life = cycle === undefined ? undefined : lifeNumber('--cycle', cycle);
  const view = await Session.with(cli, (session) => session.view(item, life));
  const file = await evidenceMeant(cli, view, no);
  const of = await evidenced(cli, view);
  const opening = await openEvidence(of, file, to);
  const { title, sha512 } = file;
  if (json)
    cli.out.json('evidence-opened', { item: view.state.item, no: file.no, title, sha512, ...opening });
  else tellOpening(cli.out, of, file, opening);
};

export const openVerb = (evidence: Command, cli: Cli): Command =>
  evidence
    .command('open')
    .description(cli.say.evidence.open)
    .argument('<item>', cli.say.argument.item)
    .argument('[number]', cli.say.argument.evidenceNumber)
    .option('--to <folder>', cli.say.option.evidenceFolder, '.')
    .option('--cycle <number>', cli.say.option.cycle)
    .option('--json', cli.say.option.json)
    .addHelpText('after', () => `\n${cli.say.evidence.opens}\n`)
    // Options that the verb around it has too, such as --json, are read there.
    .action((item: string, number: string | undefined, _options: Options, command: Command) =>
      open(cli, item, number, command.optsWithGlobals<Options>()),
    );
