import type { Command } from 'commander';
import { bagName } from '../../../../archive/item/record';
import { Seals } from '../../../../domain/identity/seal';
import { TASK_QUEUE } from '../../../../workflows/messages';
import { existingStore } from '../../../api/existing-store';
import { type Repaired, repairLedger, type StillDifferent } from '../../../api/repair-ledger';
import { setting, storeUrl } from '../../../api/settings';
import { sealKeysOf } from '../../../local/seal-keys';
import { choiceArgument } from '../../arguments/choice';
import type { Cli } from '../../context';
import { Session } from '../../session';
import { printDeed } from '../../terminal/done';
import { EXIT } from '../../trouble/trouble';

/** Enough for the items of a large round, one after the other. */
const PATIENCE = 10 * 60_000;

/** Where the record of an item lies that the ledger does not tell of. */
const bagOf = async (cli: Cli, line: StillDifferent): Promise<{ bag?: string }> => {
  if (line.why !== 'gone' && line.why !== 'archived') return {};
  const store = await existingStore(storeUrl(cli.terminal.environment)).catch(() => undefined);
  const bag = bagName(line);
  return store && (await store.has(bag)) ? { bag: store.locate(bag) } : {};
};

type Outcome = Omit<Repaired, 'differ'> & { differ: (StillDifferent & { bag?: string })[] };

const print = (cli: Cli, { items, agree, repaired, differ }: Outcome): void => {
  const say = cli.say.machine.repair;
  for (const { number, fields } of repaired) printDeed(cli.out, say.repaired(number, fields));
  for (const { number, fields, why, again, bag } of differ) {
    cli.out.prose([{ text: '✗ ', style: 'red' }, say.differs(number, fields)]);
    cli.out.prose({ text: `  → ${say.why[why]}`, style: 'yellow' });
    if (again !== undefined) cli.out.prose(`    ${say.again(again)}`);
    if (bag !== undefined) cli.out.line(`    ${say.inBag(bag)}`);
  }
  cli.out.prose(say.totals({ items, agree, repaired: repaired.length, differ: differ.length }));
};

const repair = async (cli: Cli, { json }: { json?: true }): Promise<void> => {
  const { environment } = cli.terminal;
  const seals = await sealKeysOf(environment).then(
    (keys) => new Seals(keys),
    () => undefined,
  );
  const queue = setting(environment, 'TASK_QUEUE') ?? TASK_QUEUE;
  const { round, ...done } = await Session.with(cli, async (session) => {
    const ledger = await session.ledger(await session.round());
    const { client } = session;
    const repaired = await session.ask(
      (rectify) => repairLedger({ client, rectify, queue, seals }, ledger),
      PATIENCE,
    );
    return { round: ledger.head.round, ...repaired };
  });
  const differ: Outcome['differ'] = [];
  for (const line of done.differ) differ.push({ ...line, ...(await bagOf(cli, line)) });
  if (json) cli.out.json('repair', { round, ...done, differ });
  else print(cli, { ...done, differ });
  if (differ.length > 0) cli.exitCode = EXIT.fault;
};

export const register = (command: Command, cli: Cli): void => {
  command
    .addArgument(choiceArgument('<what>', cli.say.argument.toRepair, ['ledger']))
    .option('--json', cli.say.option.json)
    .action((_: 'ledger', options: { json?: true }) => repair(cli, options));
};
