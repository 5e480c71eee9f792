import type { CivilDate } from '../calendar/civil';
import type { PersonId } from '../../base/ids';
import type { Event, EventType } from '../item/event';
import { aFile, anItem, NOW } from '../../testing/item';
import { aContext, date, PEOPLE, ROSTER, STRANGER } from '../../testing/world';
import { FACT_KINDS, type FactKind } from './notice';
import { announcementOf } from './announcements';

const { handler, leader, acceptor, head, office, oversight, archivist } = PEOPLE;
const SIDES = [handler, leader, acceptor];
const DAY = date('2021-07-31');
const evidence = anItem().view(NOW).evidenceHash;
const previous = { cycle: 1, bag: 'b', archiveNumber: 'n' };
const lost = {
  cycle: 1,
  ended: 'terminated',
  status: 'in-progress',
  archiveNumber: 'n',
  extensions: 0,
} as const;
const people = { handler, leader, acceptor };

type Expected = { kind?: FactKind; to?: PersonId[]; cc?: PersonId[]; date?: CivilDate; text?: string };
type Rows = { [T in EventType]: readonly (readonly [Extract<Event, { type: T }>, Expected | undefined])[] };

const review = { side: 'leader' as const, opinion: '不予通过', missing: '缺少处理结果', newDeadline: DAY };
const extension = { newDeadline: DAY, opinion: '从速' };
const calendar = { type: 'calendar-changed', from: 'a', to: 'b' } as const;

