import { execFile } from 'node:child_process';
import path from 'node:path';
import type { RealWorld } from './real-world';
import { inRepository } from '../../testing/repository';
import { examplePlan } from '../../examples/plan-path';
import { jsonOf } from '../../testing/json-of';

const ROOT = inRepository();

/** The round of 2021, as it comes with the program. */
export const EXAMPLE = examplePlan('round-2021');

export type Ended = { code: number; out: string; err: string };

/** How long a verb may take at most, in milliseconds, whatever it meets; it is killed then. */
const PATIENCE = 60_000;

/** The command line as a person would use it in a world: each verb in its own process without a terminal. */
export class CommandLine {
  constructor(private readonly world: () => RealWorld) {}

  run(args: readonly string[], more: Record<string, string> = {}): Promise<Ended> {
    const { folder, environment } = this.world();
    const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', ...environment, ...more };
    const bin = path.join(ROOT, 'bin/rectify.js');
    return new Promise((resolve) => {
      execFile(process.execPath, [bin, ...args], { env, timeout: PATIENCE }, (error, out, err) => {
        resolve({ code: error ? Number(error.code ?? -1) : 0, out, err });
      });
    });
  }

  /** The value that a verb prints with `--json`, when it has ended well. */
  async json(args: readonly string[], more: Record<string, string> = {}): Promise<unknown> {
    const { code, out, err } = await this.run([...args, '--json'], more);
    if (code !== 0) throw new Error(`rectify ${args.join(' ')} ended with ${code}: ${err}${out}`);
    return jsonOf(args, out);
  }
}
