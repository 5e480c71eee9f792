import { anAddition } from '../../../testing/additions';
import fc from 'fast-check';
import { RoundId } from '../../../base/ids';
import { instant } from '../../calendar/zone';
import type { CommandType } from '../../item/command';
import type { Event } from '../../item/event';
import { workOf } from '../../item/former-work';
import { archiveIt, give, NOW } from '../../../testing/item';
import { keyNamed } from '../../../testing/keys';
import { FIRST, SECOND, WholeRound } from '../../../testing/round';
import { SignedRound } from '../../../testing/signed-round';
import { at, PEOPLE } from '../../../testing/world';
import { WORK, type Work } from '../work';
import { isUntouched, workIn } from '../work-begun';
import { formerImportOf, nextImportOf } from './again';

const { handler, head, office, oversight } = PEOPLE;
const REASON = '导入了错误的方案';
const LATER = instant(NOW + 60_000);
const FAR = at('2022-06-01');

const bags = (round: SignedRound | WholeRound, now = FAR): void => {
  for (const number of [FIRST, SECOND]) {
    round.item(number).takePosts(now, 'w');
    if (round.item(number).readyToArchive(now)) archiveIt(round.item(number), now);
  }
  round.settle(now);
};

const lastEvent = (round: WholeRound): Event | undefined => round.item().log.at(-1)?.event;

describe('an import is undone by office and head', () => {
  const asked = () => {
    const round = new SignedRound();
    give(round.item(), 'acknowledge', NOW);
    return { round, command: round.ask('undo-import', NOW, { number: '整改办〔2021〕6号' }) };
  };

  test('the office asks, and nothing changes before the head has signed', () => {
    const { round, command } = asked();
    expect(round.life.log.at(-1)?.event).toMatchObject({
      type: 'second-asked',
      command: 'undo-import',
      items: [FIRST, SECOND],
    });
    expect(round.life.secondsWaiting).toMatchObject([{ command: command.id, people: [head] }]);
    expect(round.item().state.status).toBe('in-progress');
  });

  test('every item is withdrawn with it, and nobody is asked or reminded any more', () => {
    const { round, command } = asked();
    expect(round.second(command, head, LATER)).toHaveProperty('from', LATER);
    expect(round.life.log.at(-1)).toMatchObject({
      event: { type: 'import-undone', reason: REASON, items: [FIRST, SECOND], asked: 2 },
      author: { by: head, command: command.id },
    });
    for (const number of [FIRST, SECOND]) {
      const life = round.item(number);
      expect(life.state).toMatchObject({ status: 'withdrawn', withdrawal: { undone: LATER } });
      expect(life.log.at(-1)?.author).toMatchObject({ by: office, countersigned: { by: head } });
      life.takePosts(LATER, 'w');
      expect(life.schedule(LATER).toCome).toEqual([]);
    }
  });

  test('everybody is told at one moment, whenever each item hears of it', () => {
    const { round, command } = asked();
    round.life.countersign(keyNamed(head).sign(command), LATER);
    for (let errand = round.life.errand; errand; errand = round.life.errand) {
      round.life.ran();
      if ('tell' in errand) round.posts.push(...errand.tell);
      if ('pass' in errand)
        errand.to.forEach(({ number }, index) => {
          round.tell(number, errand.pass, instant(LATER + 4000 * index));
        });
    }
    const slots = [FIRST, SECOND].flatMap((number) =>
      round
        .item(number)
        .takePosts(instant(LATER + 9000), 'w')
        .flatMap(({ facts }) => facts.filter(({ kind }) => kind === 'import-undone').map(({ slot }) => slot)),
    );
    const told = round.posts.flatMap(({ to, rounds }) =>
      rounds.filter(({ fact }) => fact.kind === 'import-undone').map(({ fact }) => [to.person, fact.slot]),
    );
    expect(new Set(slots).size).toBe(1);
    expect(told).toEqual([head, office, oversight].map((person) => [person, slots[0]]));
  });

  test('the round closes by itself once all of it is in the archive, and takes nothing more', () => {
    const { round, command } = asked();
    round.second(command, head, LATER);
    round.pass(LATER);
    expect(round.life.isClosed).toBe(false);
    bags(round);
    round.pass(FAR);
    expect(round.life.log.at(-1)).toMatchObject({
      event: { type: 'round-closed', note: REASON, undone: 3, archiveNumber: 'Z109-WS·2021-D30-JGDW-0003' },
    });
    expect(round.life.log.at(-1)).not.toHaveProperty('author');
    expect(round.life.objection({ ...command, id: crypto.randomUUID() }, FAR)).toMatchObject({
      type: 'RoundClosed',
      by: head,
    });
    const { length } = round.life.log;
    round.pass(FAR);
    expect(round.life.log).toHaveLength(length);
  });

  test('it is undone once, and nothing of it is reopened', () => {
    const { round, command } = asked();
    round.second(command, head, LATER);
    bags(round);
    const undone = { type: 'ImportUndone', by: head, at: LATER };
    expect(round.order('undo-import', FAR)).toMatchObject(undone);
    const added = [anAddition()];
    expect(round.order('amend', FAR, { basedOn: 1, changes: [], added })).toMatchObject(undone);
    expect(round.order('reopen', FAR, { by: oversight, deadline: '2022-12-31' })).toMatchObject(undone);
  });

  test('what was asked before falls with it, and whoever asked is told', () => {
    const round = new SignedRound();
    const changes = [{ item: FIRST, cycle: 1, set: { deadline: '2021-07-31' } }];
    const amend = round.ask('amend', at('2021-06-01'), { changes });
    const undo = round.ask('undo-import', at('2021-06-01'));
    round.posts.length = 0;
    round.second(undo, head, at('2021-06-01'));
    expect(round.life.log.at(-1)?.event).toEqual({
      type: 'second-lapsed',
      command: 'amend',
      asked: 2,
      overtaken: 4,
    });
    expect(round.second(amend, head, at('2021-06-01'))).toMatchObject({ refusal: { type: 'ImportUndone' } });
    const kinds = round.posts.flatMap(({ rounds }) => rounds.map(({ fact }) => fact.kind));
    expect(kinds).toContain('second-lapsed');
  });
});

