import fc from 'fast-check';
import { ItemNumber } from '../../../base/ids';
import { aFile, archiveIt, give, NOW } from '../../../testing/item';
import { anAddition, NEW } from '../../../testing/additions';
import { aRoundCommand, FIRST, SECOND, WholeRound } from '../../../testing/round';
import { at, date, PEOPLE } from '../../../testing/world';
import { RoundLife } from '../life';
import { totalsOf } from '../totals';

const { handler, leader, head, office, bystander } = PEOPLE;

const LATE = at('2021-05-11', '00:00');
const adding = (more: object = {}, splitFrom?: typeof FIRST) => ({
  basedOn: 1,
  changes: [],
  added: [anAddition(more, splitFrom)],
});
const refusal = (more: object, now = NOW, round = new WholeRound()) => round.refusalOf('amend', now, more);
const numbersIn = (round: WholeRound) => round.life.ledger.rows.map(({ number }) => number);
const NEEDS_HEAD = { type: 'NotAuthorised', command: 'amend', by: office, roles: ['head'] };

describe('an item that an amendment adds', () => {
  test('is an item of the round like any other, as part of one new version', () => {
    const round = new WholeRound();
    const changes = [{ item: FIRST, cycle: 1, set: { goal: '账实相符' } }];
    const answer = round.give('amend', NOW, { ...adding({}, FIRST), changes });
    expect(answer.items).toEqual([FIRST, NEW]);
    expect(round.life.plan).toMatchObject({ version: 2 });
    expect(round.life.plan.items.map(({ number }) => number)).toEqual([FIRST, SECOND, NEW]);
    const { log, state, context } = round.item(NEW);
    expect(log[0]).toMatchObject({
      event: { type: 'assigned', added: { version: 2, splitFrom: FIRST } },
      author: { by: office, command: answer.command },
    });
    expect(state).toMatchObject({ status: 'assigned', deadline: '2021-07-15', cycle: 1 });
    expect(context.archiveNumber).toBe('Z109-WS·2021-D30-JGDW-0003');
    expect(round.life.ledger.row(NEW)).toMatchObject({ added: { version: 2, splitFrom: FIRST } });
    expect(totalsOf(round.life.ledger.rows, date('2021-05-10')).items).toBe(3);
  });

  test('stands in the ledger after those of its category', () => {
    const round = new WholeRound();
    round.give('amend', NOW, adding());
    expect(numbersIn(round)).toEqual([FIRST, NEW, SECOND]);
    expect(new RoundLife({ ...round.birth, assignedAt: NOW }, round.life.remember()).ledger.rows).toEqual(
      round.life.ledger.rows,
    );
  });

  test('tells its people that it was assigned, and everybody once', () => {
    const round = new WholeRound();
    round.give('amend', NOW, adding());
    const told = round.item(NEW).remember().mail.outbox;
    expect(told.filter(({ kind }) => kind === 'assigned').map(({ to }) => to)).toEqual(
      expect.arrayContaining([handler, leader]),
    );
    expect(new Set(told.map(({ to }) => to)).size).toBe(told.length);
    expect(round.posts.flatMap(({ rounds }) => rounds.map(({ fact }) => fact.text))).toContain(
      `${NEW}: 反馈意见有更正`,
    );
  });

  test('is amended, done, archived, reopened and restored like any other', () => {
    const round = new WholeRound();
    round.give('amend', NOW, adding());
    round.give('amend', NOW, {
      basedOn: 2,
      changes: [{ item: NEW, cycle: 1, set: { problem: '别的说法' } }],
    });
    expect(round.item(NEW).context.planned.problem).toBe('别的说法');
    give(round.item(NEW), 'withdraw', NOW);
    archiveIt(round.item(NEW), NOW);
    round.give('reopen', NOW, { item: NEW });
    const { context, state } = round.item(NEW);
    expect(state).toMatchObject({ cycle: 2, added: { version: 2 } });
    expect(context).toMatchObject({ archiveNumber: 'Z109-WS·2021-D30-JGDW-0004' });
    expect(context.planned.problem).toBe('别的说法');
    round.give('restore', NOW, { item: NEW, cycle: 2 }, 'terminated');
    expect(round.item(NEW).state).toMatchObject({ cycle: 3, lost: { cycle: 2 } });
    round.give('restore', NOW, { item: SECOND }, 'terminated');
    expect(round.item(SECOND).state.lost?.archiveNumber).toBe('Z109-WS·2021-D30-JGDW-0002');
  });

  test('hears of what comes after it, and of nothing from before', () => {
    const round = new WholeRound();
    const before = { people: [], person: handler, successor: bystander, note: '调任' };
    const record = round.life.head.roster.people.filter(({ id }) => id === bystander);
    round.give('replace-person', NOW, { ...before, people: record });
    round.give('amend', NOW, adding());
    expect(round.item(NEW).state.people.handler).toBe(handler);
    round.give('new-policy', NOW);
    expect(round.item(NEW).log.map(({ event }) => event.type)).toEqual(['assigned', 'policy-changed']);
  });

  test('must be archived before its round can be closed', () => {
    const round = new WholeRound();
    round.give('amend', NOW, adding());
    for (const one of [FIRST, SECOND]) {
      give(round.item(one), 'withdraw', NOW);
      archiveIt(round.item(one), NOW);
    }
    round.settle(NOW);
    const figures = totalsOf(round.life.ledger.rows, date('2021-05-10')).byPublished;
    round.give('publish-notice', NOW, { file: aFile('e'), figures });
    expect(round.refusalOf('close-round', NOW)).toMatchObject({ type: 'ItemsOpen' });
  });

  test.each([
    ['a number that another has', { number: FIRST }, { fault: 'item-exists' }],
    ['one person on two sides', { leader: handler }, { fault: 'duties-not-separate' }],
    ['people whom nobody knows', { acceptor: 'nobody' }, { type: 'UnknownPerson' }],
    [
      'an owner whom nobody knows',
      { measures: [{ no: 1, text: '查', kind: 'other', owner: 'nobody' }] },
      { type: 'UnknownPerson' },
    ],
    ['a deadline that has passed', { deadline: '2021-05-09' }, { type: 'DateNotAhead' }],
    ['another name of its category', { category: '其他方面' }, { fault: 'category-differs' }],
    [
      'a measure due after it',
      { measures: [{ no: 1, text: '查', kind: 'other', deadline: '2021-08-01' }] },
      { fault: 'measure-after-item', measure: 1 },
    ],
    [
      'two measures of one number',
      { measures: [1, 1].map((no) => ({ no, text: `查${no}`, kind: 'other' })) },
      { fault: 'number-taken', measure: 1 },
    ],
  ])('is not taken with %s', (_, more, expected) => {
    const round = new WholeRound();
    round.settle(NOW);
    const before = structuredClone(round.life.remember());
    expect(refusal(adding(more), NOW, round)).toMatchObject(expected);
    expect(round.life.remember()).toEqual(before);
  });

  test('is not taken twice, nor split from what is not there, nor with nothing at all', () => {
    const twice = { ...adding(), added: [anAddition(), anAddition()] };
    expect(refusal(twice)).toMatchObject({ fault: 'item-exists' });
    expect(refusal(adding({}, ItemNumber.parse('9.9')))).toMatchObject({ fault: 'split-unknown' });
    expect(refusal({ basedOn: 1, changes: [] })).toMatchObject({ type: 'InvalidCommand' });
    const round = new WholeRound();
    give(round.item(SECOND), 'withdraw', NOW);
    archiveIt(round.item(SECOND), NOW);
    expect(refusal(adding({ number: SECOND }), NOW, round)).toMatchObject({ fault: 'item-exists' });
  });

  test('waits until the items that were added before have begun', () => {
    const round = new WholeRound();
    const again = aRoundCommand('amend', NOW, { ...adding({ number: '1.4' }), basedOn: 2 });
    round.life.carryOut(aRoundCommand('amend', NOW, adding()), NOW, { identity: 'claimed' });
    const { length } = round.life.log;
    expect(round.life.objection(again, NOW)).toEqual({
      type: 'AmendmentUnfit',
      item: '1.4',
      fault: 'not-begun',
    });
    round.settle(NOW);
    expect(round.life.log).toHaveLength(length);
    expect(round.life.objection(again, NOW)).toBeUndefined();
  });

  test('keeps the whole amendment within what a log can hold', () => {
    const measures = Array.from({ length: 20 }, (_, no) => ({
      no: no + 1,
      text: '长'.repeat(2000),
      kind: 'other',
    }));
    expect(refusal(adding({ measures }))).toMatchObject({ type: 'InvalidCommand' });
  });
});

