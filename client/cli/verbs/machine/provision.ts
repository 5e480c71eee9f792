import type { Command } from 'commander';
import { attributeFaultText } from '../../../../workflows/namespace';
import { connect } from '../../../api';
import { serverFault } from '../../../api/fault';
import { AttributeTypesDiffer, provision } from '../../../api/provision';
import { wholeNumber } from '../../arguments/values';
import type { Cli } from '../../context';
import { printDone } from '../../terminal/done';
import { Trouble } from '../../trouble/trouble';

type Options = { retention?: number; wait?: number; json?: true };

/** Makes the namespace, as far as it is not there yet, and says what was done. */
const makeReady = async (cli: Cli, { retention, wait, json }: Options): Promise<void> => {
  const { client, address, close } = await connect(cli.terminal.environment, wait && wait * 1000);
  const { namespace } = client.options;
  try {
    const done = await provision(client.connection, namespace, {
      ...(retention !== undefined && { retentionDays: retention }),
    });
    if (json) cli.out.json('provision', done);
    else for (const line of cli.say.machine.provision(done)) printDone(cli.out, line);
  } catch (error) {
    if (!(error instanceof AttributeTypesDiffer)) throw serverFault(error, address);
    const wrong = error.faults.map(attributeFaultText);
    throw new Trouble({ type: 'attribute-types', namespace, wrong });
  } finally {
    await close();
  }
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .option('--retention <days>', option.retention, (given) => wholeNumber('--retention', given))
    .option('--wait <seconds>', option.waitForServer, (given) => wholeNumber('--wait', given))
    .option('--json', option.json)
    .action((options: Options) => makeReady(cli, options));
};
