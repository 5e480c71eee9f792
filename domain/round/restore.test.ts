import fc from 'fast-check';
import { ENDS, type LifeFound } from '../item/lost';
import { archiveIt, doTheWork, give, NOW, refusalOf } from '../../testing/item';
import { aRoundCommand, FIRST, SECOND, WholeRound } from '../../testing/round';
import { ASSIGNED, at, date, PEOPLE, STRANGER } from '../../testing/world';

const { handler, leader, acceptor, head, office, oversight } = PEOPLE;
const CLAIMED = { identity: 'claimed' } as const;

/** The concentrated period ends on 2021-08-31, the item is due on 2021-06-30. */
const LATEST = date('2021-08-31');

/** A round whose first item is at work, and the round knows. */
const atWork = (): WholeRound => {
  const round = new WholeRound();
  give(round.item(), 'acknowledge', NOW);
  give(round.item(), 'add-evidence', NOW);
  round.settle(NOW);
  return round;
};

/** A command that the round takes, and nobody hears of: the item is gone. */
const unheard = (round: WholeRound, ...[type, now, more]: Parameters<WholeRound['give']>): void => {
  const answer = round.life.carryOut(aRoundCommand(type, now, more), now, CLAIMED);
  expect(answer).not.toHaveProperty('refusal');
  round.life.ran();
};

const restored = (found: LifeFound = 'terminated', more: object = {}): WholeRound => {
  const round = atWork();
  round.give('restore', NOW, more, found);
  return round;
};

describe('an item is restored', () => {
  test.each(ENDS)('where the server says that it was %s, as a new life that names the old', (ended) => {
    const round = atWork();
    const seen = round.life.ledger.row(FIRST)?.logHead;
    round.give('restore', NOW, {}, ended);
    const { state, context, log } = round.item();
    const lost = {
      cycle: 1,
      ended,
      status: 'in-progress',
      archiveNumber: 'Z109-WS·2021-D30-JGDW-0001',
      seen: { entries: seen?.entries, hash: seen?.hash },
      originalDeadline: '2021-06-30',
      extensions: 0,
    };
    expect(seen?.entries).toBeGreaterThan(1);
    expect(state).toMatchObject({ cycle: 2, status: 'assigned', deadline: '2021-06-30', lost });
    expect(state).not.toHaveProperty('previous');
    expect(state.evidence).toEqual([]);
    expect(context.archiveNumber).toBe('Z109-WS·2021-D30-JGDW-0003');
    expect(log[0]).toMatchObject({
      event: { type: 'restored', reason: '流程被误终止', lost },
      author: { by: office },
    });
    expect(round.life.log.at(-1)?.event).toMatchObject({
      type: 'item-restored',
      item: FIRST,
      cycle: 2,
      archiveNumber: 'Z109-WS·2021-D30-JGDW-0003',
      lost,
    });
  });

  test('and everybody hears of it, oversight too', () => {
    const { outbox } = restored().item().remember().mail;
    expect(outbox.map(({ to, cc, kind }) => [to, cc, kind])).toEqual([
      [handler, false, 'restored'],
      // The office has done it.
      ...[leader, acceptor, head, oversight].map((to) => [to, true, 'restored']),
    ]);
    expect(outbox[0]).toMatchObject({ by: '戊', text: '流程被误终止' });
  });

  test('with whom the round knows, also where the item could not hear of a successor any more', () => {
    const round = atWork();
    unheard(round, 'replace-person', at('2021-05-11'));
    round.life.carryOut(aRoundCommand('restore', at('2021-05-12')), at('2021-05-12'), CLAIMED, 'failed');
    const { errand } = round.life;
    expect(errand).toMatchObject({
      start: { cycle: 2, context: { planned: { handler: STRANGER, leader, acceptor } } },
    });
  });

  test('with the deadline that it had been given, and is measured by the first', () => {
    const round = atWork();
    give(round.item(), 'request-extension', NOW, { newDeadline: '2021-07-31' });
    give(round.item(), 'grant-extension', NOW);
    round.settle(NOW);
    round.give('restore', NOW, {}, 'removed');
    expect(round.item().state).toMatchObject({ deadline: '2021-07-31', originalDeadline: '2021-06-30' });
    expect(round.life.ledger.row(FIRST)).toMatchObject({ cycle: 2, extensions: 1 });
  });

  test('with the extensions that it has had', () => {
    const round = atWork();
    for (const newDeadline of ['2021-07-10', '2021-07-20']) {
      give(round.item(), 'request-extension', NOW, { newDeadline });
      give(round.item(), 'grant-extension', NOW);
    }
    round.settle(NOW);
    round.give('restore', NOW, {}, 'terminated');
    give(round.item(), 'acknowledge', NOW);
    expect(refusalOf(round.item(), 'request-extension', NOW)).toEqual({ type: 'ExtensionsUsedUp', most: 2 });
  });

  test('with another deadline up to the end of the concentrated period, which is later by an extension only', () => {
    expect(restored('terminated', { deadline: LATEST }).item().state.deadline).toBe(LATEST);
    const refused = (deadline: string) => atWork().refusalOf('restore', NOW, { deadline }, 'terminated');
    expect(refused('2021-09-01')).toEqual({ type: 'DeadlineTooLate', date: '2021-09-01', latest: LATEST });
    expect(refused('2021-05-10')).toMatchObject({ type: 'DateNotAhead' });
  });

  test('again, where the new life is lost too', () => {
    const round = restored();
    round.give('restore', NOW, { cycle: 2 }, 'timed-out');
    expect(round.item().state).toMatchObject({
      cycle: 3,
      lost: { cycle: 2, ended: 'timed-out', archiveNumber: 'Z109-WS·2021-D30-JGDW-0003' },
    });
    expect(round.item().context.archiveNumber).toBe('Z109-WS·2021-D30-JGDW-0004');
  });

  test('and goes to its end like any other, and can be reopened', () => {
    const round = restored();
    const life = round.item();
    give(life, 'acknowledge', NOW);
    doTheWork(life, NOW);
    for (const type of ['request-closure', 'approve', 'accept'] as const) give(life, type, NOW);
    life.takePosts(NOW, 'w');
    archiveIt(life, NOW);
    round.settle(NOW);
    round.give('reopen', NOW, { cycle: 2 });
    expect(round.item().state).toMatchObject({ cycle: 3, previous: { cycle: 2 } });
  });
});

