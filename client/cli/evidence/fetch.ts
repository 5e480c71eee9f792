import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Sha512 } from '../../../base/ids';
import type { NumberedEvidence } from '../../../domain/evidence/versions';
import { digestOf } from '../../../store/digest';
import { EvidenceDamaged, hasCode, StoreMissing } from '../../../store/errors';
import { openChecked } from '../../../store/evidence';
import { StoreFault } from '../../../store/fault';
import type { Store } from '../../../store/store';
import type { Cli } from '../context';
import { progressBar } from '../terminal/progress-bar';
import { type EvidenceFault, Trouble } from '../trouble/trouble';

export type EvidenceStore = Pick<Store, 'openEvidence'>;

/** What is wrong with a stored file; undefined for any other fault. */
export const evidenceFaultOf = (error: unknown): EvidenceFault | undefined => {
  if (error instanceof StoreMissing) return 'missing';
  return error instanceof EvidenceDamaged ? 'damaged' : undefined;
};

/**
 * Passes a stored file on while it is hashed, with a bar for a person who waits.
 * @throws StoreMissing, EvidenceDamaged, StoreFault
 */
export async function* watched(
  { terminal }: Pick<Cli, 'terminal'>,
  store: EvidenceStore,
  file: NumberedEvidence,
): AsyncGenerator<Uint8Array> {
  const bar = progressBar(terminal, file.title, file.size);
  let octets = 0;
  try {
    for await (const chunk of openChecked(store, file)) {
      octets += chunk.length;
      bar.at(octets);
      yield chunk;
    }
  } finally {
    bar.end();
  }
}

const explained = (error: unknown, { no, title }: NumberedEvidence, folder: string): unknown => {
  const fault = evidenceFaultOf(error);
  if (fault) return new Trouble({ type: 'bad-evidence', no, title, fault });
  return error instanceof StoreFault ? error : new Trouble({ type: 'cannot-write', path: folder });
};

/**
 * Copies a stored file into a folder, under a name of no meaning; nothing is left there unless it is what was handed in.
 * @throws Trouble `bad-evidence`, `cannot-write`; StoreFault
 */
export const fetchInto = async (
  folder: string,
  file: NumberedEvidence,
  { cli, store }: { cli: Pick<Cli, 'terminal'>; store: EvidenceStore },
): Promise<string> => {
  const draft = join(folder, `.${randomUUID()}.part`);
  try {
    await pipeline(watched(cli, store, file), createWriteStream(draft, { flags: 'wx', flush: true }));
    return draft;
  } catch (error) {
    await rm(draft, { force: true });
    throw explained(error, file, folder);
  }
};

/** Of a name that is taken: `1.2-03 清单 (2).pdf`. */
const numbered = (name: string, time: number): string =>
  time === 1 ? name : name.replace(/(\.[^. ]*)?$/, ` (${time})$1`);

/** Takes a name, if nothing has it; nothing that is there is ever overwritten. */
const take = async (path: string): Promise<boolean> => {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if (hasCode(error, ['EEXIST'])) return false;
    throw error;
  }
};

/** Whether a name has the very file already; what cannot be read is another one. */
const has = async (path: string, sha512: Sha512): Promise<boolean> =>
  digestOf(createReadStream(path)).then(
    (found) => found.sha512 === sha512,
    () => false,
  );

/**
 * Gives a draft its name in its folder, or the next that is free. Where the name has the very content already, it stays
 * and the draft goes.
 * @throws Trouble `cannot-write`
 */
export const settleAs = async (
  name: string,
  draft: string,
  { folder, sha512 }: { folder: string; sha512: Sha512 },
): Promise<string> => {
  try {
    for (let time = 1; ; time += 1) {
      const path = join(folder, numbered(name, time));
      if (await take(path)) {
        await rename(draft, path);
        return path;
      }
      if (await has(path, sha512)) return path;
    }
  } catch {
    throw new Trouble({ type: 'cannot-write', path: join(folder, name) });
  } finally {
    await rm(draft, { force: true });
  }
};
