import type { RoundId } from '../../../base/ids';
import type { Language } from '../../../domain/round/roster';

/** Said whenever a round is taken that was not named this time. */
export const LAST_ROUND: Record<Language, (round: RoundId) => string> = {
  'zh-CN': (round) => `轮次 ${round}（沿用上次）`,
  en: (round) => `Round ${round} (as last time)`,
};
