import { instant } from '../calendar/zone';
import { PersonId } from '../../base/ids';
import { archiveIt, doTheWork, give, NOW } from '../../testing/item';
import { aGoodKey, aKey, aNewcomer } from '../../testing/newcomers';
import { aRoundCommand, FIRST, SECOND, WholeRound } from '../../testing/round';
import { at, CALENDAR, date, PEOPLE, POLICY, ROSTER, STRANGER } from '../../testing/world';
import { ROUND_COMMAND_TYPES } from './command';
import { Policy } from './policy';
import type { Person } from './roster';

const { handler, leader, acceptor, head, office, bystander, deputy, oversight } = PEOPLE;

const recordOf = (id: string, more: Partial<Person> = {}): Person => {
  const known = ROSTER.people.find((one) => one.id === id);
  if (!known) throw new RangeError(id);
  return { ...known, ...more };
};

const withKeys = (keys: Partial<Record<string, Person['keys']>>) => ({
  ...ROSTER,
  people: ROSTER.people.map((one) => {
    const own = keys[one.id];
    return own ? { ...one, keys: own } : one;
  }),
});

/** The first item is so late that a letter, a talk and an accountability proposal are proposed. */
const late = (): WholeRound => {
  const round = new WholeRound();
  round.item().passTime(at('2021-07-30', '00:00'));
  return round;
};
const LATE = at('2021-07-30');

const archived = (): WholeRound => {
  const round = new WholeRound();
  const life = round.item();
  give(life, 'acknowledge', NOW);
  doTheWork(life, NOW);
  for (const type of ['request-closure', 'approve', 'accept'] as const) give(life, type, NOW);
  archiveIt(life, NOW);
  return round;
};

test.each(ROUND_COMMAND_TYPES)('a refused %s changes nothing', (type) => {
  const round = new WholeRound();
  const before = structuredClone(round.life.remember());
  expect(round.refusalOf(type, NOW, { by: handler })).toMatchObject({ type: 'NotAuthorised' });
  expect(round.refusalOf(type, NOW, { round: '2021-04' })).toEqual({
    type: 'WrongRound',
    expected: '2021-03',
    given: '2021-04',
  });
  expect(round.life.remember()).toMatchObject({ log: before.log, head: before.head, errands: [] });
  expect(round.item().log).toHaveLength(1);
});

describe('people are registered', () => {
  const refusal = (people: Person[], more: object = {}) =>
    new WholeRound().refusalOf('register-people', NOW, { people, ...more });

  test('new ones, and new records of known ones, whose keys stay', () => {
    const roster = withKeys({ [handler]: [aGoodKey()] });
    const round = new WholeRound({ roster });
    const people = [aNewcomer(), recordOf(handler, { address: 'new@example.org' })];
    round.give('register-people', NOW, { people });
    expect(round.life.head.roster.people).toEqual(
      expect.arrayContaining([people[0], { ...people[1], keys: [aGoodKey()] }]),
    );
  });

  test('not when nothing of it is new', () => {
    expect(refusal([recordOf(leader)])).toEqual({ type: 'NothingNew', command: 'register-people' });
  });

  test('not with other keys than they have: those have commands of their own', () => {
    expect(refusal([recordOf(leader, { keys: [aGoodKey()] })])).toEqual({
      type: 'KeysNotHere',
      person: leader,
    });
  });

  test('not with a key that another has, in the roster or in the command itself', () => {
    const roster = withKeys({ [handler]: [aGoodKey()] });
    const thief = aNewcomer({ keys: [aGoodKey()] });
    const taken = { type: 'KeyKnown', kid: aKey().kid };
    expect(new WholeRound({ roster }).refusalOf('register-people', NOW, { people: [thief] })).toEqual({
      ...taken,
      person: handler,
    });
    const twin = aNewcomer({ id: PersonId.parse('twin'), keys: [aGoodKey()] });
    expect(refusal([thief, twin])).toMatchObject(taken);
  });

  test('not with somebody as deputy or superior of whom there is no record', () => {
    const nobody = PersonId.parse('nobody');
    for (const more of [{ deputies: [nobody] }, { superior: nobody }])
      expect(refusal([recordOf(leader, more)])).toEqual({ type: 'UnknownPerson', person: nobody });
  });

  test('with the records of those whom a record newly names: items know their own people only', () => {
    const named = recordOf(leader, { deputies: [deputy, bystander] });
    expect(refusal([named])).toEqual({ type: 'UnknownPerson', person: bystander });
    expect(refusal([named, recordOf(bystander)])).toBeUndefined();
    // So are those whom the record has named before.
    expect(refusal([recordOf(leader, { address: 'new@example.org' })])).toBeUndefined();
    // Those who hold an office are known to every item.
    expect(refusal([recordOf(leader, { deputies: [], superior: head })])).toBeUndefined();
  });

  test('with the keys of those whom they name, where the round has such', () => {
    const roster = withKeys({ [bystander]: [aGoodKey()] });
    const named = recordOf(leader, { deputies: [deputy, bystander] });
    const refused = (companion: Person) =>
      new WholeRound({ roster }).refusalOf('register-people', NOW, { people: [named, companion] });
    expect(refused(recordOf(bystander))).toEqual({ type: 'KeysNotHere', person: bystander });
    expect(refused(recordOf(bystander, { keys: [aGoodKey()] }))).toBeUndefined();
  });

  test('not as somebody’s deputy by the one who becomes it', () => {
    for (const one of [recordOf(leader, { deputies: [office] }), aNewcomer({ deputies: [office] })])
      expect(refusal([one])).toEqual({ type: 'OwnCase', command: 'register-people', by: office });
    const roster = {
      ...ROSTER,
      people: ROSTER.people.map((one) => (one.id === leader ? { ...one, deputies: [office] } : one)),
    };
    const people = [recordOf(leader, { deputies: [office], address: 'new@example.org' })];
    expect(new WholeRound({ roster }).refusalOf('register-people', NOW, { people })).toBeUndefined();
  });

  test('nobody twice in one command', () => {
    expect(() => aRoundCommand('register-people', NOW, { people: [aNewcomer(), aNewcomer()] })).toThrow();
  });
});

