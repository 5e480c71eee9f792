import { isCancellation, proxyActivities } from '@temporalio/workflow';
import type { LightActivities } from '../contract';
import { toPayload } from '../../base/deflated';
import type { RoundLife } from '../../domain/round/life';
import type { RoundPaper } from '../../domain/round/papers';
import type { RoundStarted } from '../started';
import { PATIENT, realNow } from '../time';

const { keepPaper: keep } = proxyActivities<LightActivities>({
  startToCloseTimeout: '5 minutes',
  retry: PATIENT,
  summary: '保存台账 · save the ledger to the store',
});

const keepPaper = async (round: RoundLife, { name, content }: RoundPaper): Promise<void> => {
  round.kept(name, await keep({ name, content: toPayload(content) }));
};

/** Reads every bag of the round again, which takes a while. */
const { archiveRound } = proxyActivities<LightActivities>({
  startToCloseTimeout: '6 hours',
  heartbeatTimeout: '1 minute',
  retry: PATIENT,
  summary: '轮次归档 · write and verify the bag of the round',
});

/** Has the store keep the papers of a round, one at a time; an unreachable store delays only the archive. */
export class PaperKeeper {
  private isBusy = false;

  /** `show` brings the card of the round up to date. */
  constructor(
    private readonly round: RoundLife,
    private readonly show: () => void,
  ) {}

  goOn(): void {
    const { paper } = this.round;
    if (this.isBusy || !paper) return;
    this.isBusy = true;
    keepPaper(this.round, paper)
      .then(() => {
        this.isBusy = false;
        this.show();
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  /** Something could be kept, or all is kept and the record of the round can be written. */
  get hasNews(): boolean {
    return this.round.readyToArchive || (!this.isBusy && this.round.paper !== undefined);
  }
}

/** Has the record of a closed round written and verified, and notes it. */
export const archive = async (round: RoundLife, { clock }: RoundStarted): Promise<void> => {
  for (const paper of round.closingPapers()) await keepPaper(round, paper);
  const { head, calendar, born, log, digests, openingRecord: opening } = round;
  const now = () => round.timeAt(realNow());
  const order = { head, calendar, born, log, clock, digests, at: now(), ...(opening && { opening }) };
  round.archived(await archiveRound(toPayload(order)), now());
};
