import { PersonId } from '../../../base/ids';
import { instant } from '../../calendar/zone';
import { remindersOf } from '../../ladder/plan';
import { Policy } from '../../round/policy';
import type { Person } from '../../round/roster';
import { anItem, attempt, give, NOW, refusalOf } from '../../../testing/item';
import { askedByLast, reminded } from '../../../testing/told';
import { aGoodKey, aNewcomer } from '../../../testing/newcomers';
import { aBirth, at, PEOPLE, planned, ROSTER, STRANGER } from '../../../testing/world';
import { SIDES } from '../side';
import { isOpen, STATUSES, type Status } from '../states';

const { handler, leader, acceptor, head, office, bystander, deputy } = PEOPLE;
const OPEN = STATUSES.filter(isOpen);
const ENDED = STATUSES.filter((status) => !isOpen(status));

/** Everybody of the usual roster with a record that is otherwise in something. */
const rosterWith = (id: string, more: Partial<Person>) => ({
  ...ROSTER,
  people: ROSTER.people.map((one) => (one.id === id ? { ...one, ...more } : one)),
});

describe('a side is handed over', () => {
  test.each(SIDES)('as %s, and the reminders go to the new person at once', (side) => {
    const status: Status =
      side === 'handler' ? 'in-progress' : side === 'leader' ? 'leader-review' : 'acceptance';
    const life = anItem(status);
    life.takePosts(NOW, 'w');
    const old = PEOPLE[side];
    const due = reminded(life, old, NOW);
    expect(due).not.toEqual([]);
    give(life, 'reassign', NOW, { side });
    expect(askedByLast(life)).toEqual([bystander]);
    const posts = life.takePosts(NOW, 'w');
    const listOf = (who: string) => posts.find(({ to }) => to.person === who)?.reminders.list;
    expect(listOf(old)).toEqual([]);
    expect(listOf(bystander)?.map(({ id }) => id.slice(id.indexOf('@') + 1))).toEqual(
      reminded(life, bystander, NOW),
    );
    expect(reminded(life, bystander, NOW)).not.toEqual([]);
  });

  test('to somebody who is not sent what others were reminded of before', () => {
    const life = anItem('in-progress');
    // The warning went out on the 18th of June, and a late mailbox may still send it for a week.
    const now = at('2021-06-22');
    const listFor = (person: string) =>
      remindersOf(life.state, life.context, instant(now - 7 * 86_400_000), now).filter(
        ({ to }) => to === person,
      );
    expect(listFor(handler).some(({ slot }) => slot < now)).toBe(true);
    give(life, 'reassign', now);
    expect(listFor(bystander)).not.toEqual([]);
    expect(listFor(bystander).every(({ slot }) => slot > now)).toBe(true);
  });

  test('the old person can do nothing any more, the new one everything', () => {
    const life = anItem('leader-review');
    give(life, 'reassign', NOW, { side: 'leader' });
    expect(refusalOf(life, 'approve', NOW, { by: leader })).toMatchObject({ type: 'NotAuthorised' });
    give(life, 'approve', NOW, { by: bystander });
    expect(life.state.approval).toMatchObject({ by: bystander });
  });

  test('a reviewer who gets the item in a review has the whole time for it', () => {
    for (const [status, side, deadline] of [
      ['leader-review', 'leader', '2021-05-20'],
      ['acceptance', 'acceptor', '2021-05-24'],
    ] as const) {
      const life = anItem(status);
      const now = at('2021-05-17');
      give(life, 'reassign', now, { side });
      expect(life.state.review).toEqual({ since: now, deadline });
    }
  });

  test('of somebody who does not review moves no review', () => {
    for (const side of ['handler', 'acceptor'] as const) {
      const life = anItem('leader-review');
      const { review } = life.state;
      give(life, 'reassign', at('2021-05-17'), { side });
      expect(life.state.review).toEqual(review);
      expect(life.log.at(-1)?.event).not.toHaveProperty('reviewDeadline');
    }
  });

  test('open measures of the one who leaves go along, done ones keep their name', () => {
    const measures = planned().measures.map((measure) => ({ ...measure, owner: handler }));
    const life = anItem('in-progress', aBirth({ planned: planned({ measures }) }));
    give(life, 'complete-measure', NOW, { measure: 1 });
    give(life, 'reassign', NOW);
    expect(life.state.measures.map(({ owner }) => owner)).toEqual([handler, bystander]);
  });

  test.each(OPEN)('by the office, while the item is %s', (status) => {
    expect(refusalOf(anItem(status), 'reassign', NOW, { by: head })).toMatchObject({ roles: ['office'] });
    const answer = attempt(anItem(status), 'reassign', NOW);
    if ('refusal' in answer) expect(answer.refusal.type).toBe('SuccessorNotSeparate');
  });

  test.each(ENDED)('not once it is %s', (status) => {
    expect(refusalOf(anItem(status), 'reassign', NOW)).toMatchObject({ type: 'WrongState', status });
  });

  test('not to the one who has it', () => {
    expect(refusalOf(anItem(), 'reassign', NOW, { to: handler })).toEqual({
      type: 'AlreadyHolds',
      person: handler,
      side: 'handler',
    });
  });

  test('not to the one who hands it over, nor to the one they act for', () => {
    const own = { type: 'OwnCase', command: 'reassign' };
    expect(refusalOf(anItem(), 'reassign', NOW, { to: office })).toEqual({ ...own, by: office });
    const roster = rosterWith(office, { deputies: [deputy] });
    const acting = { by: deputy, onBehalfOf: office };
    for (const to of [deputy, office])
      expect(refusalOf(anItem('assigned', aBirth({ roster })), 'reassign', NOW, { ...acting, to })).toEqual({
        ...own,
        by: deputy,
      });
  });

  test('not to another side of the item, whether by office or by deed', () => {
    for (const [to, side] of [
      [leader, 'leader'],
      [acceptor, 'acceptor'],
    ] as const)
      expect(refusalOf(anItem(), 'reassign', NOW, { to })).toEqual({
        type: 'SuccessorNotSeparate',
        person: to,
        side,
        item: '2021-03/1.2',
      });
    const life = anItem('leader-review');
    give(life, 'approve', NOW, { by: deputy, onBehalfOf: leader });
    expect(refusalOf(life, 'reassign', NOW, { to: deputy })).toMatchObject({
      type: 'SuccessorNotSeparate',
      side: 'leader',
    });
    give(life, 'reassign', NOW, { side: 'leader', to: deputy });
  });
});

