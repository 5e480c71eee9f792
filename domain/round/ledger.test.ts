import { hashOf } from '../../base/hash';
import { anItem, give, NOW } from '../../testing/item';
import { instant } from '../calendar/zone';
import { ItemLife, type ItemMemory } from '../item/life';
import { aBirth } from '../../testing/world';
import { Ledger } from './ledger';
import type { LedgerRow } from './row';

const HOUR = 3_600_000;
const later = (hours: number) => instant(NOW + hours * HOUR);

/** What an item reports, after something has happened to it. */
const reported = (life: ItemLife): LedgerRow => {
  const row = life.takeRow();
  if (!row) throw new Error('nothing has changed');
  return row;
};

/** A ledger that has seen an item go into review and come back, and the memory that the item had before. */
const seenReturn = () => {
  const life = anItem('leader-review');
  const before = structuredClone<ItemMemory>(life.remember());
  const ledger = new Ledger([reported(life)]);
  give(life, 'return', later(1));
  const returned = reported(life);
  ledger.note(returned);
  ledger.catchUp();
  return { ledger, life, returned, before };
};

const lineIn = (ledger: Ledger): LedgerRow | undefined => ledger.rows[0];

test('an item that goes on reports how far its log went, and no more often than its line changes', () => {
  const { ledger, life, returned } = seenReturn();
  expect(returned.logHead).toEqual({ entries: life.log.length, hash: life.log.at(-1)?.hash, at: later(1) });
  give(life, 'comment', later(2));
  expect(life.takeRow()).toBeUndefined();
  expect(lineIn(ledger)).toEqual(returned);
});

test('a report that comes late or twice changes nothing, and is no log that went back', () => {
  const life = anItem('in-progress');
  const first = reported(life);
  give(life, 'report-progress', later(1), { text: '已清点过半' });
  const second = reported(life);
  const ledger = new Ledger([]);
  for (const row of [second, first, second, first]) ledger.note(row);
  expect(lineIn(ledger)).toEqual(second);
});

test('an item that was reset to before a return is marked for ever, and its line is what it is now', () => {
  const { ledger, returned, before } = seenReturn();
  const again = new ItemLife(aBirth(), before);
  give(again, 'approve', later(3));
  const approved = reported(again);
  expect(approved.version).toBeLessThanOrEqual(returned.version);
  ledger.note(approved);
  expect(ledger.hasNews).toBe(true);
  const logWentBack = { cycle: 1, from: returned.logHead, to: approved.logHead };
  expect(lineIn(ledger)).toEqual({ ...approved, logWentBack });

  // A report of before that was on its way.
  ledger.note(returned);
  expect(lineIn(ledger)).toEqual({ ...approved, logWentBack });
  give(again, 'accept', later(4));
  const closed = reported(again);
  ledger.note(closed);
  expect(lineIn(ledger)).toEqual({ ...closed, logWentBack });
  ledger.note({ ...closed, cycle: 2, version: 1, logHead: returned.logHead });
  expect(lineIn(ledger)?.logWentBack).toEqual(logWentBack);
});

test('what an item says of itself does not mark it, nor takes a mark away', () => {
  const { ledger, returned } = seenReturn();
  const { logHead } = returned;
  if (!logHead) throw new Error('no head');
  ledger.note({ ...returned, version: 98, logWentBack: { cycle: 1, from: logHead, to: logHead } });
  expect(lineIn(ledger)).not.toHaveProperty('logWentBack');
  ledger.note({ ...returned, version: 99, logHead: { ...logHead, hash: hashOf('another') } });
  expect(lineIn(ledger)).toHaveProperty('logWentBack');
  ledger.note({ ...returned, version: 100 });
  expect(lineIn(ledger)).toHaveProperty('logWentBack');
});

test('reports of older items, which do not tell it, are taken as ever, and what is known stays', () => {
  const { ledger, returned } = seenReturn();
  const { logHead, ...old } = returned;
  ledger.note({ ...old, version: old.version + 1, progress: '又进一步' });
  expect(lineIn(ledger)).toMatchObject({ progress: '又进一步', logHead });
  expect(lineIn(ledger)).not.toHaveProperty('logWentBack');
});

test('an archived item tells the log that its bag has, whatever came after', () => {
  const life = anItem('closed');
  const inBag = life.log.length;
  life.happen(
    { type: 'mail-undeliverable', to: 'x', address: 'x@example.org', reason: '550' } as never,
    later(1),
  );
  life.archived(
    { bag: 'b', archiveNumber: 'n', manifest: 'f'.repeat(128), missingMails: 0 },
    inBag,
    later(2),
  );
  expect(reported(life).logHead).toMatchObject({ entries: inBag, hash: life.log[inBag - 1]?.hash });
});
