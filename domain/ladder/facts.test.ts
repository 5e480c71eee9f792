import { readable } from '../calendar/zone';
import type { PersonId } from '../../base/ids';
import type { Event } from '../item/event';
import { evolve } from '../item/evolve';
import type { Author } from '../item/log';
import { STATUSES } from '../item/states';
import { aFile, anItem, give, NOW } from '../../testing/item';
import { aBirth, at, date, PEOPLE, ROSTER, STRANGER } from '../../testing/world';
import { factsOf } from './facts';
import { FACT_KINDS } from './notice';

const { handler, leader, acceptor, head, office, oversight, archivist, bystander } = PEOPLE;
/** Nobody who would be told of anything. */
const AUTHOR: Author = { by: STRANGER, command: 'c', identity: 'claimed' };
const someHash = anItem().view(NOW).evidenceHash;

type Told = { to?: readonly PersonId[]; cc?: readonly PersonId[] };

/** Who is told of each event: to whom it is a task, and for whom a copy. */
const TOLD: readonly (readonly [Event, Told])[] = [
  [
    { type: 'assigned', people: { handler, leader, acceptor } },
    { to: [handler], cc: [leader] },
  ],
  [{ type: 'acknowledged' }, {}],
  [{ type: 'progress-reported', text: '已清点' }, {}],
  [{ type: 'evidence-added', measure: 1, file: aFile() }, {}],
  [{ type: 'measure-completed', measure: 1, result: '完毕' }, {}],
  [
    { type: 'closure-requested', summary: '已落实', evidence: someHash, reviewDeadline: date('2021-05-13') },
    { to: [leader] },
  ],
  [{ type: 'approved', evidence: someHash, reviewDeadline: date('2021-05-13') }, { to: [acceptor] }],
  [
    { type: 'approval-voided', file: aFile().sha512, reviewDeadline: date('2021-05-13') },
    { to: [leader], cc: [acceptor] },
  ],
  [returned('leader'), { to: [handler] }],
  [returned('acceptor'), { to: [handler], cc: [leader] }],
  [{ type: 'accepted', evidence: someHash }, { cc: [handler, leader] }],
  [{ type: 'rung-reached', rung: 'talk', day: date('2021-07-14') }, {}],
  [undeliverable(handler), { to: [office] }],
  [
    {
      type: 'reopened',
      people: { handler, leader, acceptor },
      reason: '回头看发现反弹',
      previous: { cycle: 1, bag: 'b', archiveNumber: 'n' },
    },
    { to: [handler], cc: [leader, acceptor, head, office] },
  ],
  [
    {
      type: 'restored',
      people: { handler, leader, acceptor },
      reason: '流程被误终止',
      lost: { cycle: 1, ended: 'terminated', status: 'returned', archiveNumber: 'n', extensions: 0 },
    },
    { to: [handler], cc: [leader, acceptor, head, office, oversight] },
  ],
  [{ type: 'closure-withdrawn', reason: '还要补' }, { cc: [leader, acceptor] }],
  [extension('leader', 'requested'), { to: [leader] }],
  [extension('head', 'requested'), { to: [head], cc: [leader] }],
  [extension('leader', 'granted'), { to: [handler] }],
  [extension('head', 'refused'), { to: [handler], cc: [leader] }],
  [{ type: 'asked', side: 'leader', text: '第三台去向' }, { to: [handler] }],
  [
    { type: 'stage-accepted', evidence: someHash, until: date('2022-05-10') },
    { to: [handler], cc: [leader] },
  ],
  [{ type: 'checked-in', text: '良好', due: date('2021-08-10') }, { cc: [leader] }],
  [
    { type: 'sustaining-ended', until: date('2022-05-10'), reviewDeadline: date('2022-05-17') },
    { to: [acceptor], cc: [handler] },
  ],
  [{ type: 'withdrawn', reason: '重复' }, { cc: [handler, leader, acceptor, office] }],
  [{ type: 'withdrawn', reason: '导错', undone: NOW }, { cc: [handler, leader, acceptor, office] }],
  [
    { type: 'undo-refused', work: ['progress'] },
    { to: [office], cc: [head] },
  ],
  [
    { type: 'reassigned', side: 'leader', from: leader, to: bystander, note: '见柜' },
    { to: [bystander], cc: [leader, handler, acceptor] },
  ],
  [
    { type: 'deadline-set', deadline: date('2021-07-30'), reason: '会议确定' },
    { to: [handler], cc: [leader] },
  ],
  [
    {
      type: 'amended',
      version: 2,
      reason: '会议确定',
      measures: { change: [{ no: 1, set: { owner: bystander } }] },
      before: {},
    },
    { to: [handler, bystander], cc: [leader, acceptor] },
  ],
  [{ type: 'urged', to: handler }, { to: [handler] }],
  [{ type: 'commented', text: '已通话' }, { cc: [handler, leader, acceptor] }],
  [{ type: 'resent', to: leader, notice: '2021-03/1.2/c1#1' }, { cc: [leader] }],
  [{ type: 'resent', to: leader, notice: '2021-03/1.2/c1@overdue/2021-07-01' }, { to: [leader] }],
  [
    { type: 'proposal-issued', rung: 'talk', day: date('2021-07-14'), number: '约〔2021〕1号' },
    { to: [handler], cc: [leader, head] },
  ],
  [{ type: 'proposal-dropped', rung: 'talk', day: date('2021-07-14'), reason: '已面谈' }, {}],
  [{ type: 'calendar-changed', from: 'a', to: 'b', firm: false }, {}],
  [{ type: 'calendar-changed', from: 'a', to: 'b', firm: true }, { cc: [handler, leader] }],
  [
    { type: 'calendar-changed', from: 'a', to: 'b', firm: false, reviewDeadline: date('2021-05-14') },
    { to: [handler], cc: [leader] },
  ],
  [{ type: 'policy-changed', from: 'a', to: 'b' }, {}],
  [{ type: 'people-changed', people: [handler], reason: '换号' }, {}],
  [{ type: 'office-replaced', from: head, to: bystander, note: '调任' }, {}],
  [
    { type: 'helper-replaced', from: head, to: bystander, note: '调任', measures: [], sections: [] },
    { cc: [handler, head] },
  ],
  [{ type: 'progress-reported', text: '过半', measure: 1 }, { cc: [handler] }],
  [{ type: 'key-replaced', person: handler, kid: 'k' }, {}],
  [{ type: 'key-revoked', person: handler, kid: 'k', reason: '遗失' }, {}],
  [{ type: 'archived', bag: 'b', archiveNumber: 'n', manifest: 'm', missingMails: 0 }, { cc: [archivist] }],
];

