import { sha512 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { generateKey, sign } from '../../client/keys';
import type { CivilDate } from '../../domain/calendar/civil';
import { type ItemId, type ItemNumber, PersonId, type Sha256, type Sha512 } from '../../base/ids';
import type { Command } from '../../domain/item/command';
import type { RefusalType } from '../../domain/refusal';
import { commandOf, type Hands } from './commands';
import type { planOf } from './plans';

/** Something that an item must refuse: sent unchanged, so that it need not even be a command. */
export type Unwelcome = { what: string; type: RefusalType; submission: (item: ItemId) => unknown };

/** What an item must refuse at a stage of its life, and the deed that leads to the next stage. */
export type Stage = { refused: Unwelcome[]; then?: (hands: Hands) => Promise<unknown> };

const raw = (what: string, submission: unknown): Unwelcome => ({
  what,
  type: 'InvalidCommand',
  submission: () => submission,
});

const from = (what: string, type: RefusalType, command: (item: ItemId) => Command): Unwelcome => ({
  what,
  type,
  submission: (item) => ({ claimed: command(item) }),
});

const signed = (payload: object): string => sign(payload, generateKey());

const person = (id: string): PersonId => PersonId.parse(id);
const file = {
  sha512: 'a'.repeat(128) as Sha512,
  size: 1,
  mediaType: 'text/plain',
  title: '记录',
  effectiveDate: '2021-05-20' as CivilDate,
};
const opinion = '材料不全';
const missing = '缺少逐件核对的签字记录原件';
const handedTo = (to: string) => ({
  side: 'handler' as const,
  to: person(to),
  people: [],
  note: '材料在档案柜第二层',
});
const asking = (newDeadline: string) => ({
  newDeadline: newDeadline as CivilDate,
  reason: '采购流程未走完',
  progress: '已完成九成',
});
const otherEvidence = '0'.repeat(64) as Sha256;
const ahead = '2021-08-01' as CivilDate;
export const LONGEST = '详'.repeat(10_000);

/** The content of the evidence that stands in review. */
const CORRECTED = bytesToHex(sha512(utf8ToBytes('补正的证据'))) as Sha512;

const ASSIGNED: Unwelcome[] = [
  raw('nothing at all', null),
  raw('a word', 'acknowledge'),
  raw('an empty object', {}),
  raw('a command of an unknown type', { claimed: { type: 'close' } }),
  raw('a command without a person', { claimed: { type: 'acknowledge', id: 'x' } }),
  raw('a signed command that is malformed', { jws: signed({ type: 'close' }) }),
  {
    what: 'a command signed with a key that nobody has registered',
    type: 'BadSignature',
    submission: (item) => ({ jws: signed(commandOf('handler-1', item, 'acknowledge', {})) }),
  },
  { what: 'a signature of nothing', type: 'BadSignature', submission: () => ({ jws: 'e30.e30.e30' }) },
  from('a command with a field too many', 'InvalidCommand', (item) => ({
    ...commandOf('handler-1', item, 'acknowledge', {}),
    force: true,
  })),
  from('a command for another item', 'WrongItem', () =>
    commandOf('handler-1', 'elsewhere/1.1' as ItemId, 'acknowledge', {}),
  ),
  from('a command for another life of the item', 'WrongItem', (item) => ({
    ...commandOf('handler-1', item, 'acknowledge', {}),
    cycle: 2,
  })),
  from('somebody nobody knows', 'UnknownPerson', (item) => commandOf('stranger', item, 'acknowledge', {})),
  from('a deputy of somebody nobody knows', 'UnknownPerson', (item) =>
    commandOf('deputy', item, 'acknowledge', { onBehalfOf: person('stranger') }),
  ),
  from('the leader in the place of the handler', 'NotAuthorised', (item) =>
    commandOf('leader', item, 'acknowledge', {}),
  ),
  from('somebody who is not the deputy', 'NotDeputy', (item) =>
    commandOf('acceptor', item, 'acknowledge', { onBehalfOf: person('handler-1') }),
  ),
  from('a reassignment to whom it is assigned', 'AlreadyHolds', (item) =>
    commandOf('office', item, 'reassign', handedTo('handler-1')),
  ),
  from('a reassignment to another side', 'SuccessorNotSeparate', (item) =>
    commandOf('office', item, 'reassign', handedTo('leader')),
  ),
  from('a reassignment to oneself', 'OwnCase', (item) =>
    commandOf('office', item, 'reassign', handedTo('office')),
  ),
  from('a reassignment to somebody nobody knows', 'UnknownPerson', (item) =>
    commandOf('office', item, 'reassign', handedTo('stranger')),
  ),
  from('a merger into itself', 'IntoItself', (item) =>
    commandOf('head', item, 'withdraw', { reason: '重复', into: '1.1' as ItemNumber }),
  ),
  from('a deadline where there is one', 'DeadlineStands', (item) =>
    commandOf('office', item, 'set-deadline', { deadline: ahead, reason: '会议确定' }),
  ),
  from('the repeat of a mail that was never sent', 'UnknownNotice', (item) =>
    commandOf('office', item, 'resend', { to: person('handler-1'), notice: `${item}/c1#99` }),
  ),
  from('progress before the acknowledgement', 'WrongState', (item) =>
    commandOf('handler-1', item, 'report-progress', { text: '已过半' }),
  ),
];

const IN_PROGRESS: Unwelcome[] = [
  from('a decision on an extension that nobody asked for', 'NoExtensionPending', (item) =>
    commandOf('leader', item, 'grant-extension', { newDeadline: ahead }),
  ),
  from('an extension to the deadline as it is', 'DateNotLater', (item) =>
    commandOf('handler-1', item, 'request-extension', asking('2021-06-30')),
  ),
  from('evidence for a measure that is not there', 'UnknownMeasure', (item) =>
    commandOf('handler-1', item, 'add-evidence', { measure: 9, file }),
  ),
  from('evidence larger than the policy takes', 'EvidenceTooLarge', (item) =>
    commandOf('handler-1', item, 'add-evidence', { measure: 1, file: { ...file, size: 5 * 1024 ** 3 } }),
  ),
  from('a program as evidence', 'EvidenceTypeNotTaken', (item) =>
    commandOf('handler-1', item, 'add-evidence', {
      measure: 1,
      file: { ...file, mediaType: 'application/x-msdownload' },
    }),
  ),
  from('a result that nobody of the item vouches for', 'UnknownVoucher', (item) =>
    commandOf('handler-1', item, 'record-result', {
      kind: 'meetings',
      figure: 2,
      vouchedBy: person('stranger'),
    }),
  ),
  from('the correction of a result that is not there', 'UnknownResult', (item) =>
    commandOf('handler-1', item, 'correct-result', { result: 1, figure: 3, reason: '漏计一次' }),
  ),
  from('the completion of a measure that is not there', 'UnknownMeasure', (item) =>
    commandOf('handler-1', item, 'complete-measure', { measure: 9, result: '完成' }),
  ),
  from('a closure request with a measure open', 'MeasuresOpen', (item) =>
    commandOf('handler-1', item, 'request-closure', { summary: '申请销号' }),
  ),
];

const ASKED_AND_URGED: Unwelcome[] = [
  from('a second extension beside the first', 'ExtensionPending', (item) =>
    commandOf('handler-1', item, 'request-extension', asking('2021-08-02')),
  ),
  from('a decision on another date than was asked for', 'ExtensionChanged', (item) =>
    commandOf('leader', item, 'grant-extension', { newDeadline: '2021-08-02' as CivilDate }),
  ),
  from('the decision of the head where the leader decides', 'NotAuthorised', (item) =>
    commandOf('head', item, 'grant-extension', { newDeadline: ahead }),
  ),
  from('a second urging in the same hour', 'UrgedRecently', (item) => commandOf('office', item, 'urge', {})),
];

const COMPLETED: Unwelcome[] = [
  from('a measure completed twice', 'MeasureAlreadyComplete', (item) =>
    commandOf('handler-1', item, 'complete-measure', { measure: 1, result: '完成' }),
  ),
  from('a closure request without evidence', 'EvidenceMissing', (item) =>
    commandOf('handler-1', item, 'request-closure', { summary: '申请销号' }),
  ),
];

const IN_REVIEW: Unwelcome[] = [
  from('the correction of a result that was withdrawn', 'ResultWithdrawn', (item) =>
    commandOf('handler-1', item, 'correct-result', { result: 1, figure: 3, reason: '漏计一次' }),
  ),
  from('a new version of a file that is not there', 'UnknownEvidence', (item) =>
    commandOf('handler-1', item, 'add-evidence', { measure: 1, file, replaces: 9 }),
  ),
  from('a second new version of a file', 'EvidenceReplaced', (item) =>
    commandOf('handler-1', item, 'add-evidence', { measure: 1, file, replaces: 1 }),
  ),
  from('the same file once more', 'EvidenceKnown', (item) =>
    commandOf('handler-1', item, 'add-evidence', { measure: 1, file: { ...file, sha512: CORRECTED } }),
  ),
  from('an approval of other evidence', 'EvidenceChanged', (item) =>
    commandOf('leader', item, 'approve', { evidence: otherEvidence }),
  ),
  from('a return that does not say what is missing', 'StatementTooShort', (item) =>
    commandOf('leader', item, 'return', { opinion, missing: '不全', newDeadline: ahead }),
  ),
  from('a return to a day that has passed', 'DateNotAhead', (item) =>
    commandOf('leader', item, 'return', { opinion, missing, newDeadline: '2021-05-06' as CivilDate }),
  ),
  from('a return to a day that only an extension could give', 'DateTooLate', (item) =>
    commandOf('leader', item, 'return', { opinion, missing, newDeadline: '2022-06-30' as CivilDate }),
  ),
  from('the approval by one who has worked on it', 'DutiesNotSeparate', (item) =>
    commandOf('deputy', item, 'approve', { evidence: otherEvidence, onBehalfOf: person('leader') }),
  ),
  from('the approval by the acceptor', 'NotAuthorised', (item) =>
    commandOf('acceptor', item, 'approve', { evidence: otherEvidence }),
  ),
];

const RETURNED: Unwelcome[] = [
  from('a closure request as it was returned', 'NothingChanged', (item) =>
    commandOf('handler-1', item, 'request-closure', { summary: '申请销号' }),
  ),
  from('a file taken back twice', 'EvidenceWithdrawn', (item) =>
    commandOf('handler-1', item, 'withdraw-evidence', { evidence: 3, reason: '有误' }),
  ),
];

const IN_ACCEPTANCE: Unwelcome[] = [
  from('the acceptance of a stage that the item does not have', 'NotSustained', (item) =>
    commandOf('acceptor', item, 'accept-stage', { evidence: otherEvidence, until: ahead }),
  ),
  from('the acceptance of other evidence', 'EvidenceChanged', (item) =>
    commandOf('acceptor', item, 'accept', { evidence: otherEvidence }),
  ),
  from('the acceptance by the leader', 'NotAuthorised', (item) =>
    commandOf('leader', item, 'accept', { evidence: otherEvidence }),
  ),
];

/** What an item refuses besides when its policy takes signed commands only. */
export const UNSIGNED: readonly Unwelcome[] = [
  from('a claimed command', 'SignatureRequired', (item) => commandOf('handler-1', item, 'acknowledge', {})),
  from('a claimed command of somebody nobody knows', 'SignatureRequired', (item) =>
    commandOf('stranger', item, 'acknowledge', {}),
  ),
];

/** From assignment to acceptance, with everything that must be refused on the way. */
export const STAGES: readonly Stage[] = [
  { refused: ASSIGNED, then: (hands) => hands.acknowledge() },
  {
    refused: IN_PROGRESS,
    then: async (hands) => {
      await hands.tell('handler-1', 'request-extension', asking(ahead));
      await hands.tell('office', 'urge', {});
    },
  },
  {
    refused: ASKED_AND_URGED,
    then: (hands) =>
      hands.tell('deputy', 'complete-measure', {
        measure: 1,
        result: '已核对完毕',
        onBehalfOf: person('handler-1'),
      }),
  },
  {
    refused: COMPLETED,
    then: async (hands) => {
      await hands.tell('handler-1', 'record-result', {
        kind: 'meetings',
        figure: 2,
        vouchedBy: person('leader'),
      });
      await hands.tell('handler-1', 'correct-result', { result: 1, reason: '重复登记' });
      await hands.handIn('证据');
      await hands.handIn('补正的证据', 1);
      await hands.handIn('有误的证据');
      await hands.tell('handler-1', 'withdraw-evidence', { evidence: 3, reason: '有误' });
      await hands.tell('handler-1', 'request-closure', { summary: '措施均已完成,申请销号' });
    },
  },
  { refused: IN_REVIEW, then: (hands) => hands.giveBack('leader', ahead) },
  {
    refused: RETURNED,
    then: async (hands) => {
      await hands.tell('handler-1', 'report-progress', { text: '已补齐签字记录' });
      await hands.tell('handler-1', 'request-closure', { summary: '已按意见补充,申请销号' });
      await hands.approve();
    },
  },
  { refused: IN_ACCEPTANCE },
];

/** A round of its own kind, with what its one item must refuse after some deeds. */
export type Scene = {
  round: string;
  plan: Partial<Parameters<typeof planOf>[0]>;
  before: (hands: Hands) => Promise<unknown>;
  refused: Unwelcome[];
};

/** Refusals that no ordinary item gives. */
export const SCENES: readonly Scene[] = [
  {
    round: 'talkative',
    plan: { policy: { daily: { talk: 2 } } },
    before: async (hands) => {
      for (const text of ['请核对', '请再核对']) await hands.tell('office', 'comment', { text });
    },
    refused: [
      from('one remark more than a person makes in a day', 'QuotaReached', (item) =>
        commandOf('office', item, 'comment', { text: '再次核对' }),
      ),
    ],
  },
  {
    round: 'wordy',
    plan: {},
    before: async (hands) => {
      for (let told = 0; told < 35; told += 1) await hands.tell('office', 'comment', { text: LONGEST });
      await hands.tell('office', 'comment', { text: '要点如上' });
    },
    refused: [
      from('one long text more than its log takes', 'LogFull', (item) =>
        commandOf('office', item, 'comment', { text: LONGEST }),
      ),
    ],
  },
  {
    round: 'endless',
    plan: { deadline: undefined },
    before: (hands) => hands.acknowledge(),
    refused: [
      from('an extension where there is no deadline', 'NoDeadline', (item) =>
        commandOf('handler-1', item, 'request-extension', asking(ahead)),
      ),
    ],
  },
  {
    round: 'late',
    plan: { deadline: '2021-05-05' },
    before: (hands) => hands.acknowledge(),
    refused: [
      from('an extension after the deadline', 'TooLate', (item) =>
        commandOf('handler-1', item, 'request-extension', asking(ahead)),
      ),
    ],
  },
  {
    round: 'rigid',
    plan: { policy: { extensions: { most: 0 } } },
    before: (hands) => hands.acknowledge(),
    refused: [
      from('one extension more than the policy has', 'ExtensionsUsedUp', (item) =>
        commandOf('handler-1', item, 'request-extension', asking(ahead)),
      ),
    ],
  },
  {
    round: 'sustained',
    plan: { kind: 'sustained' },
    before: async (hands) => {
      await hands.work();
      await hands.approve();
      await hands.acceptStage('2022-05-06');
    },
    refused: [
      from('a check-in on the very day of the stage', 'CheckInNotDue', (item) =>
        commandOf('handler-1', item, 'check-in', { text: '良好' }),
      ),
    ],
  },
];
