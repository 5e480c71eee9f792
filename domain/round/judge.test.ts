import { snapshotCalendar } from '../calendar/snapshot';
import { NOW } from '../../testing/item';
import { aRoundCommand, WholeRound } from '../../testing/round';
import { CALENDAR, date, POLICY } from '../../testing/world';
import { Policy } from './policy';

const given = (type: 'new-policy' | 'new-calendar', version: string) => {
  const part =
    type === 'new-policy' ? { policy: { ...POLICY, version } } : { calendar: { ...CALENDAR, version } };
  const round = new WholeRound();
  return { round, command: aRoundCommand(type, NOW, part) };
};

test.each([
  ['new-policy', 64, 'policy.version'],
  ['new-calendar', 128, 'calendar.version'],
] as const)('the name of a version that %s brings has %i characters at most', (type, most, path) => {
  const refusalOf = (length: number) => {
    const { round, command } = given(type, 'v'.repeat(length));
    return round.life.objection(command, NOW);
  };
  expect(refusalOf(most)).toBeUndefined();
  expect(refusalOf(most + 1)).toEqual({
    type: 'InvalidCommand',
    faults: [{ path, message: `over-${most}` }],
  });
});

test('a longer one that a history has taken is taken on replay', () => {
  const { round, command } = given('new-policy', 'v'.repeat(500));
  round.life.carryOut(command, NOW, { identity: 'claimed' });
  expect(round.life.head.policy.version).toHaveLength(500);
});

test('a plan brings no longer one either, and an office can name its calendar as it may', () => {
  expect(Policy.safeParse({ ...POLICY, version: 'v'.repeat(65) }).success).toBe(false);
  const overrides = { version: 'v'.repeat(64), holidays: [], makeUpDays: [] };
  const calendar = snapshotCalendar({ from: date('2021-01-01'), to: date('2023-01-01'), overrides });
  const round = new WholeRound();
  expect(round.life.objection(aRoundCommand('new-calendar', NOW, { calendar }), NOW)).toBeUndefined();
});

describe('a policy that no longer confirms decisions', () => {
  const signed = Policy.parse({ identity: 'signed' });
  const silent = Policy.parse({ identity: 'signed', version: 'silent', confirm: { decisions: 'off' } });

  const objection = (begun: ConstructorParameters<typeof WholeRound>[0], policy: object) =>
    new WholeRound(begun).life.objection(aRoundCommand('new-policy', NOW, { policy }), NOW);

  test.each([
    ['says so', silent],
    ['says nothing of it', { ...silent, confirm: undefined }],
  ])('and %s is refused where commands are signed', (_, policy) => {
    expect(objection({ policy: signed }, policy)).toMatchObject({ type: 'ConfirmationsOff' });
  });

  const confirming = (confirm: object) => Policy.parse({ identity: 'signed', version: 'other', confirm });

  test.each([
    { withinWorkingDays: 6 },
    { youngKeyWorkingDays: 9 },
    { withinWorkingDays: 20, youngKeyWorkingDays: 0 },
  ])('or has people hear of them later: %j', (later) => {
    expect(objection({ policy: signed }, confirming(later))).toEqual({
      ...{ type: 'ConfirmationsOff', withinWorkingDays: 5, youngKeyWorkingDays: 10 },
    });
  });

  test.each([{}, { withinWorkingDays: 1 }, { youngKeyWorkingDays: 60 }])(
    'is taken where they hear as soon: %j',
    (as) => {
      expect(objection({ policy: signed }, confirming(as))).toBeUndefined();
    },
  );

  test('is taken where it is claimed who gives commands, or nothing was confirmed before', () => {
    const claimed = Policy.parse({ ...silent, identity: 'claimed' });
    expect(objection({}, claimed)).toBeUndefined();
    expect(objection({ policy: { ...signed, confirm: undefined } }, silent)).toBeUndefined();
  });
});
