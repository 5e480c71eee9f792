import type { Client } from '@temporalio/client';
import type { Seals } from '../domain/identity/seal';
import type { Store } from '../store/store';
import { createArchiveActivities } from './archive/archive-item';
import { createRoundActivities } from './archive/round/archive-round';
import type { LightActivities } from '../workflows/contract';
import { createOpeningActivities, type TrustSource } from './check-opening';
import { createMailboxActivities } from './mailboxes';
import { createStartActivities } from './start-items';

export { type TrustSource, TrustUnreadable } from './check-opening';
export { createMailActivities } from './mail/send-mail';

/** The activities that need no mail server. */
export const createLightActivities = (deps: {
  client: Client;
  taskQueue: string;
  store: Store;
  seals: Seals;
  trust: TrustSource;
  gatherMs: number;
}): LightActivities => ({
  ...createOpeningActivities(deps.trust),
  ...createStartActivities(deps),
  ...createMailboxActivities(deps),
  ...createArchiveActivities(deps.store),
  ...createRoundActivities(deps.store),
});
