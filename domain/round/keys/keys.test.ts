import fc from 'fast-check';
import { instant } from '../../calendar/zone';
import { keyAt } from '../../identity';
import { identifyPassedOn } from '../../item/passed-on';
import { archiveIt, give, NOW } from '../../../testing/item';
import { keyNamed } from '../../../testing/keys';
import { aRoundCommand, FIRST } from '../../../testing/round';
import { SignedRound } from '../../../testing/signed-round';
import { at, PEOPLE } from '../../../testing/world';
import type { RoundMemory } from '../memory';
import { personIn } from '../offices';
import { RoundLife } from '../life';

const { handler, leader, head, office, oversight, bystander } = PEOPLE;
const NEXT = keyNamed('next');
/** The day after the next working day: NOW is a Monday. */
const FORCE = at('2021-05-12', '00:00');

const signsAt = (round: { roster: Parameters<typeof personIn>[0] }, who: string, kid: string, now = NOW) =>
  'key' in keyAt(personIn(round.roster, who)?.keys ?? [], kid, now);

const material = ({ kid, x } = NEXT) => ({ kid, x });

/** The agreement of somebody's key to another. */
const endorsed = (by = 'yi', said: object = {}) =>
  keyNamed(by).sign(
    {
      type: 'renew-key',
      person: handler,
      ...material(),
      round: '2021-03',
      at: new Date(NOW).toISOString(),
      ...said,
    },
    'key',
  );

/** As older versions signed it. */
const unbound = () => keyNamed('yi').sign({ type: 'renew-key', person: handler, ...material() }, 'key');

const DAY = 86_400_000;
const signedAt = (ms: number) => ({ at: new Date(ms).toISOString() });

describe('a new key for somebody who has one', () => {
  test('is not given by the office alone', () => {
    const round = new SignedRound();
    const refusal = { type: 'KeyNeedsSecond', person: handler };
    expect(round.order('replace-key', NOW, { key: material() })).toEqual(refusal);
    expect(round.order('replace-key', NOW, { person: head, key: material() })).toMatchObject({
      person: head,
    });
  });

  test('acts at once with the agreement of the old one, in the round and in its items', () => {
    const round = new SignedRound();
    expect(round.order('replace-key', NOW, { key: material(), endorsed: endorsed() })).toBeUndefined();
    const later = instant(NOW + 2);
    for (const one of [round.life.head, round.item().context]) {
      expect(signsAt(one, handler, NEXT.kid, later)).toBe(true);
      expect(signsAt(one, handler, keyNamed(handler).kid, later)).toBe(false);
    }
  });

  test('counts in an item since the round has it, and the old one until the item hears of that', () => {
    const round = new SignedRound();
    const [renewed, own] = [keyNamed('renewed'), keyNamed(head)];
    const agreed = endorsed(head, { person: head, ...material(renewed) });
    const fields = { person: head, key: material(renewed), endorsed: agreed };
    const command = aRoundCommand('replace-key', NOW, fields);
    round.life.carryOut(command, NOW, { identity: 'signed', jws: keyNamed(office).sign(command) });
    const proposal = round.proposeUnheard(NEXT, NOW);
    const soon = instant(NOW + 60_000);
    expect(round.life.countersign(renewed.sign(proposal), soon)).toMatchObject({ round: '2021-03' });
    round.settle(instant(NOW + 120_000));
    const { roster } = round.item().context;
    expect(signsAt({ roster }, head, renewed.kid, soon)).toBe(true);
    expect(signsAt({ roster }, head, own.kid, soon)).toBe(true);
    round.pass(FORCE);
    expect(signsAt(round.item().context, handler, NEXT.kid, FORCE)).toBe(true);
  });

  test.each([
    ['another key', endorsed('yi', material(keyNamed('other'))), 'not-this-key'],
    ['another person', endorsed('yi', { person: leader }), 'not-this-key'],
    ['a stranger', endorsed('nobody'), 'unknown-key'],
    ['the office', endorsed(office), 'unknown-key'],
    ['a command', keyNamed('yi').sign({ type: 'renew-key', person: handler, ...material() }), 'wrong-header'],
    ['nothing', 'e30.e30.e30', 'wrong-algorithm'],
    ['what was signed for another round', endorsed('yi', { round: '2021-04' }), 'not-this-round'],
    ['what was signed for an opening', endorsed('yi', { genesis: 'a'.repeat(64) }), 'not-this-round'],
    ['what names no round', unbound(), 'not-this-round'],
    ['what was signed long ago', endorsed('yi', signedAt(NOW - 14 * DAY - 1)), 'out-of-date'],
    ['what was signed tomorrow', endorsed('yi', signedAt(NOW + DAY)), 'out-of-date'],
  ])('does not act with the agreement of %s', (_, text, fault) => {
    const round = new SignedRound();
    expect(round.order('replace-key', NOW, { key: material(), endorsed: text })).toEqual({
      type: 'UntrustedKey',
      fault,
    });
  });

  test('is not given on the word of a key that was revoked, nor as a first key', () => {
    const round = new SignedRound();
    round.order('revoke-key', NOW, { person: handler, kid: keyNamed(handler).kid });
    const later = instant(NOW + 60_000);
    expect(round.order('replace-key', later, { key: material(), endorsed: endorsed() })).toMatchObject({
      fault: 'key-revoked',
    });
    expect(round.order('replace-key', later, { key: material() })).toMatchObject({ type: 'KeyNeedsSecond' });
  });

  test('who never had one gets a first at once', () => {
    const round = new SignedRound();
    expect(round.order('replace-key', NOW, { person: leader, key: material() })).toBeUndefined();
    expect(signsAt(round.life.head, leader, NEXT.kid)).toBe(true);
  });

  test('was given by older versions, and is on replay', () => {
    const round = new SignedRound();
    round.give('replace-key', NOW, { key: material() });
    expect(signsAt(round.life.head, handler, NEXT.kid)).toBe(true);
  });
});