describe('a person is replaced', () => {
  const refusal = (more: object, round = new WholeRound()) => round.refusalOf('replace-person', NOW, more);

  test('in all open items, of which the answer names the numbers', () => {
    const round = new WholeRound();
    expect(round.give('replace-person', NOW, { person: leader })).toMatchObject({ items: [FIRST, SECOND] });
    for (const number of [FIRST, SECOND]) expect(round.item(number).state.people.leader).toBe(STRANGER);
  });

  test('not by the successor, nor by the successor’s deputy', () => {
    const own = { type: 'OwnCase', command: 'replace-person', by: office };
    expect(refusal({ successor: office, people: [] })).toEqual(own);
    const roster = {
      ...ROSTER,
      people: ROSTER.people.map((one) => (one.id === office ? { ...one, deputies: [bystander] } : one)),
    };
    const acting = { by: bystander, onBehalfOf: office, successor: office, people: [] };
    expect(refusal(acting, new WholeRound({ roster }))).toEqual({ ...own, by: bystander });
  });

  test('by somebody whose record comes along, since items may not know them', () => {
    expect(refusal({ people: [] })).toEqual({ type: 'UnknownPerson', person: STRANGER });
    expect(refusal({ successor: deputy, people: [] })).toEqual({ type: 'UnknownPerson', person: deputy });
    expect(refusal({ successor: deputy, people: [recordOf(deputy)] })).toBeUndefined();
    expect(refusal({ person: STRANGER })).toEqual({ type: 'UnknownPerson', person: STRANGER });
    expect(refusal({ successor: oversight, people: [] })).toBeUndefined();
  });

  test('not by the same person', () => {
    expect(refusal({ successor: handler, people: [recordOf(handler)] })).toEqual({
      type: 'NothingNew',
      command: 'replace-person',
    });
  });

  test('not by another side of one of the items', () => {
    expect(refusal({ successor: acceptor, people: [acceptor, deputy].map((id) => recordOf(id)) })).toEqual({
      type: 'SuccessorNotSeparate',
      person: acceptor,
      side: 'acceptor',
      item: '2021-03/1.2',
    });
  });

  test('not by somebody who has acted for another side of one of them', () => {
    const round = new WholeRound();
    give(round.item(), 'acknowledge', NOW, { by: deputy, onBehalfOf: handler });
    const more = { person: leader, successor: deputy, people: [recordOf(deputy)] };
    expect(refusal(more, round)).toMatchObject({ type: 'SuccessorNotSeparate', side: 'handler' });
  });

  test('not by somebody who cannot sign, whether they get items or an office', () => {
    const policy = Policy.parse({ identity: 'signed' });
    for (const person of [handler, head])
      expect(refusal({ person }, new WholeRound({ policy }))).toEqual({
        type: 'SuccessorWithoutKey',
        person: STRANGER,
      });
    const people = [aNewcomer({ keys: [aGoodKey()] })];
    expect(refusal({ people }, new WholeRound({ policy }))).toBeUndefined();
  });

  test('by a known one only with the keys that the round has of them', () => {
    const roster = withKeys({ [deputy]: [aGoodKey()] });
    const more = { successor: deputy };
    const round = () => new WholeRound({ roster });
    expect(refusal({ ...more, people: [recordOf(deputy)] }, round())).toMatchObject({ type: 'KeysNotHere' });
    const forged = recordOf(deputy, { keys: [aGoodKey(2)] });
    expect(refusal({ ...more, people: [forged] }, round())).toMatchObject({ type: 'KeysNotHere' });
    const true_ = recordOf(deputy, { keys: [aGoodKey()] });
    expect(refusal({ ...more, people: [true_] }, round())).toBeUndefined();
  });
});

