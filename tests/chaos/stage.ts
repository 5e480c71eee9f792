import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { findTemporalServer } from '../../client/local/find-server';
import { LOOPBACK, lastingPorts } from '../../client/local/free-ports';
import type { Report } from '../../client/local/progress';
import { startServerProcess } from '../../client/local/server-process';
import { startTemporalServer } from '../../client/local/temporal-server';
import { askedWhileOpen } from '../../client/api/asked-while-open';
import { startWorker } from '../../client/local/worker-process';
import { TEST_SEAL_KEYS } from '../../testing/seals';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { Part } from '../support/production/part';
import { startProductionSet } from '../support/production/set';
import { type Disk, makeDisk } from './disk';
import { Kept, type Tell } from './kept';
import { Link } from './link';
import { prepareMailFolder } from './mail-server';

export type StageOptions = {
  workers: number;
  /** On PostgreSQL and the Temporal server as they are operated, else on a dev server with a database on the disk. */
  production: boolean;
  report: Report;
  tell: Tell;
};

/** A server: the parts of which it consists, and where it is. */
type Servers = {
  address: string;
  namespace: string;
  parts: { server: Part; database?: Part };
  remove: () => Promise<void>;
};

const NOTHING = (): Promise<void> => Promise.resolve();

const devServer = async (folder: string, report: Report): Promise<Servers> => {
  const executable = await findTemporalServer(report);
  const [port = 0, uiPort = 0] = await lastingPorts(2);
  const dbFile = path.join(folder, 'temporal.db');
  const options = { executable, port, uiPort, dbFile, searchAttributes: SEARCH_ATTRIBUTES };
  const server = new Part('the Temporal server', () => startTemporalServer(options));
  await server.start();
  return { address: `${LOOPBACK}:${port}`, namespace: 'default', parts: { server }, remove: NOTHING };
};

const productionServer = async (report: Report): Promise<Servers> => {
  const set = await startProductionSet(report);
  const { address, namespace, temporal, postgres } = set;
  return { address, namespace, parts: { server: temporal, database: postgres }, remove: () => set.stop() };
};

const answersAt = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, LOOPBACK);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });

/** The mail server is this very program in another role. */
const mailServer = async (folder: string): Promise<{ part: Part; url: string }> => {
  await mkdir(folder);
  prepareMailFolder(folder);
  const [port = 0] = await lastingPorts(1);
  const part = new Part('the mail server', () =>
    startServerProcess({
      title: 'the mail server',
      executable: process.execPath,
      args: [__filename, 'mail-server', String(port), folder],
      address: `${LOOPBACK}:${port}`,
      answers: () => answersAt(port),
    }),
  );
  await part.start();
  return { part, url: `smtp://${LOOPBACK}:${port}` };
};

/** The whole system as it is operated, all of it processes of their own on the loopback address, each kept running. */
export class Stage {
  private constructor(
    readonly address: string,
    readonly client: Client,
    readonly storeUrl: string,
    readonly trustFile: string,
    readonly mailFolder: string,
    readonly disk: Disk,
    readonly server: Kept,
    readonly database: Kept | undefined,
    readonly mail: Kept,
    readonly workers: readonly Kept[],
    /** Of each worker to the server. */
    readonly links: readonly Link[],
    private readonly remove: readonly (() => Promise<unknown>)[],
  ) {}

  /** Starts everything; what was started ends again where something cannot be. */
  static async create(options: StageOptions): Promise<Stage> {
    const remove: (() => Promise<unknown>)[] = [];
    try {
      return await Stage.start(options, remove);
    } catch (error) {
      await takeDown(remove);
      throw error;
    }
  }

  private static async start(
    { workers, production, report, tell }: StageOptions,
    remove: (() => Promise<unknown>)[],
  ): Promise<Stage> {
    const folder = await mkdtemp(path.join(tmpdir(), 'rectify-chaos-'));
    remove.push(() => rm(folder, { recursive: true, force: true }));
    const disk = await makeDisk(path.join(folder, 'disk'));
    remove.push(() => disk.remove());
    const keep = (name: string, part: Part): Kept => {
      const kept = new Kept(name, part, tell);
      remove.push(() => kept.stop());
      return kept;
    };
    const servers = production ? await productionServer(report) : await devServer(folder, report);
    remove.push(() => servers.remove());
    const database = servers.parts.database && keep('database', servers.parts.database);
    const server = keep('server', servers.parts.server);
    const mailFolder = path.join(folder, 'mail');
    const { part: mailPart, url } = await mailServer(mailFolder);
    const mail = keep('mail', mailPart);

    const storeUrl = pathToFileURL(path.join(disk.folder, 'store')).href;
    const trustFile = path.join(folder, 'trust.yaml');
    await writeFile(trustFile, '{}\n');
    const environment = {
      TEMPORAL_NAMESPACE: servers.namespace,
      STORE: storeUrl,
      SMTP_URL: url,
      SEAL_KEYS: TEST_SEAL_KEYS,
      TRUST_FILE: trustFile,
      ALLOW_CLAIMED: 'yes',
      MAIL_FROM: '整改办 <office@example.org>',
      MAILS_PER_SECOND: '200',
    };
    const kept: Kept[] = [];
    const links: Link[] = [];
    for (let no = 0; no < workers; no += 1) {
      const link = await Link.to(servers.address);
      remove.push(() => link.close());
      links.push(link);
      const itsOwn = { ...environment, TEMPORAL_ADDRESS: link.address };
      const part = new Part(`worker ${no + 1}`, () => startWorker(itsOwn));
      await part.start();
      kept.push(keep(`worker ${no + 1}`, part));
    }
    const { interceptors, ended } = askedWhileOpen();
    const connection = await Connection.connect({
      address: servers.address,
      interceptors,
      // Otherwise a client that has failed a few times waits for a minute before it looks again.
      channelArgs: { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 1000 },
    });
    remove.push(() => {
      ended();
      return connection.close();
    });
    const client = new Client({ connection, namespace: servers.namespace });
    const { address } = servers;
    return new Stage(
      address,
      client,
      storeUrl,
      trustFile,
      mailFolder,
      disk,
      server,
      database,
      mail,
      kept,
      links,
      remove,
    );
  }

  /** Everything that is kept running. */
  get parts(): readonly Kept[] {
    return [this.server, ...(this.database ? [this.database] : []), this.mail, ...this.workers];
  }

  close(): Promise<void> {
    return takeDown([...this.remove]);
  }
}

/** In the opposite order of starting, each whether or not the others could be. */
const takeDown = async (remove: (() => Promise<unknown>)[]): Promise<void> => {
  for (let undo = remove.pop(); undo; undo = remove.pop()) await undo().catch(() => undefined);
};
