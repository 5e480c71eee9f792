import { yearOf } from '../../../../../domain/calendar/civil';
import { isDrill } from '../../../../../domain/calendar/clock';
import { civilOf, instant } from '../../../../../domain/calendar/zone';
import { schedulesMissing } from '../../../../../domain/calendar/calendar';
import type { Person } from '../../../../../domain/round/roster';
import { attributeFaults, attributeFaultText } from '../../../../../workflows/namespace';
import { SEARCH_ATTRIBUTES } from '../../../../../workflows/search-attributes';
import { itemWorkflowId } from '../../../../../workflows/messages';
import { reasonOf } from '../../../../../base/reason';
import { connect, Unreachable } from '../../../../api';
import { lostItems } from '../../../../api/lost-items';
import type { Environment } from '../../../../api/settings';
import { signersIn } from '../../../commands/signers';
import { findEnded, findUnsealed } from './ended';
import { findFailingTasks } from './failing-tasks';
import { findHeldMails } from './held-mails';
import { type Check, type CheckName, CHECKS, type FoundWords, type ServerCheck } from './names';
import { refusedOpenings } from './refused-openings';
import { inTurns } from '../../../../api/in-turns';
import { compareBags, compareCheckpoints } from './restored';
import { resumption } from './resumption';
import { findRows } from './rows';
import { PATIENCE, type Server, serverOf } from './server';
import { findBuilds, findClock, findMailWorker, findWorker } from './workers';

export {
  checkCertificates,
  checkSmtp,
  checkStore,
  checkStoreRights,
  checkStoreSpace,
  checkThisNode,
} from './here';
export type { Check, CheckName, FoundWords } from './names';

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

/** How many are open. Fails with those that do not answer, or where there are more than were asked. */
const findRounds = async (server: Server): Promise<string> => {
  const rounds = await server.rounds();
  const { silent, unasked } = await server.asked();
  const wrong = [
    ...(silent.length > 0 ? [server.say.silent(silent)] : []),
    ...(unasked > 0 ? [server.say.unasked(unasked)] : []),
  ];
  if (wrong.length > 0) throw new Error(wrong.join(' '));
  return [String(rounds.length), ...rounds].join(' ');
};

/** Fails with the items that the server has ended without a record, and how. */
const findItems = async (server: Server): Promise<string> => {
  const { ledgers } = await server.asked();
  const lost = (await inTurns(ledgers, 10, (ledger) => lostItems(server.client, ledger))).flat();
  if (lost.length > 0) {
    const named = lost.map(({ item, cycle, ended }) =>
      resumption(server, itemWorkflowId(item, cycle), ended),
    );
    throw new Error((await Promise.all(named)).join(' '));
  }
  return String(ledgers.reduce((sum, { rows }) => sum + rows.length, 0));
};

/** How many items were looked at. Fails with those whose log went back. */
const findLogs = async (server: Server): Promise<string> => {
  const rows = (await server.asked()).ledgers.flatMap((ledger) => ledger.rows);
  const back = rows.filter(({ logWentBack }) => logWentBack).map(({ item }) => item);
  if (back.length > 0) throw new Error(back.join(' '));
  return String(rows.length);
};

const named = (people: readonly Person[]): string => people.map(({ id, name }) => `${id} ${name}`).join(', ');

/** Of each open round how many can sign, and who cannot. Fails with those whose work waits for their key. */
const findSigners = async (server: Server): Promise<string> => {
  const { ledgers } = await server.asked();
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
const findOpenings = async ({ client, asked }: Server): Promise<string> => {
  const { ledgers: rounds } = await asked();
  const unchecked = rounds.filter(({ opening }) => opening?.state === 'checking');
  const wrong = [
    ...(await refusedOpenings(client)),
    ...unchecked.map(({ head }) => `${head.round} (unchecked)`),
  ];
  if (wrong.length > 0) throw new Error(wrong.join(', '));
  const waiting = rounds.filter(({ opening }) => opening?.state === 'waiting').map(({ head }) => head.round);
  return waiting.length === 0 ? '–' : waiting.join(' ');
};

/**
 * Open rounds whose dates, or whose today, wait for a schedule of holidays that has not been registered. Fails where a deadline does
 * and the schedule, this year's or an earlier one, has long been published.
 */
const findCalendars = async ({ say, asked }: Server): Promise<string> => {
  const today = civilOf(instant(Date.now()));
  const waiting = (await asked()).ledgers.flatMap(({ head, rows, calendar, clock }) => {
    const dates = rows.flatMap(({ archive, deadline }) => (archive || !deadline ? [] : [deadline]));
    const years = schedulesMissing(calendar, isDrill(clock) ? dates : [today, ...dates]);
    return years.length > 0 ? [{ round: head.round, years, due: schedulesMissing(calendar, dates) }] : [];
  });
  const found = waiting.map(({ round, years }) => say.provisional(round, years)).join('; ');
  if (waiting.some(({ due }) => due.some((year) => year <= yearOf(today)))) throw new Error(found);
  return found === '' ? '–' : found;
};

const placeOf = async ({ client, queue, store }: Server) => ({ client, queue, store: await store() });

/** Each finds what there is, or fails with what is wrong. */
const SERVER_CHECKS: Record<ServerCheck, (server: Server) => Promise<string>> = {
  namespace: findNamespace,
  'search-attributes': findSearchAttributes,
  worker: findWorker,
  'mail-worker': findMailWorker,
  builds: findBuilds,
  clock: findClock,
  tasks: findFailingTasks,
  mails: ({ client, queue }) => findHeldMails(client, queue),
  rounds: findRounds,
  items: findItems,
  ended: findEnded,
  unsealed: findUnsealed,
  logs: findLogs,
  rows: findRows,
  signers: findSigners,
  openings: findOpenings,
  calendar: findCalendars,
  checkpoints: async (server) =>
    compareCheckpoints({ ...(await placeOf(server)), seals: await server.seals() }),
  bags: async (server) => compareBags(await placeOf(server), (await server.asked()).ledgers),
};

/** Checks the server and what should be there, one after the other; only the server if it is not there. */
export async function* checkServer(environment: Environment, say: FoundWords): AsyncGenerator<Check> {
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
  const server = serverOf(client, environment, say);
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
