import { instant } from '../calendar/zone';
import { RFC_KEY, signed } from '../../testing/keys';
import { PersonId } from '../../base/ids';
import { Policy } from '../round/policy';
import { anItem, archiveIt, give, NOW } from '../../testing/item';
import { askedByLast, reminded, toldOfLast } from '../../testing/told';
import { aGoodKey, aKey, aNewcomer } from '../../testing/newcomers';
import { policyTelling } from '../../testing/policies';
import { aRoundCommand, FIRST, SECOND, WholeRound } from '../../testing/round';
import { aBirth, at, CALENDAR, date, PEOPLE, planned, POLICY, ROSTER, STRANGER } from '../../testing/world';
import type { RoundCommandType } from '../round/command';
import type { ItemLife } from './life';

const { handler, leader, acceptor, head, office, oversight, deputy } = PEOPLE;
const CLAIMED = { identity: 'claimed' } as const;

const passOn = (life: ItemLife, type: RoundCommandType, more: object = {}, now = NOW) =>
  life.applyRoundCommand(aRoundCommand(type, now, more), now, CLAIMED);

describe('a command to the round', () => {
  test('acts once in an item, however often it is passed on', () => {
    const life = anItem('in-progress');
    const command = aRoundCommand('replace-person', NOW);
    for (let n = 0; n < 3; n += 1) life.applyRoundCommand(command, NOW, CLAIMED);
    expect(life.log.filter(({ event }) => event.type === 'reassigned')).toHaveLength(1);
    expect(life.context.roster.people.filter(({ id }) => id === STRANGER)).toHaveLength(1);
  });

  test('is not acted on again in a new life of the item: it had its time', () => {
    const round = new WholeRound();
    round.settle(NOW);
    const old = aRoundCommand('replace-key', NOW, { key: aKey(1) });
    round.life.carryOut(old, NOW, CLAIMED);
    round.settle(NOW);
    round.give('replace-key', NOW, { key: aKey(2) });
    give(round.item(), 'withdraw', NOW);
    archiveIt(round.item(), NOW);
    round.give('reopen', NOW);
    const { roster } = round.item().context;
    expect(round.item().state.cycle).toBe(2);
    round.tell(FIRST, { claimed: old }, NOW);
    expect(round.item().context.roster).toEqual(roster);
    expect(round.item().log).toHaveLength(1);
  });

  test('is in the log of each item it concerns, with its author and their signature', () => {
    const life = anItem('in-progress');
    const jws = signed(aRoundCommand('replace-person', NOW));
    const command = aRoundCommand('replace-person', NOW, { by: deputy, onBehalfOf: office });
    expect(life.applyRoundCommand(command, NOW, { identity: 'signed', jws })).toMatchObject({
      type: 'NotDeputy',
    });
    const own = aRoundCommand('replace-person', NOW);
    life.applyRoundCommand(own, NOW, { identity: 'signed', jws });
    expect(life.log.at(-1)?.author).toEqual({ by: office, command: own.id, identity: 'signed', jws });
  });

  test('leaves no trace in an item that it does not concern', () => {
    const life = anItem('in-progress');
    const before = structuredClone(life.remember());
    const people = [aNewcomer()];
    expect(passOn(life, 'register-people', { people })).toBeUndefined();
    expect(passOn(life, 'replace-person', { person: 'nobody', people })).toBeUndefined();
    expect(passOn(life, 'replace-key', { person: 'nobody' })).toBeUndefined();
    expect(passOn(life, 'issue-proposal')).toBeUndefined();
    expect(passOn(life, 'reopen')).toBeUndefined();
    const { heard, ...rest } = life.remember();
    expect(heard).toHaveLength(5);
    expect({ ...rest, heard: [] }).toEqual(before);
  });

  test.each(['register-people', 'replace-person', 'new-policy', 'revoke-key'] as const)(
    '%s of somebody who may not give it is ignored, whoever passes it on',
    (type) => {
      const life = anItem('in-progress');
      const before = structuredClone(life.remember());
      expect(passOn(life, type, { by: handler })).toMatchObject({ type: 'NotAuthorised', by: handler });
      expect(life.remember()).toEqual(before);
    },
  );

  test('of another round is ignored, and so is one that should be signed and is not', () => {
    const round = new WholeRound();
    const other = aRoundCommand('new-policy', NOW, { round: '2021-04' });
    expect(round.tell(FIRST, { claimed: other }, NOW)).toMatchObject({ type: 'WrongRound' });
    const strict = new WholeRound({ policy: Policy.parse({ identity: 'signed' }) });
    const claimed = aRoundCommand('replace-person', NOW);
    expect(strict.tell(FIRST, { claimed }, NOW)).toMatchObject({ type: 'SignatureRequired' });
    expect(strict.tell(FIRST, { jws: signed(claimed) }, NOW)).toMatchObject({
      type: 'BadSignature',
      fault: 'unknown-key',
    });
    expect(strict.item().log).toHaveLength(1);
  });

  test('signed by the office is followed until its key is revoked', () => {
    const { kid, x } = RFC_KEY;
    const keys = [{ ...aGoodKey(), kid, x }];
    const roster = {
      ...ROSTER,
      people: ROSTER.people.map((one) => (one.id === office ? { ...one, keys } : one)),
    };
    const policy = Policy.parse({ identity: 'signed' });
    const round = new WholeRound({ roster, policy });
    const first = aRoundCommand('revoke-key', NOW, { person: office, kid });
    expect(round.tell(FIRST, { jws: signed(first) }, NOW)).toBeUndefined();
    expect(round.item().log.at(-1)?.event).toMatchObject({ type: 'key-revoked', kid });
    const next = aRoundCommand('new-policy', NOW, { policy: { ...policy, version: 'next' } });
    const after = instant(NOW + 1);
    expect(round.tell(FIRST, { jws: signed(next) }, after)).toMatchObject({ fault: 'key-revoked' });
    expect(round.tell(SECOND, { jws: signed(next) }, after)).toBeUndefined();
  });

  test('which the round would refuse is refused by the item as well', () => {
    const strict = anItem('in-progress', aBirth({ policy: Policy.parse({ identity: 'signed' }) }));
    expect(passOn(strict, 'new-policy')).toEqual({ type: 'IdentityWeakened' });
    expect(strict.context.policy.identity).toBe('signed');
    const life = anItem('in-progress');
    const people = ROSTER.people
      .filter(({ id }) => id === leader)
      .map((one) => ({ ...one, deputies: [office] }));
    for (const [type, more] of [
      ['replace-person', { successor: office }],
      ['register-people', { people }],
    ] as const)
      expect(passOn(life, type, more)).toEqual({ type: 'OwnCase', command: type, by: office });
  });

  test('of somebody to whom the policy does not give the decision is ignored', () => {
    const policy = policyTelling({ talk: { to: ['head', 'oversight'], decides: ['oversight'] } });
    const life = anItem('in-progress', aBirth({ policy }));
    life.passTime(at('2021-07-30', '00:00'));
    const talk = { rung: 'talk', day: '2021-07-14' };
    expect(passOn(life, 'issue-proposal', { ...talk, by: head })).toMatchObject({
      type: 'NotAuthorised',
    });
    expect(passOn(life, 'issue-proposal', { ...talk, by: oversight })).toBeUndefined();
    expect(life.log.at(-1)?.event).toMatchObject({ type: 'proposal-issued', rung: 'talk' });
  });

  test('changes nothing of an item that is in the archive', () => {
    const life = anItem('archived');
    const before = structuredClone(life.remember());
    for (const type of ['replace-person', 'new-calendar', 'new-policy'] as const) passOn(life, type);
    expect(life.remember()).toEqual(before);
  });

  test('hands over no side of an item that is closed', () => {
    for (const status of ['closed', 'withdrawn'] as const) {
      const life = anItem(status);
      passOn(life, 'replace-person');
      expect(life.state.people.handler).toBe(handler);
    }
  });
});

