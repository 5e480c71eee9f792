import { utf8ToBytes } from '@noble/hashes/utils';
import fc from 'fast-check';
import { REAL_TIME } from '../calendar/clock';
import { toPayload } from '../../base/deflated';
import { encodeBase64url } from '../../base/base64url';
import { PersonId } from '../../base/ids';
import { aCommand, aFile, anItem, NOW } from '../../testing/item';
import { aNewcomer } from '../../testing/newcomers';
import { aRoundCommand, WholeRound } from '../../testing/round';
import { aBirth, POLICY } from '../../testing/world';
import type { RoundCommand, RoundCommandType } from '../round/command';
import { Policy } from '../round/policy';
import type { Command, CommandType } from './command';
import type { ItemLife } from './life';

/** An item in which nobody is ever told that they have said enough for a day. */
const TALKATIVE = aBirth({ policy: Policy.parse({ ...POLICY, daily: { talk: 10_000, work: 10_000 } }) });

/** What Temporal takes in one payload, in octets. */
const MOST = 2 * 1024 ** 2;

const octets = (value: object): number => JSON.stringify(toPayload(value)).length;

/** Text that cannot be made smaller: any Han characters in any order. */
const noise = (seed: number, length: number): string => {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31);
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + (next() % 20_900))).join('');
};

const hex = (letter: string): string => ((letter.codePointAt(0) ?? 0) % 256).toString(16).padStart(2, '0');

/** As long as a signature over the command is. */
const proofOf = (command: Command | RoundCommand) => ({
  identity: 'signed' as const,
  jws: `${'h'.repeat(90)}.${encodeBase64url(utf8ToBytes(JSON.stringify(command)))}.${'s'.repeat(86)}`,
});

/** Gives a command if the item takes it; says why not. */
const tell = (life: ItemLife, type: CommandType, more: object) => {
  const command = aCommand(life, type, NOW, more);
  const refusal = life.objection(command, NOW);
  if (!refusal) life.carryOut(command, NOW, proofOf(command));
  return refusal?.type;
};

const SAYINGS = {
  'report-progress': (text: string) => ({ text }),
  comment: (text: string) => ({ text }),
  'request-closure': (summary: string) => ({ summary }),
  'withdraw-closure': (reason: string) => ({ reason }),
  return: (text: string) => ({ opinion: text, missing: noise(1, text.length) }),
  'request-extension': (text: string) => ({ reason: text, progress: noise(2, text.length) }),
  'refuse-extension': (opinion: string) => ({ opinion }),
};
type Saying = keyof typeof SAYINGS;

const aSaying = fc.record({
  type: fc.constantFrom(...(Object.keys(SAYINGS) as Saying[])),
  length: fc.integer({ min: 12, max: 10_000 }),
});

/** Says what people could say, until the log is full. */
const talkAtLength = (life: ItemLife, sayings: readonly { type: Saying; length: number }[]): void => {
  let said = 0;
  for (let isFull = false; !isFull && said < 300; said += 1) {
    const { type, length } = sayings[said % sayings.length] ?? { type: 'comment', length: 10_000 };
    const saying = tell(life, type, SAYINGS[type](noise(said, length)));
    const remark = tell(life, 'comment', { text: noise(said, length) });
    isFull = saying === 'LogFull' || remark === 'LogFull';
  }
};

test('whatever people write of an item, all of it goes to its next run and to the archive in one payload', () => {
  fc.assert(
    fc.property(fc.array(aSaying, { minLength: 5, maxLength: 20 }), (sayings) => {
      const life = anItem('in-progress', TALKATIVE);
      talkAtLength(life, sayings);
      for (let no = 0; no < 300; no += 1)
        expect(tell(life, 'comment', { text: noise(no, 100) })).toBe(undefined);
      const { state, log } = life.remember();
      const order = { memory: { state, log }, context: life.context, clock: REAL_TIME, expected: life.said };
      expect(octets(life.remember())).toBeLessThan(MOST);
      expect(octets(order)).toBeLessThan(MOST);
    }),
    { numRuns: 4 },
  );
});

test('an item whose log is full can still be worked to its end, in short words', () => {
  const life = anItem('leader-review', TALKATIVE);
  talkAtLength(life, [{ type: 'comment', length: 10_000 }]);
  expect(tell(life, 'approve', { opinion: noise(1, 301) })).toBe('LogFull');
  expect(tell(life, 'approve', { opinion: noise(1, 300) })).toBe(undefined);
  expect(tell(life, 'accept', {})).toBe(undefined);
  expect(life.state.status).toBe('closed');
});

test('however much evidence is handed in and taken back, the item fits a payload and is still worked to its end', () => {
  const life = anItem('in-progress', TALKATIVE);
  const file = (no: number) => ({
    ...aFile(),
    sha512: noise(no, 64).replace(/./gu, hex),
    title: noise(no, 200),
  });
  let given = 0;
  while (given < 3000 && tell(life, 'add-evidence', { measure: 1, file: file(given) }) !== 'LogFull') {
    given += 1;
    if (given % 3 === 0) tell(life, 'withdraw-evidence', { evidence: given, reason: noise(given, 300) });
  }
  expect(given).toBeLessThan(3000);
  expect(tell(life, 'withdraw-evidence', { evidence: 1, reason: '缺页' })).toBe('LogFull');
  expect(octets(life.remember())).toBeLessThan(0.9 * MOST);
  // The second measure has none yet.
  expect(tell(life, 'add-evidence', { measure: 2, file: file(9000) })).toBeUndefined();
  for (const measure of [1, 2])
    expect(tell(life, 'complete-measure', { measure, result: noise(measure, 300) })).toBeUndefined();
  for (const type of ['request-closure', 'approve', 'accept'] as const)
    expect(tell(life, type, type === 'request-closure' ? { summary: noise(1, 300) } : {})).toBeUndefined();
  expect(life.state.status).toBe('closed');
  expect(octets(life.remember())).toBeLessThan(MOST);
});

