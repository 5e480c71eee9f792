import { addDays } from '../calendar/civil';
import { civilOf, type Instant } from '../calendar/zone';
import { manifestHash } from '../evidence/manifest';
import { REFUSAL_TYPES, type RefusalType } from '../refusal';
import { aCommand, aFile, anItem, doTheWork, give, NOW, refusalOf } from '../../testing/item';
import { aBirth, at, PEOPLE, planned, POLICY, STRANGER } from '../../testing/world';
import { Command, type CommandType } from './command';
import type { ItemBirth, ItemLife } from './life';
import type { Status } from './states';

type Case = [RefusalType, Status, CommandType, object];

const today = civilOf(NOW);
const anotherHash = 'e'.repeat(64);

/** Given before an item is asked: see `identify.test.ts`. */
const BEFOREHAND: readonly RefusalType[] = ['InvalidCommand', 'SignatureRequired', 'BadSignature'];

/**
 * Given only when a command comes for the first time: see `binding.test.ts`, `outdated.test.ts`, `full-log.test.ts` and
 * `rules/first-time.test.ts`.
 */
const THE_FIRST_TIME: readonly RefusalType[] = [
  'OtherOpening',
  'Unbound',
  'UnknownHead',
  'SeenTooOld',
  'TimeOff',
  'LogFull',
  'QuotaReached',
  'DateTooLate',
  'NothingChanged',
  'EvidenceKnown',
];

/** Given by a round: see `../round/decide.test.ts`, `restore.test.ts`, `filing.test.ts` and `opening/judge.test.ts`. */
const OF_THE_ROUND: readonly RefusalType[] = [
  'WrongRound',
  'UnknownItem',
  'NoProposal',
  'NumberTaken',
  'NotArchived',
  'NotLost',
  'DeadlineTooLate',
  'KeyKnown',
  'UnusableKey',
  'UnknownKey',
  'KeyNeedsSecond',
  'NotForOffice',
  'KeyWaits',
  'UntrustedKey',
  'LastKey',
  'KeysNotHere',
  'IdentityWeakened',
  'ConfirmationsOff',
  'DeciderUnclear',
  'NotInLog',
  'FiguresChanged',
  'ItemsOpen',
  'NoticeMissing',
  'NotCountersigned',
  'SecondAwaited',
  'PlanMoved',
  'AmendmentUnfit',
  'WorkBegun',
  'NoticeOut',
  'ImportUndone',
  'RoundClosed',
  'UntrustedOpening',
  'RoundNotOpen',
  'NothingNew',
];

