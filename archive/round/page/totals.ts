import { readable } from '../../../domain/calendar/zone';
import { isMoney, RESULT_KINDS } from '../../../domain/item/result-kind';
import { STATUSES } from '../../../domain/item/states';
import { html, type Markup } from '../../../base/markup';
import type { LedgerSnapshot } from '../../../domain/round/papers';
import { PUBLISHED } from '../../../domain/round/published';
import { type Cell, listing, unbroken, yuan, zh } from '../../item/page/parts';
import { ledgerPath, type RoundRecord } from '../record';

const MOMENT = ['台账', '条', '事由'] as const;

/** The occasion on which a ledger was kept; the figures of a notice are those of its ledger. */
const occasion = (seq: number, log: RoundRecord['log']): Cell => {
  const event = log.find((entry) => entry.seq === seq)?.event;
  if (event?.type === 'notice-published') return `通报《${event.file.title}》`;
  return event?.type === 'round-closed' ? '办结' : '交办';
};

/** The ledger as a file, and when and why it was kept. */
const moment = ({ entry: { seq }, at }: LedgerSnapshot, log: RoundRecord['log']): Cell[] => [
  html`<a href="${ledgerPath(seq)}">${unbroken(readable(at))}</a>`,
  seq,
  occasion(seq, log),
];

/** What was published at each moment, and in the ledger at the beginning and the end. */
export const published = ({ ledgers, log }: RoundRecord): Markup | undefined =>
  listing(
    '对外口径',
    [...MOMENT, ...PUBLISHED.map((one) => zh.published[one]), '合计'],
    ledgers.map((ledger): Cell[] => [
      ...moment(ledger, log),
      ...PUBLISHED.map((one) => ledger.totals.byPublished[one]),
      ledger.totals.items,
    ]),
  );

/** How many items were in each state at these moments; a state in which none ever was is left out. */
export const statuses = ({ ledgers, log }: RoundRecord): Markup | undefined => {
  const seen = STATUSES.filter((status) => ledgers.some(({ totals }) => totals.byStatus[status] > 0));
  return listing(
    '办理状态',
    [...MOMENT, ...seen.map((status) => zh.status[status])],
    ledgers.map((ledger): Cell[] => [
      ...moment(ledger, log),
      ...seen.map((status) => ledger.totals.byStatus[status]),
    ]),
  );
};

/** What the items had brought (整改成效) at these moments; nothing where they never had. */
export const results = ({ ledgers, log }: RoundRecord): Markup | undefined => {
  const seen = RESULT_KINDS.filter((kind) => ledgers.some(({ totals }) => totals.resultTotals?.[kind]));
  if (seen.length === 0) return undefined;
  return listing(
    '整改成效',
    [...MOMENT, ...seen.map((kind) => zh.resultKind[kind])],
    ledgers.map((ledger): Cell[] => [
      ...moment(ledger, log),
      ...seen.map((kind) => {
        const figure = ledger.totals.resultTotals?.[kind] ?? 0;
        return isMoney(kind) ? yuan(figure) : figure;
      }),
    ]),
  );
};