function extension(decider: 'leader' | 'head', outcome: 'requested' | 'granted' | 'refused'): Event {
  const newDeadline = date('2021-07-10');
  if (outcome === 'requested')
    return { type: 'extension-requested', newDeadline, reason: '未走完', progress: '九成', decider };
  return { type: `extension-${outcome}`, decider, newDeadline, opinion: '已阅' };
}

function returned(side: 'leader' | 'acceptor'): Event {
  const missing = '缺少终端遗失的处理结果';
  return { type: 'returned', side, opinion: '不予通过', missing, newDeadline: date('2021-07-30') };
}

function undeliverable(to: PersonId): Event {
  return { type: 'mail-undeliverable', person: to, address: `${to}@example.org`, reason: '550', notices: [] };
}

/** What happened before: a notice that is sent again says what it said of it. */
const LOG = [
  { seq: 1, at: NOW, event: { type: 'assigned', people: { handler, leader, acceptor } } as Event },
];

const tell = (event: Event, when = NOW) => {
  const { state, context } = anItem('in-progress');
  return factsOf(
    { seq: 7, at: when, event },
    evolve(state, { at: when, event, author: AUTHOR }),
    context,
    LOG,
  );
};

describe('an event', () => {
  test.each(TOLD)('%j is told to the right people', (event, { to = [], cc = [] }) => {
    const facts = tell(event);
    expect(facts.filter((fact) => !fact.cc).map((fact) => fact.to)).toEqual(to);
    expect(facts.filter((fact) => fact.cc).map((fact) => fact.to)).toEqual(cc);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length > 0 ? 1 : 0);
  });

  test('of every kind that people are told of is shown here', () => {
    const kinds = TOLD.flatMap(([event]) => tell(event).map(({ kind }) => kind));
    // What is confirmed to those who decide, and what those who help are told, is shown beside their files.
    const elsewhere = ['you-decided', 'measures-assigned', 'assisting'];
    expect(new Set([...kinds, ...elsewhere])).toEqual(new Set(FACT_KINDS));
  });

  test('is told once to a person who is to act and would have a copy too', () => {
    const { state, context } = anItem();
    const people = { ...state.people, leader: handler };
    const facts = factsOf(
      { seq: 1, at: NOW, event: { type: 'assigned', people } },
      { ...state, people },
      context,
      [],
    );
    expect(facts.map(({ to, cc }) => [to, cc])).toEqual([[handler, false]]);
  });

  test('is named by item, life and number, says who caused it and what that person wrote', () => {
    const life = anItem('returned');
    const entry = life.log.at(-1);
    const facts = entry ? factsOf(entry, life.state, life.context, life.log) : [];
    expect(facts).toMatchObject([
      {
        id: `2021-03/1.2/c1#${life.log.length}`,
        kind: 'returned',
        by: '甲',
        text: '不予通过',
        missing: '缺少终端遗失的处理结果及依据',
      },
      { kind: 'you-decided', by: '甲', text: '不予通过', missing: '缺少终端遗失的处理结果及依据' },
    ]);
  });
});