describe('the office adds items alone', () => {
  test('as long as nothing was published', () => {
    expect(refusal(adding(), LATE)).toBeUndefined();
    const round = new WholeRound();
    const figures = totalsOf(round.life.ledger.rows, date('2021-05-10')).byPublished;
    round.give('publish-notice', NOW, { file: aFile('e'), figures });
    expect(refusal(adding(), NOW, round)).toEqual(NEEDS_HEAD);
    expect(refusal({ ...adding(), by: head }, NOW, round)).toBeUndefined();
  });

  test('unless what is split off would be due later than the whole', () => {
    expect(refusal(adding({}, FIRST), NOW)).toBeUndefined();
    expect(refusal(adding({}, FIRST), LATE)).toEqual(NEEDS_HEAD);
    expect(refusal(adding({ deadline: '2021-06-30' }, FIRST), LATE)).toBeUndefined();
    expect(refusal(adding({ deadline: null }, FIRST), LATE)).toEqual(NEEDS_HEAD);
    expect(refusal(adding({ deadline: '2021-06-30', kind: 'sustained' }, FIRST), LATE)).toEqual(NEEDS_HEAD);
  });
});

test('numbers of items and of archives are given once, whatever is added', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { maxLength: 12 }), (places) => {
      const round = new WholeRound();
      const known = new Set<string>(numbersIn(round));
      for (const [category, no] of places) {
        const number = `${category + 3}.${no + 1}`;
        const more = { ...adding({ number, category: `第${category}方面` }), basedOn: known.size - 1 };
        const expected = known.has(number) ? { fault: 'item-exists' } : undefined;
        const found = round.refusalOf('amend', NOW, more);
        if (expected) expect(found).toMatchObject(expected);
        else expect(found).toBeUndefined();
        known.add(number);
      }
      const numbers = numbersIn(round);
      expect([...numbers].sort()).toEqual([...known].sort());
      const archive = numbers.map((one) => round.item(one).context.archiveNumber);
      expect(new Set(archive).size).toBe(archive.length);
    }),
    { numRuns: 50 },
  );
});