/** One way into each other refusal. */
const CASES: Case[] = [
  ['WrongItem', 'assigned', 'acknowledge', { item: '2021-03/9.9' }],
  ['WrongItem', 'assigned', 'acknowledge', { cycle: 2 }],
  ['UnknownPerson', 'assigned', 'acknowledge', { by: STRANGER }],
  ['NotAuthorised', 'assigned', 'acknowledge', { by: PEOPLE.head }],
  ['DutiesNotSeparate', 'leader-review', 'approve', { by: PEOPLE.deputy, onBehalfOf: PEOPLE.leader }],
  ['NotDeputy', 'assigned', 'acknowledge', { by: PEOPLE.bystander, onBehalfOf: PEOPLE.handler }],
  ['WrongState', 'in-progress', 'acknowledge', {}],
  ['UnknownMeasure', 'in-progress', 'add-evidence', { measure: 3 }],
  ['UnknownMeasure', 'in-progress', 'complete-measure', { measure: 3 }],
  ['MeasureOfAnother', 'in-progress', 'report-progress', { by: PEOPLE.bystander, measure: 1 }],
  ['MeasureOfAnother', 'in-progress', 'add-evidence', { by: PEOPLE.bystander }],
  ['EvidenceOfAnother', 'in-progress', 'withdraw-evidence', { by: PEOPLE.bystander }],
  ['MeasureAlreadyComplete', 'in-progress', 'complete-measure', {}],
  ['UnknownMeasure', 'in-progress', 'record-result', { measure: 3 }],
  ['UnknownEvidence', 'in-progress', 'record-result', { evidence: 1 }],
  ['UnknownVoucher', 'in-progress', 'record-result', { vouchedBy: STRANGER }],
  ['UnknownResult', 'in-progress', 'correct-result', {}],
  ['ResultWithdrawn', 'in-progress', 'correct-result', {}],
  ['MeasuresOpen', 'in-progress', 'request-closure', {}],
  ['EvidenceMissing', 'in-progress', 'request-closure', {}],
  ['UnknownEvidence', 'in-progress', 'add-evidence', { replaces: 1 }],
  ['UnknownEvidence', 'acceptance', 'add-evidence', { replaces: 2 }],
  ['EvidenceReplaced', 'leader-review', 'add-evidence', { replaces: 1 }],
  ['EvidenceWithdrawn', 'in-progress', 'withdraw-evidence', {}],
  ['EvidenceTooLarge', 'in-progress', 'add-evidence', { file: { ...aFile(), size: 2 ** 40 } }],
  [
    'EvidenceTypeNotTaken',
    'in-progress',
    'add-evidence',
    { file: { ...aFile(), mediaType: 'application/octet-stream' } },
  ],
  ['EvidenceChanged', 'leader-review', 'approve', { evidence: anotherHash }],
  ['EvidenceChanged', 'acceptance', 'accept', { evidence: anotherHash }],
  ['StatementTooShort', 'leader-review', 'return', { missing: '缺少处理结果依据和' }],
  ['StatementTooShort', 'acceptance', 'return', { missing: '' }],
  ['DateNotAhead', 'leader-review', 'return', { newDeadline: today }],
  ['DateNotAhead', 'acceptance', 'return', { newDeadline: addDays(today, -1) }],
  ['OwnCase', 'assigned', 'reassign', { to: PEOPLE.office }],
  ['OwnCase', 'leader-review', 'urge', { by: PEOPLE.leader }],
  ['DateNotLater', 'in-progress', 'request-extension', { newDeadline: '2021-06-30' }],
  ['NoDeadline', 'in-progress', 'request-extension', {}],
  ['DeadlineStands', 'in-progress', 'set-deadline', {}],
  ['TooLate', 'in-progress', 'request-extension', {}],
  ['ExtensionsUsedUp', 'in-progress', 'request-extension', {}],
  ['ExtensionPending', 'in-progress', 'request-extension', {}],
  ['NoExtensionPending', 'in-progress', 'grant-extension', {}],
  ['NoExtensionPending', 'in-progress', 'refuse-extension', {}],
  ['ExtensionChanged', 'in-progress', 'grant-extension', { newDeadline: '2021-07-20' }],
  ['NotSustained', 'acceptance', 'accept-stage', {}],
  ['CheckInNotDue', 'sustained', 'check-in', {}],
  ['AlreadyHolds', 'assigned', 'reassign', { to: PEOPLE.handler }],
  ['SuccessorNotSeparate', 'assigned', 'reassign', { to: PEOPLE.leader }],
  ['SuccessorWithoutKey', 'assigned', 'reassign', {}],
  ['IntoItself', 'assigned', 'withdraw', { into: '1.2' }],
  ['UrgedRecently', 'assigned', 'urge', {}],
  ['UnknownNotice', 'assigned', 'resend', {}],
];

