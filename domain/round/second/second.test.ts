import { instant } from '../../calendar/zone';
import { standingAsked } from './asked';
import { keyNamed } from '../../../testing/keys';
import { FIRST, SECOND } from '../../../testing/round';
import { SignedRound } from '../../../testing/signed-round';
import { at, PEOPLE } from '../../../testing/world';

const { handler, head, office, oversight, deputy } = PEOPLE;

/** Long after the office could correct the plan alone. */
const LATE = at('2021-06-01');
/** The day after the fifth working day. */
const LAPSES = at('2021-06-09', '00:00');

const LATER = { changes: [{ item: FIRST, cycle: 1, set: { deadline: '2021-07-31' } }] };
const EARLIER = { changes: [{ item: FIRST, cycle: 1, set: { deadline: '2021-06-20' } }] };

const asked = (more: object = LATER) => {
  const round = new SignedRound();
  return { round, command: round.ask('amend', LATE, more) };
};

const deadlineIn = (round: SignedRound) => round.item().state.deadline;

describe('a command that takes two', () => {
  test('waits, changes nothing, and can be seen with whom it waits for', () => {
    const { round, command } = asked();
    expect(round.life.log.at(-1)?.event).toMatchObject({
      type: 'second-asked',
      command: 'amend',
      items: [FIRST],
    });
    expect(deadlineIn(round)).toBe('2021-06-30');
    expect(round.life.secondsWaiting).toMatchObject([
      { command: command.id, type: 'amend', by: office, people: [head], until: LAPSES },
    ]);
    expect(round.life.plan.version).toBe(1);
  });

  test('is carried out at once when the second has signed the same text, in the round and its items', () => {
    const { round, command } = asked();
    const now = instant(LATE + 60_000);
    expect(round.second(command, head, now)).toMatchObject({
      from: now,
      signers: [{ person: office }, { person: head }],
    });
    expect(round.life.log.at(-1)).toMatchObject({
      event: { type: 'plan-amended', version: 2, asked: 2 },
      author: { by: head, command: command.id },
    });
    expect(round.life.secondsWaiting).toEqual([]);
    expect(deadlineIn(round)).toBe('2021-07-31');
    expect(round.item().log.at(-1)?.author).toMatchObject({
      by: office,
      countersigned: { by: head, first: LATE, at: now },
    });
  });

  test('gives the same answer again, and none to another', () => {
    const { round, command } = asked();
    const first = round.second(command, head, LATE);
    const { length } = round.life.log;
    expect(round.second(command, head, instant(LATE + 5))).toEqual(first);
    expect(round.second({ ...command, reason: '另一个' }, head, LATE)).toMatchObject({
      refusal: { type: 'NotCountersigned', fault: 'already-signed' },
    });
    expect(round.life.log).toHaveLength(length);
  });

  test.each([
    [office, 'same-key'],
    [handler, 'unknown-key'],
    [oversight, 'wrong-roles'],
    ['nobody', 'unknown-key'],
  ])('is not countersigned by %s', (who, fault) => {
    const { round, command } = asked();
    expect(round.second(command, who, LATE)).toMatchObject({ refusal: { type: 'NotCountersigned', fault } });
    expect(round.life.log.at(-1)?.event.type).toBe('second-asked');
    expect(deadlineIn(round)).toBe('2021-06-30');
  });

  test('is not countersigned in other words than it was given in', () => {
    const { round, command } = asked();
    expect(round.second({ ...command, reason: '另一个原因' }, head, LATE)).toMatchObject({
      refusal: { fault: 'payloads-differ' },
    });
  });

  test('lapses where nobody signs in time, and wakes the round for that', () => {
    const { round, command } = asked();
    expect(round.life.nextRealWake()?.wake).toBe(LAPSES);
    round.pass(instant(LAPSES - 1));
    expect(round.life.secondsWaiting).toHaveLength(1);
    round.pass(LAPSES);
    expect(round.life.log.at(-1)?.event).toEqual({ type: 'second-lapsed', command: 'amend', asked: 2 });
    expect(round.life.secondsWaiting).toEqual([]);
    expect(round.life.nextRealWake()).toBeUndefined();
    expect(round.second(command, head, LAPSES)).toMatchObject({ refusal: { fault: 'nothing-waits' } });
  });

  test('is replaced by another that its author gives instead', () => {
    const { round, command } = asked();
    const other = round.ask('amend', LATE, { ...LATER, reason: '改为另一原因' });
    expect(round.life.secondsWaiting.map(({ command: id }) => id)).toEqual([other.id]);
    expect(round.second(command, head, LATE)).toMatchObject({ refusal: { fault: 'nothing-waits' } });
    expect(round.second(other, head, LATE)).toHaveProperty('from');
  });

  test('falls with the plan that it is of, and with the key that signed it', () => {
    const { round, command } = asked();
    expect(round.order('amend', LATE, EARLIER)).toBeUndefined();
    expect(round.life.secondsWaiting).toEqual([]);
    expect(round.second(command, head, LATE)).toMatchObject({
      refusal: { type: 'PlanMoved', basedOn: 1, version: 2 },
    });
    const { log } = asked().round.life;
    const event = { type: 'key-revoked' as const, person: office, kid: keyNamed(office).kid, reason: '遗失' };
    const [last] = log.slice(-1);
    if (!last) throw new TypeError('an empty log');
    expect(standingAsked(log)).toHaveLength(1);
    expect(standingAsked([...log, { ...last, event }])).toEqual([]);
  });

  test('is given by a deputy for nobody', () => {
    const round = new SignedRound();
    expect(round.order('amend', LATE, { ...LATER, by: deputy, onBehalfOf: office })).toMatchObject({
      type: 'NotDeputy',
    });
  });

  test('is told to who may sign, and to the others of the office', () => {
    const { round } = asked();
    const told = round.posts.flatMap(({ to, rounds }) =>
      rounds.map(({ fact }) => `${to.person} ${fact.kind} ${fact.part}`),
    );
    expect(told).toEqual(
      expect.arrayContaining([`${head} second-asked signer`, `${office} second-asked copy`]),
    );
  });

  test('can be given by the head first: the office signs second', () => {
    const round = new SignedRound();
    const command = round.ask('amend', LATE, { ...LATER, by: head });
    expect(round.life.secondsWaiting).toMatchObject([{ by: head, people: [office] }]);
    expect(round.second(command, office, LATE)).toHaveProperty('from');
    expect(deadlineIn(round)).toBe('2021-07-31');
  });
});

