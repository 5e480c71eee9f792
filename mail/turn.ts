import { RIGHTS } from '../domain/item/authority';
import { type Side } from '../domain/item/side';
import type { CommandType } from '../domain/item/command';
import type { Addressee, DigestLine, FactKind, ItemBrief } from '../domain/ladder/notice';
import { isProposal as isProposedAt, type Proposal, type RungId } from '../domain/ladder/rung';
import type { Counts } from '../domain/language/words';
import { awaiting } from '../domain/item/waiting';
import type { RoundCommandType } from '../domain/round/command';

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
  'withdraw-closure': 'withdraw-closure',
  'check-in': 'check-in',
  'request-extension': 'request-extension',
  'grant-extension': 'grant-extension',
  'refuse-extension': 'refuse-extension',
  approve: 'approve',
  ask: 'ask',
  return: 'return',
  accept: 'accept',
  'accept-stage': 'accept-stage',
  withdraw: 'withdraw',
  reassign: 'reassign',
  'set-deadline': 'set-deadline',
  urge: 'urge',
  resend: 'resend',
  comment: 'comment',
};

/** The same for commands to a round. */
export const ROUND_VERBS: Record<RoundCommandType, string> = {
  'register-people': 'register-people',
  'replace-person': 'replace-person',
  'replace-key': 'replace-key',
  'revoke-key': 'revoke-key',
  'new-calendar': 'new-calendar',
  'new-policy': 'new-policy',
  'issue-proposal': 'issue',
  'drop-proposal': 'drop',
  reopen: 'reopen',
  'file-document': 'file-document',
  'publish-notice': 'publish-notice',
  'close-round': 'close-round',
};

/** What moves an item on. The other commands are there too, but a mail does not suggest them. */
const MOVES: readonly CommandType[] = [
  'acknowledge',
  'report-progress',
  'add-evidence',
  'complete-measure',
  'request-closure',
  'check-in',
  'approve',
  'return',
  'accept',
];

/** Whom a fact asks to act; `anybody`: whomever it is addressed to. A fact that is not here asks nobody. */
const ASKED: Partial<Record<FactKind, Side | 'anybody' | 'awaited'>> = {
  assigned: 'handler',
  reopened: 'handler',
  returned: 'handler',
  'closure-withdrawn': 'handler',
  'extension-refused': 'handler',
  'stage-accepted': 'handler',
  'deadline-set': 'handler',
  'proposal-issued': 'handler',
  'closure-requested': 'leader',
  'approval-voided': 'leader',
  approved: 'acceptor',
  'sustaining-ended': 'acceptor',
  asked: 'anybody',
  undeliverable: 'anybody',
  'extension-requested': 'anybody',
  reassigned: 'awaited',
  urged: 'awaited',
  resent: 'awaited',
  'calendar-changed': 'awaited',
};

/** Rungs that announce; nothing is late yet. */
const AHEAD: readonly RungId[] = ['reminder', 'warning', 'check-in-due'];

type OfProposal = DigestLine & { reminder: { rung: Proposal } };

/** A step about persons is proposed: whoever hears of it decides, unless it is a copy. */
export const isProposal = (line: DigestLine): line is OfProposal =>
  'reminder' in line && isProposedAt(line.reminder.rung);

/** For information only: the reader need not act. */
export const isCopy = (line: DigestLine): boolean =>
  'fact' in line ? line.fact.cc : line.reminder.cc === true;

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
  return isAhead(line) || turnOf(line, to) === 'other' ? 'watch' : 'act';
};

export const commandFor = (verb: string, brief: ItemBrief): string => `rectify ${verb} ${brief.item}`;

/** What the side whose turn it is can type now; `show` when nothing is to be done with the item itself. */
export const commandsFor = (brief: ItemBrief): string[] => {
  const side = awaiting(brief);
  const rights = RIGHTS.filter(
    ({ command, role, states }) => MOVES.includes(command) && role === side && states.includes(brief.status),
  );
  const verbs = new Set(rights.map(({ command }) => VERBS[command]));
  return [...verbs].map((verb) => commandFor(verb, brief));
};

export const showCommand = (brief: ItemBrief): string => commandFor('show', brief);
