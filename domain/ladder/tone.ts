import type { NoticeRung } from './measure-rung';

/** How a rung is coloured in a mail and on the board. */
export type RungTone = 'alarm' | 'caution' | 'calm';

export const RUNG_TONE: Record<NoticeRung, RungTone> = {
  reminder: 'calm',
  warning: 'caution',
  'check-in-due': 'calm',
  'review-due': 'caution',
  unacknowledged: 'caution',
  imminent: 'caution',
  'check-in-missed': 'alarm',
  'review-overdue': 'alarm',
  'check-in-escalated': 'alarm',
  'review-escalated': 'alarm',
  overdue: 'alarm',
  'urging-letter': 'alarm',
  talk: 'alarm',
  accountability: 'alarm',
  'measure-reminder': 'calm',
  'measure-due': 'caution',
  'measure-overdue': 'alarm',
};
