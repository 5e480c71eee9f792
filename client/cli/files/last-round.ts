import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RoundId } from '../../../base/ids';
import { type Environment, ownFolder } from '../../api/settings';

/** A server of this user's: rounds of one mean nothing on another. */
export type Server = { address: string; namespace: string };

const Memory = z.object({ address: z.string(), namespace: z.string(), round: RoundId });

/** One file for each server, so that two shells never write over each other's. */
const fileOf = (environment: Environment, { address, namespace }: Server): string => {
  const name = createHash('sha256').update(`${address}\n${namespace}`).digest('hex').slice(0, 24);
  return join(ownFolder(environment, 'XDG_STATE_HOME'), 'last-round', `${name}.json`);
};

/** The round that this user named last on a server. A file that is damaged, or about another server, is ignored. */
export const lastRound = async (environment: Environment, server: Server): Promise<RoundId | undefined> => {
  try {
    const text = await readFile(fileOf(environment, server), 'utf8');
    const { address, namespace, round } = Memory.parse(JSON.parse(text));
    return address === server.address && namespace === server.namespace ? round : undefined;
  } catch {
    return undefined;
  }
};

/** Remembers a round, whole or not at all. Only a convenience, so it fails silently. */
export const keepRound = async (environment: Environment, server: Server, round: RoundId): Promise<void> => {
  if ((await lastRound(environment, server)) === round) return;
  const path = fileOf(environment, server);
  const draft = `${path}.${randomUUID()}`;
  try {
    await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
    await writeFile(draft, `${JSON.stringify({ ...server, round })}\n`, { flag: 'wx' });
    await rename(draft, path);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
};