/** What must have happened before for some refusals to be possible. */
const BEFORE: Partial<Record<RefusalType, (life: ItemLife) => void>> = {
  ExtensionsUsedUp: (life) => {
    for (const command of ['request-extension', 'grant-extension'] as const) give(life, command, NOW);
    for (const command of ['request-extension', 'grant-extension'] as const) give(life, command, NOW);
  },
  ExtensionPending: (life) => void give(life, 'request-extension', NOW),
  ExtensionChanged: (life) => void give(life, 'request-extension', NOW),
  MeasureAlreadyComplete: (life) => void give(life, 'complete-measure', NOW),
  EvidenceWithdrawn: (life) => {
    give(life, 'add-evidence', NOW);
    give(life, 'withdraw-evidence', NOW);
  },
  EvidenceOfAnother: (life) => void give(life, 'add-evidence', NOW),
  ResultWithdrawn: (life) => {
    give(life, 'record-result', NOW);
    give(life, 'correct-result', NOW, { figure: undefined });
  },
  EvidenceReplaced: (life) => void give(life, 'add-evidence', NOW, { replaces: 1 }),
  UrgedRecently: (life) => void give(life, 'urge', NOW),
  EvidenceMissing: (life) => {
    give(life, 'complete-measure', NOW, { measure: 1 });
    give(life, 'complete-measure', NOW, { measure: 2 });
  },
  DutiesNotSeparate: (life) => {
    give(life, 'add-evidence', NOW, { by: PEOPLE.deputy, onBehalfOf: PEOPLE.handler });
  },
};

/** The second measure has an owner. */
const OWNED = aBirth({
  planned: planned({
    measures: planned().measures.map((one) => (one.no === 2 ? { ...one, owner: PEOPLE.bystander } : one)),
  }),
});

/** What the item must be like. */
const BIRTH: Partial<Record<RefusalType, ItemBirth>> = {
  NoDeadline: aBirth({ planned: planned({ deadline: null }) }),
  MeasureOfAnother: OWNED,
  EvidenceOfAnother: OWNED,
  SuccessorWithoutKey: aBirth({ policy: { ...POLICY, identity: 'signed' } }),
};

const WHEN: Partial<Record<RefusalType, Instant>> = { TooLate: at('2021-07-01') };

describe('a command that cannot be carried out', () => {
  test.each(CASES)('is refused as %s and leaves no trace (%s, %s)', (type, status, command, more) => {
    const life = anItem(status, BIRTH[type]);
    BEFORE[type]?.(life);
    const before = structuredClone(life.remember());
    const now = WHEN[type] ?? NOW;
    const given = aCommand(life, command, now, more);
    expect(life.objection(given, now)?.type).toBe(type);
    expect(life.carryOut(given, now)).toMatchObject({ refusal: { type } });
    expect(life.remember()).toEqual(before);
    expect(life.answered(given.id)).toBeUndefined();
  });

  test('is tested here for every refusal there is', () => {
    const shown = new Set<RefusalType>([
      ...CASES.map(([type]) => type),
      ...BEFOREHAND,
      ...THE_FIRST_TIME,
      ...OF_THE_ROUND,
    ]);
    expect(shown).toEqual(new Set(REFUSAL_TYPES));
  });
});

describe('what a refusal says', () => {
  test('of another item: which one was meant and which one this is', () => {
    expect(refusalOf(anItem(), 'acknowledge', NOW, { cycle: 2 })).toEqual({
      type: 'WrongItem',
      expected: { item: '2021-03/1.2', cycle: 1 },
      given: { item: '2021-03/1.2', cycle: 2 },
    });
  });

  test('of measures: those there are, those still open, those without evidence', () => {
    const life = anItem('in-progress');
    expect(refusalOf(life, 'add-evidence', NOW, { measure: 7 })).toEqual({
      type: 'UnknownMeasure',
      measure: 7,
      measures: [1, 2],
    });
    give(life, 'complete-measure', NOW, { measure: 1 });
    expect(refusalOf(life, 'request-closure', NOW)).toEqual({ type: 'MeasuresOpen', measures: [2] });
    give(life, 'complete-measure', NOW, { measure: 2 });
    give(life, 'add-evidence', NOW, { measure: 2 });
    expect(refusalOf(life, 'request-closure', NOW)).toEqual({ type: 'EvidenceMissing', measures: [1] });
  });

  test('of a return: how long the statement has to be, counted in characters', () => {
    const life = anItem('leader-review');
    const missing = '缺少𠮷处理结果依据';
    expect(refusalOf(life, 'return', NOW, { missing })).toEqual({
      type: 'StatementTooShort',
      least: 10,
      given: 9,
    });
    expect(give(life, 'return', NOW, { missing: `${missing}等` }).status).toBe('returned');
  });

  test('of a new date: that it has to lie ahead of today by the round’s own day', () => {
    // 23:30 UTC on the 10th is already the 11th in the round's zone.
    const late = at('2021-05-11', '07:30');
    const life = anItem('leader-review');
    expect(refusalOf(life, 'return', late, { newDeadline: '2021-05-11' })).toEqual({
      type: 'DateNotAhead',
      date: '2021-05-11',
      today: '2021-05-11',
    });
    expect(give(life, 'return', late, { newDeadline: '2021-05-12' }).deadline).toBe('2021-05-12');
  });
});

