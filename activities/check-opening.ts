import { ApplicationFailure } from '@temporalio/common';
import { judgeOpening, type OpeningTrust } from '../domain/round/opening/judge';
import type { TrustedKeys } from '../domain/round/opening/trust';
import type { LightActivities } from '../workflows/contract';
import { inEveryLanguage } from './language';

/** The pinned keys cannot be read: nobody can say yet whom to trust. */
export class TrustUnreadable extends Error {
  override readonly name = 'TrustUnreadable';
  /** `file`: where they should be; absent where the operator names no file. */
  constructor(
    readonly file: string | undefined,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** What the operator has set; the pinned keys are read whenever somebody asks, so that a change counts at once. */
export type TrustSource = Omit<OpeningTrust, 'pins'> & {
  /** @throws TrustUnreadable */
  pins: () => Promise<TrustedKeys>;
};

const NO_PINS: TrustedKeys = {};

const pinsOf = async ({ pins }: TrustSource): Promise<TrustedKeys> => {
  try {
    return await pins();
  } catch (error) {
    if (!(error instanceof TrustUnreadable)) throw error;
    const { file, reason } = error;
    const message = inEveryLanguage((say) =>
      file === undefined ? say.trustMissing : say.trustUnreadable(file, reason),
    );
    throw ApplicationFailure.retryable(message, 'TrustUnreadable');
  }
};

/**
 * The activity that decides whether a round may begin. What would be refused whatever is pinned is refused without asking
 * for the pinned keys.
 */
export const createOpeningActivities = (source: TrustSource): Pick<LightActivities, 'checkOpening'> => ({
  async checkOpening(order) {
    const verdict = judgeOpening(order, { ...source, pins: NO_PINS });
    const isOpenToPins = verdict.outcome === 'refused' && verdict.fault === 'body-not-pinned';
    return isOpenToPins ? judgeOpening(order, { ...source, pins: await pinsOf(source) }) : verdict;
  },
});