test('however many short things are said, the log takes none in the end, and the item is still worked to its end', () => {
  const life = anItem('leader-review', TALKATIVE);
  talkAtLength(life, [{ type: 'comment', length: 10_000 }]);
  let refusal: string | undefined;
  for (let no = 0; refusal === undefined && no < 2000; no += 1)
    refusal = tell(life, 'comment', { text: noise(no, 300) });
  expect(refusal).toBe('LogFull');
  const remark = aCommand(life, 'comment', NOW, { text: '好' });
  expect(life.objection(remark, NOW)).toMatchObject({ type: 'LogFull', most: 0 });
  expect(octets(life.remember())).toBeLessThan(0.8 * MOST);
  expect(tell(life, 'approve', { opinion: noise(1, 300) })).toBe(undefined);
  expect(tell(life, 'accept', {})).toBe(undefined);
  expect(life.state.status).toBe('closed');
});

test('what a history has accepted is carried out again when it is replayed, though the log is full', () => {
  const life = anItem('in-progress', TALKATIVE);
  talkAtLength(life, [{ type: 'comment', length: 10_000 }]);
  const command = aCommand(life, 'comment', NOW, { text: noise(1, 10_000) });
  expect(life.objection(command, NOW)).toMatchObject({ type: 'LogFull' });
  expect(life.carryOut(command, NOW, proofOf(command))).toMatchObject({ command: command.id });
});

describe('the log of a round', () => {
  /** Always the same people, each time in other sections. */
  const people = (seed: number, count: number) =>
    Array.from({ length: count }, (_, no) =>
      aNewcomer({ id: PersonId.parse(`mou-${no}`), section: noise(seed + no, 60) }),
    );
  const remark = (length: number) =>
    aRoundCommand('register-people', NOW, {
      people: [aNewcomer({ section: `科室${length}` })],
      reason: noise(length, length),
    });

  test('fills in the same way', () => {
    const { life } = new WholeRound();
    for (let length = 9_000; life.log.length < 60 && !life.objection(remark(length), NOW); length += 1)
      life.carryOut(remark(length), NOW, { identity: 'claimed' });
    expect(life.objection(remark(9_999), NOW)).toEqual({ type: 'LogFull', most: 300, given: 9_999 });
    expect(life.objection(remark(300), NOW)).toBe(undefined);
  });

  test('takes no large command either once it is nearly full, however short its texts, and in the end only keys and what ends it', () => {
    const { life } = new WholeRound({ policy: TALKATIVE.context.policy });
    const give = (command: RoundCommand) => {
      const refusal = life.objection(command, NOW);
      if (!refusal) life.carryOut(command, NOW, proofOf(command));
      return refusal;
    };
    const register = (no: number, count: number) =>
      aRoundCommand('register-people', NOW, { people: people(no, count), reason: noise(no, 300) });
    let no = 0;
    while (no < 500 && !give(register(no, 20))) no += 1;
    expect(give(register(no, 20))).toMatchObject({ type: 'LogFull', most: 4096, whole: true });
    no += 1;
    expect(give(register(no, 6))).toBeUndefined();
    no += 1;
    while (no < 1000 && !give(register(no, 6))) no += 1;
    expect(give(register(no, 6))).toEqual({ type: 'LogFull', most: 0, given: 300, round: true });
    expect(octets(life.remember())).toBeLessThan(MOST);
    expect(give(aRoundCommand('replace-key', NOW))).toBeUndefined();
    expect(give(aRoundCommand('close-round', NOW))).toMatchObject({ type: 'ItemsOpen' });
  });
});

test('an item whose log is full hears nothing large of its round any more, but every key', () => {
  const life = anItem('in-progress', TALKATIVE);
  talkAtLength(life, [{ type: 'comment', length: 10_000 }]);
  for (let no = 0; tell(life, 'comment', { text: noise(no, 300) }) === undefined; no += 1);
  const policy = (title: number) => ({
    policy: { ...POLICY, version: `v${title}`, evidence: { mostBytes: 9, mediaTypes: mediaTypes(title) } },
  });
  const mediaTypes = (length: number) =>
    Array.from({ length }, (_, no) => `application/x-${noise(no, 3).length}${no}`);
  const hear = (type: RoundCommandType, more: object) =>
    life.applyRoundCommand(aRoundCommand(type, NOW, more), NOW, { identity: 'claimed' });
  expect(hear('new-policy', policy(190))).toMatchObject({ type: 'LogFull', whole: true });
  expect(hear('new-policy', policy(5))).toBeUndefined();
  expect(hear('replace-key', {})).toBeUndefined();
  expect(octets(life.remember())).toBeLessThan(MOST);
});
