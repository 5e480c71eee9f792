import type { Client } from '@temporalio/client';
import type { LightActivities } from '../workflows/contract';
import { described } from '../workflows/described';
import { lifeFound } from '../workflows/life-found';

/** The activity by which a round learns whether the server has ended an item. */
export const createFindingActivities = (client: Client): Pick<LightActivities, 'findLife'> => ({
  findLife: (id) => lifeFound(described(client, id, { others: true })),
});
