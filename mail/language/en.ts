import { count } from '../../base/plural';
import { ENGLISH_REPORT } from './report/en';
import { ENGLISH_ROUND } from './round/en';
import type { Counts, Deed, MailWords } from './words';

const summaryOf = ({ act, watch, know }: Counts): string =>
  [
    act > 0 && `${count(act, 'item')} ${act === 1 ? 'needs' : 'need'} your action`,
    watch > 0 && count(watch, 'reminder'),
    know > 0 && `${know} for your information`,
  ]
    .filter((part) => part !== false)
    .join(', ');

const manyItems: MailWords['subject']['many'] = ({ act, watch, know }, earliest) => {
  const items = count(act || watch || know, 'rectification item');
  const need = (act || watch || know) === 1 ? 'needs' : 'need';
  const first =
    act > 0
      ? `${items} ${need} your action`
      : watch > 0
        ? `${items} ${need} your attention`
        : `${items} for your information`;
  const others = act > 0 && watch > 0 ? `, ${watch} more to watch` : '';
  return `${first}${others}${earliest ? `, earliest deadline ${earliest}` : ''}`;
};

const confirmation = ({ what, when, key, principal, deputy }: Deed): string => {
  const whose = principal === undefined ? '' : ` on behalf of ${principal}`;
  const who = deputy === undefined ? `you decided${whose}` : `${deputy} decided on your behalf`;
  const by = key === undefined ? 'not signed' : `signed with key ${key}...`;
  const rest = key === undefined ? '' : ', and have one of them revoke the key (rectify revoke-key)';
  const doubt = deputy === undefined ? 'If this was not you' : 'If you know nothing of this';
  return `On ${when} ${who}: ${what} (${by}). ${doubt}, tell the office and oversight at once${rest}.`;
};

