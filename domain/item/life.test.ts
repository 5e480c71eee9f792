import { instant, readable } from '../calendar/zone';
import { manifestHash } from '../evidence/manifest';
import { aCommand, anItem, archiveIt, birthFor, attempt, give, NOW } from '../../testing/item';
import { aBirth, ASSIGNED, at, PEOPLE, planned } from '../../testing/world';
import { ItemLife, type ItemMemory } from './life';
import { STATUSES } from './states';

describe('the same command given twice', () => {
  test('acts once and answers the same', () => {
    const life = anItem('leader-review');
    const approve = aCommand(life, 'approve', NOW);
    const first = life.carryOut(approve, NOW);
    const after = structuredClone(life.remember());
    expect(life.carryOut(approve, instant(NOW + 60_000))).toEqual(first);
    expect(life.remember()).toEqual(after);
    expect(life.answered(approve.id)).toEqual(first);
  });

  test('answers the same after the item has moved on, and after it has continued elsewhere', () => {
    const life = anItem('leader-review');
    const approve = aCommand(life, 'approve', NOW);
    const first = life.carryOut(approve, NOW);
    give(life, 'accept', NOW);
    const next = new ItemLife(aBirth(), structuredClone(life.remember()));
    expect(life.carryOut(approve, NOW)).toEqual(first);
    expect(next.carryOut(approve, NOW)).toEqual(first);
  });

  test('acts, if it was refused the first time', () => {
    const life = anItem('assigned');
    const progress = aCommand(life, 'report-progress', NOW);
    expect(life.carryOut(progress, NOW)).toMatchObject({ refusal: { type: 'WrongState' } });
    give(life, 'acknowledge', NOW);
    expect(life.carryOut(progress, NOW)).toMatchObject({ command: progress.id, status: 'in-progress' });
  });
});

test('an answer gives the state of the item and the entries of the log that led to it', () => {
  const life = anItem('leader-review');
  const answer = give(life, 'return', NOW);
  expect(answer).toMatchObject({
    type: 'return',
    item: '2021-03/1.2',
    cycle: 1,
    by: PEOPLE.leader,
    status: 'returned',
    deadline: '2021-06-09',
  });
  expect(answer.entries).toEqual([life.log.length]);
});

test('an item without a deadline answers without one', () => {
  const life = anItem('assigned', aBirth({ planned: planned({ deadline: null }) }));
  expect(give(life, 'acknowledge', NOW)).not.toHaveProperty('deadline');
});

describe('the memory of an item', () => {
  test.each(STATUSES)('carries an item that is %s into its next run unchanged', (status) => {
    const life = anItem(status);
    life.takePosts(NOW, 'w');
    const next = new ItemLife(birthFor(status), JSON.parse(JSON.stringify(life.remember())) as ItemMemory);
    expect(next.view(NOW)).toEqual(life.view(NOW));
    expect(next.schedule(NOW)).toEqual(life.schedule(NOW));
    expect(next.nextWake(NOW)).toBe(life.nextWake(NOW));
    expect(next.takePosts(NOW, 'w')).toEqual([]);
  });

  test('that was carried is the next run’s own: what that one does does not change it', () => {
    const carried = anItem('in-progress').remember();
    const before = structuredClone(carried);
    const next = new ItemLife(aBirth(), carried);
    next.takePosts(NOW, 'w');
    next.takeRow();
    give(next, 'report-progress', NOW);
    expect(carried).toEqual(before);
  });

  test('holds nothing that the item was started with and has not changed', () => {
    const { state } = anItem('assigned');
    expect(Object.keys(state)).not.toEqual(expect.arrayContaining(['context']));
    expect(Object.keys(state)).not.toEqual(expect.arrayContaining(['clock']));
    expect(JSON.stringify(state).length).toBeLessThan(1000);
  });

  test('once read does not change with the item', () => {
    const life = anItem('assigned');
    const read = life.remember();
    const before = structuredClone(read);
    life.takePosts(ASSIGNED, 'w');
    life.takeRow();
    expect(read).toEqual(before);
  });
});

describe('the line of the ledger', () => {
  test('is handed out once for each change, with a higher version', () => {
    const life = anItem('assigned');
    expect(life.takeRow()).toMatchObject({ version: 1, status: 'assigned' });
    expect(life.takeRow()).toBeUndefined();
    give(life, 'acknowledge', NOW);
    expect(life.takeRow()).toMatchObject({ version: 2, status: 'in-progress' });
    expect(life.takeRow()).toBeUndefined();
    expect(life.firstRow()).toMatchObject({ version: 0 });
  });

  test('is handed out anew on demand, also after the item has continued elsewhere', () => {
    const life = anItem('in-progress');
    const version = life.takeRow()?.version ?? 0;
    life.catchUp();
    life.reportAnew();
    expect(life.hasNews).toBe(true);
    const again = new ItemLife(aBirth(), structuredClone(life.remember()));
    for (const one of [life, again]) {
      expect(one.takeRow()).toMatchObject({ version: version + 1, status: 'in-progress' });
      expect(one.takeRow()).toBeUndefined();
    }
  });
});

