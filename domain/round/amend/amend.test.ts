import { PersonId } from '../../../base/ids';
import { aFile, archiveIt, give, NOW } from '../../../testing/item';
import { aRoundCommand, FIRST, SECOND, WholeRound } from '../../../testing/round';
import { at, date, PEOPLE, POLICY } from '../../../testing/world';
import { totalsOf } from '../totals';
import { planVersion } from './planned';

const { handler, head, office, oversight, bystander, deputy } = PEOPLE;

/** The third working day after the import, and the day after it. */
const CORRECTED = at('2021-05-10', '23:59');
const LATE = at('2021-05-11', '00:00');

type Change = { set?: object; measures?: object; keep?: true; item?: string; cycle?: number };
const amending = (...changes: Change[]) => ({
  basedOn: 1,
  changes: changes.map((one) => ({ item: FIRST, cycle: 1, ...one })),
});

const LATER = amending({ set: { deadline: '2021-07-31' } });
const NEEDS_HEAD = { type: 'NotAuthorised', command: 'amend', by: office, roles: ['head'] };

const refusal = (more: object, now = NOW, round = new WholeRound()) => round.refusalOf('amend', now, more);

describe('the plan is amended', () => {
  test('in any of its fields, as one version, in the round and in the item', () => {
    const round = new WholeRound();
    const set = {
      problem: '执法终端管理不严',
      kind: 'sustained',
      deadline: '2021-06-20',
      section: '装备科',
      assisting: ['办公室'],
      cause: '台账多年未核对',
      tags: ['台账'],
    };
    round.give('amend', NOW, { ...amending({ set }), number: '整改办〔2021〕5号' });
    expect(round.life.log.at(-1)?.event).toMatchObject({ type: 'plan-amended', version: 2 });
    const { state, context, log } = round.item();
    expect(context.planned).toMatchObject(set);
    expect(state).toMatchObject({ deadline: '2021-06-20', originalDeadline: '2021-06-30' });
    expect(log.at(-1)?.event).toMatchObject({
      type: 'amended',
      version: 2,
      number: '整改办〔2021〕5号',
      before: { problem: '执法终端管理不到位', deadline: '2021-06-30', cause: null },
    });
    const row = round.life.ledger.row(FIRST);
    expect(row).toMatchObject({ ...{ problem: set.problem, section: '装备科', kind: 'sustained' } });
    expect(row?.amendment).toEqual({ version: 2, times: 1 });
    expect(round.life.plan.items[0]).toMatchObject(set);
    expect(round.item(SECOND).log).toHaveLength(1);
  });

  test('in its measures: added, changed, dropped; numbers are not given again', () => {
    const round = new WholeRound();
    const measures = {
      add: [{ no: 3, text: '补记台账', kind: 'other' }],
      change: [{ no: 1, set: { text: '逐台登记', owner: bystander, deadline: '2021-06-01' } }],
      drop: [{ no: 2, reason: '并入另一事项' }],
    };
    const people = [round.life.head.roster.people.find(({ id }) => id === bystander)];
    round.give('amend', NOW, { ...amending({ measures }), people });
    const { state } = round.item();
    expect(state.measures.map(({ no, text }) => `${no} ${text}`)).toEqual(['1 逐台登记', '3 补记台账']);
    expect(state.dropped).toMatchObject([{ no: 2, dropped: { by: office, reason: '并入另一事项' } }]);
    expect(round.life.ledger.row(FIRST)?.measures).toEqual({ complete: 0, all: 2 });
    const again = { add: [{ no: 2, text: '另一措施', kind: 'other' }] };
    expect(round.refusalOf('amend', NOW, { ...amending({ measures: again }), basedOn: 2 })).toEqual({
      type: 'AmendmentUnfit',
      item: FIRST,
      fault: 'number-taken',
      measure: 2,
    });
  });

  test.each([
    ['an item that is not there', { item: '9.9', set: { problem: '别的' } }, { type: 'UnknownItem' }],
    ['another life of it', { cycle: 2, set: { problem: '别的' } }, { type: 'WrongItem' }],
    ['a deadline that has passed', { set: { deadline: '2021-05-10' } }, { type: 'DateNotAhead' }],
    ['what it says already', { set: { section: '执法监督科' } }, { fault: 'nothing-new' }],
    [
      'a measure that it lacks',
      { measures: { drop: [{ no: 7, reason: '无' }] } },
      { fault: 'unknown-measure' },
    ],
    [
      'all of its measures',
      { measures: { drop: [1, 2].map((no) => ({ no, reason: '无' })) } },
      { fault: 'no-measure-left' },
    ],
    [
      'one measure twice',
      { measures: { drop: [{ no: 1, reason: '无' }], change: [{ no: 1, set: { text: '新' } }] } },
      { fault: 'measure-twice' },
    ],
    [
      'a measure due after the item',
      { measures: { change: [{ no: 1, set: { deadline: '2021-07-01' } }] } },
      { fault: 'measure-after-item' },
    ],
    [
      'a measure due yesterday',
      { measures: { change: [{ no: 1, set: { deadline: '2021-05-09' } }] } },
      { fault: 'date-passed' },
    ],
    [
      'an owner whom nobody knows',
      { measures: { change: [{ no: 1, set: { owner: 'nobody' } }] } },
      { type: 'UnknownPerson' },
    ],
    ['nothing to keep', { keep: true as const }, { fault: 'nothing-new' }],
  ])('not by %s', (_, change, expected) => {
    const round = new WholeRound();
    round.settle(NOW);
    const before = structuredClone(round.life.remember());
    expect(refusal(amending(change as Change), NOW, round)).toMatchObject(expected);
    expect(round.life.remember()).toEqual(before);
  });

  test('not from a version that is no longer the plan: who comes second is told who was first', () => {
    const round = new WholeRound();
    round.give('amend', NOW);
    expect(refusal(amending({ set: { goal: '账实相符' } }), NOW, round)).toEqual({
      type: 'PlanMoved',
      basedOn: 1,
      version: 2,
      at: NOW,
      name: '戊',
    });
    expect(refusal({ ...LATER, basedOn: 3 }, NOW)).toMatchObject({ type: 'PlanMoved', version: 1 });
  });

  test('whole or not at all: one item that does not fit keeps the others as they are', () => {
    const round = new WholeRound();
    const changes = [
      { item: FIRST, cycle: 1, set: { goal: '账实相符' } },
      { item: SECOND, cycle: 1, measures: { drop: [{ no: 9, reason: '无' }] } },
    ];
    expect(refusal({ basedOn: 1, changes }, NOW, round)).toMatchObject({ item: SECOND });
    expect(round.item().log).toHaveLength(1);
    expect(planVersion(round.life.log)).toBe(1);
  });

  test('not by more than an item can keep, nor by an item named twice', () => {
    const cause = '长'.repeat(2000);
    const many = Array.from({ length: 12 }, (_, index) => ({
      no: 10 + index,
      text: cause,
      kind: 'other',
    }));
    expect(refusal(amending({ measures: { add: many } }))).toMatchObject({ type: 'InvalidCommand' });
    expect(() => aRoundCommand('amend', NOW, amending({ keep: true }, { keep: true }))).toThrow();
  });

  test('by office and head only', () => {
    for (const by of [handler, oversight])
      expect(refusal({ ...LATER, by })).toMatchObject({ type: 'NotAuthorised' });
    expect(refusal({ ...LATER, by: deputy, onBehalfOf: office })).toMatchObject({ type: 'NotDeputy' });
  });
});

