import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REAL_TIME } from '../../../domain/calendar/clock';
import { type Instant, instant } from '../../../domain/calendar/zone';
import type { PublicKey } from '../../../domain/identity';
import { itemId, ItemNumber } from '../../../base/ids';
import { ItemLife } from '../../../domain/item/life';
import type { LedgerRow } from '../../../domain/round/row';
import { Policy } from '../../../domain/round/policy';
import { totalsOf } from '../../../domain/round/totals';
import { aBirth, aContext, at, CALENDAR, date, PEOPLE, PLANNED, STRANGER } from '../../../testing/world';
import { scratchFolder } from '../../../testing/store';
import type { RoundLedger } from '../../../workflows/messages';
import { generateKey, writeKeyFile } from '../../keys';
import { type OwnKey, ownKey, selfIn } from './self';

const NOW = at('2021-06-28');

const aRow = (number: string, more: Partial<LedgerRow> = {}): LedgerRow => {
  const planned = { ...PLANNED, number: ItemNumber.parse(number) };
  const birth = aBirth({ planned }, { item: itemId(aContext().round.id, planned.number) });
  return { ...new ItemLife(birth).firstRow(), ...more };
};

const aLedger = (keys: PublicKey[] = [], rows: LedgerRow[] = [], identity = 'signed'): RoundLedger => {
  const { round, roster } = aContext();
  const policy = Policy.parse({ identity });
  const people = roster.people.map((one) => (one.id === PEOPLE.handler ? { ...one, keys } : one));
  return {
    head: {
      round: round.id,
      title: round.title,
      body: round.body,
      policy,
      roster: { ...roster, people },
      feedback: date('2021-04-29'),
      concentratedUntil: date('2021-08-31'),
      archive: { fonds: 'Z109', category: 'WS', year: 2021, retention: 'D30', organisation: 'JGDW' },
    },
    calendar: CALENDAR,
    clock: REAL_TIME,
    now: NOW,
    rows,
    totals: totalsOf(rows, date('2021-06-28')),
  };
};

const { kid, x } = generateKey();
const mine: OwnKey = { path: 'yi.json', kid, x };
const none: OwnKey = { path: 'yi.json', fault: 'missing' };

describe('who I am in a round', () => {
  test('is every office I hold, and those for whom I may act', () => {
    const offices = (person: typeof STRANGER) => selfIn(person, none, aLedger()).inRoster?.offices;
    expect(offices(PEOPLE.head)).toEqual(['head']);
    expect(offices(PEOPLE.office)).toEqual(['office']);
    expect(offices(PEOPLE.oversight)).toEqual(['oversight']);
    expect(offices(PEOPLE.archivist)).toEqual(['archivist']);
    expect(offices(PEOPLE.bystander)).toEqual([]);
    expect(selfIn(PEOPLE.deputy, none, aLedger()).inRoster?.deputyFor).toEqual([
      PEOPLE.leader,
      PEOPLE.handler,
      PEOPLE.acceptor,
    ]);
  });

  test('is my side in every item that is still open', () => {
    const other = { ...aRow('1.3').people, handler: PEOPLE.bystander, acceptor: PEOPLE.handler };
    const rows = [aRow('1.1'), aRow('1.2', { status: 'closed' }), aRow('1.3', { people: other })];
    const { inRoster } = selfIn(PEOPLE.handler, none, aLedger([], rows));
    expect(inRoster).toMatchObject({ name: '乙', sides: { handler: 1, leader: 0, acceptor: 1 } });
  });

  test('is nobody where the roster does not have me', () => {
    expect(selfIn(STRANGER, mine, aLedger())).toMatchObject({ key: 'unknown-key' });
    expect(selfIn(STRANGER, mine, aLedger())).not.toHaveProperty('inRoster');
  });

  test.each(['signed', 'claimed'])('says how it is known who somebody is: %s', (identity) => {
    expect(selfIn(PEOPLE.handler, mine, aLedger([], [], identity))).toMatchObject({ identity });
  });
});

describe('my key in a round', () => {
  const day = (text: string): Instant => at(text);
  const key = (more: Partial<PublicKey> = {}): PublicKey => ({ kid, x, from: day('2021-05-01'), ...more });
  test.each([
    ['valid', [key()]],
    ['unknown-key', []],
    ['key-not-yet-valid', [key({ from: instant(NOW + 1) })]],
    ['key-expired', [key({ until: NOW })]],
    ['key-revoked', [key({ revoked: NOW })]],
  ] as const)('is %s by the clock of the round', (state, keys) => {
    expect(selfIn(PEOPLE.handler, mine, aLedger([...keys])).key).toBe(state);
  });

  test('is none where this machine has none, whatever the roster has', () => {
    expect(selfIn(PEOPLE.handler, none, aLedger([key()])).key).toBe('no-key');
  });
});

describe('the key on this machine', () => {
  test('is known by its public half, also when it is locked, and never shows its secret', async () => {
    for (const passphrase of ['', '口令']) {
      const path = join(await scratchFolder(), 'yi.json');
      const key = generateKey();
      await writeKeyFile(path, key, passphrase);
      expect(await ownKey(path)).toEqual({ path, kid: key.kid, x: key.x });
    }
  });

  test('is a fault, not an error, where it is missing, open to others, or no key', async () => {
    const path = join(await scratchFolder(), 'yi.json');
    expect(await ownKey(path)).toEqual({ path, fault: 'missing' });
    await writeFile(path, '{}', { mode: 0o600 });
    expect(await ownKey(path)).toEqual({ path, fault: 'not-a-key-file' });
    await chmod(path, 0o644);
    expect(await ownKey(path)).toEqual({ path, fault: 'permissions-too-wide' });
  });

  test('is no key where its halves are not of one', async () => {
    const path = join(await scratchFolder(), 'yi.json');
    const [one, other] = [generateKey(), generateKey()];
    await writeKeyFile(path, { ...one, kid: other.kid });
    expect(await ownKey(path)).toMatchObject({ fault: 'not-a-key-file' });
    const crossed = join(await scratchFolder(), 'yi.json');
    await writeKeyFile(crossed, { ...one, privateKey: other.privateKey });
    expect(await ownKey(crossed)).toMatchObject({ fault: 'not-a-key-file' });
  });
});
