import type { SignatureFault } from '../identity';
import { partsOf } from './dates';
import { refusalIn, type RefusalSentences } from './refusals';
import type { Counts, DateWords, MailWords, Words } from './words';

const STATUS: Words['status'] = {
  assigned: 'awaiting acknowledgement',
  'in-progress': 'in progress',
  'leader-review': 'review by the responsible leader',
  acceptance: 'acceptance',
  returned: 'returned for more work',
  closed: 'closed',
  archived: 'archived',
};

const ROLE: Words['role'] = {
  handler: 'handler',
  leader: 'responsible leader',
  acceptor: 'acceptor',
  head: 'head of the body',
  office: 'rectification office',
  oversight: 'oversight',
  archivist: 'archivist',
};

const COMMAND: Words['command'] = {
  acknowledge: 'acknowledge',
  'report-progress': 'report progress',
  'add-evidence': 'add evidence',
  'complete-measure': 'complete a measure',
  'request-closure': 'request closure',
  approve: 'approve',
  return: 'return',
  accept: 'accept',
};

const RUNG: Words['rung'] = {
  reminder: 'Reminder',
  warning: 'Warning',
  'review-due': 'Review due',
  unacknowledged: 'Not acknowledged',
  imminent: 'Imminent',
  'review-overdue': 'Review overdue',
  'review-escalated': 'Review overdue (escalated)',
  overdue: 'Overdue',
  'urging-letter': 'Urging letter',
  talk: 'Talk',
  accountability: 'Accountability proposal',
};

