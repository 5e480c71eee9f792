import fc from 'fast-check';
import { instant } from '../calendar/zone';
import { NOW } from '../../testing/item';
import { keyNamed } from '../../testing/keys';
import { aNewcomer } from '../../testing/newcomers';
import { aRoundCommand, WholeRound } from '../../testing/round';
import { SignedRound } from '../../testing/signed-round';
import { PEOPLE, STRANGER } from '../../testing/world';
import type { RoundCommandType } from './command';
import { isOverOffice } from './offices';

const { handler, head, office, oversight } = PEOPLE;
const NEXT = keyNamed('next');
const material = ({ kid, x } = NEXT) => ({ kid, x });
const revoking = (person: string) => ({ person, kid: keyNamed(person).kid });
const newcomers = () => [aNewcomer({ keys: [...keyNamed('successor').ring] })];
const replacing = (person: string) => ({ person, successor: STRANGER, people: newcomers() });

const DEEDS: [RoundCommandType, (person: string) => object][] = [
  ['revoke-key', revoking],
  ['replace-person', replacing],
];

describe.each(DEEDS)('%s', (type, fields) => {
  test.each([head, oversight])('is not done to %s by the office alone', (person) => {
    const round = new SignedRound();
    const refusal = { type: 'NotForOffice', command: type, person };
    expect(round.order(type, NOW, { by: office, ...fields(person) })).toEqual(refusal);
    expect(round.life.log).toHaveLength(1);
  });

  test.each([
    [head, head],
    [head, oversight],
    [oversight, oversight],
    [oversight, head],
  ])('is done by %s to %s', (by, person) => {
    expect(new SignedRound().order(type, NOW, { by, ...fields(person) })).toBeUndefined();
  });

  test('is done to others by the office as before', () => {
    expect(new SignedRound().order(type, NOW, { by: office, ...fields(handler) })).toBeUndefined();
  });

  test('is not done by a deputy whom the office may have named', () => {
    const round = new SignedRound();
    const record = round.life.head.roster.people.find(({ id }) => id === head);
    const deputy = aNewcomer({ keys: [...keyNamed(STRANGER).ring] });
    expect(round.order('register-people', NOW, { people: [deputy] })).toBeUndefined();
    const people = [{ ...record, deputies: [STRANGER] }, deputy];
    round.give('register-people', NOW, { people });
    const instead = type === 'replace-person' ? { successor: office, people: [] } : {};
    const given = { by: STRANGER, onBehalfOf: head, ...fields(oversight), ...instead };
    const refusal = { type: 'NotForOffice', command: type, person: oversight };
    expect(round.order(type, instant(NOW + 1000), given)).toEqual(refusal);
  });

  test('was done by the office in older versions, and is on replay', () => {
    const round = new SignedRound();
    round.give(type, NOW, { by: office, ...fields(head) });
    expect(round.life.log).toHaveLength(2);
  });
});

describe('a deputy', () => {
  const deputised = (round: SignedRound, person: string, deputies = [handler]) => {
    const record = round.life.head.roster.people.find(({ id }) => id === person);
    return {
      people: [...round.life.head.roster.people.filter(({ id }) => id === handler), { ...record, deputies }],
    };
  };
  const naming = (by: string, person: string, more: object = {}) => {
    const round = new SignedRound();
    const refusal = round.order('register-people', NOW, { by, ...deputised(round, person), ...more });
    const named = round.item().context.roster.people.find(({ id }) => id === person)?.deputies;
    return { refusal, named };
  };

  test.each([head, oversight])(
    'is not named for %s by the office alone, whatever else its command brings',
    (person) => {
      const refusal = { type: 'NotForOffice', command: 'register-people', person };
      expect(naming(office, person).refusal).toEqual(refusal);
      const round = new SignedRound();
      const { people } = deputised(round, person);
      const moved = { ...replacing(handler), people: [...newcomers(), ...people] };
      expect(round.order('replace-person', NOW, { by: office, ...moved })).toMatchObject({
        type: 'NotForOffice',
        person,
      });
    },
  );

  test.each([
    [head, head],
    [head, oversight],
    [oversight, head],
    [office, PEOPLE.leader],
  ])('is named by %s for %s, in the items too', (by, person) => {
    expect(naming(by, person)).toEqual({ refusal: undefined, named: [handler] });
  });

  test('is taken away by the office as before', () => {
    const round = new SignedRound();
    expect(round.order('register-people', NOW, { by: head, ...deputised(round, head) })).toBeUndefined();
    const without = { by: office, ...deputised(round, head, []) };
    expect(round.order('register-people', instant(NOW + 1000), without)).toBeUndefined();
  });

  test.each<[string, object]>([
    ['of others', { people: [{ ...aNewcomer(), id: PEOPLE.leader, deputies: [handler] }] }],
    ['of somebody whom nobody knows', { people: [aNewcomer()] }],
  ])('head and oversight change no record %s', (_, fields) => {
    for (const by of [head, oversight])
      expect(new SignedRound().order('register-people', NOW, { by, ...fields })).toMatchObject({
        type: 'NotAuthorised',
      });
  });

  test('head and oversight bring nobody new beside their own records', () => {
    const round = new SignedRound();
    const people = [...deputised(round, head, [STRANGER]).people, aNewcomer()];
    expect(round.order('register-people', NOW, { by: head, people })).toMatchObject({
      type: 'NotAuthorised',
    });
  });

  test('gets no first key from the office alone, as others do: they decide in the place of the head', () => {
    const round = new SignedRound([handler]);
    expect(round.order('register-people', NOW, { by: head, ...deputised(round, head) })).toBeUndefined();
    const refusal = { type: 'KeyNeedsSecond', person: handler, first: true };
    expect(round.order('replace-key', NOW, { person: handler, key: material() })).toEqual(refusal);
    expect(round.order('replace-key', NOW, { person: PEOPLE.leader, key: material() })).toBeUndefined();
  });

  test('was named by the office in older versions, and is on replay', () => {
    const round = new SignedRound();
    round.give('register-people', NOW, { by: office, ...deputised(round, head) });
    expect(round.life.head.roster.people.find(({ id }) => id === head)?.deputies).toEqual([handler]);
  });
});

