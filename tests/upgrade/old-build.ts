import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Client } from '@temporalio/client';
import type { Calendar } from '../../domain/calendar/calendar';
import type { Clock } from '../../domain/calendar/clock';
import { inRepository } from '../../testing/repository';

/** The hands of people on an item, by the client of that time. */
export type OldHands = {
  acknowledge(): Promise<unknown>;
  work(): Promise<unknown>;
  approve(): Promise<unknown>;
  tell(by: string, type: string, fields: object): Promise<unknown>;
};

type OldRectify = { importPlan(plan: object, calendar: Calendar, clock: Clock): Promise<unknown> };

/** What `keep.mjs` has put into `client.js`. */
type OldClient = {
  Rectify: new (client: Client) => OldRectify;
  Hands: new (rectify: OldRectify, storeUrl: string, item: string) => OldHands;
  planOf: (given: { round: string; items: number; deadline: string }) => object;
  calendar2021: Calendar;
};

export type OldBuild = {
  /** The program of its worker. */
  worker: string;
  client: OldClient;
};

/** Unpacks a build that is kept in `builds`, into a folder of its own. */
export const oldBuild = async (commit: string, folder: string): Promise<OldBuild> => {
  const kept = inRepository(path.join('tests/upgrade/builds', commit));
  const dist = path.join(folder, commit, 'dist');
  await mkdir(dist, { recursive: true });
  await symlink(inRepository('node_modules'), path.join(folder, commit, 'node_modules'));
  for (const name of await readdir(kept)) {
    const code = brotliDecompressSync(await readFile(path.join(kept, name)));
    await writeFile(path.join(dist, path.basename(name, '.br')), code);
  }
  const client = (await import(path.join(dist, 'client.js'))) as OldClient;
  return { worker: path.join(dist, 'worker.js'), client };
};
