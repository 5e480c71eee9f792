import { type NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import type { Learned } from '../../activities';
import { roomOf } from '../../store/room';
import type { Store } from '../../store/store';
import type { Build } from '../build';
import type { Configuration } from '../configuration';
import { countsOf } from './counts';
import { Gauges } from './gauges';
import { looksAt } from './looks';
import { type Readiness, readiness } from './readiness';
import { TaskFailures } from './task-failures';
import { watch } from './watch';

export type { Readiness } from './readiness';

export type Watched = {
  connection: NativeConnection;
  namespace: string;
  store: Store;
  workers: readonly Worker[];
  learned: Learned;
  build: Build;
  /** Whether the workers of the store have our keys; false where the store is away. */
  knowsKeys: () => Promise<boolean>;
  configuration: Pick<
    Configuration,
    'STORE' | 'TASK_QUEUE' | 'METRICS_HOST' | 'METRICS_PORT' | 'COUNT_EVERY'
  >;
};

/** How often, in ms, a worker looks at itself and its store. */
const LOOK_MS = 15_000;

/** Addresses that mean all of a machine, none of which can be asked. */
const ANY: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/** How to read the metrics of this process; undefined where it has none. */
const ownMetrics = ({
  METRICS_HOST,
  METRICS_PORT,
}: Watched['configuration']): (() => Promise<string>) | undefined => {
  if (METRICS_PORT === undefined) return undefined;
  const url = `http://${ANY[METRICS_HOST] ?? METRICS_HOST}:${String(METRICS_PORT)}/metrics`;
  return async () => (await fetch(url, { signal: AbortSignal.timeout(LOOK_MS) })).text();
};

/** Looks after a process for as long as its workers run: what `/readyz` answers, and the gauges, where metrics are served. */
export const startWatching = (watched: Watched): { ready: () => Promise<Readiness>; stop: () => void } => {
  const { connection, namespace, learned, build, configuration } = watched;
  const { logger, metricMeter } = Runtime.instance();
  const gauges = new Gauges(metricMeter);
  const metrics = ownMetrics(configuration);
  const looks = looksAt({ ...watched, clock: learned.clock, failures: new TaskFailures(), metrics });
  const ready = readiness(looks, build, (found) => {
    gauges.readiness(found);
  });
  if (!metrics) return { ready, stop: () => undefined };
  gauges.build(build);
  const look = async () => {
    gauges.learned(learned, Date.now());
    await ready();
    const room = await roomOf(configuration.STORE);
    if (room) gauges.room(room);
  };
  const count = async () => {
    gauges.counts(await countsOf(connection, namespace, configuration.TASK_QUEUE), Date.now());
  };
  const rounds = [
    { name: 'looking at worker and store', everyMs: LOOK_MS, work: look },
    { name: 'counting items for the metrics', everyMs: configuration.COUNT_EVERY * 1000, work: count },
  ];
  return { ready, stop: watch(rounds, logger) };
};
