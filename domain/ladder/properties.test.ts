import fc from 'fast-check';
import { isWorkingDay } from '../calendar/calendar';
import { nextMailInstant } from '../calendar/working-hours';
import { civilOf, type Instant, instant, timeOf } from '../calendar/zone';
import { type ItemBirth, ItemLife } from '../item/life';
import { isInReview } from '../item/states';
import { anyBirth, anyScript, play, type Play, sceneAt } from '../../testing/random-lives';
import { PEOPLE } from '../../testing/world';
import { isMeasureRung } from './measure-rung';
import type { Digest, Reminder } from './notice';
import { MailRoom } from './rehearse';
import { DEFAULT_LADDER, type RungId } from './rung';

/** What the ladder promises to the people who read its mails, whatever happens to an item. */
const holds = (promise: (given: Play) => void) => {
  fc.assert(
    fc.property(anyBirth, anyScript, (birth, script) => {
      promise(play(birth, script));
    }),
    { numRuns: 60 },
  );
};

type Said = Omit<Reminder, 'rung'> & { rung: RungId; to: string };

const remindersIn = (mails: readonly Digest[]): Said[] =>
  mails.flatMap(({ mailbox, lines }) =>
    lines.flatMap((line) => {
      if (!('reminder' in line)) return [];
      const { rung, ...reminder } = line.reminder;
      return isMeasureRung(rung) ? [] : [{ ...reminder, rung, to: mailbox }];
    }),
  );

const ANCHORS = Object.fromEntries(DEFAULT_LADDER.map(({ id, anchor }) => [id, anchor])) as Record<
  RungId,
  'assignment' | 'deadline' | 'review-deadline'
>;
const AFTER_DEADLINE: readonly RungId[] = ['overdue', 'urging-letter', 'talk', 'accountability'];

describe('whatever happens to an item', () => {
  test('no two mails of the same rung reach a person in a day', () => {
    holds(({ mails }) => {
      const seen = mails.flatMap((mail) =>
        remindersIn([mail]).map(({ to, rung }) => `${to} ${rung} ${civilOf(mail.slot)}`),
      );
      expect(seen.length).toBe(new Set(seen).size);
    });
  });

  test('nothing is said twice, and a person has one mail for a slot', () => {
    holds(({ mails }) => {
      const lines = mails.flatMap(({ mailbox, lines }) =>
        lines.map((line) => `${mailbox} ${'fact' in line ? line.fact.id : line.reminder.id}`),
      );
      expect(lines.length).toBe(new Set(lines).size);
      const slots = mails.map(({ mailbox, slot }) => `${mailbox} ${slot}`);
      expect(slots.length).toBe(new Set(slots).size);
    });
  });

  test('every mail goes out in the working hours of a working day', () => {
    holds(({ mails, birth }) => {
      const { calendar, policy } = birth.context;
      for (const { slot } of mails) {
        expect(isWorkingDay(calendar, civilOf(slot))).toBe(true);
        expect(timeOf(slot) >= policy.mail.opens && timeOf(slot) <= policy.mail.closes).toBe(true);
      }
    });
  });

  test('no reminder follows closure, and in review only the review is reminded of', () => {
    holds((given) => {
      for (const { rung, slot } of remindersIn(given.mails)) {
        const { status } = sceneAt(given, slot);
        const anchor = ANCHORS[rung];
        expect([rung, status, isInReview(status)]).toEqual([rung, status, anchor === 'review-deadline']);
        if (anchor === 'assignment') expect(status).toBe('assigned');
        expect(['closed', 'archived']).not.toContain(status);
      }
    });
  });

  test('an item without a deadline is never reminded of one, and none is overdue before its deadline', () => {
    holds((given) => {
      for (const { rung, slot } of remindersIn(given.mails)) {
        if (ANCHORS[rung] !== 'deadline') continue;
        const { deadline } = sceneAt(given, slot);
        expect(deadline).toBeDefined();
        expect([rung, civilOf(slot) > (deadline ?? '')]).toEqual([rung, AFTER_DEADLINE.includes(rung)]);
      }
    });
  });

  test('what a mail says of an item is what the item is', () => {
    holds((given) => {
      for (const { lines, slot } of given.mails)
        for (const line of lines) {
          if ('fact' in line) continue;
          const { status, deadline } = sceneAt(given, slot);
          expect([line.brief.status, line.brief.deadline]).toEqual([status, deadline]);
        }
    });
  });

  test('a return with a new date re-plans at once: no reminder of the old one is said after it', () => {
    holds((given) => {
      for (const { at: since, state } of given.scenes) {
        if (state.status !== 'returned' || state.deadlineSetAt !== since) continue;
        const next = given.scenes.find(({ at }) => at > since)?.at ?? Infinity;
        const said = remindersIn(given.mails).filter(({ slot }) => slot > since && slot < next);
        for (const { rung, slot } of said)
          expect([rung, civilOf(slot) <= (state.deadline ?? '')]).toEqual([
            rung,
            !AFTER_DEADLINE.includes(rung),
          ]);
      }
    });
  });
});

