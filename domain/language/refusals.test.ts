import { CivilDate } from '../calendar/civil';
import { instantOf, TimeOfDay } from '../calendar/zone';
import { ItemId, ItemNumber, PersonId, RoundId, Sha256 } from '../../base/ids';
import { EvidenceFile } from '../item/command';
import type { Refusal, RefusalType } from '../refusal';
import { REFUSAL_TYPES } from '../refusal';
import type { Figures } from '../round/command';
import type { Role } from '../item/side';
import { Language } from '../round/roster';
import { words } from './index';

const yi = PersonId.parse('yi');
const jia = PersonId.parse('jia');
const item = ItemId.parse('2021-03/1.2');

const day = (text: string) => CivilDate.parse(text);
const NINE = instantOf(day('2021-05-10'), TimeOfDay.parse('09:00'));
const THIRTEEN = instantOf(day('2021-05-10'), TimeOfDay.parse('13:00'));
const DECIDED = { by: jia, name: '甲', at: NINE };

const figures = (completed: number): Figures => ({
  completed,
  'completed-sustained': 1,
  ongoing: 0,
  'not-completed': 0,
  withdrawn: 0,
});

const EXAMPLES: { [T in RefusalType]: Extract<Refusal, { type: T }> } = {
  InvalidCommand: { type: 'InvalidCommand', faults: [{ path: 'newDeadline', message: 'not-a-date' }] },
  SignatureRequired: { type: 'SignatureRequired', by: yi },
  BadSignature: { type: 'BadSignature', fault: 'key-revoked' },
  WrongItem: { type: 'WrongItem', expected: { item, cycle: 1 }, given: { item: '2021-03/9.9', cycle: 2 } },
  UnknownPerson: { type: 'UnknownPerson', person: yi },
  NotAuthorised: { type: 'NotAuthorised', command: 'approve', by: yi, roles: ['leader'] },
  DutiesNotSeparate: { type: 'DutiesNotSeparate', command: 'accept', by: yi, side: 'handler' },
  NotDeputy: { type: 'NotDeputy', by: yi, onBehalfOf: jia },
  WrongState: { type: 'WrongState', command: 'approve', status: 'assigned', possible: ['acknowledge'] },
  UnknownMeasure: { type: 'UnknownMeasure', measure: 7, measures: [1, 2] },
  MeasureOfAnother: { type: 'MeasureOfAnother', measure: 7, measures: [1, 2] },
  MeasureAlreadyComplete: { type: 'MeasureAlreadyComplete', measure: 2 },
  UnknownVoucher: { type: 'UnknownVoucher', person: yi },
  UnknownResult: { type: 'UnknownResult', result: 9, known: [1, 2] },
  ResultWithdrawn: { type: 'ResultWithdrawn', result: 4, at: NINE },
  MeasuresOpen: { type: 'MeasuresOpen', measures: [1, 3] },
  EvidenceMissing: { type: 'EvidenceMissing', measures: [2] },
  UnknownEvidence: { type: 'UnknownEvidence', evidence: 9, measure: 2, known: [3, 5] },
  EvidenceOfAnother: { type: 'EvidenceOfAnother', evidence: 3, known: [4] },
  EvidenceReplaced: { type: 'EvidenceReplaced', evidence: 1, by: 4, current: 6 },
  EvidenceWithdrawn: { type: 'EvidenceWithdrawn', evidence: 3, at: NINE },
  EvidenceKnown: { type: 'EvidenceKnown', evidence: 4, measure: 2 },
  EvidenceTooLarge: { type: 'EvidenceTooLarge', size: 6 * 1024 ** 3, most: 4 * 1024 ** 3 },
  EvidenceTypeNotTaken: {
    type: 'EvidenceTypeNotTaken',
    mediaType: 'application/x-msdownload',
    taken: ['application/pdf', 'image/*', 'application/x-special'],
  },
  LogFull: { type: 'LogFull', most: 300, given: 2500 },
  QuotaReached: {
    type: 'QuotaReached',
    command: 'comment',
    most: 50,
    next: CivilDate.parse('2021-06-02'),
  },
  KeyNeedsSecond: { type: 'KeyNeedsSecond', person: PersonId.parse('p05') },
  NotForOffice: { type: 'NotForOffice', command: 'revoke-key', person: PersonId.parse('p13') },
  KeyWaits: { type: 'KeyWaits', person: PersonId.parse('p05'), kid: 'kPrK', until: NINE },
  UntrustedKey: { type: 'UntrustedKey', fault: 'nothing-waits' },
  NotCountersigned: { type: 'NotCountersigned', command: 'amend', fault: 'already-signed' },
  SecondAwaited: { type: 'SecondAwaited', command: 'amend', by: yi, name: '乙', until: NINE },
  PlanMoved: { type: 'PlanMoved', basedOn: 1, version: 3, at: NINE, name: '乙' },
  WorkBegun: {
    type: 'WorkBegun',
    items: [
      { number: ItemNumber.parse('1.2'), work: ['progress', 'evidence'] },
      { number: ItemNumber.parse('3.1'), work: ['closure'] },
    ],
    more: 2,
  },
  NoticeOut: { type: 'NoticeOut', at: NINE },
  ImportUndone: { type: 'ImportUndone', ...DECIDED },
  AmendmentUnfit: {
    type: 'AmendmentUnfit',
    item: ItemNumber.parse('1.2'),
    fault: 'measure-done',
    measure: 2,
  },
  UnusableKey: { type: 'UnusableKey', kid: 'kPrK', person: PersonId.parse('p05') },
  EvidenceChanged: {
    type: 'EvidenceChanged',
    shown: Sha256.parse('a'.repeat(64)),
    now: Sha256.parse('b'.repeat(64)),
  },
  StatementTooShort: { type: 'StatementTooShort', least: 10, given: 4 },
  DateTooLate: {
    type: 'DateTooLate',
    date: CivilDate.parse('2022-12-31'),
    latest: CivilDate.parse('2021-06-30'),
  },
  NothingChanged: { type: 'NothingChanged', at: NINE },
  DateNotAhead: {
    type: 'DateNotAhead',
    date: CivilDate.parse('2021-06-01'),
    today: CivilDate.parse('2021-06-30'),
  },
  WrongRound: { type: 'WrongRound', expected: RoundId.parse('2021-03'), given: RoundId.parse('2020-01') },
  OtherOpening: {
    type: 'OtherOpening',
    expected: Sha256.parse('a'.repeat(64)),
    given: Sha256.parse('b'.repeat(64)),
  },
  Unbound: { type: 'Unbound', lacks: ['genesis', 'seen'] },
  UnknownHead: { type: 'UnknownHead', seen: Sha256.parse('c'.repeat(64)) },
  SeenTooOld: {
    type: 'SeenTooOld',
    command: 'grant-extension',
    entries: [
      { seq: 12, event: 'extension-requested' },
      { seq: 14, event: 'evidence-added' },
    ],
    more: 3,
  },
  TimeOff: { type: 'TimeOff', given: '2021-05-10T03:00:00+08:00', arrived: NINE },
  UnknownItem: { type: 'UnknownItem', number: ItemNumber.parse('9.9') },
  OwnCase: { type: 'OwnCase', command: 'reassign', by: yi },
  DateNotLater: { type: 'DateNotLater', date: day('2021-06-01'), deadline: day('2021-06-30') },
  NoDeadline: { type: 'NoDeadline' },
  DeadlineStands: { type: 'DeadlineStands', deadline: day('2021-06-30') },
  TooLate: { type: 'TooLate', deadline: day('2021-06-30'), today: day('2021-07-01') },
  ExtensionsUsedUp: { type: 'ExtensionsUsedUp', most: 2 },
  ExtensionPending: { type: 'ExtensionPending', newDeadline: day('2021-07-10') },
  NoExtensionPending: { type: 'NoExtensionPending', decided: { ...DECIDED, act: 'refuse-extension' } },
  ExtensionChanged: { type: 'ExtensionChanged', shown: day('2021-07-10'), now: day('2021-07-20') },
  NotSustained: { type: 'NotSustained', kind: 'immediate' },
  CheckInNotDue: { type: 'CheckInNotDue', due: day('2021-11-10'), opens: day('2021-08-11') },
  AlreadyHolds: { type: 'AlreadyHolds', person: yi, side: 'handler' },
  SuccessorNotSeparate: { type: 'SuccessorNotSeparate', person: yi, side: 'leader', item },
  SuccessorWithoutKey: { type: 'SuccessorWithoutKey', person: yi },
  IntoItself: { type: 'IntoItself', number: ItemNumber.parse('1.2') },
  UrgedRecently: { type: 'UrgedRecently', at: NINE, next: THIRTEEN },
  UnknownNotice: { type: 'UnknownNotice', to: yi, notice: '2021-03/1.2/c1#7' },
  NoProposal: { type: 'NoProposal', number: ItemNumber.parse('1.2'), rung: 'talk', decided: DECIDED },
  NumberTaken: { type: 'NumberTaken', number: '督〔2021〕3号', item: ItemNumber.parse('3.2') },
  NotArchived: { type: 'NotArchived', number: ItemNumber.parse('1.2'), status: 'in-progress' },
  NotLost: { type: 'NotLost', number: ItemNumber.parse('1.2'), found: 'at-work' },
  DeadlineTooLate: {
    type: 'DeadlineTooLate',
    date: CivilDate.parse('2022-12-31'),
    latest: CivilDate.parse('2021-08-31'),
  },
  KeyKnown: { type: 'KeyKnown', kid: 'abc', person: yi },
  UnknownKey: { type: 'UnknownKey', person: yi, kid: 'abc', kids: ['def'] },
  LastKey: { type: 'LastKey', kid: 'abc' },
  KeysNotHere: { type: 'KeysNotHere', person: yi },
  IdentityWeakened: { type: 'IdentityWeakened' },
  ConfirmationsOff: { type: 'ConfirmationsOff', withinWorkingDays: 5, youngKeyWorkingDays: 10 },
  DeciderUnclear: { type: 'DeciderUnclear', rung: 'talk', to: ['leader'], decides: ['head', 'office'] },
  NotInLog: { type: 'NotInLog', entries: 12, length: 14 },
  FiguresChanged: { type: 'FiguresChanged', shown: figures(27), now: figures(26) },
  ItemsOpen: { type: 'ItemsOpen', items: [ItemNumber.parse('1.2'), ItemNumber.parse('3.1')], more: 4 },
  NoticeMissing: { type: 'NoticeMissing' },
  RoundClosed: { type: 'RoundClosed', ...DECIDED },
  UntrustedOpening: { type: 'UntrustedOpening', fault: 'key-not-pinned', person: PersonId.parse('ding') },
  RoundNotOpen: { type: 'RoundNotOpen', people: [PersonId.parse('ding'), PersonId.parse('ji')] },
  NothingNew: { type: 'NothingNew', command: 'new-policy' },
};

