import { RIGHTS, type Side } from '../item/authority';
import type { CommandType } from '../item/command';
import type { Addressee, DigestLine, FactKind, ItemBrief } from '../ladder/notice';
import type { RungId } from '../ladder/rung';
import type { Counts } from '../language/words';
import { awaiting } from '../round/row';

/** What a line asks of its reader: to act, to keep it in view, or to know. */
export type Group = keyof Counts;
export const GROUPS = ['act', 'watch', 'know'] as const satisfies readonly Group[];

/** The verb of the CLI that gives a command. */
export const VERBS: Record<CommandType, string> = {
  acknowledge: 'ack',
  'report-progress': 'progress',
  'add-evidence': 'evidence',
  'complete-measure': 'progress',
  'request-closure': 'request-closure',
  approve: 'approve',
  return: 'return',
  accept: 'accept',
};

/** Whom a fact asks to act. A fact that is not here asks nobody. */
const ASKED: Partial<Record<FactKind, Side | 'office'>> = {
  assigned: 'handler',
  returned: 'handler',
  'closure-requested': 'leader',
  'approval-voided': 'leader',
  approved: 'acceptor',
  undeliverable: 'office',
};

/** Rungs that propose a step about persons: whoever hears of them decides. */
const PROPOSALS: readonly RungId[] = ['urging-letter', 'talk', 'accountability'];

/** Rungs that announce; nothing is late yet. */
const AHEAD: readonly RungId[] = ['reminder', 'warning'];

export const isProposal = (line: DigestLine): boolean =>
  'reminder' in line && PROPOSALS.includes(line.reminder.rung);

export const isAhead = (line: DigestLine): boolean =>
  'reminder' in line && AHEAD.includes(line.reminder.rung);

/** Whether it is the reader's turn. */
export const turnOf = (line: DigestLine, to: Addressee): 'reader' | 'other' | 'nobody' => {
  const side = awaiting(line.brief);
  if (side === undefined) return 'nobody';
  if ('fact' in line) return !line.fact.cc && ASKED[line.fact.kind] === side ? 'reader' : 'other';
  return line.brief.people[side].id === to.person ? 'reader' : 'other';
};

/** True for a fact that asks its reader to act and has not been overtaken by the item's state. */
const asks = (line: DigestLine, to: Addressee): boolean =>
  'fact' in line && !line.fact.cc && (ASKED[line.fact.kind] === 'office' || turnOf(line, to) === 'reader');

export const groupOf = (line: DigestLine, to: Addressee): Group => {
  if ('fact' in line) return asks(line, to) ? 'act' : 'know';
  if (isProposal(line)) return 'act';
  return isAhead(line) || turnOf(line, to) === 'other' ? 'watch' : 'act';
};

/** What the side whose turn it is can type now; `show` when nothing is to be done with the item itself. */
export const commandsFor = (brief: ItemBrief): string[] => {
  const side = awaiting(brief);
  const rights = RIGHTS.filter(({ role, states }) => role === side && states.includes(brief.status));
  const verbs = new Set(rights.map(({ command }) => VERBS[command]));
  return [...verbs].map((verb) => `rectify ${verb} ${brief.item}`);
};

export const showCommand = (brief: ItemBrief): string => `rectify show ${brief.item}`;
