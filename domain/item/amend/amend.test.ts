import fc from 'fast-check';
import { addDays, type CivilDate } from '../../calendar/civil';
import { civilOf, instant } from '../../calendar/zone';
import { anItem, give, NOW, refusalOf } from '../../../testing/item';
import { aRoundCommand } from '../../../testing/round';
import { reminded, toldOfLast } from '../../../testing/told';
import { at, date, PEOPLE } from '../../../testing/world';
import { isDone } from '../helping';
import type { ItemLife } from '../life';
import { STATUSES, type Status } from '../states';

const { handler, leader, acceptor, head, office } = PEOPLE;
const CLAIMED = { identity: 'claimed' } as const;
/** The office can correct nothing alone any more. */
const LATE = at('2021-06-01');

/** The head amends the item where `by` says nobody else. */
const amend = (life: ItemLife, change: object, now = NOW, by = head) => {
  const changes = [{ item: '1.2', cycle: 1, ...change }];
  const command = aRoundCommand('amend', now, { by, basedOn: 1, changes });
  return life.applyRoundCommand(command, now, CLAIMED);
};

const lastType = (life: ItemLife) => life.log.at(-1)?.event.type;
const drop = (no: number) => ({ measures: { drop: [{ no, reason: '无须' }] } });
const reword = (no: number) => ({ measures: { change: [{ no, set: { text: '另一说法' } }] } });
const add = { measures: { add: [{ no: 3, text: '再查一次', kind: 'other' }] } };
const due = (deadline: string) => ({ set: { deadline } });

describe('an item that is amended', () => {
  test('keeps its first deadline, and plans every reminder anew', () => {
    const life = anItem('in-progress');
    life.takePosts(NOW, 'w');
    expect(reminded(life, handler, NOW)).toContain('warning/2021-06-18');
    amend(life, due('2021-07-31'));
    expect(life.state).toMatchObject({ originalDeadline: '2021-06-30', deadline: '2021-07-31' });
    const list = reminded(life, handler, NOW);
    expect(list).toContain('warning/2021-07-21');
    expect(list.filter((one) => one.slice(-10) <= '2021-06-30')).toEqual([]);
    const told = life.takePosts(NOW, 'w').find(({ to }) => to.person === handler);
    expect(told?.reminders.list.map(({ id }) => id.slice(-10)).filter((day) => day <= '2021-06-30')).toEqual(
      [],
    );
  });

  test('tells its people what it was and is', () => {
    const life = anItem('in-progress');
    amend(life, due('2021-07-31'));
    expect(toldOfLast(life)).toEqual([
      { kind: 'amended', to: handler, cc: false },
      { kind: 'amended', to: leader, cc: true },
      { kind: 'amended', to: acceptor, cc: true },
    ]);
    const fact = life.remember().mail.outbox.find(({ kind, to }) => kind === 'amended' && to === handler);
    expect(fact).toMatchObject({
      text: '反馈意见有更正',
      date: '2021-07-31',
      changes: [{ field: 'deadline', before: '2021-06-30', after: '2021-07-31' }],
    });
  });

  test('ends a request for another date that nobody has decided', () => {
    const life = anItem('in-progress');
    give(life, 'request-extension', NOW, { newDeadline: '2021-07-15' });
    amend(life, due('2021-07-31'));
    expect(life.state.extensions[0]?.outcome).toEqual({ type: 'lapsed', at: NOW });
    expect(refusalOf(life, 'grant-extension', NOW)).toMatchObject({ type: 'NoExtensionPending' });
  });

  test.each<Status>(['leader-review', 'acceptance'])(
    'goes back to work from %s where measures are added: what was approved were the old ones',
    (status) => {
      const life = anItem(status);
      amend(life, { set: { goal: '账实相符' } });
      expect(life.state.status).toBe(status);
      amend(life, add);
      expect(lastType(life)).toBe('closure-voided');
      expect(life.state).toMatchObject({ status: 'in-progress', deadline: '2021-06-30' });
      for (const gone of ['approval', 'review', 'request'] as const) expect(life.state[gone]).toBeUndefined();
      expect(refusalOf(life, 'request-closure', NOW)).toEqual({ type: 'MeasuresOpen', measures: [3] });
    },
  );

  test('goes back to work where it becomes one of another kind: what was approved was another task', () => {
    const life = anItem('acceptance');
    amend(life, { set: { kind: 'sustained' } });
    expect(lastType(life)).toBe('closure-voided');
    expect(life.state.approval).toBeUndefined();
  });

  test('in measures that have to be done again, too', () => {
    const life = anItem('returned');
    amend(life, reword(1));
    expect(life.state.measures[0]?.text).toBe('另一说法');
  });

  test('is not decided on by who has not seen what it is now', () => {
    const life = anItem('leader-review');
    const seen = life.log.at(-1)?.hash;
    amend(life, { set: { goal: '账实相符' } });
    expect(life.objection({ ...approval(life), seen } as never, NOW)).toMatchObject({
      type: 'SeenTooOld',
      entries: [{ event: 'amended' }],
    });
  });

  test('needs nothing of a measure that was dropped, and takes no evidence for it', () => {
    const life = anItem('in-progress');
    amend(life, drop(2));
    expect(refusalOf(life, 'add-evidence', NOW, { measure: 2 })).toEqual({
      type: 'UnknownMeasure',
      measure: 2,
      measures: [1],
    });
    give(life, 'add-evidence', NOW);
    give(life, 'complete-measure', NOW);
    give(life, 'request-closure', NOW);
  });

  test('hears of one amendment once', () => {
    const life = anItem('in-progress');
    const command = aRoundCommand('amend', NOW, { by: head });
    for (let n = 0; n < 3; n += 1) life.applyRoundCommand(command, NOW, CLAIMED);
    expect(life.log.filter(({ event }) => event.type === 'amended')).toHaveLength(1);
  });

  test('takes what the office alone may say, and nothing that takes the head', () => {
    const life = anItem('in-progress');
    amend(life, due('2021-06-20'), LATE, office);
    expect(life.state.deadline).toBe('2021-06-20');
    for (const change of [due('2021-06-25'), drop(1)]) {
      amend(life, change, LATE, office);
      expect(life.log.at(-1)?.event).toMatchObject({ fault: 'needs-head' });
    }
    expect(life.state.deadline).toBe('2021-06-20');
  });

  test('costs nothing where there is none', () => {
    const life = anItem('closed');
    expect(Object.keys(life.state)).not.toEqual(expect.arrayContaining(['amendment']));
    expect(life.view(NOW).row.amendment).toBeUndefined();
  });
});

