/** What the help says of the options. Where verbs share an option they share its words. */
export type OptionWords = Record<
  GeneralOption | ItemOption | RoundOption | AmendOption | LookOption | FileOption,
  string
>;

/** Options of the program, and of verbs of every kind. */
type GeneralOption =
  | 'lang'
  | 'round'
  | 'as'
  | 'key'
  | 'help'
  | 'version'
  | 'json'
  | 'yes'
  | 'deputyFor'
  | 'accept'
  | 'dryRun'
  | 'keysDryRun'
  | 'replaceKeys'
  | 'keep'
  | 'lastLine';

/** Options of what is told to an item. */
type ItemOption =
  | 'opinion'
  | 'missing'
  | 'newDeadline'
  | 'complete'
  | 'measure'
  | 'reportedMeasure'
  | 'evidenceTitle'
  | 'evidenceDate'
  | 'allEvidence'
  | 'evidenceFolder'
  | 'replaces'
  | 'recovered'
  | 'regulation'
  | 'resultKind'
  | 'figure'
  | 'rightFigure'
  | 'vouchedBy'
  | 'shownBy'
  | 'resultNote'
  | 'askedUntil'
  | 'stageUntil'
  | 'progress'
  | 'reason'
  | 'into';

/** Options of what is told to a round. */
type RoundOption =
  | 'side'
  | 'assignee'
  | 'leaver'
  | 'successor'
  | 'note'
  | 'deadline'
  | 'restoredDeadline'
  | 'recipient'
  | 'notice'
  | 'proposal'
  | 'letterNumber'
  | 'closingNote'
  | 'documentKind'
  | 'documentTitle'
  | 'documentNumber'
  | 'documentDate'
  | 'documentItem'
  | 'countersignAs'
  | 'keyOf'
  | 'renew'
  | 'trust';

/** Options of an amendment of the plan. */
type AmendOption =
  | 'planFile'
  | 'amendCategory'
  | 'amendPriority'
  | 'amendTags'
  | 'amendSource'
  | 'amendProblem'
  | 'amendKind'
  | 'amendSection'
  | 'amendAssisting'
  | 'amendCause'
  | 'amendGoal'
  | 'measureText'
  | 'measureKind'
  | 'measureOwner'
  | 'measureDeadline'
  | 'addMeasure'
  | 'dropMeasure'
  | 'splitFrom'
  | 'amendKeep'
  | 'basedOn';

/** Options of what is looked at. */
type LookOption =
  | 'person'
  | 'mail'
  | 'from'
  | 'until'
  | 'status'
  | 'section'
  | 'leader'
  | 'handler'
  | 'level'
  | 'priority'
  | 'tag'
  | 'mine'
  | 'overdue'
  | 'week'
  | 'month'
  | 'all'
  | 'cycle';

/** Options of files that are written. */
type FileOption =
  | 'write'
  | 'template'
  | 'retention'
  | 'waitForServer'
  | 'allHeldMails'
  | 'dropReason'
  | 'keysOnce'
  | 'codecPort'
  | 'codecHost'
  | 'codecOrigin'
  | 'example'
  | 'ledger'
  | 'format'
  | 'board'
  | 'noticePaper'
  | 'letterPaper'
  | 'draftNumber'
  | 'draftRung'
  | 'draftUntil';
