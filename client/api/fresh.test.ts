import { give } from '../../testing/item';
import { aBirth, at, PEOPLE } from '../../testing/world';
import { ItemLife } from '../../domain/item/life';
import { aLedger } from '../../testing/ledger';
import { BodyId } from '../../base/ids';
import { freshItem, freshLedger, freshSchedule } from './fresh';

const ASKED = at('2021-05-06', '10:00');
const LATER = at('2021-07-15', '10:00');

/** An item that was taken on, told its people when they will be reminded, and has slept since. */
const asleep = (): ItemLife => {
  const life = new ItemLife(aBirth());
  give(life, 'acknowledge', ASKED);
  life.takePosts(ASKED, 'item/2021-03/1.2');
  return life;
};

test('an item that has slept is seen as it is now: overdue, by the day of whoever looks', () => {
  const view = asleep().view(ASKED);
  expect(view.level).toBeUndefined();
  const fresh = freshItem(view, LATER);
  expect(fresh).toMatchObject({ now: LATER, level: 'talk' });
  expect(fresh.state).toBe(view.state);
});

test('reminders that went out while it slept are told as sent', () => {
  const stale = asleep().schedule(ASKED);
  const { said, toCome } = freshSchedule(stale, LATER);
  const isReminder = ({ id }: { id: string }) => id.includes('@reminder/');
  expect(stale.toCome.some(isReminder)).toBe(true);
  expect(said.filter(isReminder)).toMatchObject([{ to: PEOPLE.handler, kind: 'reminder' }]);
  expect(toCome.every(({ slot }) => slot > LATER)).toBe(true);
  expect(said.length + toCome.length).toBe(stale.said.length + stale.toCome.length);
});

test('whose mailbox is meant stays known', () => {
  const body = BodyId.parse('some-bureau');
  expect(freshSchedule({ ...asleep().schedule(ASKED), body }, LATER).body).toBe(body);
});

test('the totals of a round count what has become overdue since it last heard anything', () => {
  const rows = [asleep().firstRow()];
  const ledger = aLedger(rows, ASKED);
  expect(ledger.totals.overdue).toBe(0);
  expect(freshLedger(ledger, LATER).totals.overdue).toBe(1);
});

test('a clock that is behind that of the server never turns time back', () => {
  const view = asleep().view(LATER);
  expect(freshItem(view, ASKED).now).toBe(LATER);
});
