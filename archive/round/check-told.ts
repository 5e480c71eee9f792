import { ledgersKept } from '../../domain/round/papers';
import { drillLabel, hasOurForm } from '../item/bag-info';
import { infoCompared, pageCompared } from '../compare';
import { roundInfoOf } from './bag-info';
import type { RoundFault } from './record-fault';
import { roundPage } from './page/page';
import { ROUND_RECORD } from './paths';
import type { RoundContent } from './read';
import type { RoundRecord } from './record';

/** Whatever a bag holds in the place of a record: only using it shows whether it is one. */
const recordIn = (content: RoundContent): RoundRecord | undefined => {
  const { round, planInForce: head, planImported: plan, calendar, log, bags } = content;
  if (!round || !head || !plan || !calendar || !log || !bags) return undefined;
  const ledgers = content.ledgers.map(([, ledger]) => ledger).sort((a, b) => a.entry.seq - b.entry.seq);
  if (ledgers.length !== ledgersKept(log).length) return undefined;
  const { born, drill } = round;
  const optional = drill === undefined ? {} : { drill };
  const record = { head, calendar, born, log, plan, ledgers, bags: bags.bags, ...optional };
  return record as unknown as RoundRecord;
};

/**
 * Page and label agree with the record. Use only where the record holds together. A bag whose record has another form
 * passes: another version made it differently.
 */
export const roundTold = (content: RoundContent): RoundFault[] => {
  const { info, page } = content;
  const record = hasOurForm(info) ? recordIn(content) : undefined;
  if (!record || page === undefined) return [];
  return [
    // A round that was no drill is not to be called one.
    ...infoCompared(info, () => ({ ...drillLabel(''), ...roundInfoOf(record) })),
    ...pageCompared(ROUND_RECORD.page, page, () => roundPage(record)),
  ];
};
