import { hashOf } from '../base/hash';
import { REAL_TIME } from '../domain/calendar/clock';
import { instant } from '../domain/calendar/zone';
import { bindingTo } from '../domain/item/binding';
import type { CommandType } from '../domain/item/command';
import { ItemLife } from '../domain/item/life';
import { aCommand, aFile, NOW } from '../testing/item';
import { aBag } from '../testing/item-record';
import { keyNamed, signed } from '../testing/keys';
import { OpenedRound } from '../testing/opened-round';
import { aBirth, PEOPLE } from '../testing/world';
import { bindingIn, type BoundLog } from './binding';
import { boundIn } from './item/check-binding';
import { readRecord } from './item/read-record';

const GENESIS = hashOf('the opening');
const SCRIPT: readonly [type: CommandType, more?: object][] = [
  ['acknowledge'],
  ['add-evidence', { measure: 1, file: aFile('1') }],
  ['complete-measure', { measure: 1 }],
  ['add-evidence', { measure: 2, file: aFile('2') }],
  ['complete-measure', { measure: 2 }],
  ['request-closure'],
  ['approve'],
  ['accept'],
];

type Change = { type: CommandType; more: (life: ItemLife) => object };

/** An item that went through by signed commands; what one of them was bound to is changed. */
const lived = (change?: Change): ItemLife => {
  const life = new ItemLife(aBirth());
  SCRIPT.forEach(([type, more], hour) => {
    const now = instant(NOW + hour * 3_600_000);
    const bound = { ...bindingTo(GENESIS, life.log), ...more };
    const own = change?.type === type ? change.more(life) : {};
    const command = aCommand(life, type, now, { ...bound, ...own });
    const answer = life.carryOut(command, now, { identity: 'signed', jws: signed(command) });
    if ('refusal' in answer) throw new Error(`${type}: ${JSON.stringify(answer.refusal)}`);
  });
  return life;
};

const found = (life: ItemLife, more: Partial<BoundLog> = {}) =>
  bindingIn(
    { file: 'log', log: life.log, genesis: GENESIS, clock: REAL_TIME, ...more },
    (command) => !('round' in command),
  );

/** The number of the entry that a command has caused. */
const seqOf = (life: ItemLife, event: string) => life.log.find((entry) => entry.event.type === event)?.seq;

test('an item whose commands were all bound to its opening and its log has no fault', () => {
  expect(found(lived())).toEqual({ faults: [], unbound: 0 });
});

test.each<[string, Change['more'], object]>([
  ['for another opening', () => ({ genesis: hashOf('a drill') }), { type: 'opening-of-other' }],
  ['on sight of no entry', () => ({ seen: hashOf('elsewhere') }), { type: 'seen-unknown' }],
  [
    'two hours before',
    () => ({ at: new Date(NOW + 4 * 3_600_000).toISOString() }),
    { type: 'time-off', at: new Date(NOW + 4 * 3_600_000).toISOString() },
  ],
  ['without saying what was seen', () => ({ seen: undefined }), { type: 'act-unbound' }],
])('an approval that was signed %s is named', (_, more, fault) => {
  const life = lived({ type: 'approve', more });
  const seq = seqOf(life, 'approved');
  const { faults } = found(life);
  expect(faults).toContainEqual({ file: 'log', seq, ...fault });
});

test('what had been seen cannot be what came later', () => {
  const life = lived();
  const [first, second] = life.log;
  if (!first || !second) throw new TypeError('a log of two');
  // As if somebody had put the entries of the log into another order.
  const { faults } = found(life, { log: [second, first, ...life.log.slice(2)] });
  expect(faults).toContainEqual({ type: 'seen-unknown', file: 'log', seq: second.seq });
});

test('commands of older versions are counted, and no fault', () => {
  const life = new ItemLife(aBirth());
  for (const type of ['acknowledge', 'comment'] as const) {
    const command = aCommand(life, type, NOW);
    life.carryOut(command, NOW, { identity: 'signed', jws: signed(command) });
  }
  expect(found(life)).toEqual({ faults: [], unbound: 2 });
  expect(found(life, { genesis: undefined })).toEqual({ faults: [], unbound: 0 });
});

const boundOf = (life: ItemLife) => boundIn(readRecord(aBag(life)).record).faults;

test('a decision without knowledge of something that matters to it is named, and what it missed', () => {
  const life = lived({ type: 'accept', more: ({ log }) => ({ seen: log[1]?.hash }) });
  const seq = seqOf(life, 'accepted');
  const missed = boundOf(life).flatMap((fault) => (fault.type === 'seen-too-old' ? [fault.missed] : []));
  expect(missed).toEqual([3, 4, 5, 6, 7, 8]);
  expect(boundOf(life)).toContainEqual({ type: 'seen-too-old', file: 'data/log.ndjson', seq, missed: 8 });
  expect(boundOf(lived())).toEqual([]);
});

test('whoever signs second may do so days after the first', () => {
  const round = new OpenedRound();
  const command = round.propose(keyNamed('next'), NOW);
  expect(round.second(command, PEOPLE.head, instant(NOW + 26 * 3_600_000))).toHaveProperty('from');
  const { log, opened } = round.life;
  const bound = { file: 'log', log, genesis: opened?.genesis, clock: REAL_TIME };
  expect(bindingIn(bound, () => true)).toEqual({ faults: [], unbound: 0 });
});
