import fc from 'fast-check';
import { addDays } from '../calendar/civil';
import { civilOf, instant } from '../calendar/zone';
import { NOW } from '../../testing/item';
import { aKey } from '../../testing/newcomers';
import { aRoundCommand, FIRST, WholeRound } from '../../testing/round';
import { PEOPLE, POLICY, ROSTER } from '../../testing/world';
import type { RoundCommandType } from './command';
import { Policy } from './policy';

const { handler, office, bystander } = PEOPLE;
const DAY = 86_400_000;
const TOMORROW = addDays(civilOf(NOW), 1);
const MOST = { talk: 3, work: 5 };

const aRound = () => new WholeRound({ policy: Policy.parse({ ...POLICY, daily: MOST }) });

const objection = (round: WholeRound, type: RoundCommandType, more: object = {}, now = NOW) =>
  round.life.objection(aRoundCommand(type, now, more), now);

const moved = (no: number) => ({
  people: ROSTER.people
    .filter(({ id }) => id === handler)
    .map((one) => ({ ...one, address: `${no}@example.org` })),
  reason: '换邮箱',
});

/** Things that can be done to a round again and again, the `no`-th time. */
const REPEATED: Partial<Record<RoundCommandType, (no: number) => object>> = {
  'register-people': moved,
  'replace-key': (no) => ({ key: aKey(20 + no) }),
  'new-policy': (no) => ({ policy: { ...Policy.parse({ ...POLICY, daily: MOST }), version: `v${no}` } }),
};
const KINDS = Object.keys(REPEATED) as (keyof typeof REPEATED)[];
const fields = (type: RoundCommandType, no: number): object => REPEATED[type]?.(no) ?? {};

test('whatever somebody of the office gives to a round, each kind is taken so often a day and no more, and again the next day', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...KINDS), { minLength: 5, maxLength: 30 }), (types) => {
      const round = aRound();
      const taken: Partial<Record<RoundCommandType, number>> = {};
      types.forEach((type, no) => {
        const refusal = objection(round, type, fields(type, no));
        const most = type === 'replace-key' ? MOST.work : MOST.talk;
        const isEnough = (taken[type] ?? 0) >= most;
        expect(refusal).toEqual(
          isEnough ? { type: 'QuotaReached', command: type, most, next: TOMORROW } : undefined,
        );
        if (refusal) {
          expect(objection(round, type, fields(type, no), instant(NOW + DAY))).toBeUndefined();
          return;
        }
        round.give(type, NOW, fields(type, no));
        taken[type] = (taken[type] ?? 0) + 1;
      });
    }),
    { numRuns: 40 },
  );
});

test('one who has done enough leaves the others their turn', () => {
  const round = new WholeRound({
    policy: Policy.parse({ ...POLICY, daily: MOST }),
    roster: { ...ROSTER, office: [office, bystander] },
  });
  for (let no = 0; no < 3; no += 1) round.give('register-people', NOW, moved(no));
  expect(objection(round, 'register-people', moved(9))).toMatchObject({ type: 'QuotaReached' });
  expect(objection(round, 'register-people', { ...moved(9), by: bystander })).toBeUndefined();
});

test('restoring that the server has shown to be needless counts too: the round had to ask', () => {
  const round = aRound();
  for (let time = 0; time < 3; time += 1)
    expect(round.refusalOf('restore', NOW, {}, 'at-work')).toMatchObject({ type: 'NotLost' });
  expect(objection(round, 'restore')).toMatchObject({ type: 'QuotaReached', command: 'restore', most: 3 });
  expect(objection(round, 'restore', { item: FIRST }, instant(NOW + DAY))).toBeUndefined();
  expect(round.life.log).toHaveLength(1);
});

test('what is remembered of refused commands goes no further back than the day', () => {
  const round = aRound();
  for (let day = 0; day < 5; day += 1) round.refusalOf('restore', instant(NOW + day * DAY), {}, 'at-work');
  expect(round.life.remember().tried).toEqual([{ by: office, type: 'restore', at: NOW + 4 * DAY }]);
});

test('what a history has taken is taken on replay, however often', () => {
  const round = aRound();
  for (let no = 0; no < 10; no += 1) round.give('register-people', NOW, moved(no));
  expect(round.life.log.filter(({ event }) => event.type === 'people-registered')).toHaveLength(10);
});
