import type { RefusalType } from '../../domain/refusal';

/** What people type to the round `main` of the refusals of the command line, and to others. */

export const MISSING = '缺少逐件核对的签字记录原件';

export const AS_NEW = ['--measure', '1', '--title', '清单'];
export const handIn = (item: string, file: string, ...how: string[]): string[] => [
  ...['evidence', item, file, ...how],
];
export const extend = (item: string, until: string): string[] => [
  ...['request-extension', item, '--until', until, '--reason', '采购未完', '--progress', '过半'],
];
export const giveBack = (missing: string, deadline: string, item = 'main/1.4'): string[] => [
  ...['return', item, '--opinion', '不全', '--missing', missing, '--deadline', deadline],
];
export const reassign = (item: string, to: string): string[] => [
  ...['reassign', item, '--side', 'handler', '--to', to, '--note', '材料已交接'],
];
export const inMain = (...args: string[]): string[] => [...args, '--round', 'main'];
export const letter = (item: string, number: string): string[] => [
  ...['issue', item, '--rung', 'urging-letter', '--number', number],
];
export const setDeadline = (item: string, deadline: string): string[] => [
  ...['set-deadline', item, '--deadline', deadline, '--reason', '会议研究'],
];
export const reopen = (item: string): string[] => [
  'reopen',
  item,
  '--reason',
  '反弹',
  '--deadline',
  '2021-09-30',
];
export const closeRound = (round: string): string[] => [
  'close-round',
  '--note',
  '全部归档',
  '--round',
  round,
];

/** A policy that sends a talk to the leader alone, and does not say who decides on it. */
export const UNCLEAR = `version: unclear
identity: claimed
ladder: [{ id: talk, anchor: deadline, offset: 10, unit: working, to: [leader] }]
`;

/** Refusals that `amend.test.ts`, `undo.test.ts`, `countersign.test.ts`, `bound.test.ts`, `results.test.ts` and `restored-item.test.ts` show. The CLI proposes a key where the office alone may not replace one. */
export const ELSEWHERE: readonly RefusalType[] = [
  ...(['UntrustedOpening', 'RoundNotOpen', 'KeyWaits', 'UntrustedKey', 'KeyNeedsSecond'] as const),
  ...(['UnknownVoucher', 'UnknownResult', 'ResultWithdrawn'] as const),
  ...(['NotLost', 'DeadlineTooLate', 'NotInLog'] as const),
  ...(['MeasureOfAnother', 'EvidenceOfAnother'] as const),
  ...(['NotCountersigned', 'SecondAwaited', 'PlanMoved', 'AmendmentUnfit'] as const),
  ...(['WorkBegun', 'NoticeOut', 'ImportUndone'] as const),
  ...(['OtherOpening', 'Unbound', 'UnknownHead', 'SeenTooOld', 'TimeOff'] as const),
];
