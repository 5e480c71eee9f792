import { isDrill } from '../../domain/calendar/clock';
import { civilOf } from '../../domain/calendar/zone';
import { STATUSES } from '../../domain/item/status';
import { words } from '../../domain/language';
import type { RoundInput } from '../messages';
import type { RoundLife } from '../../domain/round/life';
import { realNow } from '../time';

/** The card that the Temporal UI shows for a round. */
export const overview = (round: RoundLife, { clock }: RoundInput): string => {
  const { head, ledger } = round;
  const now = round.timeAt(realNow());
  const totals = ledger.totals(now);
  const zh = words('zh-CN');
  return [
    `### ${head.title}${isDrill(clock) ? '【演练】' : ''}`,
    '',
    `${civilOf(now)} · ${totals.items} 项`,
    '',
    `| ${STATUSES.map((status) => zh.status[status]).join(' | ')} | 超期 |`,
    `|${'---|'.repeat(STATUSES.length + 1)}`,
    `| ${STATUSES.map((status) => totals.byStatus[status]).join(' | ')} | ${totals.overdue} |`,
  ].join('\n');
};
