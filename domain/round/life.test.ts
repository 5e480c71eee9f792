import { instant } from '../calendar/zone';
import { checkLog, roundGenesis } from '../item/log';
import { archiveIt, doTheWork, give, NOW } from '../../testing/item';
import { aKey, aNewcomer } from '../../testing/newcomers';
import { policyTelling } from '../../testing/policies';
import { aRoundCommand, FIRST, SECOND, WholeRound } from '../../testing/round';
import { ASSIGNED, at, CALENDAR, PEOPLE, POLICY, ROSTER, STRANGER } from '../../testing/world';
import { ROUND_COMMAND_TYPES } from './command';
import type { RoundLife } from './life';
import type { RoundErrand } from './errand';
import type { RoundMemory } from './memory';

const { handler, leader, acceptor, head, office, oversight, bystander, deputy } = PEOPLE;
const CLAIMED = { identity: 'claimed' } as const;

const closeAndArchive = (round: WholeRound, now = NOW): void => {
  const life = round.item();
  give(life, 'acknowledge', now);
  doTheWork(life, now);
  for (const type of ['request-closure', 'approve', 'accept'] as const) give(life, type, now);
  life.takePosts(now, 'w');
  archiveIt(life, now);
  round.settle(now);
};

const archived = (): WholeRound => {
  const round = new WholeRound();
  closeAndArchive(round);
  return round;
};

const passed = (errand: RoundErrand | undefined) =>
  errand && 'pass' in errand ? errand.to.map(({ number }) => number) : undefined;

test('a round that opens has an item in its ledger for each of its plan, and a log that says so', () => {
  const { life } = new WholeRound();
  expect(life.ledger.rows.map(({ number, status }) => [number, status])).toEqual([
    [FIRST, 'assigned'],
    [SECOND, 'assigned'],
  ]);
  expect(life.log.map(({ event }) => event)).toEqual([{ type: 'round-opened', items: 2 }]);
  expect(life.births().map(({ context }) => context.archiveNumber)).toEqual([
    'Z109-WS·2021-D30-JGDW-0001',
    'Z109-WS·2021-D30-JGDW-0002',
  ]);
});

describe('a command to the round', () => {
  test('given twice acts once, and answers the same', () => {
    const { life } = new WholeRound();
    const command = aRoundCommand('replace-person', NOW);
    const first = life.carryOut(command, NOW, CLAIMED);
    const after = structuredClone(life.remember());
    expect(life.carryOut(command, instant(NOW + 60_000), CLAIMED)).toEqual(first);
    expect(life.answered(command.id)).toEqual(first);
    expect(life.remember()).toEqual(after);
  });

  test('is in the log of the round, whose chain is whole', () => {
    const round = new WholeRound();
    round.give('register-people', NOW);
    round.give('new-policy', NOW);
    round.give('new-calendar', NOW);
    const origin = roundGenesis({
      round: round.life.head.round,
      policy: POLICY.version,
      calendar: CALENDAR.version,
    });
    expect(checkLog(round.life.log, origin)).toEqual([]);
    expect(round.life.log.slice(1).map(({ event, author }) => [event.type, author?.by])).toEqual([
      ['people-registered', office],
      ['policy-changed', office],
      ['calendar-changed', office],
    ]);
  });

  test('that puts a policy in force which leaves open who decides is refused, but was taken by older versions', () => {
    const policy = policyTelling({ talk: { to: ['leader'] } });
    const round = new WholeRound();
    expect(round.life.objection(aRoundCommand('new-policy', NOW, { policy }), NOW)).toEqual({
      type: 'DeciderUnclear',
      rung: 'talk',
      to: ['leader'],
      decides: ['head', 'office'],
    });
    round.give('new-policy', NOW, { policy });
    expect(round.life.head.policy).toEqual(policy);
    expect(round.item().context.policy).toEqual(policy);
    const named = policyTelling({ talk: { to: ['leader', 'oversight'], decides: ['oversight'] } }, 'named');
    const command = aRoundCommand('new-policy', NOW, { policy: named });
    expect(round.life.objection(command, NOW)).toBeUndefined();
  });

  test('by a deputy is recorded under both names', () => {
    const roster = {
      ...ROSTER,
      people: ROSTER.people.map((one) => (one.id === office ? { ...one, deputies: [deputy] } : one)),
    };
    const round = new WholeRound({ roster });
    round.give('new-policy', NOW, { by: deputy, onBehalfOf: office });
    expect(round.life.log.at(-1)?.author).toMatchObject({ by: deputy, onBehalfOf: office });
    expect(round.item().log.at(-1)?.author).toMatchObject({ by: deputy, onBehalfOf: office });
  });

  test('is passed on as it was signed, to every open item, and only to them', () => {
    const round = archived();
    const command = aRoundCommand('new-policy', NOW);
    round.life.carryOut(command, NOW, { identity: 'signed', jws: 'a.b.c' });
    expect(round.life.errand).toEqual({
      pass: { jws: 'a.b.c', since: NOW },
      round: '2021-03',
      to: [{ number: SECOND, cycle: 1 }],
    });
  });

  test('about one item is passed on to that item alone', () => {
    const round = new WholeRound();
    const late = at('2021-07-30', '00:00');
    for (const number of [FIRST, SECOND]) round.item(number).passTime(late);
    round.settle(late);
    round.life.carryOut(aRoundCommand('issue-proposal', late), late, CLAIMED);
    expect(passed(round.life.errand)).toEqual([FIRST]);
  });
});

