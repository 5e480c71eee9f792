import { Connection } from '@temporalio/client';
import { findTemporalServer } from './find-server';
import { LOOPBACK, portOrFree } from './free-ports';
import { addSearchAttributes } from '../api/provision';
import { startServerProcess } from './server-process';

export interface TemporalServerOptions {
  /** SQLite file that keeps everything over a restart; without it all is in memory. */
  dbFile?: string;
  namespace?: string;
  /** Name → type as the server writes it: Keyword, Datetime, Int, Bool ... */
  searchAttributes: Record<string, string>;
  /** Dynamic configuration of the server, name → JSON: for tests that need other limits than those of every server. */
  settings?: Readonly<Record<string, string>>;
  port?: number;
  uiPort?: number;
  /** Called with every line of the server's log. */
  log?: (line: string) => void;
  logLevel?: 'debug' | 'info' | 'warn' | 'error' | 'never';
  /** Path of the `temporal` command line tool; looked for when it is not given. */
  executable?: string;
}

export interface TemporalServer {
  /** host:port of the frontend. */
  address: string;
  namespace: string;
  uiUrl: string;
  pid: number;
  /** Stops the server, at the latest after 15 s. May be called again. */
  stop(): Promise<void>;
  /** Resolves when the process has ended. */
  ended: Promise<unknown>;
}

/**
 * Starts `temporal server start-dev` on the loopback address and waits until it answers.
 * The server never outlives this process, however that ends.
 * @throws NoServer, or an Error with the last words of a server that died or did not answer
 */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const namespace = options.namespace ?? 'default';
  const executable = options.executable ?? (await findTemporalServer(options.log ?? (() => undefined)));
  const port = await portOrFree(options.port);
  const uiPort = await portOrFree(options.uiPort);
  const address = `${LOOPBACK}:${String(port)}`;
  const { pid, stop, ended } = await startServerProcess({
    title: 'the Temporal server',
    executable,
    args: startDev(options, namespace, port, uiPort),
    address,
    answers: () => answers(address, namespace),
    ...(options.log && { log: options.log }),
  });
  try {
    if (options.dbFile !== undefined)
      await addSearchAttributes({ address, namespace }, options.searchAttributes);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, namespace, uiUrl: `http://${LOOPBACK}:${String(uiPort)}`, pid, stop, ended };
}

// WAL without a sync per commit: a dev server may lose its last second in a power cut, not in a crash.
const PRAGMAS = ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal'];

function startDev(options: TemporalServerOptions, namespace: string, port: number, uiPort: number): string[] {
  const attributes = Object.entries(options.searchAttributes);
  const settings = Object.entries(options.settings ?? {});
  return [
    ...['server', 'start-dev', '--ip', LOOPBACK, '--namespace', namespace],
    ...['--port', String(port), '--ui-port', String(uiPort), '--log-level', options.logLevel ?? 'error'],
    ...(options.dbFile === undefined ? [] : ['--db-filename', options.dbFile, ...PRAGMAS]),
    ...attributes.flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
    ...settings.flatMap(([name, value]) => ['--dynamic-config-value', `${name}=${value}`]),
  ];
}

/** Whether the frontend serves the namespace: it listens before it knows it. */
export async function answers(address: string, namespace: string): Promise<boolean> {
  try {
    // No retries by the client: one that is still waiting when the connection closes throws past everybody.
    const connection = await Connection.connect({ address, connectTimeout: 1000, interceptors: [] });
    try {
      await connection.withDeadline(Date.now() + 1000, () =>
        connection.workflowService.describeNamespace({ namespace }),
      );
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
}
