import { execFile } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { whenParentDies } from '../../client/local/parent-death';
import { hasCode } from '../../store/errors';

const MIB = 1024 ** 2;

/** More than a round of this size ever fills, and little enough to be held in memory when it is full. */
const SIZE_MIB = 192;

/** Waits for everything that we have started to be gone. */
const UNMOUNT = 'sleep 10; umount -- "$1"; rm -rf -- "$1"';

/** A small disk of its own for the store, which can be filled up. */
export interface Disk {
  folder: string;
  /** Whether it can be filled: only root may mount one. */
  canFill: boolean;
  /** Leaves no octet free. */
  fill(): Promise<void>;
  empty(): Promise<void>;
  remove(): Promise<void>;
}

const run = promisify(execFile);

const isMounted = async (folder: string): Promise<boolean> =>
  run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MIB}m,mode=0755`, 'rectify-chaos', folder]).then(
    () => true,
    () => false,
  );

const writeUntilFull = async (file: string): Promise<void> => {
  const handle = await open(file, 'a');
  try {
    for (let size = MIB; size >= 1;) {
      try {
        const { bytesWritten } = await handle.write(Buffer.alloc(size));
        if (bytesWritten < size) size = Math.ceil(size / 2);
      } catch (error) {
        if (!hasCode(error, ['ENOSPC'])) throw error;
        size = size === 1 ? 0 : Math.ceil(size / 2);
      }
    }
  } finally {
    await handle.close();
  }
};

/** Mounts a disk at a folder, which is made; an ordinary folder, which cannot be filled, where we may not. */
export const makeDisk = async (folder: string): Promise<Disk> => {
  await mkdir(folder, { recursive: true });
  const canFill = await isMounted(folder);
  const release = canFill ? whenParentDies(UNMOUNT, folder) : () => undefined;
  const filler = path.join(folder, 'filler');
  return {
    folder,
    canFill,
    fill: () => writeUntilFull(filler),
    empty: () => rm(filler, { force: true }),
    remove: async () => {
      if (canFill) await run('umount', [folder]);
      release();
    },
  };
};
