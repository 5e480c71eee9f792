import { setTimeout as sleep } from 'node:timers/promises';
import type { Gathered } from './gathered';
import { endedOrWaiting, ledgerAgrees } from './invariants/ends';
import { everyDueNoticeSent } from './invariants/mail';
import type { Tell } from './kept';

/** A mail that has often failed is tried again after five minutes. */
const MOST_MS = 8 * 60_000;
const LOOK_MS = 3_000;

/** What comes about by itself once nothing is in its way. */
const AWAITED = [everyDueNoticeSent, endedOrWaiting, ledgerAgrees];

/** What has not come about yet. */
const awaitedIn = (gathered: Gathered): readonly string[] =>
  AWAITED.flatMap(({ judge }) => judge(gathered).violations);

/** Looks until everything that was due has come about, or for eight minutes. @returns what was seen last */
export const settled = async (look: () => Promise<Gathered>, tell: Tell): Promise<Gathered> => {
  const end = Date.now() + MOST_MS;
  let told: number | undefined;
  for (;;) {
    const gathered = await look();
    const awaited = awaitedIn(gathered);
    if (awaited.length === 0 || Date.now() > end) return gathered;
    if (told !== awaited.length) tell('waiting', `for ${awaited.length}, such as: ${awaited[0] ?? ''}`);
    told = awaited.length;
    await sleep(LOOK_MS);
  }
};
