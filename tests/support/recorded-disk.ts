import type * as fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

type Disk = typeof fs;
type Act = (...args: unknown[]) => Promise<unknown>;

/** What a disk has done that outlasts a power cut, or gives a thing its name. */
export type DiskDeed = 'written' | 'file synced' | 'folder synced' | 'named';

const did: DiskDeed[] = [];

/** What was done since this was asked last, each once it was done. */
export const disksDeeds = (): DiskDeed[] => did.splice(0);

const noting = async <T>(deed: DiskDeed, work: Promise<T>): Promise<T> => {
  const done = await work;
  did.push(deed);
  return done;
};

const recordedHandle = (handle: FileHandle, isFolder: boolean): FileHandle =>
  new Proxy(handle, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const act = (member as Act).bind(target);
      return name === 'sync' ? () => noting(isFolder ? 'folder synced' : 'file synced', act()) : act;
    },
  });

/** The disk itself, which notes what it does; for `jest.mock('node:fs/promises')`. */
export const recordedDisk = (disk: Disk): Disk => {
  const handles = new WeakMap<object, FileHandle>();
  const open: Disk['open'] = async (...args) => {
    const handle = await disk.open(...args);
    const recorded = recordedHandle(handle, (await handle.stat()).isDirectory());
    handles.set(recorded, handle);
    return recorded;
  };
  const writeFile: Disk['writeFile'] = (file, ...more) => {
    const handle = typeof file === 'object' ? handles.get(file) : undefined;
    return noting('written', disk.writeFile(handle ?? file, ...more));
  };
  return {
    ...disk,
    open,
    writeFile,
    link: (...args) => noting('named', disk.link(...args)),
    rename: (...args) => noting('named', disk.rename(...args)),
  };
};