test('an amendment that waits is overtaken by another, of which its author hears', () => {
  const round = new SignedRound();
  const late = at('2021-06-01');
  const set = (deadline: string) => ({ changes: [{ item: FIRST, cycle: 1, set: { deadline } }] });
  const command = round.ask('amend', late, set('2021-07-31'));
  round.posts.length = 0;
  expect(round.order('amend', late, set('2021-06-20'))).toBeUndefined();
  expect(round.life.log.at(-1)?.event).toMatchObject({ type: 'second-lapsed', asked: 2, overtaken: 3 });
  const told = round.posts.flatMap(({ to, rounds }) =>
    rounds.filter(({ fact }) => fact.kind === 'second-lapsed').map(({ fact }) => [to.person, fact.by]),
  );
  expect(told).toContainEqual([office, '戊']);
  expect(round.second(command, head, late)).toMatchObject({
    refusal: { type: 'PlanMoved', basedOn: 1, version: 2, at: late },
  });
  expect(round.life.secondsWaiting).toEqual([]);
});

describe('an import is not undone', () => {
  test.each([
    ['report-progress', 'progress'],
    ['add-evidence', 'evidence'],
    ['request-extension', 'extension'],
  ] as const)('once somebody has given a %s, also between the two signatures', (type, work) => {
    const round = new SignedRound();
    give(round.item(), 'acknowledge', NOW);
    const command = round.ask('undo-import', NOW);
    give(round.item(), type, NOW);
    const refusal = { type: 'WorkBegun', items: [{ number: FIRST, work: [work] }], more: 0 };
    round.settle(NOW);
    expect(round.second(command, head, LATER)).toEqual({ refusal });
    expect(round.life.secondsWaiting).toHaveLength(1);
    expect(round.order('undo-import', LATER)).toEqual(refusal);
    expect(round.item(SECOND).state.status).toBe('assigned');
  });

  test.each<[string, Work, CommandType, CommandType, object]>([
    ['an extension that was refused', 'extension', 'request-extension', 'refuse-extension', {}],
    ['a file that was withdrawn', 'evidence', 'add-evidence', 'withdraw-evidence', {}],
    ['a result that counts no longer', 'result', 'record-result', 'correct-result', { figure: undefined }],
  ])('once somebody has done what does not show any more: %s', (_, work, doing, undoing, more) => {
    const round = new SignedRound();
    give(round.item(), 'acknowledge', NOW);
    const command = round.ask('undo-import', NOW);
    give(round.item(), doing, NOW);
    round.settle(NOW);
    give(round.item(), undoing, NOW, more);
    const { state, context } = round.item();
    expect(workOf(state, context)).toEqual([work]);
    round.settle(NOW);
    const refusal = { type: 'WorkBegun', items: [{ number: FIRST, work: [work] }], more: 0 };
    expect(round.second(command, head, LATER)).toEqual({ refusal });
  });

  test('by the office alone, nor by somebody else with it', () => {
    const round = new SignedRound();
    const command = round.ask('undo-import', NOW);
    for (const by of [office, handler, oversight])
      expect(round.second(command, by, LATER)).toMatchObject({ refusal: { type: 'NotCountersigned' } });
    expect(round.tell(FIRST, { jws: keyNamed(office).sign(command) }, NOW)).toMatchObject({
      type: 'NotCountersigned',
      fault: 'unsigned',
    });
    expect(round.item().log).toHaveLength(1);
  });

  test('where people are taken at their word, by anybody but the head', () => {
    const round = new WholeRound();
    expect(round.refusalOf('undo-import', NOW)).toMatchObject({ type: 'NotAuthorised', roles: ['head'] });
    round.give('undo-import', NOW, { by: head });
    expect(lastEvent(round)).toMatchObject({ type: 'withdrawn', reason: REASON, undone: NOW });
  });

  test('where everything was withdrawn one by one', () => {
    const round = new WholeRound();
    for (const number of [FIRST, SECOND]) give(round.item(number), 'withdraw', NOW);
    expect(round.refusalOf('undo-import', NOW, { by: head })).toMatchObject({ type: 'NothingNew' });
  });
});

