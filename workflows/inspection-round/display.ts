import { isDrill } from '../../domain/calendar/clock';
import { civilOf, type Instant } from '../../domain/calendar/zone';
import { STATUSES } from '../../domain/item/status';
import { words } from '../../domain/language';
import type { RoundInput } from '../messages';
import type { Ledger } from './ledger';

/** The card that the Temporal UI shows for a round. */
export const overview = (ledger: Ledger, { head, clock }: RoundInput, now: Instant): string => {
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
