import type { Command } from 'commander';
import type { Cli } from '../context';

/** Declares the arguments and options of a verb, and what it does. */
export type Register = (command: Command, cli: Cli) => void;

/** Who uses a verb: the groups of the help, in its order. */
export const GROUPS = ['handler', 'reviewer', 'head', 'office', 'oversight', 'operator'] as const;
export type VerbGroup = (typeof GROUPS)[number];

/** Every verb, where the help lists it, and how it is loaded: only the one that was called. */
export const VERBS = {
  inbox: { group: 'handler', load: async () => (await import('./look/inbox')).register },
  ack: { group: 'handler', load: async () => (await import('./work/ack')).register },
  progress: { group: 'handler', load: async () => (await import('./work/progress')).register },
  evidence: { group: 'handler', load: async () => (await import('./work/evidence')).register },
  'request-closure': {
    group: 'handler',
    load: async () => (await import('./work/request-closure')).register,
  },
  'withdraw-closure': {
    group: 'handler',
    load: async () => (await import('./work/withdraw-closure')).register,
  },
  'request-extension': {
    group: 'handler',
    load: async () => (await import('./work/request-extension')).register,
  },
  'check-in': { group: 'handler', load: async () => (await import('./work/check-in')).register },
  keygen: { group: 'handler', load: async () => (await import('./machine/keygen')).register },
  whoami: { group: 'handler', load: async () => (await import('./machine/whoami')).register },
  approve: { group: 'reviewer', load: async () => (await import('./review/verdict')).approve },
  return: { group: 'reviewer', load: async () => (await import('./review/return')).register },
  accept: { group: 'reviewer', load: async () => (await import('./review/verdict')).accept },
  ask: { group: 'reviewer', load: async () => (await import('./review/ask')).register },
  'accept-stage': { group: 'reviewer', load: async () => (await import('./review/accept-stage')).register },
  'grant-extension': {
    group: 'reviewer',
    load: async () => (await import('./extension/grant-extension')).register,
  },
  'refuse-extension': {
    group: 'reviewer',
    load: async () => (await import('./extension/refuse-extension')).register,
  },
  withdraw: { group: 'head', load: async () => (await import('./round/withdraw')).register },
  init: { group: 'office', load: async () => (await import('./round/init')).register },
  import: { group: 'office', load: async () => (await import('./round/import')).register },
  rehearse: { group: 'office', load: async () => (await import('./look/rehearse')).register },
  list: { group: 'office', load: async () => (await import('./look/list')).register },
  show: { group: 'office', load: async () => (await import('./look/show')).register },
  schedule: { group: 'office', load: async () => (await import('./look/schedule')).register },
  ledger: { group: 'office', load: async () => (await import('./papers/ledger')).register },
  board: { group: 'office', load: async () => (await import('./papers/board')).register },
  urge: { group: 'office', load: async () => (await import('./round/urge')).register },
  reassign: { group: 'office', load: async () => (await import('./round/reassign')).register },
  'set-deadline': { group: 'office', load: async () => (await import('./round/set-deadline')).register },
  resend: { group: 'office', load: async () => (await import('./round/resend')).register },
  proposals: { group: 'office', load: async () => (await import('./look/proposals')).register },
  letter: { group: 'office', load: async () => (await import('./papers/letter')).register },
  issue: { group: 'office', load: async () => (await import('./papers/issue')).register },
  drop: { group: 'office', load: async () => (await import('./papers/drop')).register },
  notice: { group: 'office', load: async () => (await import('./papers/notice')).register },
  'publish-notice': { group: 'office', load: async () => (await import('./papers/publish-notice')).register },
  'file-document': { group: 'office', load: async () => (await import('./papers/file-document')).register },
  'close-round': { group: 'office', load: async () => (await import('./round/close-round')).register },
  verify: { group: 'office', load: async () => (await import('./machine/verify')).register },
  round: { group: 'office', load: async () => (await import('./look/round')).register },
  'register-people': {
    group: 'office',
    load: async () => (await import('./round/register-people')).register,
  },
  'replace-person': { group: 'office', load: async () => (await import('./round/replace-person')).register },
  'replace-key': { group: 'office', load: async () => (await import('./round/replace-key')).register },
  'revoke-key': { group: 'office', load: async () => (await import('./round/revoke-key')).register },
  'new-calendar': { group: 'office', load: async () => (await import('./round/new-calendar')).register },
  'new-policy': { group: 'office', load: async () => (await import('./round/new-policy')).register },
  comment: { group: 'oversight', load: async () => (await import('./work/comment')).register },
  reopen: { group: 'oversight', load: async () => (await import('./round/reopen')).register },
  demo: { group: 'operator', load: async () => (await import('./machine/demo')).register },
  dev: { group: 'operator', load: async () => (await import('./machine/dev')).register },
  doctor: { group: 'operator', load: async () => (await import('./machine/doctor')).register },
  completion: { group: 'operator', load: async () => (await import('./machine/completion')).register },
} as const satisfies Record<string, { group: VerbGroup; load: () => Promise<Register> }>;
export type VerbName = keyof typeof VERBS;
