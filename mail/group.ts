import { type Side } from '../domain/item/side';
import type { Addressee, DigestLine, FactKind } from '../domain/ladder/notice';
import type { NoticeRung } from '../domain/ladder/measure-rung';
import { isProposal as isProposedAt, type Proposal } from '../domain/ladder/rung';
import type { Counts } from './language/words';
import { awaiting } from '../domain/item/waiting';

/** What a line asks of its reader: to act, to keep it in view, or to know. */
export type Group = keyof Counts;
export const GROUPS = ['act', 'watch', 'know'] as const satisfies readonly Group[];

/** The side that a fact asks to act; `anybody`: whoever it is addressed to. A fact that is not here asks nobody. */
const ASKED: Partial<Record<FactKind, Side | 'anybody' | 'awaited'>> = {
  assigned: 'handler',
  reopened: 'handler',
  restored: 'handler',
  returned: 'handler',
  'closure-withdrawn': 'handler',
  'extension-refused': 'handler',
  'stage-accepted': 'handler',
  'deadline-set': 'handler',
  amended: 'handler',
  'proposal-issued': 'handler',
  'closure-requested': 'leader',
  'approval-voided': 'leader',
  approved: 'acceptor',
  'sustaining-ended': 'acceptor',
  asked: 'anybody',
  undeliverable: 'anybody',
  'undo-refused': 'anybody',
  'extension-requested': 'anybody',
  reassigned: 'awaited',
  urged: 'awaited',
  resent: 'awaited',
  'calendar-changed': 'awaited',
  'measures-assigned': 'anybody',
};

/** Rungs that announce; nothing is late yet. */
const AHEAD: readonly NoticeRung[] = ['reminder', 'warning', 'check-in-due', 'measure-reminder'];

type OfProposal = DigestLine & { reminder: { rung: Proposal } };

/** A step about persons is proposed: whoever gets the mail decides, unless it is a copy. */
export const isProposal = (line: DigestLine): line is OfProposal =>
  'reminder' in line && isProposedAt(line.reminder.rung);

/** For information only: the reader need not act. */
export const isCopy = (line: DigestLine): boolean =>
  'fact' in line ? line.fact.cc : line.reminder.cc === true;

/** A date of a measure: its owner, or the handler, is to act. */
export const isOfMeasure = (line: DigestLine): boolean =>
  'reminder' in line && line.reminder.measure !== undefined;

export const isAhead = (line: DigestLine): boolean =>
  'reminder' in line && AHEAD.includes(line.reminder.rung);

/** Whether it is the reader's turn. */
export const turnOf = (line: DigestLine, to: Addressee): 'reader' | 'other' | 'nobody' => {
  const side = awaiting(line.brief);
  if (side === undefined) return 'nobody';
  const isReader = line.brief.people[side].id === to.person;
  if (!('fact' in line)) return isReader ? 'reader' : 'other';
  const asked = ASKED[line.fact.kind];
  const isAsked = !line.fact.cc && (asked === side || (asked === 'awaited' && isReader));
  return isAsked ? 'reader' : 'other';
};

/** True for a fact that asks its reader to act and has not been overtaken by the item's state. */
const asks = (line: DigestLine, to: Addressee): boolean =>
  'fact' in line && !line.fact.cc && (ASKED[line.fact.kind] === 'anybody' || turnOf(line, to) === 'reader');

export const groupOf = (line: DigestLine, to: Addressee): Group => {
  if ('fact' in line) return asks(line, to) ? 'act' : 'know';
  if (isProposal(line)) return isCopy(line) ? 'know' : 'act';
  if (isAhead(line)) return 'watch';
  const { leader } = line.brief.people;
  // Its leader only sees to it.
  if (isOfMeasure(line)) return leader.id === to.person ? 'watch' : 'act';
  return turnOf(line, to) === 'other' ? 'watch' : 'act';
};
