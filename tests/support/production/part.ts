import type { ServerProcess } from '../../../client/local/server-process';
import { poll } from '../poll';
import { isRunning, treeOf } from '../process-tree';

/** A part of the production set, which can be ended in order or as by a power cut, and started again with all it kept. */
export class Part {
  private running: ServerProcess | undefined;

  /** @param launch starts it and waits until it answers */
  constructor(
    private readonly title: string,
    private readonly launch: () => Promise<ServerProcess>,
  ) {}

  /** Of its first process; another one after each start. Throws while it does not run. */
  get pid(): number {
    if (!this.running) throw new Error(`${this.title} does not run`);
    return this.running.pid;
  }

  /** What it said last, once it has ended; nothing of those that keep no account of it. */
  async lastWords(): Promise<string> {
    const said = await this.running?.ended;
    return typeof said === 'string' ? said : '';
  }

  async start(): Promise<void> {
    if (this.running) throw new Error(`${this.title} runs already`);
    this.running = await this.launch();
  }

  /** Ends it in order. May be called again. */
  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }

  /** Ends all its processes by SIGKILL, the first before its children, and waits until they are gone. */
  async kill(): Promise<void> {
    const { pid, running } = this;
    const tree = treeOf(pid);
    for (const { pid: each } of tree) killed(each);
    await running?.ended;
    await poll(`the end of ${this.title}`, () => !tree.some((each) => isRunning(each.pid)));
    this.running = undefined;
  }
}

const killed = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended with its parent.
  }
};
