import type { Client } from '@temporalio/client';
import type { Store } from '../store/store';
import { createArchiveActivities } from './archive/archive-item';
import { createRoundActivities } from './archive/round/archive-round';
import type { LightActivities, SealActivities } from '../workflows/contract';
import type { ReceiptKeys } from './receipts/receipts';
import { createMailboxActivities } from './mailboxes';
import { createSealActivities } from './seals';
import { createStartActivities } from './start-items';

export { createMailActivities } from './mail/send-mail';

/** The activities that need no mail server. */
export const createLightActivities = (
  deps: ReceiptKeys & {
    client: Client;
    taskQueue: string;
    store: Store;
    gatherMs: number;
  },
): LightActivities & SealActivities => ({
  ...createSealActivities(deps),
  ...createStartActivities(deps),
  ...createMailboxActivities(deps),
  ...createArchiveActivities(deps),
  ...createRoundActivities(deps.store),
});
