import type { AddressInfo } from 'node:net';
import type { Command } from 'commander';
import { BadSetting } from '../../../../codec/errors';
import { PAYLOAD_KEYS, payloadKeysIn } from '../../../../codec/keys';
import { secretIn } from '../../../../codec/secret';
import { type CodecService, serveCodec } from '../../../../codec/server';
import { namespaceIn } from '../../../api/connection';
import type { Environment } from '../../../api/settings';
import { LOOPBACK } from '../../../local/free-ports';
import { interrupted, reportIn } from '../../../local/running';
import { originValue, wholeNumber } from '../../arguments/values';
import type { Cli } from '../../context';

type Options = { port: number; host: string; origin: string };

/** The port after that of the UI of `rectify dev` and of the compose set. */
const DEFAULTS: Options = { port: 8234, host: LOOPBACK, origin: `http://${LOOPBACK}:8233` };

const CODEC_TOKEN = 'CODEC_TOKEN';

/** What no other machine reaches. */
const ON_THIS_MACHINE = /^(127\.|::1$)/;

/** Nobody guesses one of so many characters that was drawn by chance. */
const SHORTEST_TOKEN = 20;

const serviceIn = (environment: Environment, origin: string): CodecService => {
  const keys = payloadKeysIn(environment);
  if (!keys) throw new BadSetting(PAYLOAD_KEYS, 'missing');
  const token = secretIn(environment, CODEC_TOKEN);
  if (token === undefined) throw new BadSetting(CODEC_TOKEN, 'missing');
  if (token.length < SHORTEST_TOKEN) throw new BadSetting(CODEC_TOKEN, 'short');
  return { keys, token, origin, namespace: namespaceIn(environment) };
};

const run = async (cli: Cli, { port, host, origin }: Options): Promise<void> => {
  const stop = interrupted();
  const server = await serveCodec(serviceIn(cli.terminal.environment, origin), port, host);
  const say = cli.say.machine.codecServer;
  const tell = reportIn(cli.terminal);
  const { address, port: taken } = server.address() as AddressInfo;
  tell(say.started(`http://${host}:${String(taken)}`, origin));
  if (!ON_THIS_MACHINE.test(address)) tell(say.open(host));
  await stop;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
};

export const register = (command: Command, cli: Cli): void => {
  const { option } = cli.say;
  command
    .option('--port <port>', option.codecPort, (given) => wholeNumber('--port', given), DEFAULTS.port)
    .option('--host <address>', option.codecHost, DEFAULTS.host)
    .option('--origin <url>', option.codecOrigin, (given) => originValue('--origin', given), DEFAULTS.origin)
    .action((options: Options) => run(cli, options));
};
