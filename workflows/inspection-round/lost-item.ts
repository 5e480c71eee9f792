import { proxyActivities } from '@temporalio/workflow';
import { itemId } from '../../base/ids';
import type { LifeFound } from '../../domain/item/lost';
import type { RoundCommand } from '../../domain/round/command';
import type { RoundLife } from '../../domain/round/life';
import type { LightActivities } from '../contract';
import { itemWorkflowId } from '../messages';
import type { RunLength } from '../run-length';
import { PATIENT } from '../time';

const { findLife } = proxyActivities<LightActivities>({
  startToCloseTimeout: '20 seconds',
  retry: PATIENT,
  summary: '核实事项流程是否已中断 · look whether the workflow of an item was ended',
});

/** What a round has to learn before it can decide whether to restore an item. */
export class LostItems {
  private hasAsked = false;

  constructor(
    private readonly round: RoundLife,
    private readonly length: RunLength,
  ) {}

  /** How the server has the item that is to be restored; nothing for other commands, nor for one that has its answer. */
  learn(command: RoundCommand): Promise<LifeFound> | undefined {
    const { round } = this;
    if (command.type !== 'restore' || round.answered(command.id)) return undefined;
    // One that is refused then is in the history all the same.
    this.length.took();
    this.hasAsked = true;
    return findLife(itemWorkflowId(itemId(round.head.round, command.item), command.cycle));
  }

  /** The run has become longer since the last `catchUp`. */
  get hasNews(): boolean {
    return this.hasAsked;
  }

  catchUp(): void {
    this.hasAsked = false;
  }
}