describe('a key', () => {
  const roster = withKeys({ [handler]: [aGoodKey(1)], [leader]: [aGoodKey(2)] });
  const round = () => new WholeRound({ roster });

  test('is in a roster once and for ever', () => {
    for (const [byte, person] of [
      [1, handler],
      [2, leader],
    ] as const)
      expect(round().refusalOf('replace-key', NOW, { key: aKey(byte) })).toEqual({
        type: 'KeyKnown',
        kid: aKey(byte).kid,
        person,
      });
  });

  test('is revoked once, and where it is', () => {
    const one = round();
    one.give('revoke-key', NOW, { kid: aKey(1).kid });
    const unknown = { type: 'UnknownKey', person: handler, kid: aKey(1).kid, kids: [] };
    expect(one.refusalOf('revoke-key', NOW, { kid: aKey(1).kid })).toEqual(unknown);
    expect(round().refusalOf('revoke-key', NOW, { kid: aKey(2).kid })).toEqual({
      ...unknown,
      kid: aKey(2).kid,
      kids: [aKey(1).kid],
    });
  });

  test('is not revoked where nobody else could sign for the office, a deputy or another holder', () => {
    const refusedIn = (keys: Parameters<typeof withKeys>[0], identity: 'signed' | 'claimed' = 'signed') => {
      const strict = new WholeRound({ roster: withKeys(keys), policy: { ...POLICY, identity } });
      return strict.refusalOf('revoke-key', NOW, { person: office, kid: aKey(1).kid })?.type;
    };
    const own = [aGoodKey(1)];
    const ended = { ...aGoodKey(3), until: NOW };
    expect(refusedIn({ [office]: own })).toBe('LastKey');
    expect(refusedIn({ [office]: own, [bystander]: [aGoodKey(2)] })).toBe('LastKey');
    expect(refusedIn({ [office]: [...own, ended] })).toBe('LastKey');
    expect(refusedIn({ [office]: [...own, aGoodKey(3)] })).toBeUndefined();
    expect(refusedIn({ [office]: own }, 'claimed')).toBeUndefined();
  });

  test('of the office may be revoked where a deputy of it can sign', () => {
    const keys = withKeys({ [office]: [aGoodKey(1)], [bystander]: [aGoodKey(2)] });
    const people = keys.people.map((one) => (one.id === office ? { ...one, deputies: [bystander] } : one));
    const policy = { ...POLICY, identity: 'signed' as const };
    const strict = new WholeRound({ roster: { ...keys, people }, policy });
    strict.give('revoke-key', NOW, { person: office, kid: aKey(1).kid });
  });

  test.each(['replace-key', 'revoke-key'] as const)('of a stranger is not known to %s', (type) => {
    expect(round().refusalOf(type, NOW, { person: STRANGER })).toEqual({
      type: 'UnknownPerson',
      person: STRANGER,
    });
  });
});

describe('a calendar and a policy', () => {
  test('are put in force under a version of their own', () => {
    for (const more of [{ calendar: CALENDAR }, { calendar: { ...CALENDAR, holidays: [] } }])
      expect(new WholeRound().refusalOf('new-calendar', NOW, more)).toEqual({
        type: 'NothingNew',
        command: 'new-calendar',
      });
    const policy = { ...POLICY, missingStatementLength: 20 };
    expect(new WholeRound().refusalOf('new-policy', NOW, { policy })).toEqual({
      type: 'NothingNew',
      command: 'new-policy',
    });
  });

  test('never weaken what identity rests on, but may strengthen it', () => {
    const signed = Policy.parse({ identity: 'signed' });
    expect(new WholeRound({ policy: signed }).refusalOf('new-policy', NOW)).toEqual({
      type: 'IdentityWeakened',
    });
    const round = new WholeRound();
    round.give('new-policy', NOW, { policy: { ...signed, version: 'strict' } });
    expect(round.life.head.policy.identity).toBe('signed');
    expect(round.item().context.policy.version).toBe('strict');
  });
});