/** Every event there is: who is asked or must know, who may know; undefined for what is only in the log. */
const ROWS: Rows = {
  assigned: [
    [
      { type: 'assigned', people },
      { to: [handler], cc: [leader] },
    ],
  ],
  reopened: [
    [
      { type: 'reopened', people, reason: '反弹', previous },
      { to: [handler], cc: [leader, acceptor, head, office], text: '反弹' },
    ],
  ],
  restored: [
    [
      { type: 'restored', people, reason: '误终止', lost },
      { to: [handler], cc: [leader, acceptor, head, office, oversight], text: '误终止' },
    ],
  ],
  acknowledged: [[{ type: 'acknowledged' }, undefined]],
  'progress-reported': [
    [{ type: 'progress-reported', text: '过半' }, undefined],
    [
      { type: 'progress-reported', text: '过半', measure: 1 },
      { kind: 'measure-reported', cc: [handler], text: '过半' },
    ],
  ],
  'evidence-added': [[{ type: 'evidence-added', measure: 1, file: aFile() }, undefined]],
  'evidence-withdrawn': [[{ type: 'evidence-withdrawn', evidence: 1, reason: '有误' }, undefined]],
  'measure-completed': [[{ type: 'measure-completed', measure: 1, result: '完毕' }, undefined]],
  'result-recorded': [
    [{ type: 'result-recorded', kind: 'meetings', figure: 2, vouchedBy: PEOPLE.leader }, undefined],
  ],
  'result-corrected': [
    [{ type: 'result-corrected', result: 1, kind: 'meetings', figure: 3, reason: '漏计一次' }, undefined],
  ],
  'closure-requested': [
    [
      { type: 'closure-requested', summary: '已落实', evidence, reviewDeadline: DAY },
      { to: [leader], text: '已落实' },
    ],
  ],
  'closure-withdrawn': [
    [
      { type: 'closure-withdrawn', reason: '要补' },
      { cc: [leader, acceptor], text: '要补' },
    ],
  ],
  'extension-requested': [
    [
      { type: 'extension-requested', newDeadline: DAY, reason: '采购', progress: '九成', decider: 'leader' },
      { to: [leader], date: DAY, text: '采购' },
    ],
    [
      { type: 'extension-requested', newDeadline: DAY, reason: '采购', progress: '九成', decider: 'head' },
      { to: [head], cc: [leader], date: DAY, text: '采购' },
    ],
  ],
  'extension-granted': [
    [
      { type: 'extension-granted', decider: 'leader', newDeadline: DAY },
      { to: [handler], date: DAY },
    ],
    [
      { type: 'extension-granted', decider: 'head', ...extension },
      { to: [handler], cc: [leader], date: DAY, text: '从速' },
    ],
  ],
  'extension-refused': [
    [
      { type: 'extension-refused', decider: 'leader', ...extension },
      { to: [handler], date: DAY, text: '从速' },
    ],
    [
      { type: 'extension-refused', decider: 'head', ...extension },
      { to: [handler], cc: [leader], date: DAY, text: '从速' },
    ],
  ],
  approved: [[{ type: 'approved', evidence, reviewDeadline: DAY }, { to: [acceptor] }]],
  'approval-voided': [
    [
      { type: 'approval-voided', file: aFile().sha512, reviewDeadline: DAY },
      { to: [leader], cc: [acceptor] },
    ],
  ],
  asked: [
    [
      { type: 'asked', side: 'acceptor', text: '第三台?' },
      { to: [handler], text: '第三台?' },
    ],
  ],
  returned: [
    [
      { type: 'returned', ...review },
      { to: [handler], text: '不予通过' },
    ],
    [
      { type: 'returned', ...review, side: 'acceptor' },
      { to: [handler], cc: [leader], text: '不予通过' },
    ],
  ],
  accepted: [[{ type: 'accepted', evidence }, { cc: [handler, leader] }]],
  'stage-accepted': [
    [
      { type: 'stage-accepted', evidence, until: DAY },
      { to: [handler], cc: [leader], date: DAY },
    ],
  ],
  'checked-in': [
    [
      { type: 'checked-in', text: '良好', due: DAY },
      { cc: [leader], text: '良好' },
    ],
  ],
  'sustaining-ended': [
    [
      { type: 'sustaining-ended', until: DAY, reviewDeadline: DAY },
      { to: [acceptor], cc: [handler], date: DAY },
    ],
  ],
  withdrawn: [
    [
      { type: 'withdrawn', reason: '重复' },
      { cc: [...SIDES, office], text: '重复' },
    ],
    [
      { type: 'withdrawn', reason: '导错方案', number: '整改办〔2021〕6号', undone: NOW },
      { kind: 'import-undone', cc: [...SIDES, office], text: '整改办〔2021〕6号 导错方案' },
    ],
  ],
  reassigned: [
    [
      { type: 'reassigned', side: 'handler', from: STRANGER, to: handler, note: '第二层' },
      { to: [handler], cc: [STRANGER, ...SIDES], text: '第二层' },
    ],
  ],
  'deadline-set': [
    [
      { type: 'deadline-set', deadline: DAY, reason: '会议' },
      { to: [handler], cc: [leader], date: DAY, text: '会议' },
    ],
  ],
  amended: [
    [
      {
        type: 'amended',
        version: 2,
        reason: '会议',
        set: { deadline: DAY },
        measures: { change: [{ no: 1, set: { owner: leader } }] },
        before: { measures: [{ no: 1, text: '清点', kind: 'other', owner: office }] },
      },
      { to: [handler], cc: [leader, acceptor, leader, office], date: DAY, text: '会议' },
    ],
    [
      { type: 'amended', version: 2, reason: '会议', set: { goal: null }, before: { goal: '账实相符' } },
      { to: [handler], cc: [leader, acceptor], text: '会议' },
    ],
  ],
  'closure-voided': [[{ type: 'closure-voided', version: 2 }, undefined]],
  'amendment-refused': [[{ type: 'amendment-refused', version: 2, fault: 'needs-head' }, undefined]],
  'undo-refused': [
    [
      { type: 'undo-refused', work: ['progress'] },
      { kind: 'undo-refused', to: [PEOPLE.office], cc: [PEOPLE.head] },
    ],
  ],
  urged: [
    [
      { type: 'urged', to: acceptor, text: '请抓紧' },
      { to: [acceptor], text: '请抓紧' },
    ],
  ],
  resent: [[{ type: 'resent', to: handler, notice: 'n' }, undefined]],
  commented: [
    [
      { type: 'commented', text: '已沟通' },
      { cc: SIDES, text: '已沟通' },
    ],
  ],
  'rung-reached': [[{ type: 'rung-reached', rung: 'talk', day: DAY }, undefined]],
  'proposal-issued': [
    [
      { type: 'proposal-issued', rung: 'talk', day: DAY, number: '3号' },
      { to: [handler], cc: [leader, head], text: '3号' },
    ],
  ],
  'proposal-dropped': [[{ type: 'proposal-dropped', rung: 'talk', day: DAY, reason: '已说明' }, undefined]],
  'people-changed': [[{ type: 'people-changed', people: [leader], reason: '改址' }, undefined]],
  'office-replaced': [[{ type: 'office-replaced', from: head, to: leader, note: '调任' }, undefined]],
  'helper-replaced': [
    [
      { type: 'helper-replaced', from: head, to: leader, note: '调任', measures: [1], sections: [] },
      { cc: [handler, head], text: '调任' },
    ],
  ],
  'key-replaced': [[{ type: 'key-replaced', person: leader, kid: 'k' }, undefined]],
  'key-revoked': [[{ type: 'key-revoked', person: leader, kid: 'k', reason: '遗失' }, undefined]],
  'calendar-changed': [
    [{ ...calendar, firm: false }, { kind: 'calendar-changed' }],
    [{ ...calendar, firm: true }, { cc: [handler, leader] }],
    [
      { ...calendar, firm: false, reviewDeadline: DAY },
      { to: [leader], cc: [handler, leader], date: DAY },
    ],
  ],
  'policy-changed': [[{ type: 'policy-changed', from: 'a', to: 'b' }, undefined]],
  archived: [
    [
      { type: 'archived', bag: 'b', archiveNumber: 'Z109', manifest: 'm', missingMails: 0 },
      { cc: [archivist], text: 'Z109' },
    ],
  ],
  'mail-undeliverable': [
    [
      { type: 'mail-undeliverable', person: leader, address: 'x@example.org', reason: '550', notices: [] },
      { kind: 'undeliverable', to: [office], text: '甲 <x@example.org>: 550' },
    ],
  ],
};