test('an item takes what needs two from two only, whatever passes it on', () => {
  const round = new SignedRound();
  const command = round.ask('amend', LATE, LATER);
  const jws = (who: string, said: object = command) => ({ jws: keyNamed(who).sign(said), at: LATE });
  const passed = [
    { countersigned: [jws(office), jws(office)] },
    { countersigned: [jws(office), jws(oversight)] },
    { countersigned: [jws(office), jws(head, { ...command, reason: '别的' })] },
  ];
  for (const one of passed) expect(round.tell(FIRST, one, LATE)).toMatchObject({ type: 'NotCountersigned' });
  expect(round.item().log).toHaveLength(1);
  // One signature is heard, and comes to nothing.
  expect(round.tell(FIRST, { jws: jws(office).jws }, LATE)).toBeUndefined();
  expect(round.item().log.at(-1)?.event).toMatchObject({ type: 'amendment-refused', fault: 'needs-head' });
  expect(deadlineIn(round)).toBe('2021-06-30');
  expect(round.tell(FIRST, { countersigned: [jws(office), jws(head)] }, LATE)).toBeUndefined();
  expect(deadlineIn(round)).toBe('2021-07-31');
  expect(round.tell(SECOND, { countersigned: [jws(office), jws(head)] }, LATE)).toBeUndefined();
  expect(round.item(SECOND).log).toHaveLength(1);
});
