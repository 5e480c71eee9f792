import { Checkpoint, type StoreCheckpoints } from '../base/checkpoint';
import { hashOf } from '../base/hash';
import { StoreMissing } from './errors';
import type { Store } from './store';

/** A checkpoint as it lies in the store; `seal`: of the worker that has noted it. */
export type SealedCheckpoint = { checkpoint: Checkpoint; seal: string };

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
    const { checkpoint, seal } = JSON.parse(bytes.toString()) as Partial<SealedCheckpoint>;
    const { data } = Checkpoint.safeParse(checkpoint);
    return data && typeof seal === 'string' ? { checkpoint: data, seal } : undefined;
  } catch {
    return undefined;
  }
};

/** How many of the newest of each state are read: one would do, if nobody ever laid anything else there. */
const NEWEST = 20;

/** The newest checkpoints of the store that count for whoever asks, by `isGood`. */
export const storeCheckpoints = async (
  store: Store,
  folder: string,
  isGood: (sealed: SealedCheckpoint) => boolean,
): Promise<StoreCheckpoints> => {
  const names = await store.list(pathOf(folder));
  const read = async (state: State): Promise<Checkpoint[]> => {
    const own = names.filter((name) => NAME.exec(name)?.groups?.state === state).slice(-NEWEST);
    const found = await Promise.all(own.map(async (name) => ({ name, bytes: await bytesOf(store, name) })));
    return found.flatMap(({ name, bytes }) => {
      const sealed = bytes && sealedIn(bytes);
      return sealed && nameOf(folder, sealed.checkpoint, state) === name && isGood(sealed)
        ? [sealed.checkpoint]
        : [];
    });
  };
  return { begun: await read('begun'), done: await read('done') };
};

const bytesOf = async (store: Store, name: string): Promise<Buffer | undefined> => {
  try {
    return await store.get(name);
  } catch (error) {
    if (error instanceof StoreMissing) return undefined;
    throw error;
  }
};
