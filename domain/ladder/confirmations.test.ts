import fc from 'fast-check';
import { addWorkingDays, isWorkingDay } from '../calendar/calendar';
import { addDays } from '../calendar/civil';
import { nextMailInstant } from '../calendar/working-hours';
import { civilOf, type Instant, instant, readable, timeOf } from '../calendar/zone';
import type { PersonId } from '../../base/ids';
import type { ItemLife } from '../item/life';
import type { Proof } from '../item/log';
import { Policy } from '../round/policy';
import { aCommand, anItem, birthFor, give, NOW } from '../../testing/item';
import { keyNamed } from '../../testing/keys';
import { anyBirth, anyScript, play } from '../../testing/random-lives';
import { aBirth, at, CALENDAR, PEOPLE, POLICY, ROSTER } from '../../testing/world';
import { DECISION } from './confirmations';
import { CONFIRMED } from './notice';

const { leader, acceptor, deputy, office } = PEOPLE;

const confirmationsOf = (life: ItemLife) =>
  life.remember().mail.outbox.filter(({ kind }) => kind === 'you-decided');

const KEY = keyNamed('leader');

/** An item whose leader has had a key since an instant, and that waits for them. */
const keyedSince = (from: Instant): ItemLife => {
  const people = ROSTER.people.map((one) =>
    one.id === leader ? { ...one, keys: [{ kid: KEY.kid, x: KEY.x, from }] } : one,
  );
  return anItem('leader-review', aBirth({ roster: { ...ROSTER, people } }));
};

const approve = (life: ItemLife, now: Instant, proof?: Proof) => {
  const command = aCommand(life, 'approve', now);
  return life.carryOut(command, now, proof ?? { identity: 'signed', jws: KEY.sign(command) });
};

test('all that decides is confirmed', () => {
  expect(new Set(Object.values(DECISION))).toEqual(new Set(CONFIRMED));
});

test('a decision is confirmed to its author: what, when and by which key', () => {
  const life = keyedSince(instant(0));
  approve(life, NOW);
  expect(confirmationsOf(life)).toEqual([
    expect.objectContaining({
      to: leader,
      cc: true,
      decided: { command: 'approve', at: NOW, key: KEY.kid.slice(0, 8) },
    }),
  ]);
});

test('one that nobody has signed is confirmed all the same, within five working days', () => {
  const life = keyedSince(NOW);
  approve(life, NOW, { identity: 'claimed' });
  const [confirmation] = confirmationsOf(life);
  expect(confirmation?.decided).toEqual({ command: 'approve', at: NOW });
  expect(confirmation && readable(confirmation.slot)).toBe('2021-05-17 08:30');
});

test('where a deputy decides, both hear of it', () => {
  const life = anItem('leader-review');
  give(life, 'approve', NOW, { by: deputy, onBehalfOf: leader });
  expect(confirmationsOf(life).map(({ to, decided }) => [to, decided?.principal, decided?.deputy])).toEqual([
    [deputy, '甲', undefined],
    [leader, undefined, '辛'],
  ]);
});

test('who is told of it anyway is told once', () => {
  const people = ROSTER.people.map((one) => (one.id === PEOPLE.head ? { ...one, deputies: [office] } : one));
  const life = anItem('in-progress', aBirth({ roster: { ...ROSTER, people } }));
  give(life, 'withdraw', NOW, { by: office, onBehalfOf: PEOPLE.head });
  const told = life.remember().mail.outbox.filter(({ id }) => id.endsWith(`#${life.log.length}`));
  expect(new Set(told.map(({ to }) => to)).size).toBe(told.length);
  expect(told.filter(({ to }) => to === office)).toMatchObject([{ kind: 'you-decided' }]);
});

test('it comes at once just where the key is younger than the policy says, else within five working days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 86_399 }), (days, second) => {
      const now = instant(at('2021-09-28', '00:00') + second * 1000);
      const from = at(addDays(civilOf(now), -days), '00:00');
      const life = keyedSince(from);
      approve(life, now);
      const [{ slot } = { slot: undefined }] = confirmationsOf(life);
      if (slot === undefined) throw new Error('not confirmed');
      const isYoung = civilOf(now) < addWorkingDays(CALENDAR, civilOf(from), 10);
      if (isYoung) expect(slot).toBe(nextMailInstant(CALENDAR, POLICY.mail, now));
      else expect([timeOf(slot), isWorkingDay(CALENDAR, civilOf(slot))]).toEqual(['08:30', true]);
      expect(slot).toBeGreaterThan(now);
      // The week from 1 October is a holiday.
      expect(slot).toBeLessThanOrEqual(at('2021-10-11', '08:30'));
    }),
  );
});

test('whatever happens to an item, each decision is confirmed to its author once', () => {
  fc.assert(
    fc.property(anyBirth, anyScript, (birth, script) => {
      const { log, mails } = play(birth, script);
      const decided = log.flatMap(({ seq, author, event }) =>
        author && DECISION[event.type] ? [`${author.by} ${seq}`] : [],
      );
      const confirmed = mails.flatMap(({ mailbox, lines }) =>
        lines.flatMap((line) =>
          'fact' in line && line.fact.kind === 'you-decided'
            ? [`${mailbox} ${line.fact.id.split('#')[1] ?? ''}`]
            : [],
        ),
      );
      expect(confirmed.length).toBe(new Set(confirmed).size);
      expect(confirmed).toEqual(expect.arrayContaining(decided));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['by a policy that says so', Policy.parse({ ...POLICY, confirm: { decisions: 'off' } })],
  ['by one from before there were confirmations', { ...POLICY, confirm: undefined }],
])('nothing is confirmed %s', (_, policy) => {
  const life = anItem('closed', aBirth({ policy }));
  expect(life.remember().mail.outbox.filter(({ kind }) => kind === 'you-decided')).toEqual([]);
});

describe('the record of an item', () => {
  const ended = () => {
    const life = anItem('acceptance');
    life.takePosts(NOW, 'w');
    give(life, 'accept', NOW);
    return life;
  };

  test('does not wait for a confirmation that a later digest brings, nor expects its mail', () => {
    const life = ended();
    const wake = life.nextWake(NOW) ?? NOW;
    expect(readable(wake)).toBe(readable(nextMailInstant(CALENDAR, POLICY.mail, NOW)));
    life.takePosts(NOW, 'w');
    expect(life.readyToArchive(wake)).toBe(true);
    const later = life.said.filter(({ confirms }) => confirms);
    expect(later.map(({ to }) => to)).toEqual([leader, acceptor]);
    expect(life.saidBy(wake)).toEqual(life.said.filter(({ confirms }) => !confirms));
    expect(life.saidBy(at('2021-05-17', '08:30'))).toEqual(life.said);
  });
});

test('what was confirmed can be sent again, and says the same', () => {
  const life = anItem('acceptance', birthFor('acceptance'));
  life.takePosts(NOW, 'w');
  const notice = life.said.find(({ confirms }) => confirms);
  if (!notice) throw new Error('nothing was confirmed');
  const to: PersonId = notice.to;
  give(life, 'resend', NOW, { to, notice: notice.id });
  const again = life.remember().mail.outbox;
  expect(again).toMatchObject([{ to: leader, kind: 'you-decided', decided: { command: 'approve' } }]);
});