describe('the head must stand behind it', () => {
  const drop = amending({ measures: { drop: [{ no: 2, reason: '无须' }] } });
  const dated = amending({
    measures: { add: [{ no: 3, text: '再查', kind: 'other', deadline: '2021-06-01' }] },
  });

  test.each([
    ['a later deadline', LATER],
    ['a measure less', drop],
  ])('where there is %s, once the office can correct the plan no longer', (_, more) => {
    expect(refusal(more, CORRECTED)).toBeUndefined();
    expect(refusal(more, LATE)).toEqual(NEEDS_HEAD);
    expect(refusal({ ...more, by: head }, LATE)).toBeUndefined();
  });

  test('as long as the policy says', () => {
    const policy = { ...POLICY, corrections: { workingDays: 0 } };
    expect(refusal(LATER, NOW, new WholeRound({ policy }))).toEqual(NEEDS_HEAD);
    const long = { ...POLICY, corrections: { workingDays: 10 } };
    expect(refusal(LATER, LATE, new WholeRound({ policy: long }))).toBeUndefined();
  });

  test('and not by a policy that the office has put in force since, which would be its own', () => {
    const round = new WholeRound();
    const long = { ...POLICY, version: 'longer', corrections: { workingDays: 60 } };
    round.give('new-policy', NOW, { policy: long });
    expect(refusal(LATER, NOW, round)).toEqual(NEEDS_HEAD);
  });

  test('where an item may go on without end', () => {
    expect(refusal(amending({ set: { kind: 'sustained' } }), LATE)).toEqual(NEEDS_HEAD);
  });

  test('where a result is recorded', () => {
    const round = new WholeRound();
    give(round.item(), 'acknowledge', NOW);
    give(round.item(), 'record-result', NOW);
    expect(refusal(LATER, NOW, round)).toEqual(NEEDS_HEAD);
  });

  test('where somebody has worked on the item, though the import was just now', () => {
    const round = new WholeRound();
    give(round.item(), 'acknowledge', NOW);
    expect(refusal(LATER, NOW, round)).toBeUndefined();
    const other = new WholeRound();
    give(other.item(), 'acknowledge', NOW);
    give(other.item(), 'report-progress', NOW);
    expect(refusal(LATER, NOW, other)).toEqual(NEEDS_HEAD);
  });

  test('not where nothing becomes easier', () => {
    const earlier = amending({ set: { deadline: '2021-06-01', problem: '别的说法' } });
    for (const more of [earlier, dated]) expect(refusal(more, LATE)).toBeUndefined();
  });

  test('where a notice was published that says it otherwise', () => {
    const round = new WholeRound();
    const figures = totalsOf(round.life.ledger.rows, date('2021-05-11')).byPublished;
    round.give('publish-notice', LATE, { file: aFile('e'), figures });
    expect(refusal(amending({ set: { problem: '别的说法' } }), LATE, round)).toEqual(NEEDS_HEAD);
    expect(refusal(amending({ set: { goal: '账实相符' } }), LATE, round)).toBeUndefined();
  });
});

