import type { Client } from '@temporalio/client';
import { bagName } from '../../../../../archive/item/record';
import { type Checkpoint, divergenceOf, isOfRun } from '../../../../../base/checkpoint';
import { iso } from '../../../../../domain/calendar/iso';
import { instant } from '../../../../../domain/calendar/zone';
import type { Seals } from '../../../../../domain/identity/seal';
import type { LedgerRow } from '../../../../../domain/round/row';
import { checkpointFolder, SealedCheckpoint, storeCheckpoints } from '../../../../../store/checkpoints';
import type { Store } from '../../../../../store/store';
import { described } from '../../../../../workflows/described';
import { lastRun } from '../../../../../workflows/last-run';
import { itemWorkflowId, type RoundLedger } from '../../../../../workflows/messages';

/*
 * What shows after a restore: whether the store and the database are of one time, and whether the bags in the store are those
 * that the open rounds know of.
 */

/** `seals`: where this machine has the workers' keys. */
type Place = { client: Client; queue: string; store: Store | undefined; seals?: Seals | undefined };

/** Shown where there is nothing to compare. */
const NOTHING = '–';

const timeOf = (checkpoint: Checkpoint | undefined): string =>
  checkpoint ? iso(instant(checkpoint.at)) : NOTHING;

/**
 * The time of the last checkpoint of workers in both. Fails with the times of both where one of them was restored to an earlier
 * time, or with the names that no worker has given. Without the workers' keys seals are not checked.
 */
export const compareCheckpoints = async ({ client, queue, store, seals }: Place): Promise<string> => {
  if (!store) return NOTHING;
  const folder = checkpointFolder(client.options.namespace, queue);
  const isGood = ({ checkpoint, seal }: SealedCheckpoint): boolean =>
    !seals || seals.isGood(seal, 'checkpoint', { folder, checkpoint });
  const run = await lastRun(client, queue);
  const { data } = SealedCheckpoint.safeParse(run?.said);
  if (run && !(data && isGood(data) && isOfRun(data.checkpoint, run.startedAt)))
    throw new Error(`${run.workflowId} ${run.runId} (not a worker’s)`);
  const server = data?.checkpoint;
  const { junk, isClear, ...stored } = await storeCheckpoints(store, folder, isGood);
  const [first] = junk;
  const found = isClear ? divergenceOf(server, stored) : undefined;
  if (!found && first) throw new Error(`${first} (not a worker’s, 1/${String(junk.length)})`);
  if (!found) return timeOf(server);
  const { behind, last, ahead } = found;
  const [database, kept] = behind === 'server' ? [last, ahead] : [ahead, last];
  throw new Error(`database ${timeOf(database)}, store ${timeOf(kept)}`);
};

/** Whether an item waits since something else has the name of its bag. */
const waitsForBag = async (client: Client, { item, cycle }: LedgerRow): Promise<boolean> => {
  const asked = described(client, itemWorkflowId(item, cycle));
  // One that the server has ended waits for nothing; that it was is another check's to say.
  const found = await asked.catch(() => undefined);
  return (found?.raw.pendingActivities ?? []).some(
    ({ lastFailure }) => lastFailure?.applicationFailureInfo?.type === 'BagOfOther',
  );
};

/** A bag that is missing, or that is there although its item has none yet. */
const wrongBag = async ({ client, store }: { client: Client; store: Store }, row: LedgerRow) => {
  const name = row.archive?.bag ?? bagName(row);
  const isThere = await store.has(name);
  if (row.archive) return isThere ? undefined : `${name} (missing)`;
  if (!isThere) return undefined;
  // A closed item may be about to tell of its bag.
  const isOther = row.status !== 'closed' || (await waitsForBag(client, row));
  return isOther ? `${name} (other)` : undefined;
};

/** So many are looked for together. */
const TOGETHER = 20;

/** How many bags of items of open rounds are there. Fails with those that are missing, or are none of theirs. */
export const compareBags = async (
  { client, store }: Place,
  ledgers: readonly RoundLedger[],
): Promise<string> => {
  if (!store) return NOTHING;
  const rows = ledgers.flatMap((ledger) => ledger.rows);
  const wrong: string[] = [];
  for (let from = 0; from < rows.length; from += TOGETHER) {
    const found = rows.slice(from, from + TOGETHER).map((row) => wrongBag({ client, store }, row));
    wrong.push(...(await Promise.all(found)).filter((one) => one !== undefined));
  }
  if (wrong.length > 0) throw new Error(wrong.join(' '));
  return String(rows.filter(({ archive }) => archive).length);
};