const approval = (life: ItemLife) => ({
  id: '00000000-0000-4000-8000-999999999999',
  type: 'approve',
  item: life.state.item,
  cycle: 1,
  by: leader,
  at: new Date(NOW).toISOString(),
  evidence: life.view(NOW).evidenceHash,
});

const change = fc.oneof(
  fc.integer({ min: -5, max: 120 }).map((days) => due(addDays(civilOf(NOW), days))),
  fc.integer({ min: 1, max: 3 }).map(drop),
  fc.integer({ min: 1, max: 3 }).map(reword),
  fc.constant(add),
  fc.constantFrom({ set: { problem: '别的说法' } }, { set: { kind: 'immediate' } }),
);

test('whatever state an item is in, an amendment of it is taken whole, or it stays as it was', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Status>(...STATUSES.filter((one) => one !== 'archived')),
      change,
      fc.boolean(),
      (status, what, byHead) => {
        const life = anItem(status);
        const before = structuredClone(life.state);
        const planned = life.context.planned;
        const length = life.log.length;
        amend(life, what, LATE, byHead ? head : office);
        const { amendment, ...after } = life.state;
        const event = life.log[length]?.event;
        expect(amendment?.version).toBe(2);
        expect(after.originalDeadline).toBe(before.originalDeadline);
        expect(after.evidence).toEqual(before.evidence);
        if (event?.type === 'amendment-refused') {
          expect(life.log).toHaveLength(length + 1);
          expect(after).toEqual(before);
          expect(life.context.planned).toBe(planned);
          return;
        }
        expect(event?.type).toBe('amended');
        // What has happened is never undone, and nobody has approved what they have not seen.
        const done = before.measures.filter((one) => isDone(one, before));
        expect(after.measures).toEqual(expect.arrayContaining(done));
        if ('measures' in what) expect(after.approval).toBeUndefined();
        expect(life.context.firstPlanned).toBe(planned);
      },
    ),
    { numRuns: 300 },
  );
});

test('nobody is reminded by a date that is no longer the deadline', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (first, second) => {
      const life = anItem('in-progress');
      const days: CivilDate[] = [addDays(date('2021-06-30'), first), addDays(date('2021-06-30'), second)];
      days.forEach((day, index) => {
        const now = instant(NOW + index * 3_600_000);
        amend(life, due(day), now);
        life.takePosts(now, 'w');
        const list = life.remember().mail.posted[handler] ?? [];
        const overdue = list.filter(({ rung }) => rung === 'overdue').map(({ id }) => id.slice(-10));
        const ahead = list.filter(({ rung }) => rung === 'reminder').map(({ id }) => id.slice(-10));
        expect(life.state.deadline).toBe(day);
        expect(overdue.every((one) => one > day)).toBe(true);
        expect(ahead.every((one) => one <= addDays(day, -20))).toBe(true);
      });
      expect(life.state.originalDeadline).toBe('2021-06-30');
    }),
    { numRuns: 60 },
  );
});