/** Sends what is due up to an instant, slot after slot. */
const drain = (room: MailRoom, until: Instant): Digest[] => {
  const mails: Digest[] = [];
  for (let slot = room.nextSlot(); slot !== undefined && slot <= until; slot = room.nextSlot())
    mails.push(...room.collect(slot));
  return mails;
};

const wakeUp = (life: ItemLife, room: MailRoom, now: Instant): void => {
  life.passTime(now);
  for (const post of life.takePosts(now, 'w')) room.take(post, now);
};

const OUTSIDERS: readonly string[] = [PEOPLE.head, PEOPLE.office, PEOPLE.oversight];

/** Rungs that should have been said to somebody by a day: who is to hear of what. */
const rungsBy = (birth: ItemBirth, until: Instant): Said[] => {
  const life = new ItemLife(birth);
  const room = new MailRoom();
  const mails: Digest[] = [];
  for (
    let now: Instant | undefined = birth.assignedAt;
    now !== undefined && now <= until;
    now = life.nextWake(now)
  ) {
    mails.push(...drain(room, now));
    wakeUp(life, room, now);
  }
  return remindersIn([...mails, ...drain(room, until)]);
};

const namesOf = (said: readonly Said[]) => new Set(said.map(({ to, rung }) => `${to} ${rung}`));
const twice = (said: readonly Said[]) => said.length - new Set(said.map(({ to, id }) => `${to} ${id}`)).size;

describe('after weeks without a wake', () => {
  const anySleep = fc.integer({ min: 1, max: 150 * 24 * 60 }).map((minutes) => minutes * 60_000);

  /** An item that was told of at its assignment and then not woken until `woken`. */
  const asleep = (birth: ItemBirth, sleep: number) => {
    const life = new ItemLife(birth);
    const room = new MailRoom();
    wakeUp(life, room, birth.assignedAt);
    return { life, room, woken: instant(birth.assignedAt + sleep) };
  };

  test('an item tells outsiders each rung once and loses none', () => {
    fc.assert(
      fc.property(anyBirth, anySleep, (birth, sleep) => {
        const { life, room, woken } = asleep(birth, sleep);
        const { calendar, policy } = birth.context;
        drain(room, woken);
        wakeUp(life, room, woken);
        const slot = nextMailInstant(calendar, policy.mail, woken);
        const told = remindersIn(drain(room, slot)).filter(({ to }) => OUTSIDERS.includes(to));
        const due = rungsBy(birth, woken).filter(({ to }) => OUTSIDERS.includes(to));
        expect([...namesOf(told)]).toEqual(expect.arrayContaining([...namesOf(due)]));
        expect(told.length).toBe(namesOf(told).size);
      }),
    );
  });

  test.each(['the mailboxes first', 'the item first'])('of everything, nothing is lost: %s', (order) => {
    fc.assert(
      fc.property(anyBirth, anySleep, (birth, sleep) => {
        const { life, room, woken } = asleep(birth, sleep);
        const mails = order === 'the item first' ? [] : room.collect(woken);
        wakeUp(life, room, woken);
        const { calendar, policy } = birth.context;
        mails.push(...room.collect(woken), ...drain(room, nextMailInstant(calendar, policy.mail, woken)));
        const said = remindersIn(mails);
        expect([...namesOf(said)]).toEqual(expect.arrayContaining([...namesOf(rungsBy(birth, woken))]));
        expect(twice(said)).toBe(0);
      }),
    );
  });
});
