import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { RoundId } from '../../../../base/ids';
import { PayloadUnreadable } from '../../../../codec/errors';
import type { Language, Person } from '../../../../domain/round/roster';
import { StoreFault } from '../../../../store/fault';
import { storeWords } from '../../../../store/language';
import { looseRights } from '../../../../store/file/loose-rights';
import { findStore } from '../../../../store/open';
import type { Store } from '../../../../store/store';
import { parseStoreUrl } from '../../../../store/url';
import { itemWorkflowId, mailQueue, type RoundLedger, TASK_QUEUE } from '../../../../workflows/messages';
import { attributeFaults, attributeFaultText } from '../../../../workflows/namespace';
import { SEARCH_ATTRIBUTES } from '../../../../workflows/search-attributes';
import { connect, Rectify, Unreachable } from '../../../api';
import { existingStore } from '../../../api/existing-store';
import { type LostItem, lostItems } from '../../../api/lost-items';
import { resetPoint } from '../../../api/reset-point';
import { reasonOf } from '../../../../base/reason';
import { type Environment, setting, storeUrl } from '../../../api/settings';
import { signersIn } from '../../commands/signers';
import { findHeldMails } from './held-mails';
import { refusedOpenings } from './refused-openings';
import { compareBags, compareCheckpoints } from './restored';

/** What `doctor` looks at on this machine, then on a server that answers, each in its order. */
export const CHECKS = {
  here: ['node', 'store', 'store-rights', 'server'],
  server: [
    'namespace',
    'search-attributes',
    'worker',
    'mail-worker',
    'mails',
    'rounds',
    'items',
    'logs',
    'signers',
    'openings',
    'checkpoints',
    'bags',
  ],
} as const;
type ServerCheck = (typeof CHECKS.server)[number];
export type CheckName = (typeof CHECKS.here)[number] | ServerCheck;

export type Check = { name: CheckName; ok: boolean; found?: string };

const LEAST_NODE = [20, 19] as const;
/** How long the server may take for one answer, in milliseconds. */
const PATIENCE = 5_000;
/** A worker asks the server for work at least once a minute; one that has not for this long is gone. */
const POLL_MS = 75_000;

const { TaskQueueType } = temporal.api.enums.v1;
type QueueType = temporal.api.enums.v1.TaskQueueType;

export const checkThisNode = (version: string): Check => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return { name: 'node', ok, found: version };
};

export const checkStore = async (environment: Environment, language: Language): Promise<Check> => {
  const url = storeUrl(environment);
  try {
    return { name: 'store', ok: true, found: await writable(await findStore(url), url) };
  } catch (error) {
    const found = error instanceof StoreFault ? storeWords(language).fault(error) : reasonOf(error);
    return { name: 'store', ok: false, found };
  }
};

/** What of a store this user can write: all of it, as a worker must, or evidence, which is enough for people. */
const writable = async (store: Store, url: string): Promise<string> => {
  try {
    await store.check();
    return url;
  } catch (error) {
    if (!(error instanceof StoreFault && error.kind === 'denied')) throw error;
    await store.check('evidence');
    return `${url} · evidence/`;
  }
};

/** Whether others than the worker could forge or take away what is the worker's. A bucket does not tell who may what. */
export const checkStoreRights = async (environment: Environment, language: Language): Promise<Check> => {
  const place = parseStoreUrl(storeUrl(environment));
  if (place.kind === 's3') return { name: 'store-rights', ok: true, found: storeWords(language).policies };
  const loose = await looseRights(place.path);
  return {
    name: 'store-rights',
    ok: loose.length === 0,
    ...(loose.length > 0 && { found: loose.join(' · ') }),
  };
};

/** Asks when somebody first needs the answer, and never again. */
const onDemand = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
};

/** What is asked once for all checks is asked by the first of them that needs it. */
type Server = {
  client: Client;
  namespace: string;
  queue: string;
  /** The store, where there is one here that answers: whether it does is not for these checks to say. */
  store: () => Promise<Store | undefined>;
  /** The open rounds. */
  rounds: () => Promise<RoundId[]>;
  /** The ledgers of those that answer: whether they do is not for these checks to say. */
  ledgers: () => Promise<RoundLedger[]>;
};

const findNamespace = async ({ client, namespace }: Server): Promise<string> => {
  await client.workflowService.describeNamespace({ namespace });
  return namespace;
};

/** Fails with the search attributes that are missing or of another type. */
const findSearchAttributes = async ({ client, namespace }: Server): Promise<string> => {
  const { customAttributes } = await client.connection.operatorService.listSearchAttributes({ namespace });
  const wrong = attributeFaults(customAttributes);
  if (wrong.length > 0) throw new Error(wrong.map(attributeFaultText).join(' '));
  return Object.keys(SEARCH_ATTRIBUTES).join(' ');
};

/** Fails with the name of the queue when no worker has polled it lately. */
const findWorker = async (
  { client, namespace }: Server,
  name: string,
  taskQueueType: QueueType,
): Promise<string> => {
  const request = { namespace, taskQueue: { name }, taskQueueType };
  const { pollers } = await client.workflowService.describeTaskQueue(request);
  const since = (Date.now() - POLL_MS) / 1000;
  const alive = pollers.filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) > since);
  if (alive.length === 0) throw new Error(name);
  return `${name} · ${alive.map(({ identity }) => identity ?? '').join(' ')}`;
};

const findRounds = async (server: Server): Promise<string> => {
  const rounds = await server.rounds();
  return [String(rounds.length), ...rounds].join(' ');
};

