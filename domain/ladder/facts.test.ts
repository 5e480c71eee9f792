import { readable } from '../calendar/zone';
import type { PersonId } from '../ids';
import type { Event } from '../item/event';
import { evolve } from '../item/evolve';
import type { Author } from '../item/log';
import { STATUSES } from '../item/status';
import { aFile, anItem, give, NOW } from '../testing/deeds';
import { aBirth, at, date, PEOPLE, ROSTER, STRANGER } from '../testing/world';
import { factsOf, nameOf } from './facts';
import { FACT_KINDS } from './notice';

const { handler, leader, acceptor, office, archivist } = PEOPLE;
const AUTHOR: Author = { by: handler, command: 'c', identity: 'claimed' };
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
  [{ type: 'archived', bag: 'b', archiveNumber: 'n', manifest: 'm', missingMails: 0 }, { cc: [archivist] }],
];

function returned(side: 'leader' | 'acceptor'): Event {
  const missing = '缺少终端遗失的处理结果';
  return { type: 'returned', side, opinion: '不予通过', missing, newDeadline: date('2021-07-30') };
}

function undeliverable(to: PersonId): Event {
  return { type: 'mail-undeliverable', person: to, address: `${to}@example.org`, reason: '550', notices: [] };
}

const tell = (event: Event, when = NOW) => {
  const { state, context } = anItem('in-progress');
  return factsOf({ seq: 7, at: when, event }, evolve(state, { at: when, event, author: AUTHOR }), context);
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
    expect(new Set(kinds)).toEqual(new Set(FACT_KINDS));
  });

  test('is told once to a person who is to act and would have a copy too', () => {
    const { state, context } = anItem();
    const people = { ...state.people, leader: handler };
    const facts = factsOf(
      { seq: 1, at: NOW, event: { type: 'assigned', people } },
      { ...state, people },
      context,
    );
    expect(facts.map(({ to, cc }) => [to, cc])).toEqual([[handler, false]]);
  });

  test('is named by item, life and number, says who caused it and what that person wrote', () => {
    const life = anItem('returned');
    const entry = life.log.at(-1);
    const facts = entry ? factsOf(entry, life.state, life.context) : [];
    expect(facts).toMatchObject([
      {
        id: `2021-03/1.2/c1#${life.log.length}`,
        kind: 'returned',
        by: '甲',
        text: '不予通过',
        missing: '缺少终端遗失的处理结果及依据',
      },
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

  test('does not go to and fro for ever between members of the office whom no mail reaches', () => {
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

test('a person is called by his name, and by his id where the roster does not know him', () => {
  expect([nameOf(handler, ROSTER), nameOf(STRANGER, ROSTER)]).toEqual(['乙', 'mou']);
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