const FACT: Words['fact'] = {
  assigned: 'Assigned',
  'closure-requested': 'Closure requested',
  approved: 'Approved',
  'approval-voided': 'Approval void',
  returned: 'Returned',
  accepted: 'Accepted',
  archived: 'Archived',
  undeliverable: 'Mail undeliverable',
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

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

const short: DateWords['short'] = (date) => {
  const { month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1] ?? ''}`;
};

const day: DateWords['day'] = (date) => `${short(date)} ${partsOf(date).year}`;

const DATE: DateWords = {
  day,
  short,
  withWeekday: (date) => `${WEEKDAYS[partsOf(date).weekday] ?? ''}, ${day(date)}`,
  provisional: ' (provisional)',
  none: 'no deadline set',
  left: (days) =>
    days > 0 ? `${count(days, 'day')} left` : days === 0 ? 'due today' : `${count(-days, 'day')} past`,
};

const anyOf = (names: readonly string[]) => names.join(' or the ');
const measures = (numbers: readonly number[]) =>
  `${numbers.length === 1 ? 'measure' : 'measures'} ${numbers.join(', ')}`;

const FAULTS: Partial<Record<string, string>> = { 'not-a-date': 'not a date (write YYYY-MM-DD)' };

const SIGNATURE_FAULT: Record<SignatureFault, string> = {
  'too-large': 'the command is larger than 64 KiB; say it in fewer words',
  malformed: 'it is no compact JWS; send what rectify or the client signs',
  'wrong-algorithm': 'only EdDSA (Ed25519) is taken; sign with a key of rectify keygen',
  'wrong-header': 'its header has other fields than alg, kid and typ; send what rectify or the client signs',
  'unknown-key': 'the key is not one of this person in the roster; sign with a registered one',
  'bad-signature': 'it does not fit what was signed; sign the command again, unchanged',
  'not-canonical': 'what was signed is not canonical JSON (RFC 8785); send what rectify or the client signs',
  'key-not-yet-valid': 'the key may not sign yet; wait for its first day, or ask the rectification office',
  'key-expired': 'the key may sign no more; sign with the one that replaced it',
  'key-revoked': 'the key was revoked; sign with a new one from rectify keygen',
};

const REFUSALS: RefusalSentences = {
  InvalidCommand: ({ faults }) =>
    `The command is not well formed. Correct it and send it again: ${faults
      .map(({ path, message }) => `${path}: ${FAULTS[message] ?? message}`)
      .join('; ')}.`,
  SignatureRequired: ({ by }) =>
    `This round takes signed commands only. Sign as "${by}": rectify keygen makes a key; the rectification office puts its public half into the roster.`,
  BadSignature: ({ fault }) => `The signature was not accepted: ${SIGNATURE_FAULT[fault]}.`,
  WrongItem: ({ expected, given }) =>
    `The command is for ${given.item} (cycle ${given.cycle}), but this is ${expected.item} (cycle ${expected.cycle}). Check the item and send it again.`,
  UnknownPerson: ({ person }) =>
    `"${person}" is not one of the people of this item. Only they may act on it; ask the rectification office.`,
  NotAuthorised: ({ command, roles }) => {
    const who = anyOf(roles.map((role) => ROLE[role]));
    return `Only the ${who} may do this (${COMMAND[command]}); you are not the ${who} of this item.`;
  },
  DutiesNotSeparate: ({ command, side }) =>
    `You are, or have acted as, the ${ROLE[side]} of this item, so another person must do this (${COMMAND[command]}): work, approval and acceptance stay with three people.`,
  NotDeputy: ({ by, onBehalfOf }) =>
    `"${by}" is not registered as a deputy of "${onBehalfOf}". "${onBehalfOf}" or a registered deputy must do this.`,
  WrongState: ({ command, status, possible }) =>
    `This is not possible now (${COMMAND[command]}): the state of the item is "${STATUS[status]}". ${
      possible.length > 0
        ? `Possible now: ${possible.map((type) => COMMAND[type]).join(', ')}.`
        : 'It takes no more commands.'
    }`,
  UnknownMeasure: ({ measure, measures: known }) =>
    `The item has no measure ${measure}. It has ${measures(known)}.`,
  MeasureAlreadyComplete: ({ measure }) =>
    `Measure ${measure} is already complete. If there is new material, add it as evidence.`,
  MeasuresOpen: ({ measures: open }) =>
    `Not complete yet: ${measures(open)}. The handler may request closure once all measures are.`,
  EvidenceMissing: ({ measures: bare }) =>
    `No evidence yet: ${measures(bare)}. The handler may request closure once every measure has some.`,
  EvidenceChanged: () =>
    'The evidence has changed since you were shown it. Look at it as it is now, then decide.',
  StatementTooShort: ({ least, given }) =>
    `A return must say what is missing in ${least} characters or more; this has ${given}.`,
  DateNotAhead: ({ date, today }) =>
    `The new deadline must be later than today (${day(today)}); you gave ${day(date)}.`,
};

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

const MAIL: MailWords = {
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
  fact: {
    assigned: ({ handler, section }) => `The item was assigned to ${section}; ${handler} handles it.`,
    'closure-requested': ({ by, handler }) =>
      `${by ?? handler} has requested closure; the responsible leader decides.`,
    approved: ({ by }) => `${by ?? 'The responsible leader'} has approved; the acceptor decides.`,
    'approval-voided': ({ by, handler }) =>
      `${by ?? handler} added evidence after the approval, which is void; the responsible leader must look again.`,
    returned: ({ by }) => `${by ?? 'The reviewer'} has returned the item for more work.`,
    accepted: ({ by }) => `${by ?? 'The acceptor'} has accepted; the item is closed.`,
    archived: () => 'The records of the item have been archived.',
    undeliverable: () => 'A mail about this item was refused by the mail server and did not arrive.',
  },
  written: {
    assigned: 'Note',
    'closure-requested': 'Summary',
    approved: 'Opinion',
    'approval-voided': 'Note',
    returned: 'Opinion',
    accepted: 'Opinion',
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
    },
    remind: (who) => `Remind ${who} to act in time.`,
    urge: (who) => `See that ${who} acts soon.`,
    propose: 'Look at the item, then decide.',
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

/** English, in the terms of the field. */
export const english: Words = {
  language: 'en',
  status: STATUS,
  identity: { claimed: 'claimed', signed: 'signed' },
  role: ROLE,
  command: COMMAND,
  itemKind: { immediate: 'immediate', 'time-limited': 'time-limited', sustained: 'sustained' },
  measureKind: {
    'rule-making': 'rule-making',
    'loss-recovery': 'loss recovery',
    accountability: 'accountability',
    'lessons-applied': 'lessons applied',
    'special-campaign': 'special campaign',
    other: 'other',
  },
  rung: RUNG,
  fact: FACT,
  published: {
    completed: 'completed',
    'completed-sustained': 'largely completed, to be sustained',
    ongoing: 'ongoing',
    'not-completed': 'not completed',
  },
  date: DATE,
  refusal: refusalIn(REFUSALS),
  mail: MAIL,
};
