import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { whenParentDies } from '../../../client/local/parent-death';
import type { Report } from '../../../client/local/progress';
import { SEARCH_ATTRIBUTES } from '../../../workflows/search-attributes';
import { accountForPostgres } from './account';
import { makeNamespace } from './namespace';
import type { Part } from './part';
import { findParts, type Parts } from './parts';
import { type Database, startPostgres } from './postgres';
import { makeSchemas, temporalOn } from './temporal';

/**
 * PostgreSQL and the Temporal server as docker-compose.yml has them, started natively on the loopback address with a
 * folder and ports of their own. Each part can be ended and started again, and keeps what it holds and where it is.
 */
export interface ProductionSet {
  /** host:port of the frontend. */
  readonly address: string;
  readonly namespace: string;
  /** Of the Temporal server: another one after each start. */
  readonly pid: number;
  readonly postgres: Part;
  readonly temporal: Part;
  /** How programs reach PostgreSQL, and where its own programs are. */
  readonly database: Database;
  /** Stops all that runs and removes all that was kept. May be called again. */
  stop(): Promise<void>;
}

/** What is started ends within 5 s after us; then nobody writes into the folder any more. */
const REMOVE = 'sleep 10; rm -rf -- "$1"';

/** A folder that goes with us, and to which PostgreSQL may write. */
const temporaryFolder = async (within: string) => {
  const account = await accountForPostgres();
  const folder = await mkdtemp(path.join(within, 'rectify-production-'));
  const release = whenParentDies(REMOVE, folder);
  const remove = async () => {
    await rm(folder, { recursive: true, force: true });
    release();
  };
  if (account) await chown(folder, account.uid, account.gid);
  return { folder, account, remove };
};

/**
 * Starts the set. The namespace `default` has the search attributes of this project. Nothing outlives this process.
 * What was started is stopped again when something cannot be. Its folder is made in `within`, which PostgreSQL's user
 * must be able to enter.
 * @throws Error that says for each part that is missing how to get it, or with the last words of one that died
 */
export const startProductionSet = async (report: Report, within = tmpdir()): Promise<ProductionSet> => {
  const parts = await findParts(report);
  const cleanUp: (() => Promise<void>)[] = [];
  const stop = async () => {
    const faults: unknown[] = [];
    for (let undo = cleanUp.pop(); undo; undo = cleanUp.pop())
      await undo().catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw new AggregateError(faults, 'not all of the production set was stopped');
  };
  try {
    return await startAll(parts, within, cleanUp, stop);
  } catch (error) {
    await stop();
    throw error;
  }
};

const startAll = async (
  parts: Parts,
  within: string,
  cleanUp: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<ProductionSet> => {
  const { folder, account, remove } = await temporaryFolder(within);
  cleanUp.push(remove);
  const { part: postgres, database } = await startPostgres(parts.postgres, folder, account);
  cleanUp.push(() => postgres.stop());
  await makeSchemas(parts.sqlTool, folder, database);
  const { part: temporal, address } = await temporalOn(parts.temporal, database);
  cleanUp.push(() => temporal.stop());
  await temporal.start();
  const namespace = 'default';
  await makeNamespace(address, namespace, SEARCH_ATTRIBUTES);
  return {
    address,
    namespace,
    get pid() {
      return temporal.pid;
    },
    postgres,
    temporal,
    database,
    stop,
  };
};
