import type { RoundId } from '../../../base/ids';
import type { KeyFileFault } from '../../keys';
import { BAG_FAULT } from './bag-fault.en';
import { BOARD } from './board';
import type { AddressSource, CardWords, CliWords, HelpWords } from './cli-words';
import { ENDING } from './ending.en';
import { INTAKE_ARGUMENT, INTAKE_OPTION, INTAKE_TROUBLE } from './intake-words';
import { LIFE } from './life.en';
import { PAPER } from './paper-words';

const HELP: HelpWords = {
  description: 'Rectification of inspection findings: import plans, work on items, decide, verify archives.',
  verb: {
    ...LIFE.verb,
    board: BOARD.en.verb,
    ...ENDING.verb,
    ...PAPER.en.verb,
    inbox: 'what waits for me, worst first',
    ack: 'take items on',
    progress: 'report progress, or complete a measure',
    evidence: 'hand in evidence for a measure',
    'request-closure': 'ask for closure',
    keygen: 'make my key, and print its public half',
    whoami: 'who I am: offices, items, and whether my key can sign',
    approve: 'approve, as the responsible leader',
    return: 'return an item for more work',
    accept: 'accept closure',
    init: 'a new plan to fill in, or an example round to try',
    import: 'import a plan and assign its items',
    rehearse: 'every mail a plan would cause if nobody did anything',
    list: 'the ledger, by filter',
    ledger: 'the ledger as a file: xlsx, csv or json',
    show: 'one item with its log',
    schedule: 'the mails of an item, sent and to come',
    verify: 'check archived bags, offline',
    demo: 'a drill on this machine, from assignment to archive',
    dev: 'run all servers on this machine and keep them running',
    doctor: 'is all well, and what to do if not',
    completion: 'print a script that completes commands in bash or zsh',
  },
  group: {
    handler: 'Handlers',
    reviewer: 'Responsible leaders and acceptors',
    head: 'Head',
    office: 'Rectification office',
    oversight: 'Oversight',
    operator: 'Operators',
  },
  helpVerb: 'help for a command',
  title: { 'Commands:': 'Other:' },
  examples: `Examples:
  rectify import plan.yaml --dry-run          see what was understood, then import without --dry-run
  rectify inbox --as p05                      what waits for p05
  rectify ack 1.2 1.3 --as p05                take two items on
  rectify evidence 1.2 list.pdf --measure 1 --title "List of phones" --as p05
  rectify approve 1.2 --as p02                shows the evidence, then asks

Who you are: --as or RECTIFY_AS. The round: --round or RECTIFY_ROUND. Where files are kept: STORE.`,
  more: (verb) => `See: rectify ${verb === '' ? '' : `${verb} `}--help`,
};

const ARGUMENT: CliWords['argument'] = {
  ...INTAKE_ARGUMENT.en,
  item: 'an item: 1.2, (一)2 or 2021-03/1.2',
  items: 'one or more items: 1.2, (一)2 or 2021-03/1.2',
  progress: 'how far the work is, or how the measure was done',
  summary: 'why the item can be closed',
  file: 'the file that is the evidence',
  plan: 'a rectification plan (yaml)',
  bag: 'the folder of a bag, or one in which bags lie',
};

const OPTION: CliWords['option'] = {
  ...INTAKE_OPTION.en,
  lang: 'language: zh-CN or en (default: LANG)',
  round: 'the round (default: the only open one, or the one named last)',
  as: 'who I am (id or name)',
  key: 'the file of my key (default: <person>.json in RECTIFY_KEYS or ~/.config/rectify/keys)',
  help: 'show this help',
  version: 'show the version',
  json: 'print JSON, for programs',
  yes: 'do not ask',
  deputyFor: 'the person for whom I act (id or name)',
  opinion: 'the opinion',
  missing: 'what is still missing',
  newDeadline: 'the new deadline (YYYY-MM-DD)',
  complete: 'the number of the measure that is complete',
  measure: 'the number of the measure',
  title: 'the title of the document',
  date: 'the date of the document (YYYY-MM-DD, default: today)',
  dryRun: 'check only, import nothing',
  person: 'only this person (id or name)',
  mail: 'print the mails in full',
  from: 'day of assignment (YYYY-MM-DD, default: first working day after the feedback)',
  until: 'last day to rehearse (YYYY-MM-DD)',
  status: 'a state, such as in-progress',
  section: 'part of the name of a section',
  leader: 'responsible leader (id or name)',
  handler: 'handler (id or name)',
  level: 'warning level, such as overdue',
  mine: 'only items that have to do with me',
  overdue: 'only items that are overdue',
};

