import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, treeOf } from '../support/process-tree';
import type { Part } from '../support/production/part';

/** How often it is looked whether a process is still there, and how soon one that could not be started is tried again. */
const LOOK_MS = 250;

/** Tells of something that happened to a part, by its name. */
export type Tell = (part: string, words: string) => void;

/**
 * A part of the system that is kept running, as an init system keeps it: it is started again whenever it has ended, by the
 * monkey or by itself. Whatever is done to it is done one after the other.
 */
export class Kept {
  /** How often it has ended though nobody had made it end. */
  endedByItself = 0;
  private isWanted = true;
  private last: Promise<void> = Promise.resolve();
  private readonly watched: Promise<void>;

  /** @param part runs already */
  constructor(
    readonly name: string,
    private readonly part: Part,
    private readonly tell: Tell,
  ) {
    this.watched = this.watch();
  }

  /** SIGKILL to all its processes; it is started again `downMs` later. `killed`: once they are gone. Resolves when it answers again. */
  kill(downMs: number, killed: () => void): Promise<void> {
    return this.inTurn(async () => {
      await this.part.kill();
      killed();
      await sleep(downMs);
      await this.startAgain();
    });
  }

  /** SIGSTOP to all its processes, and SIGCONT when `work` is done, whatever comes of it. */
  pause(work: () => Promise<unknown>): Promise<void> {
    return this.inTurn(async () => {
      const tree = treeOf(this.part.pid).map(({ pid }) => pid);
      for (const pid of tree) signal(pid, 'SIGSTOP');
      try {
        await work();
      } finally {
        for (const pid of [...tree].reverse()) signal(pid, 'SIGCONT');
      }
    });
  }

  /** Told to end, and started again. */
  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.part.stop();
      await this.startAgain();
    });
  }

  /** Ends it for good, and waits for that. */
  async stop(): Promise<void> {
    this.isWanted = false;
    await this.watched;
    await this.inTurn(() => this.part.stop());
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  private async startAgain(): Promise<void> {
    while (this.isWanted) {
      try {
        await this.part.start();
        return;
      } catch (error) {
        // What it needs may be away as well.
        this.tell(this.name, `could not be started: ${firstLineOf(error)}`);
        await sleep(LOOK_MS);
      }
    }
  }

  private async watch(): Promise<void> {
    while (this.isWanted) {
      await sleep(LOOK_MS);
      await this.inTurn(async () => {
        if (!this.isWanted || isRunning(this.part.pid)) return;
        this.endedByItself += 1;
        this.tell(this.name, `has ended by itself: ${await this.part.lastWords()}`);
        await this.part.stop();
        await this.startAgain();
      }).catch((error: unknown) => {
        this.tell(this.name, firstLineOf(error));
      });
    }
  }
}

const firstLineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' ').slice(0, 300);

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended in the meantime.
  }
};
