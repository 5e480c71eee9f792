/** What the help says of the arguments. Where verbs share an argument they share its words. */
export type ArgumentWords = Record<ArgumentName, string>;

type ArgumentName =
  | 'item'
  | 'items'
  | 'amended'
  | 'person'
  /** Texts that a command carries. */
  | 'progress'
  | 'summary'
  | 'sustained'
  | 'question'
  | 'urge'
  | 'comment'
  | 'reason'
  /** Files. */
  | 'evidence'
  | 'evidenceNumber'
  | 'resultNumber'
  | 'paper'
  | 'plan'
  | 'sealKeys'
  | 'payloadKeys'
  | 'document'
  | 'people'
  | 'overrides'
  | 'policy'
  | 'publicKey'
  | 'keysAction'
  | 'keyFolder'
  | 'mailAction'
  | 'toRepair'
  | 'heldMails'
  | 'bag'
  /** And the rest. */
  | 'kid'
  | 'folder'
  | 'trustFile'
  | 'round'
  | 'shell';
