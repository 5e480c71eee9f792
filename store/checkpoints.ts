import { z } from 'zod';
import { Checkpoint, type StoreCheckpoints } from '../base/checkpoint';
import { hashOf } from '../base/hash';
import { ifThere } from './if-there';
import type { Store } from './store';

/** A checkpoint as it lies in the store and at the server; `seal`: of the worker that has noted it. */
export const SealedCheckpoint = z.object({ checkpoint: Checkpoint, seal: z.string() });
export type SealedCheckpoint = z.infer<typeof SealedCheckpoint>;

export const CHECKPOINT_STATES = ['begun', 'done'] as const;
type State = (typeof CHECKPOINT_STATES)[number];

/** Where the checkpoints of the workers of a queue lie, in `mail/@checkpoints`: a queue may have any name. */
export const checkpointFolder = (namespace: string, queue: string): string =>
  hashOf([namespace, queue]).slice(0, 16);

/** No person has this name. */
const pathOf = (folder: string): string => `mail/@checkpoints/${folder}`;

/** Sorted by number: nine digits are a hundred thousand years of hours. */
const nameOf = (folder: string, { no, id }: Checkpoint, state: State): string =>
  `${pathOf(folder)}/${String(no).padStart(9, '0')}~${id}.${state}`;

const NAME = /\/(?<no>\d{9})~(?<id>[0-9a-f-]{36})\.(?<state>begun|done)$/;

/** Notes a checkpoint in one of its states. */
export const keepCheckpoint = (
  store: Store,
  folder: string,
  sealed: SealedCheckpoint,
  state: State,
): Promise<void> => store.put(nameOf(folder, sealed.checkpoint, state), Buffer.from(JSON.stringify(sealed)));

const sealedIn = (bytes: Buffer): SealedCheckpoint | undefined => {
  try {
    return SealedCheckpoint.safeParse(JSON.parse(bytes.toString())).data;
  } catch {
    return undefined;
  }
};

/** How many of the newest of each state are read, and how many at once. */
const NEWEST = 20;

/** How far back they are looked for among names that count for nothing: months, if these were checkpoints. */
const LOOK_BACK = 2000;

/** `junk`: names that no worker has given. `isClear`: false where there is junk, and nothing that counts could be found. */
type Found = StoreCheckpoints & { junk: readonly string[]; isClear: boolean };

/** The newest checkpoints of the store that count for whoever asks, by `isGood`. */
export const storeCheckpoints = async (
  store: Store,
  folder: string,
  isGood: (sealed: SealedCheckpoint) => boolean,
): Promise<Found> => {
  const names = await store.list(pathOf(folder));
  const read = async (name: string, state: State): Promise<Checkpoint | undefined> => {
    const bytes = await ifThere(store.get(name));
    const sealed = bytes && sealedIn(bytes);
    const isOurs = sealed && nameOf(folder, sealed.checkpoint, state) === name && isGood(sealed);
    return isOurs ? sealed.checkpoint : undefined;
  };
  const newest = async (state: State): Promise<{ good: Checkpoint[]; junk: string[] }> => {
    const own = names.filter((name) => NAME.exec(name)?.groups?.state === state).slice(-LOOK_BACK);
    const good: Checkpoint[] = [];
    const junk: string[] = [];
    while (own.length > 0 && good.length < NEWEST) {
      const some = own.splice(-NEWEST).reverse();
      const found = await Promise.all(some.map((name) => read(name, state)));
      good.push(...found.filter((one) => one !== undefined));
      junk.push(...some.filter((_, at) => !found[at]));
    }
    return { good, junk };
  };
  const [begun, done] = [await newest('begun'), await newest('done')];
  return {
    begun: begun.good,
    done: done.good,
    junk: [...done.junk, ...begun.junk],
    isClear: [begun, done].every(({ good, junk }) => good.length > 0 || junk.length === 0),
  };
};