describe('the memory of a round', () => {
  const carried = (life: RoundLife): RoundMemory =>
    JSON.parse(JSON.stringify(life.remember())) as RoundMemory;

  const OF_THE_ROUND = ['file-document', 'publish-notice', 'attest', 'close-round', 'propose-key'];
  const PASSED_ON = ROUND_COMMAND_TYPES.filter((type) => !OF_THE_ROUND.includes(type));

  test.each(PASSED_ON)('carries the errand of %s into the next run, until it was run', (type) => {
    const round = new WholeRound({
      roster: {
        ...ROSTER,
        people: ROSTER.people.map((one) =>
          one.id === handler ? { ...one, keys: [{ ...aKey(9), from: ASSIGNED }] } : one,
        ),
      },
    });
    const now = at('2021-07-30', '00:00');
    if (type === 'reopen') closeAndArchive(round);
    else round.item().passTime(now);
    round.settle(now);
    const more = {
      ...(type === 'replace-key' && { key: aKey(8) }),
      ...(type === 'undo-import' && { by: head }),
    };
    const answer = round.life.carryOut(aRoundCommand(type, now, more), now, CLAIMED, 'terminated');
    expect(answer).toMatchObject({ type });
    const { errand } = round.life;
    expect(errand).toBeDefined();
    const next = new WholeRound({}, carried(round.life));
    expect(next.life.errand).toEqual(errand);
    next.life.ran();
    // Of a policy, an amendment and an undone import people are told besides.
    if (['new-policy', 'amend', 'undo-import'].includes(type)) next.life.ran();
    expect(next.life.errand).toBeUndefined();
    expect(carried(next.life).errands).toEqual([]);
  });

  test('keeps errands in the order of their commands', () => {
    const { life } = new WholeRound();
    const types = ['register-people', 'new-policy', 'new-calendar'] as const;
    const commands = types.map((type) => aRoundCommand(type, NOW));
    for (const command of commands) life.carryOut(command, NOW, CLAIMED);
    const next = new WholeRound({}, carried(life)).life;
    const [people, policy, calendar] = commands.map((claimed) => ({ pass: { claimed } }));
    for (const errand of [people, policy, { tell: [{}, {}, {}] }, calendar]) {
      expect(next.errand).toMatchObject(errand ?? {});
      next.ran();
    }
    expect(next.errand).toBeUndefined();
  });

  test('keeps the ledger, the answers, and what is in force', () => {
    const round = archived();
    round.give('new-calendar', NOW);
    round.give('new-policy', NOW);
    const next = new WholeRound({}, carried(round.life)).life;
    expect(next.ledger.rows).toEqual(round.life.ledger.rows);
    expect(next.calendar.version).toBe('next');
    expect(next.head.policy.version).toBe('next');
    expect(next.log).toEqual(round.life.log);
    expect(next.remember()).toEqual(carried(round.life));
  });
});