describe('when a person is replaced', () => {
  test('every side they hold in the item goes to the successor, whose mailbox is told at once', () => {
    const life = anItem('in-progress');
    life.takePosts(NOW, 'w');
    passOn(life, 'replace-person');
    expect(life.state.people).toEqual({ handler: STRANGER, leader, acceptor });
    expect(askedByLast(life)).toEqual([STRANGER]);
    const posts = life.takePosts(NOW, 'w');
    expect(posts.find(({ to }) => to.person === handler)?.reminders.list).toEqual([]);
    expect(posts.find(({ to }) => to.person === STRANGER)?.reminders.list).not.toEqual([]);
  });

  test('the successor has the record that came with the command, and can act', () => {
    const life = anItem('in-progress');
    passOn(life, 'replace-person', { people: [aNewcomer({ keys: [aGoodKey()] })] });
    expect(life.context.roster.people.at(-1)?.keys).toEqual([aGoodKey()]);
    give(life, 'report-progress', NOW);
    expect(life.state.progress?.by).toBe(STRANGER);
  });

  test('a reviewer who follows another in a review has the whole time for it', () => {
    const life = anItem('leader-review');
    const now = at('2021-05-17');
    passOn(life, 'replace-person', { person: leader }, now);
    expect(life.state.review).toEqual({ since: now, deadline: '2021-05-20' });
  });

  test('their offices go along, and what these hear of', () => {
    const life = anItem('in-progress');
    passOn(life, 'replace-person', { person: head });
    expect(life.context.roster.head).toBe(STRANGER);
    expect(life.log.at(-1)?.event).toMatchObject({ type: 'office-replaced', from: head, to: STRANGER });
    life.passTime(at('2021-07-01', '00:00'));
    expect(reminded(life, STRANGER, at('2021-07-01', '00:00'))[0]).toBe('overdue/2021-07-01');
    expect(reminded(life, head, at('2021-07-01', '00:00'))).toEqual([]);
  });

  test('a side that the successor may not take stays where it is', () => {
    const life = anItem('in-progress');
    passOn(life, 'replace-person', { successor: leader, people: [] });
    expect(life.state.people.handler).toBe(handler);
  });
});

