import type { Instant } from '../../calendar/zone';
import type { RoundPost } from '../../ladder/notice';
import { WholeRound } from '../../../testing/round';
import { at, PEOPLE, POLICY, ROSTER } from '../../../testing/world';
import { Policy } from '../policy';
import { Report } from './report';

const { head, office, oversight } = PEOPLE;

const reporting = (reports: object = { every: ['weekly'] }): Policy =>
  Policy.parse({ ...POLICY, version: 'reporting', reports });

/** Opened on Thursday 2021-05-06. */
const aRound = (reports?: object) => new WholeRound({ policy: reporting(reports) });

const passTime = (round: WholeRound, now: Instant) => {
  round.life.passTime(now);
  round.settle(now);
};

const madeIn = ({ life }: WholeRound) =>
  life.log.flatMap(({ event }) => (event.type === 'report-made' ? [event] : []));

const factsFor = (posts: readonly RoundPost[], person: string) =>
  posts.filter(({ to }) => to.person === person).flatMap(({ rounds }) => rounds.map(({ fact }) => fact));

test('where the policy says nothing of reports, a round makes none and waits for nothing', () => {
  const round = new WholeRound();
  expect(round.life.nextRealWake()).toBeUndefined();
  passTime(round, at('2022-01-10'));
  expect(madeIn(round)).toEqual([]);
});

test('a report is made shortly before the digest of the first working day of the week, and is in that mail', () => {
  const round = aRound();
  // 2021-05-10 is a Monday, and worked.
  const wake = at('2021-05-10', '08:20');
  expect(round.life.nextRealWake()).toMatchObject({ wake });
  passTime(round, (wake - 1) as Instant);
  expect(madeIn(round)).toEqual([]);
  passTime(round, wake);
  expect(madeIn(round)).toEqual([
    expect.objectContaining({ kind: 'weekly', from: '2021-05-06', to: '2021-05-09' }),
  ]);
  for (const person of [head, office, oversight]) {
    const [fact] = factsFor(round.posts, person);
    expect(fact).toMatchObject({ kind: 'report', part: 'copy', slot: at('2021-05-10', '08:30') });
    expect(Report.safeParse(fact?.report).success).toBe(true);
  }
  expect(round.posts).toHaveLength(3);
  expect(round.life.nextRealWake()).toMatchObject({ wake: at('2021-05-17', '08:20') });
});

test('the next covers the next week, also when nothing happened, and is compared with the one before', () => {
  const round = aRound();
  passTime(round, at('2021-05-10', '08:20'));
  passTime(round, at('2021-05-17', '08:20'));
  const [first, second] = factsFor(round.posts, head).map(({ report }) => report);
  expect(first).not.toHaveProperty('last');
  expect(second).toMatchObject({ from: '2021-05-10', to: '2021-05-16', dueUntil: '2021-05-23' });
  expect(second?.last).toEqual({ from: first?.from, to: first?.to, figures: first?.figures });
  expect(second?.figures).toEqual(first?.figures);
});

test('a holiday at the beginning of a week moves the report to the first day that is worked', () => {
  const round = aRound();
  // The Dragon Boat Festival of 2021 is on Monday, 14 June.
  passTime(round, at('2021-06-07', '08:20'));
  expect(round.life.nextRealWake()).toMatchObject({ wake: at('2021-06-15', '08:20') });
  // What falls due on the holiday is told before it.
  expect(factsFor(round.posts, head).at(-1)?.report).toMatchObject({ dueUntil: '2021-06-14' });
});

test('whoever was away for weeks makes one report of all of them, told in working hours', () => {
  const round = aRound();
  passTime(round, at('2021-05-10', '08:20'));
  // A Sunday three weeks later.
  passTime(round, at('2021-06-06', '23:00'));
  expect(madeIn(round).map(({ from, to }) => [from, to])).toEqual([
    ['2021-05-06', '2021-05-09'],
    ['2021-05-10', '2021-05-30'],
  ]);
  expect(factsFor(round.posts, head).at(-1)?.slot).toBe(at('2021-06-07', '08:30'));
  passTime(round, at('2021-06-07', '08:20'));
  expect(madeIn(round)).toHaveLength(3);
});

test('weeks and months are planned apart, each to whom the policy names, once', () => {
  const round = new WholeRound({
    policy: reporting({ every: ['monthly', 'weekly'], to: ['head', 'office'] }),
    roster: { ...ROSTER, office: [office, head] },
  });
  passTime(round, at('2021-06-01', '08:20'));
  expect(madeIn(round).map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['weekly', '2021-05-24', '2021-05-30'],
    ['monthly', '2021-05-06', '2021-05-31'],
  ]);
  expect(round.posts.map(({ to }) => to.person)).toEqual([head, office, head, office]);
});

test('a policy that begins with reports has the first at once, of the week that has ended', () => {
  const round = new WholeRound();
  const now = at('2021-06-09');
  round.give('new-policy', now, { policy: reporting() });
  passTime(round, now);
  expect(madeIn(round)).toMatchObject([{ from: '2021-05-31', to: '2021-06-06' }]);
  expect(round.life.nextRealWake()).toMatchObject({ wake: at('2021-06-15', '08:20') });
  round.give('new-policy', now, { policy: { ...POLICY, version: 'silent' } });
  expect(round.life.nextRealWake()).toBeUndefined();
});

test('after the round was closed none is made', () => {
  const round = aRound();
  const { life } = round;
  const memory = life.remember();
  const closed = new WholeRound(
    {},
    {
      ...memory,
      log: [
        ...memory.log,
        {
          ...memory.log[0],
          event: { type: 'round-closed', note: '办结', archiveNumber: 'Z109' },
        } as (typeof memory.log)[0],
      ],
    },
  );
  closed.life.passTime(at('2021-06-07'));
  expect(madeIn(closed)).toEqual([]);
  expect(closed.life.nextRealWake()).toBeUndefined();
});

test('a digest shortly after midnight has its report, made the evening before', () => {
  const round = new WholeRound({
    policy: { ...reporting(), mail: { ...POLICY.mail, opens: '00:05' as never } },
  });
  const wake = at('2021-05-09', '23:55');
  expect(round.life.nextRealWake()).toMatchObject({ wake });
  passTime(round, wake);
  expect(madeIn(round)).toMatchObject([{ from: '2021-05-06', to: '2021-05-09' }]);
  expect(round.posts[0]?.rounds[0]?.fact.slot).toBe(at('2021-05-10', '00:05'));
  passTime(round, at('2021-05-10', '00:05'));
  expect(madeIn(round)).toHaveLength(1);
});

test('what is in the log of a report is what the next one is compared with, and little else', () => {
  const round = aRound();
  passTime(round, at('2021-05-10', '08:20'));
  expect(Object.keys(madeIn(round)[0] ?? {}).sort()).toEqual(['figures', 'from', 'kind', 'to', 'type']);
});
