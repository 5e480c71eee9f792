import type { Counts, MailWords } from '../../domain/language/words';
import { count } from '../../domain/language/en/terms';

const summaryOf = ({ act, watch, know }: Counts): string =>
  [
    act > 0 && `${act} for you to do`,
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

/** What mails say. */
export const MAIL: MailWords = {
  title: 'Rectification items',
  subject: {
    drill: '[DRILL] ',
    tag: (label) => `[${label}] `,
    one: (item, due) => `${item}${due ? `, deadline ${due}` : ''}`,
    many: manyItems,
  },
  banner: (drill) =>
    `Drill "${drill}": this mail comes from a drill and its dates are those of the drill. Nothing in it is a real demand.`,
  greeting: (name) => `Dear ${name},`,
  summary: (day, counts) => `As of ${day}: ${summaryOf(counts)}.`,
  group: { act: 'For you to do', watch: 'Reminders', know: 'For your information' },
  heading: (group, lines) => `${group} (${lines})`,
  compact: (lines) => `${lines} more, in short:`,
  label: {
    deadline: 'Deadline',
    reviewDeadline: 'Review by',
    checkIn: 'Next check-in',
    asked: 'Extension to',
    status: 'State',
    missing: 'Still missing',
    now: 'To do',
  },
  labelled: (label, value) => `${label}: ${value}`,
  statusLine: (status, awaited) => (awaited === undefined ? status : `${status} · waiting for ${awaited}`),
  you: (role) => `you (${role})`,
  somebody: (role, name, section) => `the ${role}${name ? ` ${name}` : ''}${section ? ` (${section})` : ''}`,
  rung: {
    reminder: 'The deadline is coming closer.',
    warning: 'The deadline is near: check that all measures and their evidence are there.',
    'review-due': 'The review is due and has not been decided.',
    'check-in-due': 'The next check-in is coming closer.',
    'check-in-missed': 'The check-in is past due and has not been given.',
    'check-in-escalated': 'The check-in is long past due; the office and the head have been told.',
    unacknowledged: 'The item was assigned and has not been acknowledged.',
    imminent: 'The deadline is about to pass and closure has not been requested.',
    'review-overdue': 'The review deadline has passed without a decision.',
    'review-escalated': "The review is still undecided; the reviewer's superior has been told.",
    overdue: 'The deadline has passed and closure has not been requested.',
    'urging-letter': 'The system suggests an urging letter; whether it is issued is your decision.',
    talk: 'The system suggests a talk with those responsible; whether it is called is your decision.',
    accountability:
      'The system suggests considering accountability; whether a proposal is issued is your decision.',
  },
  proposed: {
    'urging-letter':
      'The system suggests an urging letter. It was put to those who decide; you need do nothing.',
    talk: 'The system suggests a talk with those responsible. It was put to those who decide; you need do nothing.',
    accountability:
      'The system suggests considering accountability. It was put to those who decide; you need do nothing.',
  },
  fact: {
    assigned: ({ handler, section }) => `The item was assigned to ${section}; ${handler} handles it.`,
    reopened: ({ by, handler }) =>
      `${by ?? 'A later look'} has found the problem back; the item is reopened and ${handler} handles it.`,
    'closure-requested': ({ by, handler }) =>
      `${by ?? handler} has requested closure; the responsible leader decides.`,
    'closure-withdrawn': ({ by, handler }) =>
      `${by ?? handler} has withdrawn the closure request; work goes on.`,
    'extension-requested': ({ by, handler, date }) =>
      `${by ?? handler} asks for an extension${date ? ` to ${date}` : ''}.`,
    'extension-granted': ({ by, date }) =>
      `${by ?? 'The decider'} has granted the extension${date ? ` to ${date}` : ''}.`,
    'extension-refused': ({ by, date }) =>
      `${by ?? 'The decider'} has refused the extension${date ? ` to ${date}` : ''}; the deadline stays.`,
    approved: ({ by }) => `${by ?? 'The responsible leader'} has approved; the acceptor decides.`,
    'approval-voided': ({ by, handler }) =>
      `${by ?? handler} added evidence after the approval, which is void; the responsible leader must look again.`,
    asked: ({ by }) =>
      `${by ?? 'The reviewer'} asks for more material or an answer; the item is not returned.`,
    returned: ({ by }) => `${by ?? 'The reviewer'} has returned the item for more work.`,
    accepted: ({ by }) => `${by ?? 'The acceptor'} has accepted; the item is closed.`,
    'stage-accepted': ({ by, date }) =>
      `${by ?? 'The acceptor'} has accepted the stage; the item is to be sustained${date ? ` until ${date}` : ''}, with check-ins.`,
    'checked-in': ({ by, handler }) => `${by ?? handler} has checked in.`,
    'sustaining-ended': ({ date }) =>
      `The item has been sustained${date ? ` until ${date}` : ''} and is to be accepted for good.`,
    withdrawn: ({ by }) =>
      `${by ?? 'The head'} has withdrawn or merged the item; it is no longer handled by itself.`,
    reassigned: ({ by }) => `${by ?? 'The office'} has reassigned the item; go on by the hand-over note.`,
    'deadline-set': ({ by, date }) => `${by ?? 'The office'} has set the deadline${date ? `: ${date}` : ''}.`,
    urged: ({ by }) => `${by ?? 'The office'} urges you to act.`,
    commented: ({ by }) => `${by ?? 'Somebody'} has left a comment.`,
    resent: ({ rung }) => `An earlier notice${rung ? ` ("${rung}")` : ''}, sent again as asked for.`,
    'proposal-issued': ({ by, rung }) => `${by ?? 'The office'} has issued: ${rung ?? 'urging letter'}.`,
    'calendar-changed': ({ date }) =>
      date
        ? `The holiday schedule has changed; the review is now due on ${date}.`
        : 'The holiday schedule is published; dates that were provisional are now firm.',
    archived: () => 'The records of the item have been archived.',
    undeliverable: () => 'A mail about this item was refused by the mail server and did not arrive.',
  },
  written: {
    assigned: 'Note',
    reopened: 'Reason',
    'closure-requested': 'Summary',
    'closure-withdrawn': 'Reason',
    'extension-requested': 'Reason',
    'extension-granted': 'Opinion',
    'extension-refused': 'Opinion',
    approved: 'Opinion',
    'approval-voided': 'Note',
    asked: 'Asked for',
    returned: 'Opinion',
    accepted: 'Opinion',
    'stage-accepted': 'Opinion',
    'checked-in': 'Check-in',
    'sustaining-ended': 'Note',
    withdrawn: 'Reason',
    reassigned: 'Hand-over note',
    'deadline-set': 'Reason',
    urged: 'Note',
    commented: 'Comment',
    resent: 'Note',
    'proposal-issued': 'Number',
    'calendar-changed': 'Note',
    archived: 'Archive number',
    undeliverable: 'Addressee and reason',
  },
  todo: {
    act: {
      assigned: 'Acknowledge the item and start the work.',
      'in-progress': 'Carry out the measures, add their evidence, then request closure.',
      returned: 'Do what the return asks for, add the evidence, then request closure again.',
      'leader-review': 'Look at the evidence and decide: approve, or return.',
      acceptance: 'Look at the evidence and decide: accept, or return.',
      sustained: 'Keep the result up, and check in when it is due.',
    },
    remind: (who) => `Remind ${who} to act in time.`,
    urge: (who) => `See that ${who} acts soon.`,
    propose: 'Look at the item, then decide.',
    extension: 'Look at the request and decide: grant, or refuse.',
    answer: 'Add evidence, or answer by a comment.',
    undeliverable: "Check the addressee's mail address and tell that person in another way.",
  },
  cut: (command) => `... (cut here; the whole text: ${command})`,
  calendar: { summary: (number, problem) => `Deadline: ${number} ${problem}`, drill: '[DRILL] ' },
  footer: {
    why: 'You get this mail because you have a duty in the rectification below, or should know of an item in it.',
    rounds: (titles) => `Rectification: ${titles.join('; ')}`,
    provisional:
      'A provisional date falls in a year whose holiday schedule is not published; it is computed again when it is.',
    inbox: (command) => `Everything that waits for you: ${command}`,
    automatic: 'This mail was sent automatically; please do not reply.',
  },
};
