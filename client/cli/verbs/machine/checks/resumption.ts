import { resetPoint } from '../../../../api/reset-point';
import type { End } from '../../../../../domain/item/lost';
import type { Server } from './server';

/** How a workflow was ended, and to which event it is reset to go on from there: `round/2021-03 (terminated, --event-id 7)`. */
export const resumption = async (
  { client, say }: Pick<Server, 'client' | 'say'>,
  workflowId: string,
  how: End,
): Promise<string> => {
  const point = await resetPoint(client, workflowId);
  if (point === 'forbidden') return `${workflowId} (${how}, --event-id ${say.askOperator})`;
  return `${workflowId} (${how}${point === undefined ? '' : `, --event-id ${point}`})`;
};
