import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../client/cli/main';
import { generateKey, type SigningKey, writeKeyFile } from '../../client/keys';
import { aScreen, type Screen } from '../../testing/screen';
import { instant } from '../../domain/calendar/zone';
import type { VirtualWorld } from './virtual-world';
import { jsonOf } from '../../testing/json-of';

export type Ended = { exit: number; out: string; err: string; json: unknown };

/** The command line of a person in a world of its own: everything but the process is real. */
export class CliWorld {
  private readonly keys = new Map<string, SigningKey>();

  /** `makeKey`: the keys of people who have some already. */
  constructor(
    private readonly world: VirtualWorld,
    private readonly makeKey: (person: string) => SigningKey = generateKey,
  ) {}

  keyOf(person: string): SigningKey {
    const key = this.keys.get(person) ?? this.makeKey(person);
    this.keys.set(person, key);
    return key;
  }

  /** The key rings of people as written in a plan. */
  ringsOf(people: readonly string[]) {
    return Object.fromEntries(
      people.map((person) => {
        const { kid, x } = this.keyOf(person);
        return [person, [{ kid, x, from: instant(0) }]];
      }),
    );
  }

  /** Writes the key of a person into a file, which `--key` names. */
  async keyFile(person: string): Promise<string> {
    const file = path.join(await mkdtemp(path.join(this.world.folder, 'key-')), `${person}.json`);
    await writeKeyFile(file, this.keyOf(person));
    return file;
  }

  private get environment() {
    const { env, taskQueue, storeUrl, folder } = this.world;
    return {
      LANG: 'zh_CN.UTF-8',
      TEMPORAL_ADDRESS: env.address,
      TASK_QUEUE: taskQueue,
      STORE: storeUrl,
      XDG_CONFIG_HOME: folder,
      TMPDIR: folder,
    };
  }

  /**
   * Runs a verb as a person who says yes to every question; what happens `meanwhile`, happens after it was shown
   * what it decides on, and before the answer is given.
   */
  async tell(args: readonly string[], meanwhile?: () => Promise<unknown>): Promise<Ended> {
    const screen = aScreen({ interactive: true, environment: this.environment });
    const ask = async (): Promise<string> => {
      await meanwhile?.();
      return 'y';
    };
    const exit = await run([...args, '--json'], { ...screen, ask });
    const { out, err } = screen.written;
    return { exit, out, err, json: out === '' ? undefined : jsonOf(args, out) };
  }

  /** Runs a verb as a person at a screen of whom `answers` are known, or in a script where there are none. */
  async talk(
    args: readonly string[],
    answers?: string[],
    more: Parameters<typeof aScreen>[0] = {},
  ): Promise<{ exit: number; screen: Screen }> {
    const environment = { ...this.environment, ...more.environment };
    const screen = aScreen({
      interactive: answers !== undefined,
      ...(answers && { answers }),
      ...more,
      environment,
    });
    return { exit: await run(args, screen), screen };
  }
}