describe('a key that the office proposes', () => {
  const waiting = () => {
    const round = new SignedRound();
    const command = round.propose(NEXT, NOW);
    return { round, command };
  };
  const countersigned = () => {
    const { round, command } = waiting();
    round.second(command, head, NOW);
    return { round, command };
  };

  test.each([head, oversight])(
    'takes effect a whole working day after %s has signed it too, in the round and its items',
    (second) => {
      const { round, command } = waiting();
      expect(round.life.keysWaiting).toMatchObject([
        { person: handler, kid: NEXT.kid, by: office, waits: { people: [head, oversight] } },
      ]);
      expect(round.second(command, second, NOW)).toMatchObject({
        from: FORCE,
        signers: [{}, { person: second }],
      });
      round.pass(instant(FORCE - 1));
      for (const one of [round.life.head, round.item().context]) {
        expect(signsAt(one, handler, NEXT.kid, instant(FORCE - 1))).toBe(false);
        expect(signsAt(one, handler, keyNamed(handler).kid, instant(FORCE - 1))).toBe(true);
      }
      expect(round.life.nextRealWake()).toEqual({ wake: FORCE, real: FORCE });
      round.pass(FORCE);
      for (const one of [round.life.head, round.item().context]) {
        expect(signsAt(one, handler, NEXT.kid, instant(FORCE + 1))).toBe(true);
        expect(signsAt(one, handler, keyNamed(handler).kid, instant(FORCE + 1))).toBe(false);
      }
      expect(round.life.keysWaiting).toEqual([]);
      expect(round.life.nextRealWake()).toBeUndefined();
      const { event, author } = round.item().log.at(-1) ?? {};
      expect(event).toEqual({ type: 'key-replaced', person: handler, kid: NEXT.kid });
      expect(author).toMatchObject({ by: office, countersigned: { by: second, first: NOW, at: NOW } });
    },
  );

  test('a weekend is no working day', () => {
    const round = new SignedRound();
    const friday = at('2021-05-14');
    expect(round.second(round.propose(NEXT, friday), head, friday)).toMatchObject({
      from: at('2021-05-18', '00:00'),
    });
  });

  test('is told to its owner, the head, oversight and the office at every step', () => {
    const { round } = countersigned();
    round.pass(FORCE);
    const told = (who: string) =>
      round.posts
        .filter(({ to }) => to.person === who)
        .map(({ rounds: [line] }) => `${line?.fact.kind} ${line?.fact.part}`);
    const steps = ['key-proposed', 'key-countersigned', 'key-replaced'];
    expect(told(handler)).toEqual(steps.map((step) => `${step} concerned`));
    for (const who of [head, oversight]) expect(told(who)).toEqual(steps.map((step) => `${step} signer`));
    expect(told(office)).toEqual(['key-proposed copy', 'key-countersigned signer', 'key-replaced signer']);
  });

  test('lapses where nobody signs in time', () => {
    const { round, command } = waiting();
    const until = at('2021-05-18', '00:00');
    expect(round.life.nextRealWake()?.wake).toBe(until);
    round.pass(until);
    expect(round.life.log.at(-1)?.event).toMatchObject({ type: 'key-lapsed', kid: NEXT.kid });
    expect(round.second(command, head, until)).toMatchObject({ refusal: { fault: 'nothing-waits' } });
  });

  test.each([
    ['the new key', { kid: NEXT.kid }],
    ['a key that has signed it', { person: oversight, kid: keyNamed(oversight).kid }],
  ])('falls when %s is revoked before it takes effect', (_, revoked) => {
    const round = new SignedRound();
    round.second(round.propose(NEXT, NOW), oversight, NOW);
    expect(
      round.order('revoke-key', instant(NOW + 1), { person: handler, by: head, ...revoked }),
    ).toBeUndefined();
    round.pass(FORCE);
    expect(round.life.log.at(-1)?.event.type).toBe('key-revoked');
    expect(signsAt(round.life.head, handler, keyNamed(handler).kid, FORCE)).toBe(true);
  });

  test('falls when its owner gets another one', () => {
    const { round } = countersigned();
    const other = keyNamed('other');
    round.order('replace-key', NOW, { key: material(other), endorsed: endorsed('yi', material(other)) });
    round.pass(FORCE);
    expect(signsAt(round.life.head, handler, other.kid, FORCE)).toBe(true);
  });

  test('falls when one of the two has left their office before it takes effect', () => {
    const { round } = countersigned();
    round.order('replace-key', NOW, { person: bystander, key: material(keyNamed('b')) });
    const people = [personIn(round.life.head.roster, bystander)];
    const given = { by: head, person: head, successor: bystander, people };
    expect(round.order('replace-person', NOW, given)).toBeUndefined();
    round.pass(FORCE);
    expect(round.life.log.at(-1)?.event.type).toBe('key-lapsed');
    expect(signsAt(round.life.head, handler, NEXT.kid, FORCE)).toBe(false);
  });

  test('waits alone: another for the same person, or for somebody else, is refused', () => {
    const { round } = waiting();
    const other = material(keyNamed('other'));
    expect(round.order('propose-key', NOW, { key: other })).toMatchObject({
      type: 'KeyWaits',
      kid: NEXT.kid,
    });
    expect(round.order('propose-key', NOW, { person: leader, key: material() })).toMatchObject({
      type: 'KeyKnown',
      person: handler,
    });
    expect(round.order('replace-key', NOW, { person: leader, key: material() })).toMatchObject({
      type: 'KeyKnown',
    });
  });

  test('is countersigned once, and answers the same again', () => {
    const { round, command } = waiting();
    const first = round.second(command, head, NOW);
    const entries = round.life.log.length;
    expect(round.second(command, head, instant(NOW + 5))).toEqual(first);
    expect(round.second(command, oversight, NOW)).toMatchObject({ refusal: { fault: 'already-signed' } });
    expect(round.life.log).toHaveLength(entries);
  });

  test.each([
    [office, 'same-key'],
    [handler, 'unknown-key'],
    ['nobody', 'unknown-key'],
  ])('is not countersigned by %s', (who, fault) => {
    const { round, command } = waiting();
    expect(round.second(command, who, NOW)).toMatchObject({ refusal: { type: 'UntrustedKey', fault } });
    expect(round.second({ ...command, key: material(keyNamed('x')) }, head, NOW)).toMatchObject({
      refusal: { fault: 'payloads-differ' },
    });
  });

  test('nobody countersigns their own', () => {
    const round = new SignedRound();
    const command = round.propose(NEXT, NOW, head);
    expect(round.life.keysWaiting[0]?.waits).toMatchObject({ people: [oversight] });
    expect(round.second(command, head, NOW)).toMatchObject({ refusal: { fault: 'own-case' } });
    expect(round.second(command, oversight, NOW)).toHaveProperty('from');
  });

  test('reaches a life of an item that began while it waited', () => {
    const { round } = countersigned();
    give(round.item(), 'withdraw', NOW);
    round.item().takePosts(NOW, 'w');
    archiveIt(round.item(), NOW);
    round.settle(NOW);
    expect(round.order('reopen', NOW, { by: head })).toBeUndefined();
    expect(round.item().state.cycle).toBe(2);
    round.pass(FORCE);
    expect(signsAt(round.item().context, handler, NEXT.kid, instant(FORCE + 1))).toBe(true);
  });

  test('waits on in the next run of the round', () => {
    const { round } = countersigned();
    const carried = JSON.parse(JSON.stringify(round.life.remember())) as RoundMemory;
    const { head: plan, calendar } = round.life;
    const next = new RoundLife(
      {
        head: plan,
        calendar,
        items: [],
        assignedAt: NOW,
        clock: { real: instant(0), domain: instant(0), rate: 1 },
      },
      carried,
    );
    next.passTime(FORCE);
    expect(next.log.at(-1)?.event).toMatchObject({ type: 'key-replaced', proposed: 2 });
  });
});

