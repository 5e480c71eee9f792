import type { Command } from 'commander';
import type { BodyId } from '../../../../base/ids';
import { words } from '../../../../domain/language';
import { type PinnedKey, pinnedKeysOf } from '../../../../domain/round/opening/trust';
import { nameOf } from '../../../../domain/round/offices';
import { BadTrustFile, pinKeys } from '../../../local/trust-file';
import type { Cli } from '../../context';
import { anyPlanIn } from '../../files/any-plan';
import { printDone } from '../../terminal/done';
import { Trouble } from '../../trouble/trouble';

type State = 'added' | 'kept' | 'other';

const pinning = async (file: string, body: BodyId, keys: readonly PinnedKey[]) => {
  try {
    return await pinKeys(file, body, keys);
  } catch (error) {
    if (error instanceof BadTrustFile)
      throw new Trouble({ type: 'bad-trust', path: file, lines: error.faults });
    throw (error as NodeJS.ErrnoException).code === undefined
      ? error
      : new Trouble({ type: 'cannot-write', path: file });
  }
};

/** Pins the keys of office, head and oversight of a plan, and shows every key that is pinned for its body. */
const trust = async (cli: Cli, file: string, path: string, { json }: { json?: true }): Promise<void> => {
  const { plan } = await anyPlanIn(cli, path, { keys: 'keys-later', accept: new Set() });
  const { bodyId: body, roster } = plan;
  const pinned = pinnedKeysOf(roster);
  if (body === undefined || pinned.length === 0) throw new Trouble({ type: 'nothing-to-pin', path });
  const { added, others } = await pinning(file, body, pinned);
  if (json) {
    cli.out.json('trust', { file, body, added, pinned, others });
    return;
  }
  const said = cli.say.opening.trust;
  const { role } = words(cli.language);
  const rowsOf = (keys: readonly PinnedKey[], stateOf: (key: PinnedKey) => State) =>
    keys.map((key) => {
      const { person, office, kid } = key;
      return [`${person} ${nameOf(person, roster)}`, role[office], kid, said.state[stateOf(key)]];
    });
  cli.out.table({
    head: [said.head.person, said.head.office, said.head.kid, said.head.state],
    rows: [
      ...rowsOf(pinned, (key) => (added.includes(key) ? 'added' : 'kept')),
      ...rowsOf(others, () => 'other'),
    ],
  });
  if (added.length > 0) printDone(cli.out, said.written(file, added.length));
  else cli.out.line(said.unchanged(file));
  cli.out.prose({ text: said.compare, style: 'yellow' });
  if (others.length > 0) cli.out.prose({ text: said.others, style: 'yellow' });
};

export const register = (command: Command, cli: Cli): void => {
  const { argument, option } = cli.say;
  command
    .argument('<file>', argument.trustFile)
    .argument('<plan>', argument.plan)
    .option('--json', option.json)
    .action((file: string, plan: string, options: { json?: true }) => trust(cli, file, plan, options));
};