test('whatever the office orders alone, head and oversight keep their places and can still sign', () => {
  const orders = fc.array(
    fc.record({
      deed: fc.constantFrom(...DEEDS, [
        'replace-key',
        (person: string) => ({ person, key: material(keyNamed(`another of ${person}`)) }),
      ] satisfies (typeof DEEDS)[number]),
      person: fc.constantFrom(handler, head, oversight),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(orders, (all) => {
      const round = new SignedRound();
      all.forEach(({ deed: [type, fields], person }, no) => {
        const refusal = round.order(type, instant(NOW + no * 1000), { by: office, ...fields(person) });
        if (person !== handler) expect(refusal).toBeDefined();
      });
      const { roster } = round.life.head;
      for (const one of [head, oversight]) {
        expect(isOverOffice(one, roster)).toBe(true);
        expect(round.order('attest', instant(NOW + 60_000), attesting(round, one))).toBeUndefined();
        expect(roster.people.find(({ id }) => id === one)?.keys).toEqual(keyNamed(one).ring);
      }
    }),
    { numRuns: 40 },
  );
});

const attesting = (round: SignedRound, by: string) => ({
  by,
  entries: round.life.log.length,
  head: round.life.log.at(-1)?.hash,
});

describe('a key that was only proposed', () => {
  test('is taken back by the office, but not once oversight has signed it', () => {
    const round = new SignedRound();
    round.propose(NEXT, NOW, head);
    const revocation = { person: head, kid: NEXT.kid };
    expect(round.life.objection(aRoundCommand('revoke-key', NOW, revocation), NOW)).toBeUndefined();
    const signed = new SignedRound();
    signed.second(signed.propose(NEXT, NOW, head), oversight, NOW);
    expect(signed.order('revoke-key', NOW, revocation)).toMatchObject({ type: 'NotForOffice' });
    expect(signed.order('revoke-key', NOW, { ...revocation, by: oversight })).toBeUndefined();
  });
});

test('the last key of head and oversight is not revoked: nobody could sign for another', () => {
  const round = new SignedRound();
  expect(round.order('revoke-key', NOW, { by: head, ...revoking(oversight) })).toBeUndefined();
  const last = { by: head, ...revoking(head) };
  const refusal = { type: 'LastKey', kid: keyNamed(head).kid, of: 'oversight' };
  expect(round.order('revoke-key', instant(NOW + 1000), last)).toEqual(refusal);
});

test('the office gives the head no first key alone: it could sign beside itself', () => {
  const round = new SignedRound([head]);
  const order = { person: head, key: material() };
  expect(round.order('replace-key', NOW, order)).toEqual({
    type: 'KeyNeedsSecond',
    person: head,
    first: true,
  });
  const command = round.propose(NEXT, NOW, head);
  expect(round.second(command, oversight, NOW)).toMatchObject({ round: '2021-03' });
});

test('where people are taken at their word the office does as before', () => {
  const round = new WholeRound();
  const command = aRoundCommand('replace-person', NOW, { by: office, ...replacing(head) });
  expect(round.life.objection(command, NOW)).toBeUndefined();
});