test('an item takes no new key on one signature, nor on two that are not those of two who may, whatever passes it on', () => {
  const round = new SignedRound();
  const command = round.propose(NEXT, NOW);
  const jws = (who: string, said: object = command) => ({ jws: keyNamed(who).sign(said), at: NOW });
  const passed = [
    { jws: jws(office).jws },
    { countersigned: [] },
    { countersigned: [jws(office)] },
    { countersigned: [jws(office), jws(office)] },
    { countersigned: [jws(office), jws(handler)] },
    { countersigned: [jws(head), jws(office)] },
    { countersigned: [jws(office), jws(head, { ...command, person: leader })] },
    { countersigned: 7 },
  ];
  for (const one of passed) expect(round.tell(FIRST, one, NOW)).toHaveProperty('type');
  expect(round.item().log).toHaveLength(1);
  expect(round.tell(FIRST, { countersigned: [jws(office), jws(head)] }, NOW)).toBeUndefined();
  expect(round.item().log).toHaveLength(2);
});

test('whoever signs, a new key never counts without two different people or the old key', () => {
  const people = [handler, leader, head, office, oversight, bystander, 'nobody'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...people), { maxLength: 3 }), (signers) => {
      const round = new SignedRound();
      const command = round.propose(NEXT, NOW);
      const item = round.item();
      const signatures = signers.map((who) => ({ jws: keyNamed(who).sign(command), at: NOW }));
      const found = identifyPassedOn({ countersigned: signatures }, item.context, NOW);
      const [one, two, ...more] = signers;
      const areTwo = one === office && (two === head || two === oversight) && more.length === 0;
      expect('refusal' in found).toBe(!areTwo);
    }),
    { numRuns: 60 },
  );
});
