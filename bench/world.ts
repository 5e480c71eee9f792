import { reportOn } from '../client/local/progress';
import { startProductionSet } from '../tests/support/production/set';
import { RealWorld } from '../tests/support/real-world';
import { cpuOfTree } from './process-usage';

/** A world to measure in, and what its server has used. */
export interface MeasuredWorld {
  world: RealWorld;
  /** CPU time of all that the server consists of, in milliseconds. Asks Linux's /proc. */
  serverCpu: () => number;
}

/** A dev server with SQLite in memory. */
const onDev = async (): Promise<MeasuredWorld> => {
  const world = await RealWorld.create();
  return { world, serverCpu: () => cpuOfTree(world.server.pid) };
};

/** The Temporal server and PostgreSQL as they are operated. */
const onPostgres = async (): Promise<MeasuredWorld> => {
  const set = await startProductionSet(reportOn(process.stderr));
  try {
    const world = await RealWorld.create({ server: set });
    return { world, serverCpu: () => cpuOfTree(set.temporal.pid) + cpuOfTree(set.postgres.pid) };
  } catch (error) {
    await set.stop();
    throw error;
  }
};

const WORLDS = { dev: onDev, postgres: onPostgres };

/** On which server a bench runs: the value of `--on`. */
export type Where = keyof typeof WORLDS;

const isWhere = (name: string): name is Where => Object.hasOwn(WORLDS, name);

/** @throws RangeError for a name that is none */
export const whereOf = (name: string): Where => {
  if (isWhere(name)) return name;
  throw new RangeError(`--on ${Object.keys(WORLDS).join('|')}`);
};

/** Everything but the workers, on the loopback address; it ends with `world.close()`. */
export const worldOn = (where: Where): Promise<MeasuredWorld> => WORLDS[where]();
