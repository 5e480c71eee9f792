import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Bug } from './bug';

const run = promisify(execFile);

/** What git knows of the checkout, and what is new in it. */
const filesOf = async (root: string): Promise<string[]> => {
  const { stdout } = await run('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 2 ** 26,
  });
  return stdout.split('\0').filter((file) => file !== '');
};

/** Hard links where the disk is the same: a build writes into the folder. */
const linkModules = async (root: string, to: string): Promise<void> => {
  const from = join(root, 'node_modules');
  await run('cp', ['-al', from, to]).catch(() => symlink(from, join(to, 'node_modules')));
};

/** `was` is not exactly once in its file. */
export class NotThere extends Error {
  override readonly name = 'NotThere';
  constructor({ name, file }: Bug, times: number) {
    super(`${name}: its text is ${times} times in ${file}, not once`);
  }
}

/** The text of the file with the bug in it. @throws NotThere */
export const withBug = (text: string, bug: Bug): string => {
  const times = text.split(bug.was).length - 1;
  if (times !== 1) throw new NotThere(bug, times);
  return text.replace(bug.was, () => bug.is);
};

/** A copy of the checkout in a temporary folder, where bugs are planted: never in the checkout itself. */
export class Copy {
  private isBuilt = false;

  private constructor(readonly path: string) {}

  static async of(root: string): Promise<Copy> {
    // Always the same for a checkout, so that what Jest has compiled counts again.
    const path = join(
      tmpdir(),
      `rectify-planted-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`,
    );
    await mkdir(path).catch(() => {
      throw new Error(`${path} is there: another run is at work, or was killed. Remove it, and try again.`);
    });
    for (const file of await filesOf(root)) {
      await mkdir(dirname(join(path, file)), { recursive: true });
      await cp(join(root, file), join(path, file), { verbatimSymlinks: true });
    }
    await linkModules(root, path);
    // Tests ask git for the files of the project.
    await run('git', ['init', '-q'], { cwd: path });
    await run('git', ['add', '-A'], { cwd: path });
    return new Copy(path);
  }

  private async write(file: string, text: string): Promise<void> {
    this.isBuilt = false;
    await writeFile(join(this.path, file), text);
  }

  /** Resolves to what takes the bug out again. @throws NotThere */
  async plant(bug: Bug): Promise<() => Promise<void>> {
    const clean = await readFile(join(this.path, bug.file), 'utf8');
    await this.write(bug.file, withBug(clean, bug));
    return () => this.write(bug.file, clean);
  }

  /** Builds what runs, once for each state of the sources. */
  async build(): Promise<void> {
    if (this.isBuilt) return;
    await run('nice', ['-n', '19', process.execPath, 'scripts/build.mjs'], { cwd: this.path });
    this.isBuilt = true;
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
