import type * as fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

type Disk = typeof fs;
type Act = (...args: unknown[]) => unknown;

let code: string | undefined;
let good = Infinity;
let isLasting = false;
let steps = 0;

/** From now on the disk works; returns how many calls it has had since the fault was set up. */
export const heal = (): number => {
  const taken = steps;
  code = undefined;
  steps = 0;
  return taken;
};

/** After this many good calls one fails with this code of the system; if it is lasting, all that follow do. */
export const breakAfter = (calls: number, fault: string, lasting: boolean): void => {
  [code, good, isLasting, steps] = [fault, calls, lasting, 0];
};

/** Whether the next call has to fail. */
const isFaulty = (): boolean => {
  steps += 1;
  return code !== undefined && (isLasting ? steps > good : steps === good + 1);
};

const fault = (): Error => Object.assign(new Error(`${code ?? ''}: injected`), { code });

/** A write that fails has written a part; one of a stream, its first chunk. */
const writeShort = async (handle: FileHandle, content: unknown): Promise<never> => {
  if (content instanceof Uint8Array) await handle.write(content.subarray(0, content.length / 2));
  else
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      await handle.write(chunk.subarray(0, chunk.length / 2));
      break;
    }
  throw fault();
};

const faultyHandle = (handle: FileHandle): FileHandle =>
  new Proxy(handle, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const act = (member as Act).bind(target);
      // What is open is closed, whatever the disk says.
      if (name !== 'sync' && name !== 'readFile') return act;
      return (...args: unknown[]) => (isFaulty() ? Promise.reject(fault()) : act(...args));
    },
  });

/** The disk itself, with faults that a test sets up; for `jest.mock('node:fs/promises')`. */
export const faultyDisk = (disk: Disk): Disk => {
  const handles = new WeakMap<object, FileHandle>();
  const open = async (...args: Parameters<Disk['open']>): Promise<FileHandle> => {
    const handle = await disk.open(...args);
    const faulty = faultyHandle(handle);
    handles.set(faulty, handle);
    return faulty;
  };
  const writeFile: Disk['writeFile'] = async (file, content, ...more) => {
    const handle = typeof file === 'object' ? handles.get(file) : undefined;
    if (handle && isFaulty()) return writeShort(handle, content);
    return disk.writeFile(handle ?? file, content, ...more);
  };
  const faulty =
    (act: Act): Act =>
    (...args) =>
      isFaulty() ? Promise.reject(fault()) : act(...args);
  const calls = Object.entries(disk).map(([name, member]: [string, unknown]) => {
    const act = name === 'open' ? (open as Act) : (member as Act);
    return [name, typeof member === 'function' ? faulty(act) : member];
  });
  return { ...(Object.fromEntries(calls) as Disk), writeFile };
};
