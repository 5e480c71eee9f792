/** Who uses a verb: the groups of the help, in its order. */
export const GROUPS = ['handler', 'reviewer', 'head', 'office', 'oversight', 'operator'] as const;
export type VerbGroup = (typeof GROUPS)[number];

/**
 * Every verb, in the order of the help, and its group there. What a verb does is loaded by `load.ts`;
 * this file imports nothing, so that the words may name the verbs.
 */
export const VERBS = {
  inbox: 'handler',
  ack: 'handler',
  progress: 'handler',
  evidence: 'handler',
  'request-closure': 'handler',
  'withdraw-closure': 'handler',
  'request-extension': 'handler',
  'check-in': 'handler',
  keygen: 'handler',
  whoami: 'handler',
  approve: 'reviewer',
  return: 'reviewer',
  accept: 'reviewer',
  ask: 'reviewer',
  'accept-stage': 'reviewer',
  'grant-extension': 'reviewer',
  'refuse-extension': 'reviewer',
  withdraw: 'head',
  init: 'office',
  import: 'office',
  rehearse: 'office',
  list: 'office',
  show: 'office',
  schedule: 'office',
  ledger: 'office',
  board: 'office',
  urge: 'office',
  reassign: 'office',
  'set-deadline': 'office',
  resend: 'office',
  proposals: 'office',
  letter: 'office',
  issue: 'office',
  drop: 'office',
  notice: 'office',
  'publish-notice': 'office',
  'file-document': 'office',
  'close-round': 'office',
  verify: 'office',
  round: 'office',
  'register-people': 'office',
  'replace-person': 'office',
  'replace-key': 'office',
  'revoke-key': 'office',
  'new-calendar': 'office',
  'new-policy': 'office',
  comment: 'oversight',
  reopen: 'oversight',
  demo: 'operator',
  dev: 'operator',
  doctor: 'operator',
  completion: 'operator',
} as const satisfies Record<string, VerbGroup>;

export type VerbName = keyof typeof VERBS;