describe('a fact goes out', () => {
  test.each([
    ['2021-05-10', '10:00', '2021-05-10 10:00'],
    ['2021-05-10', '23:00', '2021-05-11 08:30'],
    ['2021-10-01', '10:00', '2021-10-08 08:30'],
  ])('for an event of %s %s at %s', (day, time, slot) => {
    const [fact] = tell(undeliverable(handler), at(day, time));
    expect(fact && readable(fact.slot)).toBe(slot);
  });
});

describe('a mail that was refused for good', () => {
  const second = PEOPLE.bystander;
  const roster = { ...ROSTER, office: [office, second] };

  test('is told to the office, but not to the person whom it could not reach', () => {
    const life = anItem('assigned', aBirth({ roster }));
    life.takePosts(NOW, 'w');
    life.happen(undeliverable(office), NOW);
    expect(life.takePosts(NOW, 'w').map(({ to }) => to.person)).toEqual([second]);
  });

  test('does not go back and forth for ever between members of the office whom no mail reaches', () => {
    const life = anItem('assigned', aBirth({ roster }));
    life.takePosts(NOW, 'w');
    let refusals = 0;
    for (let next: PersonId | undefined = office; next && refusals < 10; refusals += 1) {
      life.happen(undeliverable(next), NOW);
      next = life.takePosts(NOW, 'w').at(0)?.to.person;
    }
    expect(refusals).toBe(2);
    expect(life.state.undeliverable).toBe(true);
  });

  test('is told whatever the item is doing, and changes nothing else of it', () => {
    for (const status of STATUSES) {
      const life = anItem(status);
      life.happen(undeliverable(handler), NOW);
      expect([life.state.status, life.state.undeliverable]).toEqual([status, true]);
    }
  });
});

test('nobody is told twice of what one command does', () => {
  const life = anItem('acceptance');
  life.takePosts(NOW, 'w');
  give(life, 'add-evidence', NOW, { file: aFile('c') });
  const posts = life.takePosts(NOW, 'w');
  const told = posts
    .filter(({ facts }) => facts.length > 0)
    .map(({ to, facts }) => [to.person, facts.length]);
  expect(told).toEqual([
    [leader, 1],
    [acceptor, 1],
  ]);
});