describe('the next wake', () => {
  test('is the day after the deadline while nothing is told to outsiders before', () => {
    const wake = anItem('in-progress').nextWake(NOW);
    expect(wake && readable(wake)).toBe('2021-07-01 00:00');
  });

  test('is the day on which somebody outside the item has to hear of it', () => {
    const life = anItem('in-progress');
    const days: string[] = [];
    for (let wake = life.nextWake(NOW); wake && days.length < 6; wake = life.nextWake(wake))
      days.push(readable(wake).slice(5, 10));
    expect(days).toEqual(['07-01', '07-07', '07-08', '07-14', '07-15', '07-22']);
  });

  test('of a late review is the day of its escalation, not that of the reviewer’s own reminders', () => {
    // Asked for on the 10th: due on the 13th, overdue on the 14th, escalated on the 18th.
    const wake = anItem('leader-review').nextWake(NOW);
    expect(wake && readable(wake)).toBe('2021-05-18 00:00');
  });

  test('does not come for an item without a deadline, nor for one in the archive', () => {
    expect(
      anItem('in-progress', aBirth({ planned: planned({ deadline: null }) })).nextWake(NOW),
    ).toBeUndefined();
    expect(anItem('archived').nextWake(NOW)).toBeUndefined();
  });

  test('in a drill comes at the real instant at which the round’s clock shows it', () => {
    const clock = { real: instant(1_000), domain: ASSIGNED, rate: 1000, drill: 'd1' };
    const life = new ItemLife(aBirth({}, { clock }));
    const real = life.nextRealWake(1_000) ?? 0;
    expect(readable(life.timeAt(real))).toBe('2021-07-01 00:00');
    expect(real).toBeLessThan(clock.real + (at('2021-07-02') - ASSIGNED) / clock.rate);
  });
});

describe('a closed item', () => {
  test('is ready for the archive when its last mail is due, not before', () => {
    const life = anItem('closed', aBirth({}, { assignedAt: at('2021-05-06', '09:00') }));
    expect(life.readyToArchive(NOW)).toBe(false);
    life.takePosts(NOW, 'w');
    const last = life.nextWake(NOW) ?? NOW;
    expect(life.readyToArchive(instant(last - 1))).toBe(false);
    expect(life.readyToArchive(last)).toBe(true);
  });

  test('has a record that names everybody it has written to', () => {
    const life = anItem('closed');
    life.takePosts(NOW, 'w');
    expect(new Set(life.correspondents)).toEqual(new Set([PEOPLE.handler, PEOPLE.leader, PEOPLE.acceptor]));
  });

  test('that is archived tells the archivist its number and asks for nothing more', () => {
    const life = anItem('closed');
    life.takePosts(NOW, 'w');
    archiveIt(life, NOW);
    const posts = life.takePosts(NOW, 'w');
    expect(posts.map(({ to, facts }) => [to.person, facts[0]?.text])).toContainEqual([
      PEOPLE.archivist,
      'Z109-WS·2021-D30-JGDW-0002',
    ]);
    expect(posts.flatMap(({ reminders }) => reminders.list)).toEqual([]);
  });
});

describe('the view of an item', () => {
  test('shows its level by the day of asking, and the hash that an approval has to name', () => {
    const life = anItem('in-progress');
    expect(life.view(NOW).level).toBeUndefined();
    expect(life.view(at('2021-06-19')).level).toBe('warning');
    expect(life.view(at('2021-07-14')).level).toBe('talk');
    expect(life.view(NOW).evidenceHash).toBe(manifestHash(life.state));
  });

  test('has no objection to a command that it has answered', () => {
    const life = anItem('assigned');
    const command = aCommand(life, 'acknowledge', NOW);
    life.carryOut(command, NOW);
    expect(life.objection(command, NOW)).toBeUndefined();
    expect(life.objection(aCommand(life, 'acknowledge', NOW), NOW)?.type).toBe('WrongState');
  });

  test('shows news until they are caught up with', () => {
    const life = anItem('assigned');
    life.catchUp();
    expect(life.hasNews).toBe(false);
    expect(attempt(life, 'approve', NOW)).toHaveProperty('refusal');
    expect(life.hasNews).toBe(false);
    give(life, 'acknowledge', NOW);
    expect(life.hasNews).toBe(true);
  });
});

test('an event that only a person can cause is a fault of the program when nobody did', () => {
  const life = anItem('in-progress');
  expect(() => life.happen({ type: 'progress-reported', text: '已清点' }, NOW)).toThrow(TypeError);
});