describe('a successor whom the item does not know', () => {
  const people = [aNewcomer()];

  test('comes with a record, and from then on gets the mails and has the rights of the side', () => {
    const life = anItem('in-progress');
    give(life, 'reassign', NOW, { to: STRANGER, people });
    const post = life.takePosts(NOW, 'w').find(({ to }) => to.person === STRANGER);
    expect(post).toMatchObject({
      to: { name: '癸', address: 'mou@example.org' },
      facts: [{ kind: 'reassigned' }],
    });
    give(life, 'report-progress', NOW);
    expect(life.state.progress?.by).toBe(STRANGER);
  });

  test('without a record is refused', () => {
    expect(refusalOf(anItem(), 'reassign', NOW, { to: STRANGER })).toEqual({
      type: 'UnknownPerson',
      person: STRANGER,
    });
  });

  test('brings the people whom the record names: an unknown deputy or superior is refused', () => {
    const named = [aNewcomer({ superior: PersonId.parse('boss') })];
    expect(refusalOf(anItem(), 'reassign', NOW, { to: STRANGER, people: named })).toEqual({
      type: 'UnknownPerson',
      person: 'boss',
    });
    const boss = aNewcomer({ id: PersonId.parse('boss'), address: 'boss@example.org' });
    const life = anItem('leader-review');
    give(life, 'reassign', NOW, { side: 'leader', to: STRANGER, people: [...named, boss] });
    const late = at('2021-05-18', '00:00');
    life.passTime(late);
    expect(reminded(life, boss.id, late)).toEqual(['review-escalated/2021-05-18']);
  });

  test('never changes the record of somebody who is known', () => {
    const life = anItem('in-progress');
    const forged = ROSTER.people.map((one) => ({ ...one, address: 'other@example.org', keys: [aGoodKey()] }));
    give(life, 'reassign', NOW, { people: forged });
    give(life, 'reassign', NOW, { to: STRANGER, people: [...forged, ...people] });
    expect(life.context.roster.people).toEqual([...ROSTER.people, ...people]);
  });

  test('leaves the roster of an item as it was when refused', () => {
    const life = anItem('in-progress');
    const before = structuredClone(life.remember());
    expect(refusalOf(life, 'reassign', NOW, { to: leader, people })).toBeDefined();
    expect(life.remember()).toEqual(before);
  });

  test('needs a key that may sign now, where only signed commands are taken', () => {
    const policy = Policy.parse({ identity: 'signed' });
    const life = () => anItem('in-progress', aBirth({ policy }));
    const keyed = (more: object) => [aNewcomer({ keys: [{ ...aGoodKey(), ...more }] })];
    const refused = { type: 'SuccessorWithoutKey', person: STRANGER };
    for (const someone of [people, keyed({ revoked: NOW }), keyed({ until: NOW }), keyed({ from: NOW + 1 })])
      expect(refusalOf(life(), 'reassign', NOW, { to: STRANGER, people: someone })).toEqual(refused);
    expect(refusalOf(life(), 'reassign', NOW, { to: STRANGER, people: keyed({}) })).toBeUndefined();
  });
});