describe('a reopened item', () => {
  test('begins a new life that names the archive of the old one, under a number of its own', () => {
    const round = archived();
    round.give('reopen', NOW);
    const { state, context, log } = round.item();
    expect(state).toMatchObject({
      cycle: 2,
      status: 'assigned',
      deadline: '2021-12-31',
      originalDeadline: '2021-12-31',
      previous: { cycle: 1, bag: 'bags/2021-03/1.2', archiveNumber: 'Z109-WS·2021-D30-JGDW-0001' },
    });
    expect(context.archiveNumber).toBe('Z109-WS·2021-D30-JGDW-0003');
    expect(log[0]).toMatchObject({
      event: { type: 'reopened', reason: '回头看发现仍有遗失' },
      author: { by: oversight },
    });
    expect(state.evidence).toEqual([]);
    expect(state.measures.every(({ completed }) => completed === undefined)).toBe(true);
  });

  test('is in the ledger at once, in its place, and the old closure in the log of the round', () => {
    const round = archived();
    round.life.carryOut(aRoundCommand('reopen', NOW), NOW, CLAIMED);
    expect(round.life.ledger.rows.map(({ number, cycle }) => [number, cycle])).toEqual([
      [FIRST, 2],
      [SECOND, 1],
    ]);
    expect(round.life.log.at(-1)?.event).toMatchObject({ type: 'item-reopened', item: FIRST, cycle: 2 });
  });

  test('is told to its people, the head and the office, and confirmed to who has reopened it', () => {
    const round = archived();
    round.give('reopen', NOW);
    const { outbox } = round.item().remember().mail;
    expect(outbox.map(({ to, cc, kind }) => [to, cc, kind])).toEqual([
      [handler, false, 'reopened'],
      ...[leader, acceptor, head, office].map((to) => [to, true, 'reopened']),
      [PEOPLE.oversight, true, 'you-decided'],
    ]);
    expect(outbox[0]).toMatchObject({ by: '己', text: '回头看发现仍有遗失' });
  });

  test('has a number of its own each time', () => {
    const round = archived();
    round.give('reopen', NOW);
    closeAndArchive(round);
    round.give('reopen', NOW, { cycle: 2 });
    expect(round.item().state).toMatchObject({
      cycle: 3,
      previous: { cycle: 2, archiveNumber: 'Z109-WS·2021-D30-JGDW-0003' },
    });
    expect(round.item().context.archiveNumber).toBe('Z109-WS·2021-D30-JGDW-0004');
  });

  test('lives by the people, the policy and the calendar of today', () => {
    const round = archived();
    const people = ROSTER.people
      .filter(({ id }) => id === leader)
      .map((one) => ({ ...one, address: 'new@example.org' }));
    round.give('register-people', NOW, { people });
    const successor = ROSTER.people.filter(({ id }) => id === bystander);
    round.give('replace-person', NOW, { person: head, successor: bystander, people: successor });
    round.give('new-policy', NOW);
    round.give('new-calendar', NOW);
    round.give('reopen', NOW);
    const { context } = round.item();
    expect(context.roster.people.find(({ id }) => id === leader)?.address).toBe('new@example.org');
    expect(context.roster.head).toBe(bystander);
    expect([context.policy.version, context.calendar.version]).toEqual(['next', 'next']);
  });

  test('is assigned to the successor of somebody who was replaced after it had ended', () => {
    const round = archived();
    const later = at('2021-09-01');
    round.give('replace-person', later);
    expect(round.life.ledger.row(FIRST)?.people.handler).toBe(handler);
    round.give('reopen', later);
    expect(round.item().state.people).toEqual({ handler: STRANGER, leader, acceptor });
    expect(round.item().context.roster.people.map(({ id }) => id)).toContain(STRANGER);
  });

  test('is assigned to the successor of a successor, but never to one person on two sides', () => {
    const round = archived();
    const later = at('2021-09-01');
    const next = aNewcomer({ id: bystander, name: '壬', address: 'ren@example.org' });
    round.give('replace-person', later);
    round.give('replace-person', later, { person: STRANGER, successor: bystander, people: [next] });
    give(round.item(SECOND), 'withdraw', later);
    round.settle(later);
    const record = ROSTER.people.filter(({ id }) => id === bystander);
    round.give('replace-person', later, { person: leader, successor: bystander, people: record });
    round.give('reopen', later);
    expect(round.item().state.people).toEqual({ handler: bystander, leader, acceptor });
  });

  test('keeps whom it was given to after the replacement', () => {
    const round = new WholeRound();
    round.give('replace-person', NOW);
    const people = ROSTER.people.filter(({ id }) => id === handler || id === deputy);
    give(round.item(), 'reassign', NOW, { to: handler, people });
    closeAndArchive(round, at('2021-05-11'));
    round.give('reopen', at('2021-09-01'));
    expect(round.item().state.people.handler).toBe(handler);
  });
});

test('a line of the ledger that an old life sends late does not come before that of the new one', () => {
  const round = archived();
  const old = round.life.ledger.row(FIRST);
  round.give('reopen', NOW);
  if (old) round.life.ledger.note({ ...old, version: 99 });
  expect(round.life.ledger.row(FIRST)?.cycle).toBe(2);
});
