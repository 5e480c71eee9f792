import { count } from '../../../base/plural';
import type { FileKind } from '../../evidence/limits';
import { partsOf } from '../dates';
import type { DateWords, Words } from '../words';

export const STATUS: Words['status'] = {
  assigned: 'awaiting acknowledgement',
  'in-progress': 'in progress',
  'leader-review': 'review by the responsible leader',
  acceptance: 'acceptance',
  returned: 'returned for more work',
  sustained: 'sustained',
  closed: 'closed',
  archived: 'archived',
  withdrawn: 'withdrawn or merged',
};

export const ROLE: Words['role'] = {
  handler: 'handler',
  leader: 'responsible leader',
  acceptor: 'acceptor',
  head: 'head of the body',
  office: 'rectification office',
  oversight: 'oversight',
  archivist: 'archivist',
  owner: 'owner of a measure',
  assistant: 'contact of an assisting section',
};

export const COMMAND: Words['command'] = {
  acknowledge: 'acknowledge',
  'report-progress': 'report progress',
  'add-evidence': 'add evidence',
  'withdraw-evidence': 'withdraw evidence',
  'complete-measure': 'complete a measure',
  'record-result': 'record a result',
  'correct-result': 'correct a result',
  'request-closure': 'request closure',
  'withdraw-closure': 'withdraw the closure request',
  'check-in': 'check in',
  'request-extension': 'request an extension',
  'grant-extension': 'grant an extension',
  'refuse-extension': 'refuse an extension',
  approve: 'approve',
  ask: 'ask for more information',
  return: 'return',
  accept: 'accept',
  'accept-stage': 'accept the stage',
  withdraw: 'withdraw or merge',
  reassign: 'reassign',
  'set-deadline': 'set a deadline',
  urge: 'urge',
  resend: 'resend a mail',
  comment: 'comment',
  'register-people': 'register people',
  'replace-person': 'replace a person',
  'replace-key': 'replace a key',
  'propose-key': 'propose a new key',
  'revoke-key': 'revoke a key',
  amend: 'amend the plan',
  'undo-import': 'undo the import',
  'new-calendar': 'put a calendar into force',
  'new-policy': 'put a policy into force',
  'issue-proposal': 'issue',
  'drop-proposal': 'drop',
  reopen: 'reopen',
  restore: 'restore',
  'file-document': 'file a document',
  'publish-notice': 'publish a notice',
  attest: 'attest the log of the round',
  'close-round': 'close the round',
};

export const END: Words['end'] = {
  terminated: 'was terminated',
  failed: 'failed',
  'timed-out': 'timed out',
  cancelled: 'was cancelled',
  removed: 'was no longer there',
};

export const RUNG: Words['rung'] = {
  reminder: 'Reminder',
  warning: 'Warning',
  'check-in-due': 'Check-in due',
  'review-due': 'Review due',
  unacknowledged: 'Not acknowledged',
  imminent: 'Imminent',
  'check-in-missed': 'Check-in missed',
  'review-overdue': 'Review overdue',
  'check-in-escalated': 'Check-in missed (escalated)',
  'review-escalated': 'Review overdue (escalated)',
  overdue: 'Overdue',
  'urging-letter': 'Urging letter',
  talk: 'Talk',
  accountability: 'Accountability proposal',
  'measure-reminder': 'Measure reminder',
  'measure-due': 'Measure due',
  'measure-overdue': 'Measure overdue',
};

export const FACT: Words['fact'] = {
  assigned: 'Assigned',
  reopened: 'Reopened',
  restored: 'Restored',
  'closure-requested': 'Closure requested',
  'closure-withdrawn': 'Closure request withdrawn',
  'extension-requested': 'Extension requested',
  'extension-granted': 'Extension granted',
  'extension-refused': 'Extension refused',
  approved: 'Approved',
  'approval-voided': 'Approval voided',
  asked: 'More information requested',
  returned: 'Returned',
  accepted: 'Accepted',
  'stage-accepted': 'Stage accepted',
  'checked-in': 'Checked in',
  'sustaining-ended': 'Sustaining period ended',
  withdrawn: 'Withdrawn or merged',
  'import-undone': 'Import undone',
  'undo-refused': 'Not undone with its round',
  reassigned: 'Reassigned',
  amended: 'Plan amended',
  'deadline-set': 'Deadline set',
  urged: 'Urged',
  commented: 'Comment',
  resent: 'Resent',
  'proposal-issued': 'Issued',
  'calendar-changed': 'Calendar changed',
  archived: 'Archived',
  undeliverable: 'Mail undeliverable',
  'you-decided': 'Decision confirmed',
  'measures-assigned': 'Measures assigned',
  assisting: 'Assisting',
  'measure-reported': 'Progress of a measure',
  'helper-replaced': 'Owner or contact replaced',
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const short: DateWords['short'] = (date) => {
  const { month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1] ?? ''}`;
};

export const day: DateWords['day'] = (date) => `${short(date)} ${partsOf(date).year}`;

export const DATE: DateWords = {
  day,
  short,
  withWeekday: (date) => `${WEEKDAYS[partsOf(date).weekday] ?? ''}, ${day(date)}`,
  provisional: ' (provisional)',
  none: 'no deadline set',
  left: (days) =>
    days > 0 ? `${count(days, 'day')} left` : days === 0 ? 'due today' : `${count(-days, 'day')} overdue`,
};

export const ITEM_KIND: Words['itemKind'] = {
  immediate: 'immediate',
  'time-limited': 'time-limited',
  sustained: 'sustained',
};

export const FILE_KIND: Record<FileKind, string> = {
  pdf: 'PDF',
  ofd: 'OFD',
  office: 'Word, Excel, PowerPoint',
  wps: 'WPS',
  openDocument: 'ODF',
  image: 'images',
  text: 'text',
  audio: 'audio',
  video: 'video',
  archive: 'archives (zip, 7z, rar)',
  mail: 'email',
};

export const sourceText: Words['source'] = ({ document, page }) => {
  if (page === undefined) return document;
  if (!/^[\d-]+$/.test(page)) return `${document}, ${page}`;
  return `${document}, ${page.includes('-') ? 'pp.' : 'p.'} ${page}`;
};
