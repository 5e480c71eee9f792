import { REAL_TIME } from '../domain/calendar/clock';
import { Sha512 } from '../base/ids';
import { archiveNumber, type PlannedItem } from '../domain/plan/plan';
import { RoundLife } from '../domain/round/life';
import { ItemLife } from '../domain/item/life';
import { aHead } from '../testing/round';
import { aBirth, ASSIGNED, CALENDAR, PLANNED } from '../testing/world';
import { itemGoingOn, itemStarted, roundGoingOn, roundStarted } from './started';
import { ItemNumber } from '../base/ids';

/** What Temporal takes in one payload, in octets. */
const MOST = 2 * 1024 * 1024;

const measure = (no: number): PlannedItem['measures'][number] => ({
  no,
  kind: 'rule-making' as const,
  text: `第${no}项措施，逐项核对台账并形成书面报告，提交会议研究后印发各科室执行，按季度检查落实情况`,
});

/** As many items as a plan may have, each with what an ordinary one has. */
const items = Array.from({ length: 2000 }, (_, index): PlannedItem => ({
  ...PLANNED,
  number: ItemNumber.parse(`${Math.floor(index / 50) + 1}.${(index % 50) + 1}`),
  problem: `第${index}个问题：制度执行不严，监督检查不到位，整改措施落实较慢`,
  measures: [measure(1), measure(2), measure(3)],
}));

test('the largest round goes on with all its items archived, in payloads that Temporal takes', () => {
  const head = aHead();
  const setting = { head, calendar: CALENDAR, clock: REAL_TIME };
  const round = new RoundLife({ ...setting, items, assignedAt: ASSIGNED });
  for (const [index, row] of round.ledger.rows.entries()) {
    const manifest = Sha512.parse(index.toString(16).padStart(4, '0').repeat(32));
    const archive = {
      bag: `bags/${row.item}`,
      archiveNumber: archiveNumber(head.archive, index + 1),
      manifest,
    };
    round.note({ ...row, version: row.version + 1, status: 'archived', archive });
  }
  const started = { schemaVersion: 1 as const, ...setting, items };
  const next = roundGoingOn(started, round.remember(), []);
  expect(Buffer.byteLength(JSON.stringify({ ...started, carried: round.remember() }))).toBeGreaterThan(MOST);
  expect(Buffer.byteLength(JSON.stringify(next))).toBeLessThan(MOST / 2);
  expect(roundStarted(next)).toEqual({ ...started, carried: round.remember() });
});

test('a small round is carried on as it stands, to be read by whoever looks', () => {
  const setting = { head: aHead(), calendar: CALENDAR, clock: REAL_TIME };
  const round = new RoundLife({ ...setting, items: [PLANNED], assignedAt: ASSIGNED });
  const started = { schemaVersion: 1 as const, ...setting, items: [PLANNED] };
  expect(roundGoingOn(started, round.remember(), [])).toEqual({ ...started, carried: round.remember() });
});

test('an item goes on with its memory, and knows how much of its log nobody has been told of', () => {
  const started = { schemaVersion: 2 as const, ...aBirth() };
  const carried = new ItemLife(started).remember();
  expect(itemStarted(itemGoingOn(started, carried, 0))).toEqual({ ...started, carried, told: 0 });
});

test('what a round could not read goes with it from run to run, and what it has read does not', () => {
  const setting = { head: aHead(), calendar: CALENDAR, clock: REAL_TIME };
  const round = new RoundLife({ ...setting, items: [PLANNED], assignedAt: ASSIGNED });
  const started = { schemaVersion: 3 as const, ...setting, items: [PLANNED] };
  const unread = [{ kind: 'rows' as const, message: { status: 'of-a-later-version' } }];
  const next = roundStarted(roundGoingOn(started, round.remember(), unread));
  expect(next.unread).toEqual(unread);
  expect(roundGoingOn(next, round.remember(), [])).not.toHaveProperty('unread');
});
