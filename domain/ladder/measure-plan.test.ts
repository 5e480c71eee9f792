import fc from 'fast-check';
import { addDays, type CivilDate } from '../calendar/civil';
import { civilOf, type Instant, instant } from '../calendar/zone';
import type { PersonId } from '../../base/ids';
import type { ItemBirth } from '../item/life';
import { isAtWork } from '../item/states';
import { Policy } from '../round/policy';
import { anItem, give, NOW } from '../../testing/item';
import { anyBirth, anyScript, act, type Deed, type Scene } from '../../testing/random-lives';
import { aBirth, ASSIGNED, at, date, PEOPLE, planned, POLICY } from '../../testing/world';
import { DEFAULT_MEASURE_LADDER, MEASURE_RUNGS } from './measure-rung';
import { type Digest, lineId, type Reminder } from './notice';
import { nextDay, remindersOf } from './plan';
import { Rehearsal, rehearse } from './rehearse';

const { handler, bystander: owner, leader } = PEOPLE;

type Own = { owner?: PersonId; deadline?: CivilDate };

/** An item due on 2021-06-30 whose measures have owners and dates of their own. */
const birthOf = (...own: Own[]): ItemBirth =>
  aBirth({
    planned: planned({ measures: planned().measures.map((one, index) => ({ ...one, ...own[index] })) }),
  });

const JUNE = date('2021-06-01');

type Said = Reminder & { to: string; at: Instant };

const saidIn = (mails: readonly Digest[]): Said[] =>
  mails.flatMap(({ mailbox, lines, slot }) =>
    lines.flatMap((line) =>
      'reminder' in line && line.reminder.measure ? [{ ...line.reminder, to: mailbox, at: slot }] : [],
    ),
  );

const daysOf = (birth: ItemBirth, until: string): string[] =>
  saidIn(rehearse({ births: [birth], until: at(until) })).map(
    ({ rung, to, at, measure }) => `${civilOf(at)} ${rung}.${measure?.no ?? 0} ${to}`,
  );

test('the default ladder has every rung once', () => {
  expect(DEFAULT_MEASURE_LADDER.map(({ id }) => id)).toEqual([...MEASURE_RUNGS]);
});

describe('a measure with a date of its own', () => {
  test('reminds owner and handler before it, on it, and again and again after it', () => {
    const both = (day: string, rung: string) => [`${day} ${rung}.1 ${owner}`, `${day} ${rung}.1 ${handler}`];
    expect(daysOf(birthOf({ owner, deadline: JUNE }), '2021-06-10').sort()).toEqual(
      [
        ...both('2021-05-25', 'measure-reminder'),
        ...both('2021-06-01', 'measure-due'),
        ...both('2021-06-02', 'measure-overdue'),
        ...both('2021-06-09', 'measure-overdue'),
      ].sort(),
    );
  });

  test('reminds the handler alone where it has no owner', () => {
    expect(daysOf(birthOf({ deadline: JUNE }), '2021-06-01')).toEqual([
      `2021-05-25 measure-reminder.1 ${handler}`,
      `2021-06-01 measure-due.1 ${handler}`,
    ]);
  });

  test('that is the date of the item reminds the owner: the handler hears of it from the item itself', () => {
    const deadline = date('2021-06-30');
    expect(daysOf(birthOf({ owner, deadline }, { deadline }), '2021-06-30')).toEqual([
      `2021-06-23 measure-reminder.1 ${owner}`,
      `2021-06-30 measure-due.1 ${owner}`,
    ]);
  });

  test('reminds also in an item without a deadline, and as long as nobody completes it', () => {
    const item = planned({ deadline: null });
    const measures = item.measures.map((one) => ({ ...one, owner, deadline: JUNE }));
    const days = daysOf(aBirth({ planned: { ...item, measures } }), '2022-01-31');
    expect(
      days.filter((day) => day.startsWith('2022-01') && day.endsWith(` ${owner}`)).length,
    ).toBeGreaterThan(3);
  });

  test('names the measure and its date', () => {
    const life = anItem('in-progress', birthOf({ owner, deadline: JUNE }));
    const [first] = remindersOf(life.state, life.context, NOW, NOW).filter(({ to }) => to === owner);
    expect(first).toEqual({
      to: owner,
      id: '2021-03/1.2/c1@measure-reminder.1/2021-05-25',
      rung: 'measure-reminder',
      slot: at('2021-05-25', '08:30'),
      measure: { no: 1, text: '逐台清点执法终端', date: '2021-06-01' },
    });
  });

  test('reminds nobody once it is complete, nor of two measures but the open one', () => {
    const life = anItem('in-progress', birthOf({ owner, deadline: JUNE }, { owner, deadline: JUNE }));
    const open = () =>
      new Set(remindersOf(life.state, life.context, NOW, NOW).flatMap(({ measure }) => measure?.no ?? []));
    expect(open()).toEqual(new Set([1, 2]));
    give(life, 'complete-measure', NOW, { measure: 1 });
    expect(open()).toEqual(new Set([2]));
    give(life, 'withdraw', NOW);
    expect(open()).toEqual(new Set());
  });

  test('reminds who is said to hear of it', () => {
    const policy = Policy.parse({
      ...POLICY,
      measureLadder: [{ id: 'measure-due', offset: 0, unit: 'working', to: ['leader'] }],
    });
    const birth = birthOf({ owner, deadline: JUNE });
    expect(daysOf({ ...birth, context: { ...birth.context, policy } }, '2021-06-10')).toEqual([
      `2021-06-01 measure-due.1 ${leader}`,
    ]);
  });
});

