import {
  condition,
  continueAsNew,
  ParentClosePolicy,
  setCurrentDetails,
  setHandler,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import { domainTime } from '../../domain/calendar/clock';
import type { Instant } from '../../domain/calendar/zone';
import { LedgerRow } from '../../domain/round/row';
import { officeNumber, type PlannedItem } from '../../domain/round/plan';
import {
  itemWorkflowId,
  type ItemInput,
  ledgerQuery,
  type RoundInput,
  roundQuery,
  rowSignal,
  totalsQuery,
} from '../messages';
import { rectificationItem } from '../rectification-item';
import { KEYS } from '../search-attributes';
import { realNow } from '../time';
import { birthOf } from './birth';
import { overview } from './display';
import { Ledger } from './ledger';

/** How many items are started at once, and how long a start takes at most, in milliseconds of real time. */
const BATCH = 50;
const START_TIME = 25;

/** One inspection of one body: starts its items and keeps their ledger. It stays open, for items may come back. */
export async function inspectionRound(input: RoundInput, rows: LedgerRow[] = []): Promise<never> {
  const ledger = new Ledger(rows);
  const assignedAt = domainTime(input.clock, realNow() + input.items.length * START_TIME);
  for (const item of input.items) ledger.open(birthOf(input, item, assignedAt));
  listen(ledger, input);
  await startItems(input, assignedAt);
  const { items, ...rest } = input;
  for (;;) {
    setCurrentDetails(overview(ledger, input, domainTime(input.clock, realNow())));
    ledger.changed = false;
    await condition(() => ledger.changed);
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof inspectionRound>({ ...rest, items: [] }, ledger.rows);
  }
}

const listen = (ledger: Ledger, { head, calendar, clock }: RoundInput): void => {
  const view = () => ({ head, calendar, clock, now: domainTime(clock, realNow()) });
  setHandler(
    rowSignal,
    (row) => {
      const parsed = LedgerRow.safeParse(row);
      if (parsed.success) ledger.note(parsed.data);
    },
    { description: '事项报送台账 · an item reports its line of the ledger' },
  );
  setHandler(roundQuery, view, { description: '轮次 · the round' });
  setHandler(totalsQuery, () => ledger.totals(view().now), { description: '合计 · totals' });
  setHandler(ledgerQuery, () => ({ ...view(), rows: ledger.rows, totals: ledger.totals(view().now) }), {
    description: '台账 · the ledger',
  });
};

const startItems = async (input: RoundInput, assignedAt: Instant): Promise<void> => {
  for (let from = 0; from < input.items.length; from += BATCH) {
    const batch = input.items.slice(from, from + BATCH);
    await Promise.all(batch.map((item) => startItem(input, item, assignedAt)));
  }
};

const startItem = async (input: RoundInput, item: PlannedItem, assignedAt: Instant): Promise<void> => {
  const birth = birthOf(input, item, assignedAt);
  const itemInput: ItemInput = { schemaVersion: 1, ...birth };
  await startChild(rectificationItem, {
    args: [itemInput],
    workflowId: itemWorkflowId(birth.item, birth.cycle),
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    parentClosePolicy: ParentClosePolicy.ABANDON,
    typedSearchAttributes: [{ key: KEYS.round, value: input.head.round }],
    staticSummary: `${officeNumber(item.number)} ${Array.from(item.problem).slice(0, 40).join('')}`,
    staticDetails: `${input.head.title} · ${item.category}`,
  });
};
