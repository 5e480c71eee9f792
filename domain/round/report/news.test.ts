import type { Instant } from '../../calendar/zone';
import { endItem } from '../../../testing/ended-round';
import { FIRST, SECOND, WholeRound } from '../../../testing/round';
import { at, POLICY } from '../../../testing/world';
import { Policy } from '../policy';

const reporting = (every: string[] = ['weekly']): Policy =>
  Policy.parse({ ...POLICY, version: 'reporting', reports: { every } });

const pass = (round: WholeRound, now: Instant, mayRest?: () => boolean) => {
  round.life.passTime(now, mayRest);
  round.settle(now);
};

const madeIn = ({ life }: WholeRound) =>
  life.log.flatMap(({ event }) => (event.type === 'report-made' ? [event] : []));

const wakeOf = ({ life }: WholeRound, mayRest?: () => boolean) => life.nextRealWake(mayRest)?.wake;

const FIRST_WEEK = at('2021-05-10', '08:20');
const SECOND_WEEK = at('2021-05-17', '08:20');
const THIRD_WEEK = at('2021-05-24', '08:20');
const MUCH_LATER = at('2022-05-09', '08:20');

/** Opened on Thursday 2021-05-06; both items end at that instant. */
const endedAt = (ended: Instant, every?: string[]): WholeRound => {
  const round = new WholeRound({ policy: reporting(every) });
  pass(round, FIRST_WEEK);
  for (const number of [FIRST, SECOND]) endItem(round, number, ended);
  return round;
};

const atRest = (): WholeRound => {
  const round = endedAt(at('2021-05-12'));
  pass(round, SECOND_WEEK);
  return round;
};

test('once a report has told that nothing is open any more, there are no more of them, and the round sleeps', () => {
  const round = endedAt(at('2021-05-12'));
  expect(wakeOf(round)).toBe(SECOND_WEEK);
  pass(round, SECOND_WEEK);
  expect(madeIn(round).at(-1)?.figures).toMatchObject({ open: 0, withdrawn: 2 });
  expect(wakeOf(round)).toBeUndefined();
  pass(round, MUCH_LATER);
  expect(madeIn(round)).toHaveLength(2);
});

test('while something is open they come, also when nothing happens', () => {
  const round = new WholeRound({ policy: reporting() });
  pass(round, FIRST_WEEK);
  endItem(round, FIRST, at('2021-05-12'));
  const mayRest = jest.fn(() => true);
  for (const day of [SECOND_WEEK, THIRD_WEEK, at('2021-05-31', '08:20')]) {
    expect(wakeOf(round, mayRest)).toBe(day);
    pass(round, day, mayRest);
  }
  expect(madeIn(round)).toHaveLength(4);
  expect(mayRest).not.toHaveBeenCalled();
});

test('what was done after the days of a report is told in the next, though its figures had it', () => {
  const round = endedAt(at('2021-05-17', '07:00'));
  pass(round, SECOND_WEEK);
  expect(madeIn(round).at(-1)).toMatchObject({ to: '2021-05-16', figures: { open: 0 } });
  expect(wakeOf(round)).toBe(THIRD_WEEK);
  pass(round, THIRD_WEEK);
  expect(round.posts.at(-1)?.rounds[0]?.fact.report?.done).toMatchObject({ all: 2 });
  expect(wakeOf(round)).toBeUndefined();
});

test('weekly and monthly reports rest each after its own last one', () => {
  const round = endedAt(at('2021-05-12'), ['weekly', 'monthly']);
  pass(round, SECOND_WEEK);
  expect(wakeOf(round)).toBe(at('2021-06-01', '08:20'));
  pass(round, at('2021-06-01', '08:20'));
  expect(madeIn(round).map(({ kind }) => kind)).toEqual(['weekly', 'weekly', 'monthly']);
  expect(wakeOf(round)).toBeUndefined();
});

describe('a reopened item', () => {
  const REOPENED = at('2021-11-03');
  const NEXT = at('2021-11-08', '08:20');

  test('wakes them again: the first is of the week in which it was reopened, not at once', () => {
    const round = atRest();
    round.give('reopen', REOPENED);
    pass(round, REOPENED);
    expect(madeIn(round)).toHaveLength(2);
    expect(wakeOf(round)).toBe(NEXT);
    pass(round, NEXT);
    expect(madeIn(round).at(-1)).toMatchObject({
      from: '2021-05-17',
      to: '2021-11-07',
      figures: { open: 1 },
    });
    expect(wakeOf(round)).toBe(at('2021-11-15', '08:20'));
  });

  test('on the morning of a report is in that one', () => {
    const round = atRest();
    round.give('reopen', at('2021-11-08', '07:00'));
    expect(wakeOf(round)).toBe(NEXT);
  });

  test('is told also where it has ended again within the week', () => {
    const round = atRest();
    round.give('reopen', REOPENED);
    endItem(round, FIRST, at('2021-11-04'));
    expect(wakeOf(round)).toBe(NEXT);
    pass(round, NEXT);
    expect(round.posts.at(-1)?.rounds[0]?.fact.report?.done).toMatchObject({ all: 1 });
    expect(wakeOf(round)).toBeUndefined();
  });
});

test('a round of an older version goes on as it did', () => {
  const round = atRest();
  const never = () => false;
  expect(wakeOf(round, never)).toBe(THIRD_WEEK);
  pass(round, THIRD_WEEK, never);
  expect(madeIn(round)).toHaveLength(3);
});