describe('what it costs', () => {
  const { measureLadder: _, ...before } = POLICY;
  const under = (birth: ItemBirth, policy: Policy) => ({ ...birth, context: { ...birth.context, policy } });

  test('an ordinary item does, says and wakes for the same as before there was a ladder for measures', () => {
    fc.assert(
      fc.property(anyBirth, anyScript, (birth, script) => {
        const told = (policy: Policy) => {
          const { mails, wakes } = play(under(birth, policy), script);
          const said = mails.map(({ mailbox, slot, lines }) => [mailbox, slot, lines.map(lineId)]);
          return { said, wakes };
        };
        expect(told(POLICY)).toEqual(told(before));
      }),
      { numRuns: 15 },
    );
  });

  test('an item of an older policy is told, reminded and woken as ever, whatever its measures are', () => {
    const owned = under(birthOf({ owner, deadline: JUNE }), before);
    const { mails } = play(owned, []);
    expect(mails.flatMap(({ mailbox }) => mailbox)).not.toContain(owner);
    expect(saidIn(mails)).toEqual([]);
  });

  test('dates of measures wake nobody but mailboxes, until reminders are planned further', () => {
    const life = anItem('in-progress', birthOf({ owner, deadline: JUNE }));
    // The deadline of the item passes before that.
    expect(nextDay(life.state, life.context, civilOf(NOW))).toBe('2021-07-01');
  });
});

type Play = { birth: ItemBirth; mails: readonly Digest[]; scenes: readonly Scene[]; wakes: unknown[] };

const DAY = 86_400_000;

/** Lets an item live through a script, with measures that are completed one by one. */
const play = (birth: ItemBirth, script: readonly Deed[]): Play => {
  const rehearsal = new Rehearsal([birth]);
  const scenes: Scene[] = [{ at: birth.assignedAt, state: rehearsal.life().state }];
  const wakes: unknown[] = [];
  let now = birth.assignedAt;
  for (const deed of script) {
    now = instant(now + deed.after);
    rehearsal.run(now);
    act(rehearsal, now, deed);
    wakes.push(rehearsal.life().nextWake(now));
    scenes.push({ at: now, state: rehearsal.life().state });
  }
  rehearsal.run(instant(now + 60 * DAY));
  return { birth, mails: rehearsal.mails, scenes, wakes };
};

const anyOwned: fc.Arbitrary<ItemBirth> = fc
  .tuple(
    anyBirth,
    fc.array(
      fc.record({
        owner: fc.option(fc.constantFrom(owner, handler, leader), { nil: undefined }),
        in: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([birth, own]) => {
    const { context, assignedAt } = birth;
    const measures = own.map(({ owner: who, in: days }, index) => ({
      no: index + 1,
      text: '落实',
      kind: 'other' as const,
      ...(who && { owner: who }),
      ...(days !== undefined && { deadline: addDays(civilOf(assignedAt), days) }),
    }));
    return { ...birth, context: { ...context, planned: { ...context.planned, measures } } };
  });

const holds = (promise: (given: Play) => void) => {
  fc.assert(
    fc.property(anyOwned, anyScript, (birth, script) => {
      promise(play(birth, script));
    }),
    { numRuns: 25 },
  );
};

const sceneAt = ({ scenes }: Play, slot: Instant) => {
  const scene = scenes.findLast(({ at }) => at < slot) ?? scenes[0];
  if (!scene) throw new RangeError('a play without a scene');
  return scene.state;
};

describe('whatever happens to an item', () => {
  test('every measure with a date reminds its owner on that day, as long as it is open and work goes on', () => {
    holds((given) => {
      const { birth, mails } = given;
      const said = saidIn(mails);
      const end = given.scenes.at(-1)?.at ?? ASSIGNED;
      for (const { no, deadline, owner: who = handler } of birth.context.planned.measures) {
        if (!deadline || deadline === birth.context.planned.deadline) continue;
        const due = said.filter(({ rung, measure }) => rung === 'measure-due' && measure?.no === no);
        const state = sceneAt(given, due[0]?.slot ?? end);
        const stood = given.scenes.every(
          ({ state: { status, measures } }) =>
            isAtWork(status) && measures.every(({ completed }) => completed === undefined),
        );
        if (stood && deadline > addDays(civilOf(birth.assignedAt), 20) && deadline < civilOf(end))
          expect(due.map(({ to }) => to)).toContain(state.measures[no - 1]?.owner ?? who);
      }
    });
  });

  test('nobody is asked who is no longer concerned: of a measure that is open, its owner and the handler', () => {
    holds((given) => {
      for (const { to, slot, measure } of saidIn(given.mails)) {
        const state = sceneAt(given, slot);
        const found = state.measures.find(({ no }) => no === measure?.no);
        expect(isAtWork(state.status)).toBe(true);
        expect(found?.completed).toBeUndefined();
        expect([found?.owner ?? state.people.handler, state.people.handler]).toContain(to);
        expect(measure?.date).toBe(found?.deadline);
      }
    });
  });

  test('no two mails of the same rung of a measure reach a person in a day, and nothing is said twice', () => {
    holds(({ mails }) => {
      const said = saidIn(mails);
      const days = said.map(
        ({ to, rung, measure, at }) => `${to} ${rung} ${measure?.no ?? 0} ${civilOf(at)}`,
      );
      expect(days.length).toBe(new Set(days).size);
      const ids = said.map(({ to, id }) => `${to} ${id}`);
      expect(ids.length).toBe(new Set(ids).size);
    });
  });
});
