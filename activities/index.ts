import type { Client } from '@temporalio/client';
import type { Store } from '../store/store';
import { createArchiveActivities } from './archive/archive-item';
import { createRoundActivities } from './archive/round/archive-round';
import type { LightActivities, SealActivities } from '../workflows/contract';
import { createOpeningActivities, type TrustSource } from './check-opening';
import { createFindingActivities } from './find-life';
import { createMailboxActivities } from './mailboxes';
import { createSealActivities, type SealTerms } from './seals';
import { createStartActivities } from './start-items';
import { createBirthActivities } from './tell-births';

export { briefFailures } from './brief-failures';
export { type TrustSource, TrustUnreadable } from './check-opening';
export { ClockAhead } from './clock-ahead';
export { onlyInWorkflows } from './in-workflows';
export { createMailActivities } from './mail/send-mail';
export { type Learned, measuredFor } from './measured';
export { Waits } from './waits';

/** The activities that need no mail server. */
export const createLightActivities = (
  deps: SealTerms & {
    client: Client;
    taskQueue: string;
    store: Store;
    trust: TrustSource;
    gatherMs: number;
  },
): LightActivities & SealActivities => ({
  ...createSealActivities(deps),
  ...createOpeningActivities(deps.trust),
  ...createStartActivities(deps),
  ...createBirthActivities(deps),
  ...createFindingActivities(deps.client),
  ...createMailboxActivities(deps),
  ...createArchiveActivities(deps),
  ...createRoundActivities(deps.store),
});
