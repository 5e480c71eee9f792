import { verifyFolder } from '../../../../archive/verify/bag';
import { ROUND_RECORD } from '../../../../archive/round/paths';
import { anItem } from '../../../../testing/item';
import { FIRST, SECOND, type WholeRound } from '../../../../testing/round';
import { scratchStore } from '../../../../testing/store';
import { aClosedRound, archiveRound, orderFor } from '../../../../tests/support/ended-round';
import type { LedgerRow } from '../../../../domain/round/row';

/** The bag of a round whose ledger says something else of an item in the end; what is wrong with it. */
const faultsAfter = async (change: (round: WholeRound) => void) => {
  const { store } = await scratchStore();
  const round = await aClosedRound(store, change);
  const { bag } = await archiveRound(orderFor(round), store);
  return (await verifyFolder(await store.folder(bag), store.locate(bag))).faults;
};

const rowIn = ({ life }: WholeRound, number: LedgerRow['number']) => {
  const row = life.ledger.row(number);
  if (!row?.logHead) throw new Error(`no line of ${number}`);
  return { row, logHead: row.logHead };
};

test('a round that has seen its items go on is without a fault', async () => {
  expect(await faultsAfter(() => undefined)).toEqual([]);
});

test('a log that went back while the round was open is a fault', async () => {
  const faults = await faultsAfter((round) => {
    const { row, logHead } = rowIn(round, FIRST);
    round.life.note({ ...row, logHead: { ...logHead, hash: anItem().log[0]?.hash ?? logHead.hash } });
  });
  const told = { type: 'item-log-went-back', file: ROUND_RECORD.ledger, item: '2021-03/1.2', cycle: 2 };
  expect(faults).toContainEqual(expect.objectContaining(told));
});

test('the bag of an item that ends before what the round had seen of its log is a fault', async () => {
  const faults = await faultsAfter((round) => {
    const { row, logHead } = rowIn(round, SECOND);
    const entries = logHead.entries + 1;
    round.life.note({ ...row, version: row.version + 1, logHead: { ...logHead, entries } });
  });
  expect(faults).toMatchObject([{ type: 'item-log-lacks', bag: 'bags/2021-03/2.1', entries: 3, found: 2 }]);
});