const guess = (meant: string | undefined) => (meant === undefined ? '' : ` Did you mean ${meant}?`);

const MISUSE: CliWords['misuse'] = {
  unknownOption: (given, meant) => `There is no option ${given}.${guess(meant)}`,
  unknownCommand: (given, meant) => `There is no command ${given}.${guess(meant)}`,
  missingArgument: (given) => `The argument <${given}> is missing.`,
  optionMissingArgument: (given) => `The option ${given} needs a value.`,
  missingMandatoryOptionValue: (given) => `The option ${given} is missing.`,
  invalidArgument: (given) => `The value of ${given} cannot be accepted.`,
  excessArguments: () => 'There are too many arguments; put texts with spaces in quotes.',
};

const EXPECTED: CliWords['expected'] = {
  date: 'a date such as 2021-06-30',
  'date-ahead': 'a day that is not before the date of the letter',
  person: 'the id or the name of a person, such as p05',
  'person-id': 'the id of a person, such as p05',
  round: 'the id of a round, such as 2021-03',
  measure: 'the number of a measure, from 1',
  evidence: 'the number of a file of evidence, from 1 (see rectify show)',
  yuan: 'an amount in yuan with at most two places, such as 4080.50',
  life: 'the number of a life of the item, from 1',
  'date-order': 'a date not before the assignment',
  docx: 'a file name that ends in .docx',
  html: 'a file name that ends in .html',
};

const openRounds = (open: readonly RoundId[]) =>
  open.length === 0 ? 'No round is open.' : `Open rounds: ${open.join(', ')}.`;

const KEY_FAULT: Record<KeyFileFault, string> = {
  missing: 'is not there',
  exists: 'is there already; a key is never overwritten, name another file with --key',
  'permissions-too-wide':
    'can be reached by others; chmod 600 it, and if others had access, have the key replaced',
  'not-a-key-file': 'is no key file, or no longer whole',
  'passphrase-needed': 'is locked; run this in a terminal, or set RECTIFY_PASSPHRASE',
  'wrong-passphrase': 'does not open: the passphrase is another, or the file is damaged',
};

const TROUBLE: CliWords['trouble'] = {
  ...INTAKE_TROUBLE.en,
  ...LIFE.trouble,
  'no-person': () => 'Who are you? Say --as <person>, or set RECTIFY_AS.',
  'bad-value': ({ option, given, expected }) => `${option} cannot be "${given}"; give ${EXPECTED[expected]}.`,
  'bad-choice': ({ option, given, choices, meant }) =>
    `${option} cannot be "${given}".${guess(meant)} Choose from: ${choices.join(', ')}.`,
  'bad-item': ({ given }) => `"${given}" is not the number of an item; write 1.2, (一)2 or 2021-03/1.2.`,
  'which-round': ({ open }) =>
    open.length === 0
      ? 'No round is open; import a plan first (rectify import), or name a round with --round.'
      : `Several rounds are open; name one with --round or RECTIFY_ROUND: ${open.join(', ')}.`,
  'no-such-round': ({ round, open, meant }) =>
    `There is no round ${round}.${guess(meant)} ${openRounds(open)}`,
  'no-such-item': ({ round, number, nearest }) =>
    `There is no item ${number} in the round ${round}. Nearest: ${nearest.join(', ')}.`,
  'not-in-roster': ({ person, people }) =>
    `"${person}" is not in the roster. Nearest: ${people.map(({ id, name }) => `${id} (${name})`).join(', ')}.`,
  'ambiguous-person': ({ person, people }) =>
    `Several people in the roster are called "${person}"; give an id: ${people.join(', ')}.`,
  'needs-yes': () =>
    'A decision must be confirmed: run this in a terminal, or add --yes if you have seen the evidence.',
  'no-key': ({ person, path }) =>
    `This round takes signed commands only, and there is no key for ${person} (${path}). Make one with rectify keygen --as ${person} and have its public half put into the roster, or name your key file with --key.`,
  'bad-key': ({ path, fault }) => `The key file ${path} ${KEY_FAULT[fault]}.`,
  'passphrases-differ': () => 'The two passphrases differ; no key was made.',
  'bad-file': ({ path, fault }) =>
    `${path} ${{ missing: 'is not there', folder: 'is a folder, not a file', empty: 'is empty', unreadable: 'cannot be read' }[fault]}.`,
  'path-exists': ({ path }) =>
    `${path} is there already and is never overwritten; name another place. Nothing was written.`,
  'not-yaml': ({ path }) => `Only plans in yaml (.yaml or .yml) are read, not ${path}.`,
  'bad-plan': ({ path, faults }) =>
    `${path} has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; nothing was imported:`,
  'no-bag': ({ path }) => `${path} is not a folder, so there is nothing to verify.`,
  'round-exists': ({ round }) =>
    `The round ${round} exists already, with another plan; nothing has changed. Give a new round an id of its own.`,
  'no-worker': ({ address }) =>
    `The Temporal server ${address} answers, but no worker takes the request (15 s). Is the worker running? Check: rectify doctor.`,
};

