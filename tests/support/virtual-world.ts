import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { smtpTransport } from '../../activities/mail/transport';
import { Rectify } from '../../client/api';
import type { Clock } from '../../domain/calendar/clock';
import type { Instant } from '../../domain/calendar/zone';
import { type ItemNumber, itemId } from '../../base/ids';
import type { Plan } from '../../domain/plan/plan';
import type { TrustedKeys } from '../../domain/round/opening/trust';
import { openStore } from '../../store/open';
import { testSeals } from '../../testing/seals';
import { ClockAhead, TrustUnreadable, Waits } from '../../activities';
import { createWorkers } from '../../worker/workers';
import { KEYS } from '../../workflows/search-attributes';
import { workflowBundle } from './bundle';
import { Hands } from './commands';
import { openerBy, type Opening, pinnedToo } from './opening';
import { calendar2021 } from './plans';
import { poll } from './poll';
import { SmtpCatcher } from './smtp';

const {
  INDEXED_VALUE_TYPE_KEYWORD,
  INDEXED_VALUE_TYPE_DATETIME,
  INDEXED_VALUE_TYPE_INT,
  INDEXED_VALUE_TYPE_BOOL,
} = temporal.api.enums.v1.IndexedValueType;
const TYPES = {
  KEYWORD: INDEXED_VALUE_TYPE_KEYWORD,
  DATETIME: INDEXED_VALUE_TYPE_DATETIME,
  INT: INDEXED_VALUE_TYPE_INT,
  BOOL: INDEXED_VALUE_TYPE_BOOL,
} as const;

let isInstalled = false;

const installRuntime = (): void => {
  // The core writes to stdout of itself, whose warnings about an old server would stand among a bench's JSON.
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  const telemetryOptions = { logging: { filter } };
  if (!isInstalled) Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions });
  isInstalled = true;
};

/** The SDK waits five seconds for a server to start, which is too short where two cores run everything. */
const STARTS = 3;

const startServer = async (executable: string, starts = STARTS): Promise<TestWorkflowEnvironment> => {
  try {
    return await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'existing-path', path: executable } },
    });
  } catch (error) {
    if (starts === 1) throw error;
    return startServer(executable, starts - 1);
  }
};

const createEnvironment = async (): Promise<TestWorkflowEnvironment> => {
  const server = process.env.TEMPORAL_TEST_SERVER_PATH;
  if (!server) throw new Error('the test server was not found; see tests/support/global-setup.ts');
  const env = await startServer(server);
  await env.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: Object.fromEntries(Object.values(KEYS).map(({ name, type }) => [name, TYPES[type]])),
  });
  return env;
};

/** Gives commands at the time of the server, which is that of everybody here. */
class VirtualRectify extends Rectify {
  constructor(
    private readonly env: TestWorkflowEnvironment,
    ...given: ConstructorParameters<typeof Rectify>
  ) {
    super(...given);
  }

  private async now(): Promise<{ at: string }> {
    return { at: new Date(await this.env.currentTimeMs()).toISOString() };
  }

  override async command(...[command, sign]: Parameters<Rectify['command']>) {
    return super.command({ ...command, ...(await this.now()) }, sign);
  }

  override async commandRound(...[command, sign]: Parameters<Rectify['commandRound']>) {
    return super.commandRound({ ...command, ...(await this.now()) }, sign);
  }
}

/**
 * The whole system on the time-skipping server: real workers, store and SMTP, virtual time. Time is global to
 * the server, and an item left open costs every later test its wakes: so each test has a world of its own.
 */
export class VirtualWorld {
  private constructor(
    readonly env: TestWorkflowEnvironment,
    readonly smtp: SmtpCatcher,
    readonly folder: string,
    readonly taskQueue: string,
    readonly rectify: Rectify,
    /** Whom the operator trusts; a test may change it. */
    readonly trust: { allowsClaimed: boolean; since?: number; pins: TrustedKeys; isReadable: boolean },
    private readonly stopWorkers: () => Promise<void>,
  ) {}