describe('an item is not restored', () => {
  test.each(['at-work', 'recorded'] as const)('where the server has it %s', (found) => {
    expect(atWork().refusalOf('restore', NOW, {}, found)).toEqual({ type: 'NotLost', number: FIRST, found });
  });

  test('where nobody has looked whether it is lost', () => {
    expect(atWork().refusalOf('restore', NOW)).toMatchObject({ type: 'NotLost', found: 'at-work' });
  });

  test('where it never reported and is not there: it is still to be started', () => {
    const { life } = new WholeRound();
    const command = aRoundCommand('restore', ASSIGNED);
    expect(life.carryOut(command, ASSIGNED, CLAIMED, 'removed')).toEqual({
      refusal: { type: 'NotLost', number: FIRST, found: 'starting' },
    });
    expect(life.carryOut(command, ASSIGNED, CLAIMED, 'failed')).toMatchObject({ type: 'restore' });
  });

  test('once it is archived, whatever the server says', () => {
    const round = atWork();
    const life = round.item();
    doTheWork(life, NOW);
    for (const type of ['request-closure', 'approve', 'accept'] as const) give(life, type, NOW);
    life.takePosts(NOW, 'w');
    archiveIt(life, NOW);
    for (const found of ENDS)
      expect(round.refusalOf('restore', NOW, {}, found)).toEqual({
        type: 'NotLost',
        number: FIRST,
        found: 'recorded',
      });
  });

  test('by anybody but the office', () => {
    for (const by of [handler, leader, head, oversight])
      expect(atWork().refusalOf('restore', NOW, { by }, 'terminated')).toMatchObject({
        type: 'NotAuthorised',
        roles: ['office'],
      });
  });
});

test('whatever is found of an item and however often it is restored, each life is begun once, by one command', () => {
  const found = fc.constantFrom<LifeFound>(...ENDS, 'at-work', 'recorded');
  const attempt = fc.record({
    found,
    item: fc.constantFrom(FIRST, SECOND),
    cycle: fc.integer({ min: 1, max: 4 }),
    isRepeated: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 12 }), (attempts) => {
      const round = atWork();
      for (const { item, cycle, isRepeated, ...one } of attempts) {
        const before = round.life.ledger.row(item)?.cycle ?? 0;
        const command = aRoundCommand('restore', NOW, { item, cycle });
        const begun: number[] = [];
        for (let times = isRepeated ? 2 : 1; times > 0; times -= 1) {
          round.life.carryOut(command, NOW, CLAIMED, one.found);
          const { errand } = round.life;
          if (errand && 'start' in errand) begun.push(errand.start.cycle);
          round.settle(NOW);
        }
        const isLost = one.found !== 'at-work' && one.found !== 'recorded';
        const isBegun = isLost && cycle === before;
        expect(begun).toEqual(isBegun ? [before + 1] : []);
        expect(round.life.ledger.row(item)?.cycle).toBe(before + begun.length);
      }
      const lives = round.life.log.flatMap(({ event }) =>
        event.type === 'item-restored' ? [`${event.item} ${event.cycle}`] : [],
      );
      expect(new Set(lives).size).toBe(lives.length);
    }),
    { numRuns: 60 },
  );
});