describe('an item that has moved on in the same moment', () => {
  /** The round takes the amendment before it hears what the item has done. */
  const late = (done: (round: WholeRound) => void, change: Change, now = NOW) => {
    const round = new WholeRound();
    give(round.item(), 'acknowledge', NOW);
    round.settle(NOW);
    done(round);
    const command = aRoundCommand('amend', now, amending(change));
    const answer = round.life.carryOut(command, now, { identity: 'claimed' });
    expect(answer).toHaveProperty('entry');
    const before = structuredClone(round.item().state);
    round.settle(now);
    round.life.passTime(now);
    return { round, before };
  };

  test.each<[string, (round: WholeRound) => void, Change, object]>([
    [
      'a measure was completed',
      (round) => give(round.item(), 'complete-measure', NOW),
      { measures: { change: [{ no: 1, set: { text: '别的' } }] } },
      { fault: 'measure-done', measure: 1 },
    ],
    [
      'it was withdrawn',
      (round) => give(round.item(), 'withdraw', NOW),
      { set: { problem: '别的说法' } },
      { fault: 'ended' },
    ],
    [
      'it was worked on, so that the office alone may not',
      (round) => give(round.item(), 'report-progress', NOW),
      { set: { deadline: '2021-07-31' } },
      { fault: 'needs-head' },
    ],
  ])('stays as it is and tells the office, where %s', (_, done, change, why) => {
    const { round, before } = late(done, change);
    const { measures, deadline, status } = round.item().state;
    expect({ measures, deadline, status }).toEqual({
      measures: before.measures,
      deadline: before.deadline,
      status: before.status,
    });
    expect(round.life.plan.conflicts).toEqual([
      { type: 'amendment-conflict', item: FIRST, version: 2, ...why },
    ]);
    // Once, however often it reports.
    round.life.passTime(NOW);
    expect(round.life.log.filter(({ event }) => event.type === 'amendment-conflict')).toHaveLength(1);
    // The plan stands without it.
    expect(round.life.plan.items[0]?.problem).toBe('执法终端管理不到位');
  });

  test('also where its workflow had ended before it could hear', () => {
    const round = new WholeRound();
    give(round.item(), 'withdraw', NOW);
    archiveIt(round.item(), NOW);
    const command = aRoundCommand('amend', NOW, amending({ set: { goal: '账实相符' } }));
    round.life.carryOut(command, NOW, { identity: 'claimed' });
    round.settle(NOW);
    round.life.passTime(NOW);
    expect(round.life.plan.conflicts).toMatchObject([{ item: FIRST, fault: 'ended' }]);
  });

  test('is an open matter until the item is amended anew, or kept', () => {
    const drop = { measures: { change: [{ no: 1, set: { text: '别的' } }] } };
    const done = (round: WholeRound) => give(round.item(), 'complete-measure', NOW);
    const kept = late(done, drop).round;
    kept.give('amend', NOW, { ...amending({ keep: true }), basedOn: 2 });
    expect(kept.life.plan).toMatchObject({ version: 3, conflicts: [] });
    expect(kept.item().log.at(-1)?.event.type).toBe('amendment-refused');
    const anew = late(done, drop).round;
    const other = { measures: { change: [{ no: 2, set: { text: '另一说法' } }] } };
    anew.give('amend', NOW, { ...amending(other), basedOn: 2 });
    expect(anew.life.plan.conflicts).toEqual([]);
    expect(anew.life.plan.items[0]?.measures[1]?.text).toBe('另一说法');
  });
});

test('a later life of an item is planned as the plan stands then', () => {
  const round = new WholeRound();
  const measures = { drop: [{ no: 1, reason: '无须' }], add: [{ no: 3, text: '再查', kind: 'other' }] };
  round.give('amend', NOW, amending({ set: { problem: '别的说法' }, measures }));
  give(round.item(), 'withdraw', NOW);
  archiveIt(round.item(), NOW);
  round.give('reopen', NOW);
  const { context, state } = round.item();
  expect(context.planned.problem).toBe('别的说法');
  expect(state.measures.map(({ no }) => no)).toEqual([2, 3]);
  expect(context.firstPlanned).toBeUndefined();
});

test('an owner comes with a record, and is told', () => {
  const round = new WholeRound();
  const change = amending({ measures: { change: [{ no: 1, set: { owner: bystander } }] } });
  expect(refusal(change, NOW, round)).toEqual({ type: 'UnknownPerson', person: bystander });
  const stranger = PersonId.parse('nobody');
  expect(
    refusal({ ...change, people: [{ id: stranger, name: '某', address: 'x@example.org' }] }),
  ).toMatchObject({
    type: 'UnknownPerson',
  });
});