  /** `bundle`: other workflows than ours. */
  static async create(bundle = workflowBundle()): Promise<VirtualWorld> {
    installRuntime();
    const env = await createEnvironment();
    const folder = await mkdtemp(path.join(tmpdir(), 'rectify-'));
    const smtp = await new SmtpCatcher().start();
    const transport = smtpTransport(smtp.url, 2);
    const taskQueue = `test-${randomUUID()}`;
    const trust: VirtualWorld['trust'] = { allowsClaimed: true, pins: {}, isReadable: true };
    const workers = await createWorkers({
      connection: env.nativeConnection,
      namespace: env.namespace ?? 'default',
      workflowBundle: await bundle,
      store: await openStore(`file://${folder}/store`),
      transport,
      seals: testSeals(),
      trust: {
        get allowsClaimed() {
          return trust.allowsClaimed;
        },
        get since() {
          return trust.since;
        },
        pins: () =>
          trust.isReadable
            ? Promise.resolve(trust.pins)
            : Promise.reject(new TrustUnreadable('trust.yaml', 'EACCES')),
      },
      deployment: { version: { deploymentName: taskQueue, buildId: 'test' }, useWorkerVersioning: false },
      learned: { waits: new Waits(), clock: new ClockAhead() },
      configuration: {
        TASK_QUEUE: taskQueue,
        MAIL: 'send',
        MAIL_FROM: { name: '整改办', address: 'office@example.org' },
        SMTP_CONNECTIONS: 2,
        MAILS_PER_SECOND: 1000,
        SHUTDOWN_GRACE: 1,
      },
    });
    const running = Promise.all(workers.map((worker) => worker.run()));
    const stop = async () => {
      for (const worker of workers) worker.shutdown();
      await running;
      transport.close();
    };
    // Not the client of the environment, which lets years pass while it waits for a result.
    const client = new Client({ connection: env.connection, namespace: env.namespace ?? 'default' });
    const rectify = new VirtualRectify(env, client, { taskQueue });
    return new VirtualWorld(env, smtp, folder, taskQueue, rectify, trust, stop);
  }

  async close(): Promise<void> {
    await this.stopWorkers();
    await this.env.teardown();
    await this.smtp.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  get storeUrl(): string {
    return `file://${this.folder}/store`;
  }

  /** A clock by which it is `start` in a round at this moment of the server. */
  async clockFrom(start: Instant, drill: string): Promise<Clock> {
    return { real: (await this.env.currentTimeMs()) as Instant, domain: start, rate: 1, drill };
  }

  /** Imports a plan whose round begins at `start`; where people sign, `opening` says by whose keys, which are pinned. */
  async begin(
    plan: Plan,
    start: Instant,
    opening?: Opening,
  ): Promise<{ clock: Clock; hands: (no?: string) => Hands }> {
    const clock = await this.clockFrom(start, plan.round);
    if (opening) this.trust.pins = pinnedToo(this.trust.pins, plan);
    await this.rectify.importPlan(plan, calendar2021, clock, opening && openerBy(opening, clock.real));
    const hands = (no = '1.1', handler?: string) =>
      new Hands(this.rectify, this.storeUrl, itemId(plan.round, no as ItemNumber), handler);
    return { clock, hands };
  }

  /** The same, and waits for the first item, on which `hand` is. */
  async beginItem(...how: Parameters<VirtualWorld['begin']>) {
    const begun = await this.begin(...how);
    const hand = begun.hands();
    await poll('the item', () => this.rectify.item(hand.item));
    return { ...begun, hand };
  }

  /** Lets time pass until the round's clock shows `instant`. */
  async skipTo(clock: Clock, instant: Instant): Promise<void> {
    const left = clock.real + (instant - clock.domain) - (await this.env.currentTimeMs());
    if (left > 0) await this.env.sleep(left);
  }
}
