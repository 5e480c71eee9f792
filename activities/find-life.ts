import type { Client } from '@temporalio/client';
import type { LightActivities } from '../workflows/contract';
import { lifeFound } from '../workflows/life-found';

/** The activity by which a round learns whether the server has ended an item. */
export const createFindingActivities = ({
  workflow,
}: Pick<Client, 'workflow'>): Pick<LightActivities, 'findLife'> => ({
  findLife: (id) => lifeFound(workflow.getHandle(id).describe()),
});