const all = Object.values(ROWS).flat() as [Event, Expected | undefined][];
const { state, context } = anItem('leader-review');

test.each(all)('%j is told to the right people, with its words and its date', (event, expected) => {
  const announcement = announcementOf(event, state, context);
  if (!expected) {
    expect(announcement).toBeUndefined();
    return;
  }
  const { kind = event.type as FactKind, to = [], cc = [], date: day, text } = expected;
  expect(announcement?.kind).toBe(kind);
  expect([announcement?.to, announcement?.cc ?? []]).toEqual([to, cc]);
  expect([announcement?.date, announcement?.text]).toEqual([day, text]);
});

test('every kind of fact comes of some event; what is sent again says what it said', () => {
  const kinds = all.flatMap(([event]) => announcementOf(event, state, context)?.kind ?? []);
  // A decision is confirmed besides what is announced of it, and who helps is told what they are to do.
  const besides = ['resent', 'you-decided', 'measures-assigned', 'assisting'];
  expect(new Set([...kinds, ...besides])).toEqual(new Set(FACT_KINDS));
});

test('where several hold the office, each of them hears', () => {
  const roster = { ...ROSTER, office: [office, oversight] };
  const event: Event = { type: 'withdrawn', reason: '重复' };
  expect(announcementOf(event, state, aContext({ roster }))?.cc).toEqual([...SIDES, office, oversight]);
});

test('refusals of mail are not told to whom no mail reaches, which would never end', () => {
  const lost = { ...state, unreachable: [office] };
  const event: Event = {
    type: 'mail-undeliverable',
    person: office,
    address: 'x@example.org',
    reason: '550',
    notices: [],
  };
  expect(announcementOf(event, lost, context)?.to).toEqual([]);
});
