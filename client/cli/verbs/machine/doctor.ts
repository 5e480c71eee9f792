import type { Command } from 'commander';
import {
  type Check,
  checkCertificates,
  checkServer,
  checkSmtp,
  checkStore,
  checkStoreRights,
  checkStoreSpace,
  checkThisNode,
} from './checks';
import type { Cli } from '../../context';
import { EXIT } from '../../trouble/trouble';

const print = ({ out, say }: Cli, { name, ok, found }: Check): void => {
  const { check, advice } = say.machine.doctor;
  out.line([
    ok ? { text: '✓ ', style: 'green' } : { text: '✗ ', style: 'red' },
    `${check[name]}${found ? ` · ${found}` : ''}`,
  ]);
  if (!ok) out.line({ text: `  → ${advice[name]}`, style: 'yellow' });
};

const doctor = async (cli: Cli, { json }: { json?: true }): Promise<void> => {
  const checks: Check[] = [];
  const note = (check: Check): void => {
    checks.push(check);
    if (!json) print(cli, check);
  };
  const { environment } = cli.terminal;
  note(checkThisNode(process.versions.node));
  const store = await checkStore(environment, cli.language);
  note(store);
  if (store.ok) {
    note(await checkStoreRights(environment, cli.language));
    note(await checkStoreSpace(environment));
  }
  note(checkCertificates(environment, Date.now()));
  const smtp = await checkSmtp(environment);
  if (smtp) note(smtp);
  for await (const check of checkServer(environment, cli.say.machine.doctor.found)) note(check);
  if (json) cli.out.json('doctor', { ok: checks.every(({ ok }) => ok), checks });
  if (checks.some(({ name, ok }) => name === 'server' && !ok)) cli.exitCode = EXIT.unreachable;
  else if (checks.some(({ ok }) => !ok)) cli.exitCode = EXIT.fault;
};

export const register = (command: Command, cli: Cli): void => {
  command.option('--json', cli.say.option.json).action((options: { json?: true }) => doctor(cli, options));
};