/** What mails say. */
export const ENGLISH: MailWords = {
  title: 'Rectification items',
  subject: {
    drill: '[DRILL] ',
    tag: (label) => `[${label}] `,
    one: (item, due) => `${item}${due ? `, deadline ${due}` : ''}`,
    many: manyItems,
  },
  banner: (drill) => `Drill "${drill}": the dates are drill dates, and nothing here is a real request.`,
  greeting: (name) => `Dear ${name},`,
  summary: (day, counts) => `As of ${day}: ${summaryOf(counts)}.`,
  group: { act: 'Action needed', watch: 'Reminders', know: 'For your information' },
  heading: (group, lines) => `${group} (${lines})`,
  compact: (lines) => `${lines} more in brief:`,
  label: {
    deadline: 'Deadline',
    reviewDeadline: 'Review by',
    checkIn: 'Next check-in',
    asked: 'Extension to',
    status: 'State',
    missing: 'Still missing',
    measures: 'Measures',
    evidence: 'Evidence',
    checkIns: 'Check-ins',
    now: 'To do',
    measure: 'Measure',
  },
  labelled: (label, value) => `${label}: ${value}`,
  statusLine: (status, awaited) => (awaited === undefined ? status : `${status} · waiting for ${awaited}`),
  you: (role) => `you (${role})`,
  somebody: (role, name, section) => `the ${role}${name ? ` ${name}` : ''}${section ? ` (${section})` : ''}`,
  rung: {
    reminder: 'The deadline is approaching.',
    warning: 'The deadline is near. Check that all measures and their evidence are complete.',
    'review-due': 'The review is due soon and no decision has been made.',
    'check-in-due': 'The next check-in is due soon.',
    'check-in-missed': 'The check-in is overdue.',
    'check-in-escalated':
      'The check-in is long overdue; the rectification office and the head have been informed.',
    unacknowledged: 'The item has been assigned but not acknowledged.',
    imminent: 'The deadline is imminent and closure has not been requested.',
    'review-overdue': 'The review deadline has passed without a decision.',
    'review-escalated': "The review is still undecided; the reviewer's superior has been informed.",
    overdue: 'The deadline has passed and closure has not been requested.',
    'urging-letter': 'The system suggests an urging letter. Whether to issue it is your decision.',
    talk: 'The system suggests a talk with those responsible. Whether to hold it is your decision.',
    accountability:
      'The system suggests considering accountability. Whether to issue a proposal is your decision.',
  },
  proposed: {
    'urging-letter':
      'The system suggests an urging letter. Those who decide have been told; you need not do anything.',
    talk: 'The system suggests a talk with those responsible. Those who decide have been told; you need not do anything.',
    accountability:
      'The system suggests considering accountability. Those who decide have been told; you need not do anything.',
  },
  fact: {
    assigned: ({ handler, section }) =>
      `The item has been assigned to ${section}, with ${handler} as its handler.`,
    reopened: ({ by, handler }) =>
      `${by ?? 'A follow-up check'} found that the problem has come back. The item has been reopened, with ${handler} as its handler.`,
    restored: ({ by, handler }) =>
      `The workflow of the item was ended on the server before its time. ${by ?? 'The office'} has restored the item, with ${handler} as its handler. It begins anew: what was reported, handed in and decided before no longer counts and has to be done again. The files are still in the store: add the same files again.`,
    'closure-requested': ({ by, handler }) =>
      `${by ?? handler} has requested closure; the responsible leader decides.`,
    'closure-withdrawn': ({ by, handler }) =>
      `${by ?? handler} has withdrawn the closure request; work continues.`,
    'extension-requested': ({ by, handler, date }) =>
      `${by ?? handler} has requested an extension${date ? ` to ${date}` : ''}.`,
    'extension-granted': ({ by, date }) =>
      `The extension${date ? ` to ${date}` : ''} has been granted${by ? ` by ${by}` : ''}.`,
    'extension-refused': ({ by, date }) =>
      `The extension${date ? ` to ${date}` : ''} has been refused${by ? ` by ${by}` : ''}; the deadline is unchanged.`,
    approved: ({ by }) =>
      `${by ?? 'The responsible leader'} has approved closure; the acceptor decides next.`,
    'approval-voided': ({ by, handler }) =>
      `${by ?? handler} added evidence after the approval, so the approval is void; the responsible leader must review again.`,
    asked: ({ by }) =>
      `${by ?? 'The reviewer'} has asked for more material or an explanation; the item has not been returned.`,
    returned: ({ by }) => `${by ?? 'The reviewer'} has returned the item for more work.`,
    accepted: ({ by }) => `${by ?? 'The acceptor'} has accepted the result; the item is closed.`,
    'stage-accepted': ({ by, date }) =>
      `${by ?? 'The acceptor'} has accepted the stage result; the item is now to be sustained${date ? ` until ${date}` : ''}, with regular check-ins.`,
    'checked-in': ({ by, handler }) => `${by ?? handler} has checked in.`,
    'sustaining-ended': ({ date }) =>
      `The sustaining period ${date ? `ended on ${date}` : 'has ended'}; the final acceptance is due.`,
    withdrawn: ({ by }) =>
      `${by ?? 'The head'} has withdrawn or merged the item; it is no longer handled separately.`,
    'import-undone': ({ by }) =>
      `${by ?? 'The office'} has undone the import of the whole round, and this item with it. There is nothing more to do.`,
    'undo-refused': () =>
      'The import of the round was undone, but this item had been worked on meanwhile and stays as it is. Decide about it by itself: withdraw it (rectify withdraw), or let it go on.',
    reassigned: ({ by, successor }) =>
      successor !== undefined
        ? `${by ?? 'The office'} has reassigned the item to ${successor}.`
        : `${by ?? 'The office'} has reassigned the item; the hand-over note says where to continue.`,
    amended: ({ by }) =>
      `${by ?? 'The office'} has amended the plan. What has changed for this item is below; please act on it as it is now.`,
    'deadline-set': ({ by, date }) => `${by ?? 'The office'} has set a deadline${date ? `: ${date}` : ''}.`,
    urged: ({ by }) => `${by ?? 'The office'} urges you to act.`,
    commented: ({ by }) => `${by ?? 'Somebody'} has left a comment.`,
    resent: ({ rung }) => `An earlier notice${rung ? ` ("${rung}")` : ''}, resent on request.`,
    'proposal-issued': ({ by, rung }) => `${by ?? 'The office'} has issued: ${rung ?? 'urging letter'}.`,
    'calendar-changed': ({ date }) =>
      date
        ? `The holiday schedule has changed; the review is now due on ${date}.`
        : 'The holiday schedule has been published; dates that were provisional are now final.',
    archived: () => 'The record of the item has been archived.',
    undeliverable: () => 'The mail server refused a mail about this item, so it was not delivered.',
    'measures-assigned': ({ handler, section }) =>
      `You own the measures below. ${handler} (${section}) handles the item: carry them out, report progress and hand in the evidence; the handler completes them.`,
    assisting: ({ handler, section }) =>
      `${handler} (${section}) handles this item, and your section assists. Please help with it.`,
    'measure-reported': ({ by }) =>
      `${by ?? 'The owner'} has reported progress of a measure. Complete it once it has been carried out.`,
    'helper-replaced': ({ by, successor }) =>
      `${by ?? 'The office'} has handed measures, or the contact of an assisting section, over to ${successor ?? 'somebody else'}.`,
    'you-decided': ({ decided }) => (decided ? confirmation(decided) : 'You decided on this item.'),
  },
  written: {
    assigned: 'Note',
    reopened: 'Reason',
    restored: 'Reason',
    'closure-requested': 'Summary',
    'closure-withdrawn': 'Reason',
    'extension-requested': 'Reason',
    'extension-granted': 'Opinion',
    'extension-refused': 'Opinion',
    approved: 'Opinion',
    'approval-voided': 'Note',
    asked: 'Request',
    returned: 'Opinion',
    accepted: 'Opinion',
    'stage-accepted': 'Opinion',
    'checked-in': 'Check-in',
    'sustaining-ended': 'Note',
    withdrawn: 'Reason',
    'import-undone': 'Reason',
    'undo-refused': 'Note',
    reassigned: 'Hand-over note',
    'deadline-set': 'Reason',
    amended: 'Reason',
    urged: 'Note',
    commented: 'Comment',
    resent: 'Note',
    'proposal-issued': 'Number',
    'calendar-changed': 'Note',
    archived: 'Archive number',
    undeliverable: 'Recipient and reason',
    'you-decided': 'What was written',
    'measures-assigned': 'Note',
    assisting: 'Note',
    'measure-reported': 'Progress',
    'helper-replaced': 'Hand-over note',
  },
  judged: {
    measures: ({ all, complete, recovered }) =>
      `${complete} of ${all} complete${recovered ? `, ${recovered} yuan recovered` : ''}`,
    measure: ({ no, text, complete, recovered, regulation }) =>
      `${no}. ${text} (${[
        complete ? 'complete' : 'not complete',
        ...(recovered ? [`${recovered} yuan recovered`] : []),
        ...(regulation ? [`adopted "${regulation}"`] : []),
      ].join(', ')})`,
    evidence: ({ all, size }) => (all === 0 ? 'none yet' : `${count(all, 'file')}, ${size}`),
    file: ({ no, measure, title, size, kind }) =>
      `no. ${no} "${title}" (measure ${measure}, ${kind}, ${size})`,
    kind: {
      pdf: 'PDF',
      ofd: 'OFD',
      office: 'Office document',
      wps: 'WPS document',
      openDocument: 'OpenDocument',
      image: 'picture',
      text: 'text',
      audio: 'audio',
      video: 'video',
      archive: 'archive',
      mail: 'email',
      other: 'other',
    },
    more: (lines, command) => `and ${lines} more: ${command}`,
    checkIns: (times) => `${times} in the sustained period`,
  },
  measure: {
    rung: {
      'measure-reminder': 'The date of the measure is approaching.',
      'measure-due': 'The measure is due and not complete.',
      'measure-overdue': 'The date of the measure has passed and it is not complete.',
    },
    one: (no, text, date) => `${no}. ${text}${date === undefined ? '' : `, due ${date}`}`,
    sections: (names) => names.join(', '),
  },
  todo: {
    act: {
      assigned: 'Acknowledge the item and start the work.',
      'in-progress': 'Carry out the measures, add the evidence, then request closure.',
      returned: 'Do what the return asks for, add the evidence, then request closure again.',
      'leader-review': 'Review the evidence and decide: approve or return.',
      acceptance: 'Review the evidence and decide: accept or return.',
      sustained: 'Sustain the result, and check in by the due date.',
    },
    remind: (who) => `Remind ${who} to act in time.`,
    urge: (who) => `Make sure that ${who} acts soon.`,
    propose: 'Review the item, then decide.',
    extension: 'Review the request and decide: grant or refuse.',
    answer: 'Add evidence, or reply with a comment.',
    measures:
      'Carry out the measure: its owner reports progress and hands in evidence, the handler completes it.',
    undeliverable: "Check the recipient's email address, and inform them some other way.",
  },
  cut: (command) => `... (shortened; full text: ${command})`,
  calendar: { summary: (number, problem) => `Deadline: ${number} ${problem}`, drill: '[DRILL] ' },
  round: ENGLISH_ROUND,
  report: ENGLISH_REPORT,
  footer: {
    why: 'You receive this mail because you have a role in the rectification work below or need to know about an item in it.',
    rounds: (titles) => `Rectification: ${titles.join('; ')}`,
    provisional:
      'Dates marked as provisional depend on a holiday schedule that has not been published; they will be recalculated once it is.',
    inbox: (command) => `To see everything waiting for you: ${command}`,
    evidence:
      'Checksums of the logs as they were. Keep this mail: it can show later whether a log has been changed.',
    head: (item, entries, hash) => `${item} ${entries} ${entries === 1 ? 'entry' : 'entries'} ${hash}`,
    automatic: 'This mail was sent automatically; please do not reply.',
  },
};
