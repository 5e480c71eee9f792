import { words } from '../../domain/language';
import { PUBLISHED } from '../../domain/round/published';
import type { RoundLedger } from '../../workflows/messages';

/** The shortest notice of a round that has every figure of its ledger. */
export const noticeText = ({ head: { body }, totals }: RoundLedger): string => {
  const { published } = words('zh-CN');
  const counts = PUBLISHED.map((one) => `${published[one]}${totals.byPublished[one]}项`);
  return `${body}关于巡察整改进展情况的通报\n反馈的${totals.items}项问题中，${counts.join('，')}。\n`;
};
