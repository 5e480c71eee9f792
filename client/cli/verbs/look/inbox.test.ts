import { itemId, ItemNumber } from '../../../../base/ids';
import { aBirth, aContext, at, date, PEOPLE, PLANNED } from '../../../../testing/world';
import { ItemLife } from '../../../../domain/item/life';
import type { LedgerRow } from '../../../../domain/round/row';
import { aLedger as ledgerOf } from '../../../../testing/ledger';
import { waitingFor } from './inbox';

const NOW = at('2021-06-28');

const aRow = (number: string, more: Partial<LedgerRow> = {}): LedgerRow => {
  const planned = { ...PLANNED, number: ItemNumber.parse(number) };
  const birth = aBirth({ planned }, { item: itemId(aContext().round.id, planned.number) });
  return { ...new ItemLife(birth).firstRow(), status: 'in-progress', ...more };
};

const aLedger = (rows: LedgerRow[]) => ledgerOf(rows, NOW);

const numbers = (waiting: ReturnType<typeof waitingFor>) => waiting.map(({ row }) => row.number);

test('what waits for a person is listed worst first, over all rounds', () => {
  const one = aLedger([
    aRow('1.1', { deadline: date('2021-12-31') }),
    aRow('1.2', { deadline: date('2021-06-10') }),
  ]);
  const other = aLedger([
    aRow('2.1', { deadline: date('2021-06-29') }),
    aRow('2.2', { deadline: date('2021-06-01') }),
  ]);
  expect(numbers(waitingFor([one, other], () => [PEOPLE.handler]))).toEqual(['2.2', '1.2', '2.1', '1.1']);
});

test('an item without a deadline comes last', () => {
  const { deadline, ...endless } = aRow('1.1');
  const ledger = aLedger([endless, aRow('1.2', { deadline: date('2021-12-31') })]);
  expect(deadline).toBeDefined();
  expect(numbers(waitingFor([ledger], () => [PEOPLE.handler]))).toEqual(['1.2', '1.1']);
});

test('an item waits only for the person whose turn it is', () => {
  const review = { since: NOW, deadline: date('2021-07-01') };
  const ledger = aLedger([
    aRow('1.1'),
    aRow('1.2', { status: 'leader-review', review }),
    aRow('1.3', { status: 'closed' }),
  ]);
  expect(numbers(waitingFor([ledger], () => [PEOPLE.handler]))).toEqual(['1.1']);
  expect(numbers(waitingFor([ledger], () => [PEOPLE.leader]))).toEqual(['1.2']);
  expect(numbers(waitingFor([ledger], () => [PEOPLE.acceptor]))).toEqual([]);
});

test('what is proposed about persons comes before work that is merely due, the gravest first', () => {
  const day = date('2021-06-25');
  const ledger = aLedger([
    aRow('1.1', { status: 'leader-review', review: { since: NOW, deadline: day } }),
    aRow('1.2', { proposals: [{ rung: 'urging-letter', day }] }),
    aRow('1.3', { proposals: [{ rung: 'talk', day }] }),
  ]);
  const office = waitingFor([ledger], () => [PEOPLE.office, PEOPLE.leader]);
  expect(office.map(({ row, waiting }) => [row.number, waiting.task])).toEqual([
    ['1.3', 'decide-proposal'],
    ['1.2', 'decide-proposal'],
    ['1.1', 'approve'],
  ]);
});
