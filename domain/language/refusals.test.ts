import { CivilDate } from '../calendar/civil';
import { ItemId, PersonId, Sha256 } from '../ids';
import type { Refusal, RefusalType } from '../refusal';
import { REFUSAL_TYPES } from '../refusal';
import { Language } from '../round/roster';
import { words } from './index';

const yi = PersonId.parse('yi');
const jia = PersonId.parse('jia');
const item = ItemId.parse('2021-03/1.2');

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
  MeasureAlreadyComplete: { type: 'MeasureAlreadyComplete', measure: 2 },
  MeasuresOpen: { type: 'MeasuresOpen', measures: [1, 3] },
  EvidenceMissing: { type: 'EvidenceMissing', measures: [2] },
  EvidenceChanged: {
    type: 'EvidenceChanged',
    shown: Sha256.parse('a'.repeat(64)),
    now: Sha256.parse('b'.repeat(64)),
  },
  StatementTooShort: { type: 'StatementTooShort', least: 10, given: 4 },
  DateNotAhead: {
    type: 'DateNotAhead',
    date: CivilDate.parse('2021-06-01'),
    today: CivilDate.parse('2021-06-30'),
  },
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
  MeasureAlreadyComplete: { 'zh-CN': ['第 2 项', '提交佐证'], en: ['Measure 2'] },
  MeasuresOpen: { 'zh-CN': ['1、3', '经办人'], en: ['measures 1, 3', 'handler'] },
  EvidenceMissing: { 'zh-CN': ['第 2 项', '佐证'], en: ['measure 2', 'evidence'] },
  EvidenceChanged: { 'zh-CN': ['重新查看'], en: ['has changed'] },
  StatementTooShort: { 'zh-CN': ['10', '4'], en: ['10 characters', '4'] },
  DateNotAhead: { 'zh-CN': ['2021年6月30日', '2021年6月1日'], en: ['30 June 2021', '1 June 2021'] },
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

  it('says that nothing more can be done where that is so', () => {
    const refusal: Refusal = { type: 'WrongState', command: 'accept', status: 'archived', possible: [] };
    expect(words('zh-CN').refusal(refusal)).toContain('不再接受');
    expect(words('en').refusal(refusal)).toContain('no more commands');
  });

  it('passes on a fault that it has no words for', () => {
    const faults = [{ path: 'opinion', message: 'too long' }];
    expect(words('zh-CN').refusal({ type: 'InvalidCommand', faults })).toContain('too long');
  });
});
