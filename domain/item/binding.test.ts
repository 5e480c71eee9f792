import * as fc from 'fast-check';
import { hashOf } from '../../base/hash';
import { aCommand, anItem, give, NOW } from '../../testing/item';
import { aBirth, POLICY } from '../../testing/world';
import { type Clock, domainTime, REAL_TIME } from '../calendar/clock';
import { instant } from '../calendar/zone';
import type { Policy } from '../round/policy';
import { bindingTo, isTimeOff } from './binding';
import type { Command } from './command';
import { ItemLife } from './life';

const GENESIS = hashOf('the opening of a round');
const DRILL = hashOf('the opening of a drill of it');

/** An item that was just assigned, in a round with this opening, if any. */
const itemOf = (identity: Policy['identity'], genesis = GENESIS): ItemLife =>
  new ItemLife(
    aBirth({
      policy: { ...POLICY, identity },
      opening: { genesis, signatures: [], signers: [] },
    }),
  );

/** Why the first command to an item would be refused, if it would; `more` changes what it is bound to. */
const refusalTo = (life: ItemLife, more: object = {}, now = NOW) =>
  life.objection(aCommand(life, 'acknowledge', now, { ...bindingTo(GENESIS, life.log), ...more }), now);

test('a command is bound to the opening of its round and to the head of the log that was shown', () => {
  const life = itemOf('signed');
  expect(bindingTo(GENESIS, life.log)).toEqual({ genesis: GENESIS, seen: life.log.at(-1)?.hash });
  expect(bindingTo(undefined, [])).toEqual({});
  expect(refusalTo(life)).toBeUndefined();
});

test.each(['signed', 'claimed'] as const)(
  'where people are %s, another opening or log is refused',
  (identity) => {
    const life = itemOf(identity);
    expect(refusalTo(life, { genesis: DRILL })).toEqual({
      type: 'OtherOpening',
      given: DRILL,
      expected: GENESIS,
    });
    expect(refusalTo(life, { seen: DRILL })).toEqual({ type: 'UnknownHead', seen: DRILL });
  },
);

test.each(['genesis', 'seen'])('where commands are signed, one without %s is refused', (field) => {
  expect(refusalTo(itemOf('signed'), { [field]: undefined })).toEqual({ type: 'Unbound', lacks: [field] });
  expect(refusalTo(itemOf('claimed'), { [field]: undefined })).toBeUndefined();
});

test('an item of an older version needs neither, but takes no command that was signed for an opening', () => {
  const life = new ItemLife(aBirth({ policy: { ...POLICY, identity: 'signed' } }));
  expect(refusalTo(life, { genesis: undefined, seen: undefined })).toBeUndefined();
  expect(refusalTo(life)).toEqual({ type: 'OtherOpening', given: GENESIS });
});

test('what history has accepted without them is carried out on replay', () => {
  const life = itemOf('signed');
  expect(give(life, 'acknowledge', NOW).status).toBe('in-progress');
});

test('a command that has its answer gets it again, however late it is repeated', () => {
  const life = itemOf('signed');
  const command: Command = aCommand(life, 'acknowledge', NOW, bindingTo(GENESIS, life.log));
  life.carryOut(command, NOW);
  expect(life.objection(command, instant(NOW + 86_400_000))).toBeUndefined();
});

const MINUTE = 60_000;
const timed = (minutes: number) => ({ at: new Date(NOW + minutes * MINUTE).toISOString() });

test.each([-59, 0, 59])('a clock that is %i minutes off is good enough', (minutes) => {
  expect(refusalTo(itemOf('signed'), timed(minutes))).toBeUndefined();
});

test.each([-61, 61])('one that is %i minutes off is not, where commands are signed', (minutes) => {
  const { at } = timed(minutes);
  expect(refusalTo(itemOf('signed'), { at })).toEqual({ type: 'TimeOff', given: at, arrived: NOW });
  expect(refusalTo(itemOf('claimed'), { at })).toBeUndefined();
});

const anyClock: fc.Arbitrary<Clock> = fc.record({
  real: fc.integer({ min: 1_600_000_000_000, max: 1_700_000_000_000 }).map(instant),
  domain: fc.integer({ min: 1_500_000_000_000, max: 1_600_000_000_000 }).map(instant),
  rate: fc.oneof(fc.constant(1), fc.double({ min: 1, max: 100_000, noNaN: true })),
});

const HOUR = 60 * MINUTE;

test('it is the real time that counts, however fast the clock of a drill runs', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constant(REAL_TIME), anyClock),
      fc.integer({ min: 2 * HOUR, max: 400 * 24 * HOUR }),
      fc.integer({ min: -3 * HOUR, max: 3 * HOUR }),
      (clock, since, off) => {
        const arrived = clock.real + since;
        const at = new Date(arrived + off).toISOString();
        // Two instants of real time may be one of a clock that has been rounded.
        fc.pre(Math.abs(Math.abs(off) - HOUR) > 2);
        expect(isTimeOff(at, clock, domainTime(clock, arrived))).toBe(Math.abs(off) > HOUR);
      },
    ),
  );
});

test('a drill that has not begun says nothing of how early a command comes', () => {
  const clock: Clock = { real: NOW, domain: instant(0), rate: 10 };
  const at = (off: number) => new Date(NOW + off).toISOString();
  expect(isTimeOff(at(-48 * HOUR), clock, domainTime(clock, NOW - 48 * HOUR))).toBe(false);
  expect(isTimeOff(at(2 * HOUR), clock, domainTime(clock, NOW))).toBe(true);
});

test('a round command that was signed for another opening does nothing to an item', () => {
  const life = anItem('assigned', aBirth({ opening: { genesis: GENESIS, signatures: [], signers: [] } }));
  const command = {
    id: '00000000-0000-4000-8000-00000000abcd',
    round: life.context.round.id,
    by: life.context.roster.office[0] ?? life.context.roster.head,
    at: new Date(NOW).toISOString(),
    type: 'replace-key' as const,
    person: life.state.people.handler,
    key: { kid: 'k', x: 'x' } as never,
  };
  const before = life.log.length;
  const refusal = life.applyRoundCommand({ ...command, genesis: DRILL }, NOW, { identity: 'claimed' });
  expect(refusal).toMatchObject({ type: 'OtherOpening' });
  expect(life.log).toHaveLength(before);
  expect(
    life.applyRoundCommand({ ...command, genesis: GENESIS }, NOW, { identity: 'claimed' }),
  ).toBeUndefined();
  expect(life.log).toHaveLength(before + 1);
});
