import type { ItemLife } from '../../domain/item/life';
import type { LogEntry } from '../../domain/item/log';
import { doTheWork, give, NOW } from '../../testing/item';
import { aBag } from '../../testing/item-record';
import { keyNamed } from '../../testing/keys';
import { FIRST } from '../../testing/round';
import { SignedRound } from '../../testing/signed-round';
import { at, PEOPLE } from '../../testing/world';
import { amended } from './check-amended';
import { signed } from './check-signatures';
import { told } from './check-told';
import { readRecord, type RecordContent } from './read-record';

const { head, office } = PEOPLE;
const LATE = at('2021-06-01');

const CHANGE = {
  item: FIRST,
  cycle: 1,
  set: { deadline: '2021-07-31', problem: '执法终端管理不严' },
  measures: {
    add: [{ no: 3, text: '补记台账', kind: 'other' }],
    drop: [{ no: 2, reason: '并入另一事项' }],
  },
};

/** An item whose plan office and head have amended, and that was closed as it was planned then. */
const anAmended = (): ItemLife => {
  const round = new SignedRound();
  const life = round.item();
  give(life, 'acknowledge', NOW);
  give(life, 'add-evidence', NOW, { measure: 2 });
  round.second(round.ask('amend', LATE, { changes: [CHANGE] }), head, LATE);
  doTheWork(life, LATE);
  for (const type of ['request-closure', 'approve', 'accept'] as const) give(life, type, LATE);
  return life;
};

const WHOLE = readRecord(aBag(anAmended())).record;

const withEntry = (change: (entry: LogEntry) => LogEntry): RecordContent => ({
  ...WHOLE,
  log: WHOLE.log?.map((entry) => (entry.event.type === 'amended' ? change(entry) : entry)),
});

const withEvent = (more: object) => withEntry((entry) => ({ ...entry, event: { ...entry.event, ...more } }));

/** As a bag has it: what is undefined is not there. */
const withAuthor = (more: object) =>
  withEntry(
    (entry) => JSON.parse(JSON.stringify({ ...entry, author: { ...entry.author, ...more } })) as LogEntry,
  );

const differs = [expect.objectContaining({ type: 'amendment-differs' })];

test('an amendment that an item could not take is signed all the same', () => {
  const round = new SignedRound();
  const command = round.ask('amend', LATE, { changes: [CHANGE] });
  round.life.countersign(keyNamed(head).sign(command), LATE);
  give(round.item(), 'acknowledge', LATE);
  give(round.item(), 'add-evidence', LATE, { measure: 2 });
  give(round.item(), 'complete-measure', LATE, { measure: 2 });
  round.settle(LATE);
  expect(round.item().log.at(-1)?.event.type).toBe('amendment-refused');
  give(round.item(), 'withdraw', LATE);
  const { record } = readRecord(aBag(round.item()));
  expect(signed(record).filter(({ type }) => type !== 'act-unsigned')).toEqual([]);
});

test('the log of an amended item tells all that its bag says, from what it was planned as at first', () => {
  expect(told(WHOLE)).toEqual([]);
  expect(amended(WHOLE)).toEqual([]);
  expect(WHOLE.item).toMatchObject({ planned: { problem: '执法终端管理不严' }, dropped: [{ no: 2 }] });
  expect(WHOLE.page).toContain('整改方案调整');
  expect(WHOLE.page).toContain('（已取消）');
});

test.each([
  ['another date than was signed', { set: { deadline: '2021-08-31' } }],
  ['a measure more', { measures: { ...CHANGE.measures, add: [] } }],
  ['another date than it had', { before: { deadline: '2021-07-30' } }],
  ['another version', { version: 3 }],
])('an amendment is not taken with %s', (_, more) => {
  expect(amended(withEvent(more))).toEqual(differs);
});

test.each([
  ['without its second signature', { countersigned: undefined }],
  ['with that of its author', { countersigned: { first: LATE, at: LATE, by: office, jws: 'own' } }],
  ['with that of a stranger', { countersigned: { first: LATE, at: LATE, by: head, jws: 'forged' } }],
])('an amendment that takes two is not taken %s', (_, more) => {
  const entry = WHOLE.log?.find(({ event }) => event.type === 'amended');
  const own = entry?.author?.identity === 'signed' ? entry.author.jws : '';
  const forged = keyNamed('forged').sign({ anything: true });
  const text = JSON.stringify(more)
    .replace('"own"', JSON.stringify(own))
    .replace('"forged"', JSON.stringify(forged));
  const changed = text === '{}' ? { countersigned: undefined } : (JSON.parse(text) as object);
  expect(amended(withAuthor(changed))).toEqual(differs);
});

test('the second signature is the head’s: whoever else has signed was not to', () => {
  const people = { ...WHOLE.people, head: PEOPLE.bystander } as RecordContent['people'];
  expect(amended({ ...WHOLE, people })).toEqual(differs);
});

test('a policy that came in force before an amendment gives the office no time to amend alone', () => {
  const round = new SignedRound();
  const life = round.item();
  give(life, 'acknowledge', NOW);
  round.second(round.ask('amend', LATE, { changes: [CHANGE] }), head, LATE);
  const { record } = readRecord(aBag(life));
  const alone = (more: readonly LogEntry[]): RecordContent => ({
    ...record,
    log: record.log?.flatMap((entry) =>
      entry.event.type === 'amended'
        ? [
            ...more,
            JSON.parse(
              JSON.stringify({ ...entry, author: { ...entry.author, countersigned: undefined } }),
            ) as LogEntry,
          ]
        : [entry],
    ),
  });
  const changed = {
    at: NOW,
    seq: 0,
    event: { type: 'policy-changed', from: 'a', to: 'b' },
  } as unknown as LogEntry;
  expect(amended(alone([]))).toEqual(differs);
  expect(amended(alone([changed]))).toEqual(differs);
});

test('what was planned at first cannot be left out, nor what it became', () => {
  const item = WHOLE.item as object;
  const { firstPlanned, planned } = item as { firstPlanned: object; planned: object };
  const faults = (more: object) => told({ ...WHOLE, item: { ...item, ...more } as RecordContent['item'] });
  expect(faults({ firstPlanned: planned })).not.toEqual([]);
  expect(faults({ planned: firstPlanned })).toContainEqual(
    expect.objectContaining({ type: 'item-differs', field: 'planned' }),
  );
});