describe('when a calendar is put in force', () => {
  /** The 12th of May, a Wednesday, off. */
  const calendar = { ...CALENDAR, version: 'next', holidays: [...CALENDAR.holidays, date('2021-05-12')] };

  test('the review that goes on is due on another day, and its people are told', () => {
    const life = anItem('leader-review');
    expect(life.state.review?.deadline).toBe('2021-05-13');
    passOn(life, 'new-calendar', { calendar });
    expect(life.state.review?.deadline).toBe('2021-05-14');
    expect(life.log.at(-1)?.event).toMatchObject({ from: CALENDAR.version, to: 'next', firm: false });
    expect(toldOfLast(life)).toEqual([
      { kind: 'calendar-changed', to: leader, cc: false },
      { kind: 'calendar-changed', to: handler, cc: true },
    ]);
    expect(reminded(life, leader, NOW)[0]).toBe('review-due/2021-05-14');
  });

  test('reminders are planned again, and only people whose dates have moved are told', () => {
    const life = anItem('in-progress');
    const days = [date('2021-06-28'), date('2021-06-29')];
    passOn(life, 'new-calendar', { calendar: { ...calendar, holidays: [...calendar.holidays, ...days] } });
    expect(toldOfLast(life)).toEqual([]);
    expect(reminded(life, handler, NOW)).toContain('imminent/2021-06-24');
  });

  test.each([
    ['a deadline', 'in-progress', { deadline: date('2027-03-01') }, '2021-05-10'],
    ['a check-in', 'sustained', { kind: 'sustained' }, '2026-11-02'],
  ] as const)('%s that was provisional becomes firm, and its people are told', (_, status, more, day) => {
    const life = anItem(
      status === 'sustained' ? 'acceptance' : status,
      aBirth({ planned: planned(more), calendar: { ...CALENDAR, published: [2021] } }),
    );
    const now = at(day);
    if (status === 'sustained') give(life, 'accept-stage', now, { until: '2028-01-01' });
    passOn(
      life,
      'new-calendar',
      { calendar: { ...CALENDAR, version: 'next', published: [2021, 2027] } },
      now,
    );
    expect(life.log.at(-1)?.event).toMatchObject({ type: 'calendar-changed', firm: true });
    expect(toldOfLast(life).map(({ to }) => to)).toEqual([handler, leader]);
  });
});

test('a policy that is put in force plans the reminders by its ladder', () => {
  const life = anItem('in-progress');
  const ladder = POLICY.ladder.map((rung) => (rung.id === 'reminder' ? { ...rung, offset: -15 } : rung));
  passOn(life, 'new-policy', { policy: { ...POLICY, version: 'next', ladder } });
  expect(reminded(life, handler, NOW)[0]).toBe('reminder/2021-06-15');
  expect(toldOfLast(life)).toEqual([]);
  expect(life.state.born.policy).toBe(POLICY.version);
});

test('a record that is registered concerns an item when it knows the person, or comes to know them', () => {
  const life = anItem('in-progress');
  const known = ROSTER.people.filter(({ id }) => id === leader);
  const people = [
    ...known.map((one) => ({ ...one, address: 'new@example.org', deputies: [STRANGER] })),
    aNewcomer(),
    aNewcomer({ id: PersonId.parse('else') }),
  ];
  passOn(life, 'register-people', { people });
  expect(life.log.at(-1)?.event).toMatchObject({ type: 'people-changed', people: [leader, STRANGER] });
  expect(life.context.roster.people.map(({ id }) => id)).not.toContain('else');
  expect(life.context.roster.people.find(({ id }) => id === leader)?.address).toBe('new@example.org');
  const other = anItem('leader-review');
  passOn(other, 'register-people', { people });
  give(other, 'approve', NOW, { by: STRANGER, onBehalfOf: leader });
});

test('a letter that was issued is told to the handler; of one that was dropped only who dropped it hears', () => {
  const late = at('2021-07-30');
  const item = () => {
    const life = anItem('in-progress');
    life.passTime(at('2021-07-30', '00:00'));
    return life;
  };
  const issued = item();
  passOn(issued, 'issue-proposal', {}, late);
  expect(toldOfLast(issued)).toEqual([
    { kind: 'proposal-issued', to: handler, cc: false },
    { kind: 'proposal-issued', to: leader, cc: true },
    { kind: 'proposal-issued', to: head, cc: true },
    { kind: 'you-decided', to: office, cc: true },
  ]);
  passOn(issued, 'drop-proposal', {}, late);
  expect(issued.state.proposals[0]?.outcome).toMatchObject({ type: 'issued' });
  const dropped = item();
  passOn(dropped, 'drop-proposal', {}, late);
  expect(toldOfLast(dropped)).toEqual([{ kind: 'you-decided', to: office, cc: true }]);
  expect(dropped.state.proposals[0]?.outcome).toMatchObject({ type: 'dropped', by: office });
});
