import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type BagReport, readFolder, verifyBag } from '../../store/bag';
import { StoreMissing } from '../../store/errors';
import type { Cli } from '../context';
import { sizeText } from '../terminal/time';
import { EXIT, Trouble } from '../trouble';

type Verified = BagReport & { bag: string };

const verifyOne = async (path: string): Promise<Verified> => {
  try {
    return { bag: resolve(path), ...(await verifyBag(readFolder(path))) };
  } catch (error) {
    if (error instanceof StoreMissing) throw new Trouble({ type: 'no-bag', path });
    throw error;
  }
};

const print = (cli: Cli, { bag, valid, faults, files, octets }: Verified): void => {
  const { out, say } = cli;
  if (valid) {
    out.line([{ text: '✓ ', style: 'green' }, bag, ` · ${say.verify.valid(files, sizeText(octets))}`]);
    return;
  }
  out.line([{ text: '✗ ', style: 'red' }, bag, ` · ${say.verify.invalid(faults.length)}`]);
  for (const fault of faults) out.line([`  ${fault.file}: `, { text: say.bagFault(fault), style: 'red' }]);
};

/** Checks bags one after the other; one that is rotten does not keep the others from being checked. */
const verify = async (cli: Cli, paths: string[], { json }: { json?: true }): Promise<void> => {
  const reports: Verified[] = [];
  for (const path of paths) {
    const report = await verifyOne(path);
    if (!json) print(cli, report);
    reports.push(report);
  }
  if (json) cli.out.json(reports);
  if (reports.some(({ valid }) => !valid)) cli.exitCode = EXIT.unverified;
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<bag...>', argument.bag)
    .option('--json', option.json)
    .action((paths: string[], options: { json?: true }) => verify(cli, paths, options));
};
