import { RIGHTS } from '../domain/item/authority';
import type { CommandType } from '../domain/item/command';
import { awaiting } from '../domain/item/waiting';
import type { Addressee, ItemBrief } from '../domain/ladder/notice';
import type { RoundCommandType } from '../domain/round/command';

/** The verb of the CLI that gives a command. */
export const VERBS: Record<CommandType, string> = {
  acknowledge: 'ack',
  'report-progress': 'progress',
  'add-evidence': 'evidence',
  'withdraw-evidence': 'withdraw-evidence',
  'complete-measure': 'progress',
  'record-result': 'record-result',
  'correct-result': 'correct-result',
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
  'propose-key': 'replace-key',
  'revoke-key': 'revoke-key',
  amend: 'amend',
  'undo-import': 'undo-import',
  'new-calendar': 'new-calendar',
  'new-policy': 'new-policy',
  'issue-proposal': 'issue',
  'drop-proposal': 'drop',
  reopen: 'reopen',
  restore: 'restore',
  'file-document': 'file-document',
  'publish-notice': 'publish-notice',
  attest: 'attest',
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

/** Who types, so that a command runs as it is printed. */
const as = ({ person }: Addressee): string => `--as ${person}`;

/**
 * What its reader is to type to use a verb on an item. What else the verb needs, an opinion or a date, it asks for at a
 * terminal.
 */
export const commandFor = (verb: string, brief: ItemBrief, to: Addressee): string =>
  `rectify ${verb} ${brief.item} ${as(to)}`;

/** What the side whose turn it is can type now; `show` when nothing is to be done with the item itself. */
export const commandsFor = (brief: ItemBrief, to: Addressee): string[] => {
  const side = awaiting(brief);
  const rights = RIGHTS.filter(
    ({ command, role, states }) => MOVES.includes(command) && role === side && states.includes(brief.status),
  );
  const verbs = new Set(rights.map(({ command }) => VERBS[command]));
  return [...verbs].map((verb) => commandFor(verb, brief, to));
};

/** Anybody may look. */
export const showCommand = (brief: ItemBrief): string => `rectify show ${brief.item}`;

/** At a terminal it asks which file. */
export const openCommand = (brief: ItemBrief): string => `rectify evidence open ${brief.item}`;

export const inboxCommand = (to: Addressee): string => `rectify inbox ${as(to)}`;