describe('an approval', () => {
  test('of evidence that was added to since it was shown is refused', () => {
    const life = anItem('leader-review');
    const shown = manifestHash(life.state);
    give(life, 'add-evidence', NOW, { file: aFile('c') });
    expect(refusalOf(life, 'approve', NOW, { evidence: shown })).toEqual({
      type: 'EvidenceChanged',
      shown,
      now: manifestHash(life.state),
    });
    expect(give(life, 'approve', NOW).status).toBe('acceptance');
  });

  test('is voided by evidence that comes while the acceptor has the item, and the leader looks again', () => {
    const life = anItem('acceptance');
    const answer = give(life, 'add-evidence', NOW, { file: aFile('c') });
    expect(answer).toMatchObject({ status: 'leader-review' });
    expect(life.log.slice(-2).map(({ event }) => event.type)).toEqual(['evidence-added', 'approval-voided']);
    expect(answer.entries).toEqual(life.log.slice(-2).map(({ seq }) => seq));
    expect(life.state.approval).toBeUndefined();
    expect(life.state.review?.deadline).toBe('2021-05-13');
    expect(refusalOf(life, 'accept', NOW)?.type).toBe('WrongState');
    give(life, 'approve', NOW);
    expect(give(life, 'accept', NOW).status).toBe('closed');
  });

  test('and an acceptance keep the evidence that they saw', () => {
    const { state } = anItem('closed');
    expect(state.approval?.evidence).toBe(manifestHash(state));
    expect(state.acceptance?.evidence).toBe(manifestHash(state));
  });
});

describe('the deadlines of a review', () => {
  test('are three working days for the leader, five for the acceptor', () => {
    // Friday the 30th of April 2021; off until the 5th, Saturday the 8th worked.
    const friday = at('2021-04-30');
    const life = anItem('in-progress');
    doTheWork(life, friday);
    give(life, 'request-closure', friday);
    expect(life.state.review?.deadline).toBe('2021-05-08');
    give(life, 'approve', friday);
    expect(life.state.review?.deadline).toBe('2021-05-11');
  });

  test('are gone once the item is returned or closed', () => {
    expect(anItem('returned').state.review).toBeUndefined();
    expect(anItem('closed').state.review).toBeUndefined();
  });
});

test('a returned item starts a new round of review with its new date, and keeps the first', () => {
  const { state } = anItem('returned');
  expect(state).toMatchObject({ reviewRound: 2, originalDeadline: '2021-06-30', deadline: '2021-06-09' });
  expect(state.returns).toMatchObject([{ side: 'leader', by: PEOPLE.leader }]);
});

test('a malformed command is told field by field what is wrong with it', () => {
  const life = anItem('leader-review');
  const wrong = { ...aCommand(life, 'return', NOW), id: '7', newDeadline: '2021-02-30', wish: 'x' };
  const faults = Command.safeParse(wrong).error?.issues.map(({ path }) => path.join('.'));
  expect(faults?.sort()).toEqual(['', 'id', 'newDeadline']);
});
