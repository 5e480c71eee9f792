import { proxyActivities } from '@temporalio/workflow';
import { itemId } from '../../base/ids';
import type { LifeFound } from '../../domain/item/lost';
import type { RoundCommand } from '../../domain/round/command';
import type { RoundLife } from '../../domain/round/life';
import type { LightActivities } from '../contract';
import { itemWorkflowId } from '../messages';
import { PATIENT } from '../time';

const { findLife } = proxyActivities<LightActivities>({
  startToCloseTimeout: '20 seconds',
  retry: PATIENT,
  summary: '核实事项流程是否已中断 · look whether the workflow of an item was ended',
});

/**
 * What a round has to learn before it can decide on a command: whether the item that is to be restored is lost. Nothing
 * for any other command, nor for one that has its answer.
 */
export const learnFor = (round: RoundLife, command: RoundCommand): Promise<LifeFound> | undefined => {
  if (command.type !== 'restore' || round.answered(command.id)) return undefined;
  return findLife(itemWorkflowId(itemId(round.head.round, command.item), command.cycle));
};