/** How an item was ended, and to which event its workflow is reset to go on from there. */
const endOf = async ({ client }: Server, { item, cycle, ended }: LostItem): Promise<string> => {
  const workflow = itemWorkflowId(item, cycle);
  const event = await resetPoint(client, workflow);
  return `${workflow} (${ended}${event === undefined ? '' : `, --event-id ${event}`})`;
};

/** Fails with the items that the server has ended without a record, and how. */
const findItems = async (server: Server): Promise<string> => {
  const ledgers = await server.ledgers();
  const lost = (await Promise.all(ledgers.map((ledger) => lostItems(server.client, ledger)))).flat();
  if (lost.length > 0) throw new Error((await Promise.all(lost.map((one) => endOf(server, one)))).join(' '));
  return String(ledgers.reduce((sum, { rows }) => sum + rows.length, 0));
};

/** How many items were looked at. Fails with those whose log went back. */
const findLogs = async (server: Server): Promise<string> => {
  const rows = (await server.ledgers()).flatMap((ledger) => ledger.rows);
  const back = rows.filter(({ logWentBack }) => logWentBack).map(({ item }) => item);
  if (back.length > 0) throw new Error(back.join(' '));
  return String(rows.length);
};

const named = (people: readonly Person[]): string => people.map(({ id, name }) => `${id} ${name}`).join(', ');

/** Of each open round how many can sign, and who cannot. Fails with those whose work waits for their key. */
const findSigners = async (server: Server): Promise<string> => {
  const ledgers = await server.ledgers();
  const signers = ledgers.map((ledger) => ({
    ...signersIn(ledger),
    round: ledger.head.round,
    isClaimed: ledger.head.policy.identity === 'claimed',
  }));
  const stuck = signers.filter(({ needed }) => needed.length > 0);
  if (stuck.length > 0)
    throw new Error(stuck.map(({ round, needed }) => `${round}: ${named(needed)}`).join('; '));
  if (signers.length === 0) return '–';
  return signers
    .map(({ round, able, unable, isClaimed }) => {
      const mark = isClaimed ? ' [claimed]' : '';
      const count = `${round}${mark} ${String(able.length)}/${String(able.length + unable.length)}`;
      return unable.length === 0 ? count : `${count} (${named(unable)})`;
    })
    .join('; ');
};

/** The rounds that wait for a second signature. Fails with those that were refused, or that no worker has checked. */
const findOpenings = async ({ client, ledgers }: Server): Promise<string> => {
  const rounds = await ledgers();
  const unchecked = rounds.filter(({ opening }) => opening?.state === 'checking');
  const wrong = [
    ...(await refusedOpenings(client)),
    ...unchecked.map(({ head }) => `${head.round} (unchecked)`),
  ];
  if (wrong.length > 0) throw new Error(wrong.join(', '));
  const waiting = rounds.filter(({ opening }) => opening?.state === 'waiting').map(({ head }) => head.round);
  return waiting.length === 0 ? '–' : waiting.join(' ');
};

const placeOf = async ({ client, queue, store }: Server) => ({ client, queue, store: await store() });

/** Each finds what there is, or fails with what is wrong. */
const SERVER_CHECKS: Record<ServerCheck, (server: Server) => Promise<string>> = {
  namespace: findNamespace,
  'search-attributes': findSearchAttributes,
  worker: (server) => findWorker(server, server.queue, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW),
  'mail-worker': (server) =>
    findWorker(server, mailQueue(server.queue), TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY),
  mails: ({ client, queue }) => findHeldMails(client, queue),
  rounds: findRounds,
  items: findItems,
  logs: findLogs,
  signers: findSigners,
  openings: findOpenings,
  checkpoints: async (server) => compareCheckpoints(await placeOf(server)),
  bags: async (server) => compareBags(await placeOf(server), await server.ledgers()),
};

/** What cannot be opened for want of a key is for every check to say. */
const unlessUnreadable = (error: unknown): undefined => {
  if (error instanceof PayloadUnreadable) throw error;
};

/** Into so many rounds is looked: a few seconds of questions. */
const MOST_ROUNDS = 50;

const serverOf = (client: Client, environment: Environment): Server => {
  const rectify = new Rectify(client);
  const rounds = onDemand(() => rectify.rounds());
  return {
    client,
    namespace: client.options.namespace,
    queue: setting(environment, 'TASK_QUEUE') ?? TASK_QUEUE,
    store: onDemand(() => existingStore(storeUrl(environment)).catch(() => undefined)),
    rounds,
    ledgers: onDemand(async () => {
      const some = (await rounds()).slice(0, MOST_ROUNDS);
      const asked = some.map((round) => rectify.ledger(round).catch(unlessUnreadable));
      return (await Promise.all(asked)).filter((ledger) => ledger !== undefined);
    }),
  };
};

/** Checks the server and what should be there, one after the other; only the server if it is not there. */
export async function* checkServer(environment: Environment): AsyncGenerator<Check> {
  const connection = await connect(environment).catch((error: unknown) => {
    if (error instanceof Unreachable) return error;
    throw error;
  });
  if (connection instanceof Unreachable) {
    yield { name: 'server', ok: false, found: connection.address };
    return;
  }
  const { client, address, close } = connection;
  yield { name: 'server', ok: true, found: address };
  const server = serverOf(client, environment);
  try {
    for (const name of CHECKS.server)
      yield await client.withDeadline(Date.now() + PATIENCE, () =>
        outcomeOf(name, SERVER_CHECKS[name](server)),
      );
  } finally {
    await close();
  }
}

const outcomeOf = async (name: CheckName, finding: Promise<string>): Promise<Check> => {
  try {
    return { name, ok: true, found: await finding };
  } catch (error) {
    return { name, ok: false, found: reasonOf(error) };
  }
};
