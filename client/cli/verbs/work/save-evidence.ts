import type { Command } from 'commander';
import { evidenceNumber, lifeNumber } from '../../arguments/values';
import { parseItem } from '../../arguments/item-argument';
import type { Cli } from '../../context';
import { type Evidenced, evidenced, evidenceMeant } from '../../evidence/evidence-of';
import { saveAll, saveIn } from '../../evidence/save';
import { Session } from '../../session';
import { printDone } from '../../terminal/done';
import { EXIT } from '../../trouble/trouble';

type Options = { all?: true; to?: string; cycle?: string; json?: true };

const everything = async (of: Evidenced, { to, json }: Options): Promise<void> => {
  const { cli, view } = of;
  const say = cli.say.evidence;
  const { item } = view.state;
  const folder = to ?? say.folder(item.replace('/', ' '));
  const { saved, list } = await saveAll(folder, of);
  const lost = saved.filter((one) => 'fault' in one);
  if (lost.length > 0) cli.exitCode = EXIT.unverified;
  if (json) {
    const files = saved.map(({ file: { no, title, sha512 }, ...one }) => ({
      no,
      title,
      sha512,
      ...('path' in one ? { file: one.path } : { fault: one.fault }),
    }));
    cli.out.json('evidence-saved', { item, evidenceHash: view.evidenceHash, list, files });
    return;
  }
  for (const { file, fault } of lost)
    cli.err.line({ text: say.fault[fault](file.no, file.title), style: 'red' });
  printDone(cli.out, say.savedAll(saved.length - lost.length, folder));
};

const one = async (of: Evidenced, no: number | undefined, { to = '.', json }: Options): Promise<void> => {
  const { cli, view } = of;
  const file = await evidenceMeant(cli, view, no);
  const path = await saveIn(to, of, file);
  const { item } = view.state;
  const { title, sha512 } = file;
  if (json)
    cli.out.json('evidence-saved', {
      item,
      evidenceHash: view.evidenceHash,
      files: [{ no: file.no, title, sha512, file: path }],
    });
  else printDone(cli.out, cli.say.evidence.saved(path));
};

const save = async (cli: Cli, given: string, number: string | undefined, options: Options): Promise<void> => {
  const item = parseItem(given);
  const no = number === undefined ? undefined : evidenceNumber('number', number);
  const life = options.cycle === undefined ? undefined : lifeNumber('--cycle', options.cycle);
  const view = await Session.with(cli, (session) => session.view(item, life));
  const of = await evidenced(cli, view);
  await (options.all ? everything(of, options) : one(of, no, options));
};

export const saveVerb = (evidence: Command, cli: Cli): Command =>
  evidence
    .command('save')
    .description(cli.say.evidence.save)
    .argument('<item>', cli.say.argument.item)
    .argument('[number]', cli.say.argument.evidenceNumber)
    .option('--all', cli.say.option.allEvidence)
    .option('--to <folder>', cli.say.option.evidenceFolder)
    .option('--cycle <number>', cli.say.option.cycle)
    .option('--json', cli.say.option.json)
    // Options that the verb around it has too, such as --json, are read there.
    .action((item: string, number: string | undefined, _options: Options, command: Command) =>
      save(cli, item, number, command.optsWithGlobals<Options>()),
    );
