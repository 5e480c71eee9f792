import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { Rectify } from '../../client/api';
import { converterIn } from '../../client/api/converter';
import { startTemporalServer, type TemporalServer } from '../../client/local/temporal-server';
import { startWorker, type WorkerProcess } from '../../client/local/worker-process';
import type { Clock } from '../../domain/calendar/clock';
import { type Instant, instant } from '../../domain/calendar/zone';
import { itemId, type ItemNumber } from '../../base/ids';
import { Receipt } from '../../domain/ladder/notice';
import type { Plan } from '../../domain/plan/plan';
import type { TrustedKeys } from '../../domain/round/opening/trust';
import { openStore } from '../../store/open';
import { TEST_SEAL_KEYS } from '../../testing/seals';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { Hands } from './commands';
import { openerBy, type Opening, pinnedToo } from './opening';
import { calendar2021 } from './plans';
import { SmtpCatcher } from './smtp';

/** Dynamic configuration of the server, by name, as JSON. */
export type ServerSettings = Readonly<Record<string, string>>;

/** What a world needs of its server: a dev server has it, and a production set. */
export type WorldServer = Pick<TemporalServer, 'address' | 'namespace' | 'pid' | 'stop'>;

/** The whole system as it is operated: a Temporal server, workers as processes, a store, SMTP. */
export class RealWorld {
  private readonly workers: WorkerProcess[] = [];
  private pins: TrustedKeys = {};

  private constructor(
    readonly server: WorldServer,
    readonly connection: Connection,
    readonly client: Client,
    readonly smtp: SmtpCatcher,
    readonly folder: string,
    readonly rectify: Rectify,
    private readonly store: string | undefined,
    private readonly encryption: Readonly<Record<string, string>>,
  ) {}

  /**
   * Everything but the workers, which a test starts when it wants them. The store is one on files and the server a dev
   * server, unless given. The world stops the server in the end. `settings`: other limits of a dev server than usual.
   * `payloadKeys`: encrypts by them.
   */
  static async create(
    given: {
      store?: string;
      server?: WorldServer;
      settings?: ServerSettings | undefined;
      payloadKeys?: string;
    } = {},
  ): Promise<RealWorld> {
    const { store, settings = {}, payloadKeys = '' } = given;
    const server =
      given.server ?? (await startTemporalServer({ searchAttributes: SEARCH_ATTRIBUTES, settings }));
    const connection = await Connection.connect({ address: server.address });
    const { namespace } = server;
    const encryption = { PAYLOAD_KEYS: payloadKeys };
    const dataConverter = converterIn(encryption, namespace);
    const client = new Client({ connection, namespace, dataConverter });
    const folder = await mkdtemp(path.join(tmpdir(), 'rectify-'));
    const smtp = await new SmtpCatcher().start();
    return new RealWorld(server, connection, client, smtp, folder, new Rectify(client), store, encryption);
  }

  /** What a process needs to find this world. */
  get environment(): Record<string, string> {
    return {
      TEMPORAL_ADDRESS: this.server.address,
      TEMPORAL_NAMESPACE: this.server.namespace,
      STORE: this.storeUrl,
      ...this.encryption,
    };
  }

  get storeUrl(): string {
    return this.store ?? `file://${this.folder}/store`;
  }

  /** Whose keys may open rounds: a file, once somebody has begun a signed one. */
  get trustFile(): string {
    return path.join(this.folder, 'trust.json');
  }

  /** `program`: that of another build than today's. */
  async startWorker(more: Record<string, string> = {}, program?: string): Promise<WorkerProcess> {
    const environment = {
      ...this.environment,
      SMTP_URL: this.smtp.url,
      SEAL_KEYS: TEST_SEAL_KEYS,
      TRUST_FILE: this.trustFile,
      ALLOW_CLAIMED: 'yes',
      MAIL_FROM: '整改办 <office@example.org>',
      MAILS_PER_SECOND: '500',
      ...more,
    };
    const worker = await startWorker(environment, program);
    this.workers.push(worker);
    return worker;
  }

  /** Ends a worker as a power cut would, and waits until it is gone. */
  async kill(worker: WorkerProcess): Promise<void> {
    process.kill(worker.pid, 'SIGKILL');
    await worker.ended;
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await worker.stop();
    await this.connection.close();
    await this.server.stop();
    await this.smtp.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A clock of a drill that shows `start` now, and then runs `rate` times as fast as the wall's. */
  clockFrom(start: Instant, rate: number, drill: string): Clock {
    return { real: instant(Date.now()), domain: start, rate, drill };
  }

  /** Pins the keys of office, head and oversight of a plan. */
  private async pin(plan: Plan): Promise<void> {
    this.pins = pinnedToo(this.pins, plan);
    await writeFile(this.trustFile, JSON.stringify(this.pins));
  }

  /** Where people sign, `opening` says by whose keys the round is opened; these are pinned. */
  async begin(
    plan: Plan,
    clock: Clock,
    opening?: Opening,
  ): Promise<(number?: string, handler?: string) => Hands> {
    if (opening) await this.pin(plan);
    await this.rectify.importPlan(plan, calendar2021, clock, opening && openerBy(opening));
    return (number = '1.1', handler) =>
      new Hands(this.rectify, this.storeUrl, itemId(plan.round, number as ItemNumber), handler);
  }

  /** The receipts of all mails, or of those of one drill. */
  async receipts(drill?: string): Promise<Receipt[]> {
    const store = await openStore(this.storeUrl);
    const names = (await store.list('mail')).filter((name) => name.endsWith('.json'));
    const all = await Promise.all(
      names.map(async (name) => Receipt.parse(JSON.parse((await store.get(name)).toString()))),
    );
    return drill === undefined ? all : all.filter(({ mailbox }) => mailbox.endsWith(`@${drill}`));
  }
}
