import type { Command } from 'commander';
import type { Cli } from '../context';

/** Declares the arguments and options of a verb, and what it does. */
export type Register = (command: Command, cli: Cli) => void;

/** Who uses a verb: the groups of the help, in its order. */
export const GROUPS = ['handler', 'reviewer', 'head', 'office', 'oversight', 'operator'] as const;
export type VerbGroup = (typeof GROUPS)[number];

/** Every verb, where the help lists it, and how it is loaded: only the one that was called. */
export const VERBS = {
  inbox: { group: 'handler', load: async () => (await import('./inbox')).register },
  ack: { group: 'handler', load: async () => (await import('./ack')).register },
  progress: { group: 'handler', load: async () => (await import('./progress')).register },
  evidence: { group: 'handler', load: async () => (await import('./evidence')).register },
  'request-closure': { group: 'handler', load: async () => (await import('./request-closure')).register },
  'withdraw-closure': { group: 'handler', load: async () => (await import('./withdraw-closure')).register },
  'request-extension': { group: 'handler', load: async () => (await import('./request-extension')).register },
  'check-in': { group: 'handler', load: async () => (await import('./check-in')).register },
  keygen: { group: 'handler', load: async () => (await import('./keygen')).register },
  whoami: { group: 'handler', load: async () => (await import('./whoami')).register },
  approve: { group: 'reviewer', load: async () => (await import('./verdict')).approve },
  return: { group: 'reviewer', load: async () => (await import('./return')).register },
  accept: { group: 'reviewer', load: async () => (await import('./verdict')).accept },
  ask: { group: 'reviewer', load: async () => (await import('./ask')).register },
  'accept-stage': { group: 'reviewer', load: async () => (await import('./accept-stage')).register },
  'grant-extension': { group: 'reviewer', load: async () => (await import('./grant-extension')).register },
  'refuse-extension': { group: 'reviewer', load: async () => (await import('./refuse-extension')).register },
  withdraw: { group: 'head', load: async () => (await import('./withdraw')).register },
  init: { group: 'office', load: async () => (await import('./init')).register },
  import: { group: 'office', load: async () => (await import('./import')).register },
  rehearse: { group: 'office', load: async () => (await import('./rehearse')).register },
  list: { group: 'office', load: async () => (await import('./list')).register },
  show: { group: 'office', load: async () => (await import('./show')).register },
  schedule: { group: 'office', load: async () => (await import('./schedule')).register },
  ledger: { group: 'office', load: async () => (await import('./ledger')).register },
  board: { group: 'office', load: async () => (await import('./board')).register },
  urge: { group: 'office', load: async () => (await import('./urge')).register },
  reassign: { group: 'office', load: async () => (await import('./reassign')).register },
  'set-deadline': { group: 'office', load: async () => (await import('./set-deadline')).register },
  resend: { group: 'office', load: async () => (await import('./resend')).register },
  proposals: { group: 'office', load: async () => (await import('./proposals')).register },
  letter: { group: 'office', load: async () => (await import('./letter')).register },
  issue: { group: 'office', load: async () => (await import('./issue')).register },
  drop: { group: 'office', load: async () => (await import('./drop')).register },
  notice: { group: 'office', load: async () => (await import('./notice')).register },
  'publish-notice': { group: 'office', load: async () => (await import('./publish-notice')).register },
  'file-document': { group: 'office', load: async () => (await import('./file-document')).register },
  'close-round': { group: 'office', load: async () => (await import('./close-round')).register },
  verify: { group: 'office', load: async () => (await import('./verify')).register },
  round: { group: 'office', load: async () => (await import('./round')).register },
  'register-people': { group: 'office', load: async () => (await import('./register-people')).register },
  'replace-person': { group: 'office', load: async () => (await import('./replace-person')).register },
  'replace-key': { group: 'office', load: async () => (await import('./replace-key')).register },
  'revoke-key': { group: 'office', load: async () => (await import('./revoke-key')).register },
  'new-calendar': { group: 'office', load: async () => (await import('./new-calendar')).register },
  'new-policy': { group: 'office', load: async () => (await import('./new-policy')).register },
  comment: { group: 'oversight', load: async () => (await import('./comment')).register },
  reopen: { group: 'oversight', load: async () => (await import('./reopen')).register },
  demo: { group: 'operator', load: async () => (await import('./demo')).register },
  dev: { group: 'operator', load: async () => (await import('./dev')).register },
  doctor: { group: 'operator', load: async () => (await import('./doctor')).register },
  completion: { group: 'operator', load: async () => (await import('./completion')).register },
} as const satisfies Record<string, { group: VerbGroup; load: () => Promise<Register> }>;
export type VerbName = keyof typeof VERBS;