const SOURCE: Record<AddressSource, string> = {
  environment: 'the address is from TEMPORAL_ADDRESS',
  profile: 'the address is from temporal.toml',
  default: 'TEMPORAL_ADDRESS is not set, so this is the default',
};

const CARD: CardWords = {
  kind: 'Kind',
  status: 'State',
  waits: (status, person) => `${status} (waits for the ${person})`,
  level: 'Level',
  deadline: 'Deadline',
  firstDeadline: 'First deadline',
  reviewDeadline: 'Review deadline',
  progress: (person, at) => `Progress (${person}, ${at})`,
  measures: 'Measures',
  title: (title) => `"${title}"`,
  noEvidence: 'no evidence yet',
  result: (person, at) => `Completed: ${person}, ${at}`,
  reviews: (round) => `Review (round ${round})`,
  returned: (role, person, at) => `Returned: ${role} ${person}, ${at}`,
  missing: (text) => `Missing: ${text}`,
  decided: (act, person, at, principal) =>
    `${act}: ${person}${principal === undefined ? '' : ` (for ${principal})`}, ${at}`,
  undeliverable: 'A mail was refused by the server of its recipient.',
  evidenceHash: 'Evidence manifest, SHA-256',
  archive: 'Archive',
};

/** English, for operators and readers from abroad. */
export const english: CliWords = {
  help: HELP,
  argument: ARGUMENT,
  option: OPTION,
  life: LIFE,
  ending: ENDING,
  misuse: MISUSE,
  trouble: TROUBLE,
  expected: EXPECTED,
  failure: {
    unreachable: (address, source) =>
      `No Temporal server answers at ${address} (${SOURCE[source]}). Is it running, is the address right? rectify doctor checks, rectify dev starts one here.`,
    fault: (reason) =>
      `Something went wrong: ${reason} (rectify doctor looks for the cause; run again with RECTIFY_DEBUG=1 for details)`,
  },
  label: (label) => `${label}: `,
  drill: (name) => `[DRILL] ${name}: dates are those of the drill.`,
  card: CARD,
  show: { log: 'Log' },
  keygen: {
    passphrase: (path) => `Passphrase of ${path}:`,
    newPassphrase: 'New passphrase (empty for none):',
    again: 'Once more:',
    done: (path) => `Your key is in ${path}. Keep it to yourself; nobody can make it anew.`,
    next: (person) =>
      `Send this to the rectification office: before the import it goes under ${person} in the plan, later it is registered by rectify replace-key ${person} FILE.`,
  },
  rows: {
    head: {
      round: 'Round',
      number: 'No.',
      problem: 'Problem',
      status: 'State',
      deadline: 'Deadline',
      days: 'Days',
      waits: 'Waits for',
      level: 'Level',
    },
  },
  list: {
    totals: ({ items, overdue, withoutDeadline }, shown, byStatus) => {
      const states = byStatus.map(([status, count]) => `${count} ${status}`);
      const more = [
        `${overdue} overdue`,
        ...(withoutDeadline > 0 ? [`${withoutDeadline} without a deadline`] : []),
      ];
      return `${shown} shown of ${items}: ${[...states, ...more].join(', ')}`;
    },
  },
  inbox: { nothing: 'Nothing waits for you.', asDeputy: 'As a deputy' },
  schedule: {
    head: { slot: 'Time', person: 'To', subject: 'About', outcome: 'Outcome' },
    said: (notices) => `Sent (${notices})`,
    toCome: (notices) => `To come (${notices}, planned anew when anything changes)`,
    noReceipt: 'no receipt yet',
    noStore: '(no store on this machine, so no receipts)',
    receipt: (outcome, address, response) =>
      `${outcome === 'sent' ? 'taken' : 'refused'} ${address} · ${response}`,
  },
  answer: {
    done: (command, item, status, deadline) =>
      `Done (${command}): ${item}; now ${status}, ${deadline === undefined ? 'no deadline set' : `deadline ${deadline}`}`,
  },
  decide: {
    question: (command, item) => `${command}: ${item}?`,
    hint: '[y/N]',
    left: 'No decision was made; nothing has changed.',
  },
  plan: {
    title: (round, title, body) => `${round} ${title} (${body})`,
    head: {
      number: 'No.',
      problem: 'Problem',
      kind: 'Kind',
      deadline: 'Deadline',
      section: 'Section',
      people: 'Handler / leader / acceptor',
      measures: 'Measures',
    },
    provisional: (years) =>
      `No holidays have been published for ${years.join(', ')}: dates there are provisional and will be computed again.`,
    outcome: {
      started: (round, items) => `Imported the round ${round}: ${items} items assigned.`,
      unchanged: (round, items) =>
        `The round ${round} (${items} items) was imported before from the same plan; nothing changed.`,
      'dry-run': (round, items) =>
        `The plan is well: round ${round}, ${items} items. Import it without --dry-run.`,
    },
  },
  rehearse: {
    title: (round, from, until) =>
      `${round}: mails if assigned on ${from} and nobody did anything until ${until}`,
    head: { day: 'Day', time: 'Time', person: 'To', subject: 'Subject' },
    dayOff: (date) => `${date} is not a working day: the mails go out on the next one.`,
    total: (mails, people, until) =>
      `${mails} ${mails === 1 ? 'mail' : 'mails'} to ${people} ${people === 1 ? 'person' : 'people'} until ${until}.`,
  },
  verify: {
    valid: (files, size) => `complete and valid, and the record agrees with itself (${files} files, ${size})`,
    invalid: (faults) => `${faults} ${faults === 1 ? 'fault' : 'faults'}:`,
    total: (bags, invalid) =>
      invalid === 0 ? `${bags} bags, all of them valid` : `${bags} bags, ${invalid} of them not valid`,
    otherForm:
      'Written by another version: index.html and bag-info.txt, and item.json of an item, were not compared with the log.',
  },
  bagFault: BAG_FAULT,
  doctor: {
    check: {
      node: 'Node.js version',
      store: 'store is writable',
      server: 'Temporal server',
      namespace: 'namespace',
      'search-attributes': 'search attributes',
      worker: 'worker for items',
      'mail-worker': 'worker for mail',
      rounds: 'open rounds',
    },
    advice: {
      node: 'Install Node.js 20.19 or later.',
      store:
        'Check that STORE (file:///path or s3://bucket/prefix) is that of the worker, who makes it, and that it is there and can be written to.',
      server: 'Is the server running, is TEMPORAL_ADDRESS right? rectify dev starts one on this machine.',
      namespace: 'Check TEMPORAL_NAMESPACE, or create it: temporal operator namespace create.',
      'search-attributes': 'For each: temporal operator search-attribute create --name <name> --type <type>.',
      worker: 'Start a worker: node dist/worker.js, with the same TASK_QUEUE as here.',
      'mail-worker': 'Start a worker: node dist/worker.js; no mail goes out without it.',
      rounds: 'The server could not list the rounds; try again later.',
    },
  },
};