/** What each sentence must name for the person to do better. */
const NAMED: Record<RefusalType, { 'zh-CN': string[]; en: string[] }> = {
  InvalidCommand: { 'zh-CN': ['newDeadline', 'YYYY-MM-DD'], en: ['newDeadline', 'YYYY-MM-DD'] },
  SignatureRequired: { 'zh-CN': ['yi', 'rectify keygen'], en: ['yi', 'rectify keygen'] },
  BadSignature: { 'zh-CN': ['已作废', 'rectify keygen'], en: ['was revoked', 'rectify keygen'] },
  WrongItem: { 'zh-CN': ['2021-03/1.2', '2021-03/9.9'], en: ['2021-03/1.2', '2021-03/9.9', 'cycle 2'] },
  UnknownPerson: { 'zh-CN': ['yi', '整改办'], en: ['yi', 'rectification office'] },
  NotAuthorised: { 'zh-CN': ['审核同意须由责任领导作出'], en: ['Only the responsible leader', 'approve'] },
  DutiesNotSeparate: { 'zh-CN': ['经办人', '验收通过', '另一人'], en: ['handler', 'another person'] },
  NotDeputy: { 'zh-CN': ['yi', 'jia', '代理人'], en: ['yi', 'jia', 'deputy'] },
  WrongState: { 'zh-CN': ['待签收', '审核同意', '签收'], en: ['Possible now: acknowledge'] },
  UnknownMeasure: { 'zh-CN': ['7', '1、2'], en: ['measure 7', 'measures 1, 2'] },
  MeasureOfAnother: { 'zh-CN': ['第 7 项', '1、2'], en: ['measure 7', 'measures 1, 2'] },
  MeasureAlreadyComplete: { 'zh-CN': ['第 2 项', '提交佐证'], en: ['Measure 2'] },
  MeasuresOpen: { 'zh-CN': ['1、3', '经办人'], en: ['measures 1, 3', 'handler'] },
  EvidenceMissing: { 'zh-CN': ['第 2 项', '佐证'], en: ['measure 2', 'evidence'] },
  UnknownEvidence: { 'zh-CN': ['第 2 项', '9', '3、5'], en: ['Measure 2', '9', '3, 5'] },
  EvidenceOfAnother: { 'zh-CN': ['第 3 份', '第 4 份'], en: ['number 3', '4'] },
  EvidenceReplaced: { 'zh-CN': ['第 1 份', '第 4 份', '第 6 份'], en: ['number 1', 'number 4', 'number 6'] },
  UnknownVoucher: { 'zh-CN': ['yi', '核实人'], en: ['yi', 'vouches'] },
  UnknownResult: { 'zh-CN': ['第 9 项', '1、2'], en: ['number 9', '1, 2'] },
  ResultWithdrawn: { 'zh-CN': ['第 4 项', '撤销'], en: ['number 4', 'withdrawn'] },
  EvidenceWithdrawn: { 'zh-CN': ['第 3 份', '撤回'], en: ['number 3', 'withdrawn'] },
  EvidenceKnown: { 'zh-CN': ['第 4 份', '--replaces 4'], en: ['number 4', '--replaces 4'] },
  EvidenceTooLarge: { 'zh-CN': ['6.0 GiB', '4.0 GiB'], en: ['6.0 GiB', '4.0 GiB'] },
  EvidenceTypeNotTaken: {
    'zh-CN': ['application/x-msdownload', 'PDF、图片、application/x-special'],
    en: ['application/x-msdownload', 'PDF, images, application/x-special'],
  },
  QuotaReached: { 'zh-CN': ['50 次', '2021年6月2日'], en: ['50 times', '2 June 2021'] },
  UnusableKey: { 'zh-CN': ['kPrK', 'p05', 'keygen'], en: ['kPrK', 'p05', 'keygen'] },
  LogFull: { 'zh-CN': ['300 字', '2500 字', '佐证'], en: ['300 characters', '2500', 'evidence'] },
  EvidenceChanged: { 'zh-CN': ['重新查看'], en: ['has changed'] },
  StatementTooShort: { 'zh-CN': ['10', '4'], en: ['10 characters', '4'] },
  DateTooLate: { 'zh-CN': ['2021年6月30日', '2022年12月31日', '延期'], en: ['30 June 2021', 'extension'] },
  NothingChanged: { 'zh-CN': ['退回', 'rectify show'], en: ['return', 'rectify show'] },
  DateNotAhead: { 'zh-CN': ['2021年6月30日', '2021年6月1日'], en: ['30 June 2021', '1 June 2021'] },
  WrongRound: { 'zh-CN': ['2021-03', '2020-01'], en: ['2021-03', '2020-01'] },
  OtherOpening: { 'zh-CN': ['演练', '重新提交'], en: ['a drill', 'again'] },
  Unbound: { 'zh-CN': ['genesis、seen', '升级 rectify'], en: ['genesis, seen', 'current version'] },
  UnknownHead: { 'zh-CN': ['cccccccccccc', '重新查看'], en: ['cccccccccccc', 'Look again'] },
  SeenTooOld: {
    'zh-CN': ['同意延期', '第 12 条 申请延期', '第 14 条 提交佐证', '另有 3 条', 'rectify show'],
    en: ['#12 Extension requested', '#14 Evidence added', '3 more', 'rectify show'],
  },
  TimeOff: { 'zh-CN': ['03:00', '09:00', '校准'], en: ['03:00', '09:00', 'Set the clock'] },
  UnknownItem: { 'zh-CN': ['9.9', 'rectify list'], en: ['9.9', 'rectify list'] },
  OwnCase: { 'zh-CN': ['改派', '另一位'], en: ['reassign', 'another person'] },
  DateNotLater: { 'zh-CN': ['2021年6月30日', '2021年6月1日'], en: ['30 June 2021', '1 June 2021'] },
  NoDeadline: { 'zh-CN': ['未设时限', '整改办'], en: ['no deadline', 'office'] },
  DeadlineStands: { 'zh-CN': ['2021年6月30日', '延期'], en: ['30 June 2021', 'extension'] },
  TooLate: { 'zh-CN': ['2021年6月30日', '2021年7月1日'], en: ['30 June 2021', '1 July 2021'] },
  ExtensionsUsedUp: { 'zh-CN': ['2 次'], en: ['2 times'] },
  ExtensionPending: { 'zh-CN': ['2021年7月10日'], en: ['10 July 2021'] },
  NoExtensionPending: { 'zh-CN': ['甲', '2021-05-10 09:00', '不同意延期'], en: ['甲', '2021-05-10 09:00'] },
  ExtensionChanged: { 'zh-CN': ['2021年7月10日', '2021年7月20日'], en: ['10 July 2021', '20 July 2021'] },
  NotSustained: { 'zh-CN': ['立行立改', '验收通过'], en: ['immediate', 'accept it'] },
  CheckInNotDue: { 'zh-CN': ['2021年11月10日', '2021年8月11日'], en: ['10 November 2021', '11 August 2021'] },
  AlreadyHolds: { 'zh-CN': ['yi', '经办人'], en: ['yi', 'handler'] },
  SuccessorNotSeparate: { 'zh-CN': ['yi', '责任领导', '2021-03/1.2'], en: ['yi', 'responsible leader'] },
  SuccessorWithoutKey: { 'zh-CN': ['yi', 'rectify keygen'], en: ['yi', 'rectify keygen'] },
  IntoItself: { 'zh-CN': ['1.2', '另一事项'], en: ['1.2', 'other item'] },
  UrgedRecently: { 'zh-CN': ['09:00', '13:00'], en: ['09:00', '13:00'] },
  UnknownNotice: { 'zh-CN': ['yi', 'rectify schedule'], en: ['yi', 'rectify schedule'] },
  NoProposal: { 'zh-CN': ['约谈', '甲'], en: ['talk', '甲'] },
  NumberTaken: { 'zh-CN': ['督〔2021〕3号', '3.2'], en: ['督〔2021〕3号', '3.2'] },
  NotArchived: { 'zh-CN': ['整改中', '已归档'], en: ['in progress', 'archived'] },
  NotLost: { 'zh-CN': ['1.2', '正常办理'], en: ['1.2', 'at work'] },
  DeadlineTooLate: { 'zh-CN': ['2021年8月31日', '延期'], en: ['31 August 2021', 'extension'] },
  KeyKnown: { 'zh-CN': ['abc', 'yi'], en: ['abc', 'yi'] },
  NotForOffice: { 'zh-CN': ['“p13”', '互为办理'], en: ['"p13"', 'each for the other'] },
  KeyNeedsSecond: { 'zh-CN': ['p05', '--renew', '会签'], en: ['p05', '--renew', 'countersign'] },
  KeyWaits: { 'zh-CN': ['p05', 'kPrK', 'revoke-key'], en: ['p05', 'kPrK', 'revoke-key'] },
  UntrustedKey: { 'zh-CN': ['rectify round'], en: ['rectify round'] },
  NotCountersigned: { 'zh-CN': ['已由另一人会签'], en: ['another person'] },
  SecondAwaited: { 'zh-CN': ['乙', '调整整改方案'], en: ['乙', 'amend the plan'] },
  PlanMoved: {
    'zh-CN': ['第 1 版', '第 3 版', 'rectify round'],
    en: ['version 1', 'version 3', 'rectify round'],
  },
  WorkBegun: {
    'zh-CN': ['1.2', '已报告进展、已提交佐证', '3.1', '另有 2 项', 'rectify withdraw'],
    en: ['1.2', 'progress was reported, evidence was handed in', '3.1', '2 more', 'rectify withdraw'],
  },
  NoticeOut: { 'zh-CN': ['通报', 'rectify withdraw'], en: ['notice', 'rectify withdraw'] },
  ImportUndone: { 'zh-CN': ['撤销', '新的轮次号'], en: ['undone', 'a new round'] },
  AmendmentUnfit: { 'zh-CN': ['1.2', '措施 2'], en: ['1.2', 'measure 2'] },
  LastKey: { 'zh-CN': ['abc', 'replace-key'], en: ['abc', 'replace-key'] },
  UnknownKey: { 'zh-CN': ['abc', 'def'], en: ['abc', 'def'] },
  KeysNotHere: { 'zh-CN': ['yi', '更换公钥'], en: ['yi', 'Replace'] },
  IdentityWeakened: { 'zh-CN': ['签名'], en: ['signed'] },
  ConfirmationsOff: { 'zh-CN': ['confirm.decisions', '不大于 5'], en: ['confirm.decisions', '5 at most'] },
  DeciderUnclear: {
    'zh-CN': ['约谈', '[leader]', 'decides', '主要负责人、整改办'],
    en: ['talk', '[leader]', 'decides', 'head of the body, rectification office'],
  },
  NotInLog: { 'zh-CN': ['第 12 条', '14'], en: ['entry 12', '14'] },
  FiguresChanged: { 'zh-CN': ['已完成 27 项', '已完成 26 项'], en: ['completed 27', 'completed 26'] },
  ItemsOpen: { 'zh-CN': ['1.2、3.1', '另有 4 项', '归档'], en: ['1.2, 3.1', '4 more', 'archive'] },
  NoticeMissing: { 'zh-CN': ['rectify publish-notice'], en: ['rectify publish-notice'] },
  RoundClosed: {
    'zh-CN': ['甲', '2021-05-10 09:00', '另立轮次'],
    en: ['甲', '2021-05-10 09:00', 'new round'],
  },
  UntrustedOpening: { 'zh-CN': ['ding', '登记的公钥'], en: ['ding', 'pinned'] },
  RoundNotOpen: { 'zh-CN': ['ding 或 ji', 'rectify countersign'], en: ['ding or ji', 'rectify countersign'] },
  NothingNew: { 'zh-CN': ['新的规则', '版本号'], en: ['policy', 'version'] },
};