describe('what the system proposes', () => {
  test('is issued once, under a number, and the item has it in its record', () => {
    const round = late();
    round.give('issue-proposal', LATE);
    expect(round.item().state.proposals[0]).toMatchObject({
      rung: 'urging-letter',
      outcome: { type: 'issued', number: '整改办〔2021〕3号', by: office },
    });
    const again = instant(LATE + 60_000);
    for (const type of ['issue-proposal', 'drop-proposal'] as const)
      expect(round.refusalOf(type, again)).toEqual({
        type: 'NoProposal',
        number: FIRST,
        rung: 'urging-letter',
        decided: { by: office, name: '戊', at: LATE },
      });
  });

  test('or dropped once, with a reason', () => {
    const round = late();
    round.give('drop-proposal', LATE);
    expect(round.item().state.proposals[0]?.outcome).toMatchObject({ type: 'dropped', reason: '已当面说明' });
    expect(round.refusalOf('issue-proposal', LATE)).toMatchObject({
      type: 'NoProposal',
      decided: { by: office },
    });
  });

  test('is refused to a second who comes before the item has reported', () => {
    const round = late();
    round.settle(LATE);
    const proof = { identity: 'claimed' } as const;
    round.life.carryOut(aRoundCommand('issue-proposal', LATE), LATE, proof);
    expect(round.life.objection(aRoundCommand('drop-proposal', LATE), LATE)).toMatchObject({
      type: 'NoProposal',
      decided: { by: office },
    });
  });

  test('falls with the item when that has ended', () => {
    const round = late();
    give(round.item(), 'withdraw', LATE);
    round.settle(LATE);
    for (const type of ['issue-proposal', 'drop-proposal'] as const)
      expect(round.refusalOf(type, LATE)).toMatchObject({ type: 'NoProposal' });
  });

  test('has a number that no other letter of the round has', () => {
    const round = late();
    round.item(SECOND).passTime(at('2021-07-30', '00:00'));
    round.give('issue-proposal', LATE);
    for (const more of [{ item: SECOND }, { rung: 'talk', day: '2021-07-14' }])
      expect(round.refusalOf('issue-proposal', LATE, more)).toEqual({
        type: 'NumberTaken',
        number: '整改办〔2021〕3号',
        item: FIRST,
      });
    round.give('issue-proposal', LATE, { item: SECOND, number: '整改办〔2021〕4号' });
  });

  test('is what was proposed, on that day, of that item', () => {
    for (const more of [{ day: '2021-07-08' }, { rung: 'talk', day: '2021-07-07' }])
      expect(late().refusalOf('issue-proposal', LATE, more)).toMatchObject({ type: 'NoProposal' });
    expect(late().refusalOf('issue-proposal', LATE, { item: '9.9' })).toEqual({
      type: 'UnknownItem',
      number: '9.9',
    });
    expect(new WholeRound().refusalOf('issue-proposal', NOW)).not.toHaveProperty('decided');
  });

  test.each(['一\n二', '一\u202e二', ' ', '一'.repeat(41)])('has no number %j', (number) => {
    expect(() => aRoundCommand('issue-proposal', LATE, { number })).toThrow();
  });
});

describe('an item is reopened', () => {
  test('only once it is in the archive', () => {
    expect(new WholeRound().refusalOf('reopen', NOW)).toEqual({
      type: 'NotArchived',
      number: FIRST,
      status: 'assigned',
    });
    expect(new WholeRound().refusalOf('reopen', NOW, { item: '9.9' })).toMatchObject({ type: 'UnknownItem' });
  });

  test('to a deadline that lies ahead', () => {
    expect(archived().refusalOf('reopen', NOW, { deadline: '2021-05-10' })).toEqual({
      type: 'DateNotAhead',
      date: '2021-05-10',
      today: date('2021-05-10'),
    });
  });

  test('from the life that was shown, so that it is reopened once', () => {
    const round = archived();
    round.give('reopen', NOW);
    expect(round.refusalOf('reopen', NOW)).toMatchObject({ type: 'WrongItem', expected: { cycle: 2 } });
    expect(round.refusalOf('reopen', NOW, { cycle: 2 })).toMatchObject({ type: 'NotArchived' });
  });
});