describe('an item that had moved on before it could hear', () => {
  /** The report of the item has not reached its round. */
  const overtaken = () => {
    const round = new SignedRound();
    give(round.item(), 'acknowledge', NOW);
    const command = round.ask('undo-import', NOW);
    round.life.countersign(keyNamed(head).sign(command), LATER);
    give(round.item(), 'report-progress', LATER);
    round.settle(LATER);
    return round;
  };

  test('stays as it was with all its work, and says so', () => {
    const round = overtaken();
    expect(lastEvent(round)).toEqual({ type: 'undo-refused', work: ['progress'] });
    expect(round.item().state.status).toBe('in-progress');
    expect(round.life.ledger.row(FIRST)).toMatchObject({ undoRefused: ['progress'] });
    expect(round.item(SECOND).state.status).toBe('withdrawn');
    const told = round
      .item()
      .takePosts(LATER, 'w')
      .flatMap(({ to, facts }) => facts.map(({ kind }) => [to.person, kind]));
    expect(told).toContainEqual([office, 'undo-refused']);
  });

  test('keeps the round open until it is withdrawn too', () => {
    const round = overtaken();
    bags(round);
    round.pass(FAR);
    expect(round.life.isClosed).toBe(false);
    give(round.item(), 'withdraw', FAR);
    bags(round, at('2022-07-01'));
    round.pass(at('2022-07-01'));
    expect(round.life.isClosed).toBe(true);
  });
});

test('work is whatever is more than acknowledging', () => {
  const row = new WholeRound().item().firstRow();
  fc.assert(
    fc.property(fc.subarray([...WORK]), (done) => {
      const touched = {
        ...row,
        ...(done.includes('progress') && { progress: '已收回' }),
        ...(done.includes('evidence') && { evidence: 2 }),
        ...(done.includes('measure') && { measures: { complete: 1, all: 2 } }),
        ...(done.includes('result') && { resultTotals: { 'other-count': 1 } as never }),
        ...(done.includes('closure') && { requestedOn: '2021-06-01' as never }),
        ...(done.includes('return') && { returns: 1 }),
        ...(done.includes('extension') && { extensions: 1 }),
        ...(done.includes('later-life') && { cycle: 2 }),
      };
      expect(workIn(touched)).toEqual(done);
      expect(isUntouched(touched)).toBe(done.length === 0);
    }),
  );
});

test('the id of the next import says which it is, and names the one before', () => {
  expect(nextImportOf(RoundId.parse('2021-03'))).toBe('2021-03-r2');
  expect(nextImportOf(RoundId.parse('2021-03-r2'))).toBe('2021-03-r3');
  expect(formerImportOf(RoundId.parse('2021-03-r2'))).toBe('2021-03');
  expect(formerImportOf(RoundId.parse('2021-03'))).toBeUndefined();
  const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,27}$/).map((text) => RoundId.parse(text));
  fc.assert(
    fc.property(id, (round) => {
      const next = nextImportOf(round);
      expect(RoundId.safeParse(next).success).toBe(true);
      expect(formerImportOf(next)).toBe(round);
    }),
  );
});