describe.each(Language.options)('a refusal in %s', (language) => {
  it.each(REFUSAL_TYPES)('says for %s what would be accepted', (type) => {
    const sentence = words(language).refusal(EXAMPLES[type]);
    for (const name of NAMED[type][language]) expect(sentence).toContain(name);
  });

  it('has no gap where a value was missing', () => {
    const sentences = REFUSAL_TYPES.map((type) => words(language).refusal(EXAMPLES[type]));
    expect(sentences.filter((sentence) => /undefined|null|\[object/.test(sentence))).toEqual([]);
  });
});

describe('a refusal', () => {
  it('tells whoever comes second who decided, what, and when', () => {
    const decided = { ...DECIDED, act: 'approve' } as const;
    const refusal: Refusal = {
      type: 'NotAuthorised',
      command: 'return',
      by: yi,
      roles: ['acceptor'],
      decided,
    };
    for (const language of Language.options) {
      const sentence = words(language).refusal(refusal);
      for (const part of ['甲', '2021-05-10 09:00', words(language).command.approve])
        expect(sentence).toContain(part);
    }
  });

  it('names all roles that may do it', () => {
    const refusal: Refusal = {
      type: 'NotAuthorised',
      command: 'return',
      by: yi,
      roles: ['leader', 'acceptor'],
    };
    expect(words('zh-CN').refusal(refusal)).toContain('退回补充整改须由责任领导或验收人作出');
    expect(words('en').refusal(refusal)).toContain('Only the responsible leader or the acceptor may');
  });

  it('says of an office that it is one in the round, and of a side that it is one in the item', () => {
    const said = (roles: Role[], language: Language) =>
      words(language).refusal({ type: 'NotAuthorised', command: 'publish-notice', by: yi, roles });
    expect(said(['office'], 'zh-CN')).toContain('您不是本轮次的整改办');
    expect(said(['leader'], 'zh-CN')).toContain('您不是该事项的责任领导');
    expect(said(['office'], 'en')).toContain('of this round');
    expect(said(['leader'], 'en')).toContain('of this item');
  });

  it('says of a round whose opening is still being checked that it takes a moment, and waits for nobody', () => {
    const checking: Refusal = { type: 'RoundNotOpen', people: [] };
    expect(words('zh-CN').refusal(checking)).toBe('轮次尚未启动：启动签名正在核验，请稍后再试。');
    const said = words('en').refusal(checking);
    expect(said).toContain('Its opening is still being checked; try again in a moment.');
    expect(said).not.toContain('countersign');
  });

  it('says of a round that is open already that nobody need sign, not that it was not opened', () => {
    const refusal: Refusal = { type: 'UntrustedOpening', fault: 'already-open' };
    expect(words('zh-CN').refusal(refusal)).toBe('轮次已经启动，无须再签。');
    expect(words('en').refusal(refusal)).toBe('The round is open already and needs no further signature.');
  });

  it('says that nothing more can be done where that is so', () => {
    const refusal: Refusal = { type: 'WrongState', command: 'accept', status: 'archived', possible: [] };
    expect(words('zh-CN').refusal(refusal)).toContain('不再接受');
    expect(words('en').refusal(refusal)).toContain('no more commands');
  });

  it.each([
    ['   ', '不能为空', 'must not be empty'],
    ['长'.repeat(201), '超过 200 字', 'must not be longer than 200 characters'],
  ])('says what is wrong with a title such as "%.5s"', (title, zh, en) => {
    const [issue] = EvidenceFile.shape.title.safeParse(title).error?.issues ?? [];
    const refusal: Refusal = {
      type: 'InvalidCommand',
      faults: [{ path: 'file.title', message: issue?.message ?? '' }],
    };
    expect(words('zh-CN').refusal(refusal)).toContain(`file.title：${zh}`);
    expect(words('en').refusal(refusal)).toContain(`file.title: ${en}`);
  });

  it.each(['file-document', 'publish-notice'] as const)(
    'says of %s that the file is there already',
    (command) => {
      const refusal: Refusal = { type: 'NothingNew', command };
      expect(words('zh-CN').refusal(refusal)).toMatch(/已经在案.*rectify round/);
      expect(words('en').refusal(refusal)).toMatch(/already on record.*rectify round/);
    },
  );

  it('passes on a fault that it has no words for', () => {
    const faults = [{ path: 'opinion', message: 'too long' }];
    expect(words('zh-CN').refusal({ type: 'InvalidCommand', faults })).toContain('too long');
  });

  it('says of a log that takes no talk at all what it still takes, not how short a text must be', () => {
    const full = { type: 'LogFull', most: 0, given: 40 } as const;
    expect(words('zh-CN').refusal(full)).toContain('只受理推进事项办理的指令');
    expect(words('en').refusal(full)).toContain('only what moves the item on');
  });

  it('says the same of a round, and of a command that is too large as a whole', () => {
    const full = { type: 'LogFull', most: 0, given: 40, round: true } as const;
    expect(words('zh-CN').refusal(full)).toContain('不再登记人员');
    expect(words('en').refusal(full)).toContain('No more people');
    const large = { type: 'LogFull', most: 4096, given: 9000, whole: true } as const;
    expect(words('zh-CN').refusal(large)).toContain('不超过 4096 字节，这一条为 9000 字节');
    expect(words('en').refusal(large)).toContain('at most 4096 bytes, and this one has 9000');
  });

  it('says of what was given to a round too often that it is of the round', () => {
    const next = CivilDate.parse('2021-06-02');
    const reached = { type: 'QuotaReached', command: 'register-people', most: 50, next } as const;
    expect(words('zh-CN').refusal(reached)).toContain('对本轮次登记人员已达 50 次上限');
    expect(words('en').refusal(reached)).toContain('50 times today for this round');
  });
});
