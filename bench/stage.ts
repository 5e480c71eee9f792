import path from 'node:path';
import { startWorker, type WorkerProcess } from '../client/local/worker-process';
import { TEST_SEAL_KEYS } from '../testing/seals';
import type { RealWorld } from '../tests/support/real-world';
import type { Setting } from './bench';
import { Sink } from './sink';
import { worldOn } from './world';

/** What the workers of both designs are set to: mail is not what holds them up. */
const SETTINGS = { MAILS_PER_SECOND: '1000', SMTP_CONNECTIONS: '10' };

/** A server, a store, a mail server that takes everything, and the workers that a bench starts; all on the loopback address. */
export class Stage {
  private readonly workers: WorkerProcess[] = [];

  private constructor(
    readonly world: RealWorld,
    readonly sink: Sink,
    /** CPU time that the server has used, in ms. */
    readonly serverCpu: () => number,
    private readonly setting: Setting,
  ) {}

  /** Runs `play` on a stage of its own, and takes it down whatever comes. */
  static async with<T>(setting: Setting, play: (stage: Stage) => Promise<T>): Promise<T> {
    const sink = await new Sink().start();
    const { world, serverCpu } = await worldOn(setting.on).catch(async (error: unknown) => {
      await sink.stop();
      throw error;
    });
    const stage = new Stage(world, sink, serverCpu, setting);
    try {
      return await play(stage);
    } finally {
      for (const worker of stage.workers) await worker.stop();
      await world.close();
      await sink.stop();
    }
  }

  ours(settings: Record<string, string> = {}): Promise<WorkerProcess> {
    return this.start(settings);
  }

  plain(settings: Record<string, string> = {}): Promise<WorkerProcess> {
    return this.start(settings, path.join(__dirname, 'plain-worker.js'));
  }

  private async start(settings: Record<string, string>, program?: string): Promise<WorkerProcess> {
    const environment = {
      ...this.world.environment,
      SMTP_URL: this.sink.url,
      SEAL_KEYS: TEST_SEAL_KEYS,
      TRUST_FILE: this.world.trustFile,
      ALLOW_CLAIMED: 'yes',
      MAIL_FROM: '整改办 <office@example.org>',
      ...SETTINGS,
      ...settings,
      ...this.setting.settings,
    };
    const worker = await startWorker(environment, program);
    this.workers.push(worker);
    return worker;
  }
}

/** In a stage of its own for each design, one after the other. */
export const sideBySide = async <T>(
  setting: Setting,
  designs: { ours: (stage: Stage) => Promise<T>; plain: (stage: Stage) => Promise<T> },
): Promise<{ ours: T; plain: T }> => ({
  ours: await Stage.with(setting, designs.ours),
  plain: await Stage.with(setting, designs.plain),
});
