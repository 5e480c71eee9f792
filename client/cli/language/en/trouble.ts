import { EVIDENCE } from './evidence';
import { readable } from '../../../../domain/calendar/zone';
import type { RoundId } from '../../../../base/ids';
import type { DocumentFault } from '../../../../intake/files/fault';
import type { Unamendable } from '../../../../domain/round/amend/plan-difference';
import type { KeyFileFault } from '../../../keys';
import type { ExpectedValue, FileFault, StrayBecause } from '../../trouble/trouble';
import { type AddressSource, MOST_CONFLICTS, type TroubleWords } from '../words/trouble';

const guess = (meant: string | undefined) => (meant === undefined ? '' : ` Did you mean ${meant}?`);
const faults = (found: readonly unknown[]) => `${found.length} ${found.length === 1 ? 'fault' : 'faults'}`;
const openRounds = (open: readonly RoundId[]) =>
  open.length === 0 ? 'No round is open.' : `Open rounds: ${open.join(', ')}.`;

const EXPECTED: Record<ExpectedValue, string> = {
  date: 'a date such as 2021-06-30',
  'whole-number': 'a whole number from 1 on',
  origin: 'the address of a page without anything after host and port, such as https://temporal.example.org',
  'date-ahead': 'a day no earlier than the date of the letter',
  person: 'the id or name of a person, such as p05',
  'person-id': 'the id of a person, such as p05',
  round: 'the id of a round, such as 2021-03',
  measure: 'the number of a measure, from 1',
  'of-measure': 'the number of a measure, a colon and what it is to be, such as 2:2021-08-31',
  'of-new-item':
    'the number of an item that the file adds, a colon, and that of the item it was a part of, such as 1.7:1.2',
  evidence: 'the number of a file of evidence, from 1 (see rectify show)',
  yuan: 'an amount in yuan with at most two decimals, such as 4080.50',
  result: 'the number of a result, from 1 (see rectify show)',
  life: 'the number of a cycle of the item, from 1',
  'date-order': 'a date no earlier than the assignment',
  docx: 'a file name that ends in .docx',
  html: 'a file name that ends in .html',
  'plan-to-be': 'a file name that ends in .xlsx (our template, filled in) or .yaml',
};

const STRAY: Record<StrayBecause, string> = {
  file: 'does not go with a file of the plan; put the change into the file, or amend the item by itself',
  item: 'only goes with a file of the plan (rectify amend plan.yaml)',
  keep: 'does not go with --keep, which leaves the item as it is; leave out one of them',
  complete: 'does not go with --complete, which says the measure already; leave it out',
};

const UNAMENDABLE: Record<Unamendable['what'], string> = {
  missing: 'is missing (the head withdraws an item with rectify withdraw)',
  people: 'has other people (rectify reassign)',
  'deadline-gone': 'has no deadline any more',
};

const KEY_FAULT: Record<KeyFileFault, string> = {
  missing: 'does not exist',
  exists: 'already exists and is never overwritten; name another file with --key',
  'permissions-too-wide':
    'can be read or changed by others; run chmod 600 on it, and if others had access, have the key replaced',
  'not-a-key-file': 'is not a key file, or is damaged',
  'passphrase-needed': 'is locked; run this in a terminal, or set RECTIFY_PASSPHRASE_FILE',
  'wrong-passphrase': 'could not be opened: the passphrase is wrong, or the file is damaged',
};

const FILE_FAULT: Record<FileFault, string> = {
  missing: 'does not exist; check the path',
  folder: 'is a folder, not a file',
  empty: 'is empty',
  unreadable: 'cannot be read',
};

const DOCUMENT_FAULT: Record<DocumentFault, string> = {
  'too-large':
    'is too large for a plan or a notice (at most 4 MiB and 50,000 lines of text, 64 MiB for a document)',
  'not-text': 'is not text, or not encoded in UTF-8, UTF-16 or GB 18030; save it as UTF-8',
  'old-office': 'has an old format or a password; remove the password and save it as .docx or .xlsx',
  'not-a-document': 'is not a Word or Excel document (.docx, .xlsx); check that it is the right file',
  damaged: 'is damaged; open it in Word or Excel and save a copy',
  'part-missing':
    'is damaged: a part that it refers to is missing; open it in Word or Excel and save it again, or get an intact copy',
  'outside-name': 'contains a file name that points outside the document, so it was not read',
  'too-much-inside': 'unpacks to more than a plan or notice could hold, so it was not read',
  doctype: 'contains a document type declaration, which could smuggle in entities, so it was not read',
};

const SOURCE: Record<AddressSource, string> = {
  environment: 'the address is from TEMPORAL_ADDRESS',
  profile: 'the address is from temporal.toml',
  default: 'the default address, as TEMPORAL_ADDRESS is not set',
};

export const TROUBLE: TroubleWords = {
  of: {
    'no-person': () => 'Who are you? Use --as <person>, or set RECTIFY_AS.',
    'bad-value': ({ option, given, expected }) =>
      `${option} cannot be "${given}"; give ${EXPECTED[expected]}.`,
    'bad-choice': ({ option, given, choices, meant }) =>
      `${option} cannot be "${given}".${guess(meant)} Choose from: ${choices.join(', ')}.`,
    'bad-item': ({ given }) => `"${given}" is not an item number; write 1.2, (一)2 or 2021-03/1.2.`,
    'which-round': ({ open }) =>
      open.length === 0
        ? 'No round is open; import a plan first (rectify import), or name a round with --round.'
        : `Several rounds are open; name one with --round or RECTIFY_ROUND: ${open.join(', ')}.`,
    'no-such-round': ({ round, open, meant }) =>
      `There is no round ${round}.${guess(meant)} ${openRounds(open)}`,
    'no-such-item': ({ round, number, nearest }) =>
      `There is no item ${number} in round ${round}.${nearest.length > 0 ? ` Nearest: ${nearest.join(', ')}.` : ''}`,
    'no-such-life': ({ number, cycle, cycles }) =>
      `Item ${number} has no cycle ${cycle}, only 1${cycles > 1 ? ` to ${cycles}` : ''}.`,
    'not-in-roster': ({ person, people }) =>
      `"${person}" is not in the roster. Nearest: ${people.map(({ id, name }) => `${id} (${name})`).join(', ')}.`,
    'ambiguous-person': ({ person, people }) =>
      `More than one person in the roster is called "${person}"; give an id: ${people.join(', ')}.`,
    'needs-yes': () =>
      'A decision must be confirmed: run this in a terminal, or add --yes once you have seen the evidence.',
    'not-opener': ({ person, people }) =>
      `${person} cannot sign the opening of a round: it is signed by one of the rectification office, and by the head or one of oversight (${people.join(', ')}).`,
    'not-countersigner': ({ person, people }) =>
      `${person} cannot countersign this key: it waits for ${people.join(' or ')}.`,
    'countersigned-before': ({ person, from }) =>
      `The new key of ${person} has been countersigned already, and takes effect at ${readable(from)}. Nothing more is to be done.`,
    'stray-option': ({ option, because }) => `${option} ${STRAY[because]}.`,
    'nothing-to-amend': () =>
      'Nothing would change. Say what the item is to be from now on (rectify amend --help), or change the file.',
    'no-plan-file': ({ path }) =>
      `${path} is no file of the plan, so the plan cannot be amended by it. Take a yaml file, or our template filled in (xlsx); rectify round --plan plan.yaml writes the plan as it stands to a file, for you to change.`,
    'not-to-amend': ({ path, unamendable }) =>
      `${path} differs from the plan in what an amendment does not change: ${unamendable
        .map(({ item, what }) => `${item} ${UNAMENDABLE[what]}`)
        .join('; ')}. Nothing was amended.`,
    'which-key': ({ people }) =>
      `Several new keys wait for your signature; name one with --person: ${people.join(', ')}.`,
    'bad-trust': ({ path, lines }) => `${path} does not hold pinned keys: ${lines.join('; ')}.`,
    'nothing-to-pin': ({ path }) =>
      `${path} has nothing to pin: it needs a bodyId, and keys of the office, the head or oversight.`,
    'no-key': ({ person, path }) =>
      `This round takes signed commands only, and there is no key for ${person} on this machine (${path}). Make one with rectify keygen --as ${person} and have the office enter its public half in the roster; if you keep your key elsewhere, name it with --key.`,
    'bad-key': ({ path, fault }) => `The key file ${path} ${KEY_FAULT[fault]}.`,
    'no-seal-keys': () =>
      "This takes the workers' keys: set SEAL_KEYS_FILE to their file, as for the workers, or run it where they run.",
    'not-on-hold': ({ mail, mails }) =>
      `No mail named ${mail} is on hold${mails.length === 0 ? '; none is' : `. On hold: ${mails.slice(0, 10).join(', ')}${mails.length > 10 ? ' ...' : ''}`}.`,
    'mail-decided': ({ mail, path }) =>
      `Something else was decided of ${mail} already, or lies under that name (${path}); nothing was changed.`,
    'mail-changed': ({ mail, path }) =>
      `What is shown of ${mail} has been changed: no worker has sealed ${path}. Nothing was decided. A worker with MAIL=hold puts it right within half a minute; then look again with rectify mail held ${mail}, and find out who may write to mail/ in the store.`,
    'bad-keys-file': ({ path }) =>
      `${path} cannot be read or written, or holds something other than keys; nothing was changed. Name another file, or put the old one back from the backup.`,
    'attribute-types': ({ namespace, wrong }) =>
      `The namespace ${namespace} has these search attributes with another type (in brackets); nothing was changed: ${wrong.join(', ')}. Make sure that nothing else uses them, remove them with temporal operator search-attribute remove, and run this again.`,
    'namespace-unready': ({ namespace, wrong }) =>
      `Nothing was imported: the namespace ${namespace} lacks these search attributes, or has them with another type (in brackets), so no item could run: ${wrong.join(', ')}. An operator adds them with rectify provision; then import again.`,
    'people-conflict': ({ conflicts }) =>
      `Nothing was imported: in open rounds of this body these ids have another name or address than in the plan: ${conflicts
        .slice(0, MOST_CONFLICTS)
        .map(
          ({ id, given, known, round }) =>
            `${id} is ${given.name} <${given.address}> in the plan, and ${known.name} <${known.address}> in round ${round}`,
        )
        .join(
          '; ',
        )}${conflicts.length > MOST_CONFLICTS ? `, and ${conflicts.length - MOST_CONFLICTS} more` : ''}. If it is the same person, correct the plan, or the other round with rectify register-people; another person needs another id.`,
    'bad-public-key': ({ path }) =>
      `There is no public key in ${path}; give the output of rectify keygen (kid and x under keys, or its JSON).`,
    'private-key': ({ path }) =>
      `${path} is the PRIVATE half of a key, which must never leave its owner's machine. Nothing was registered, and this key must not be used: delete the file wherever it went, and have its owner make another with rectify keygen and send only what that prints.`,
    'no-roster': ({ path }) => `${path} has nobody under roster: people, so nobody to enter keys for.`,
    'keys-need-yaml': ({ path }) =>
      `Keys are entered in plans in yaml. Make one with rectify import ${path} --write plan.yaml, then collect the keys into it.`,
    'keys-by-hand': ({ path }) =>
      `The people in ${path} are written in a way that was not understood well enough to add to; nothing was written. Paste the keys in by hand.`,
    'bad-folder': ({ path }) => `${path} is not a folder that can be read.`,
    'passphrases-differ': () => 'The two passphrases differ; no key was made.',
    'no-passphrase': () => 'No passphrase was given; nothing was done.',
    'bad-file': ({ path, fault }) => `${path} ${FILE_FAULT[fault]}.`,
    'path-exists': ({ path }) =>
      `${path} already exists and is never overwritten. Nothing was written; name another place.`,
    'cannot-write': ({ path }) =>
      `${path} cannot be written; check that its folder exists and that you may write to it.`,
    'not-yaml': ({ path }) => `A plan is a yaml file here (.yaml or .yml), which ${path} is not.`,
    'bad-plan': ({ path, faults: found }) => `${path} has ${faults(found)}; nothing was imported:`,
    'bad-content': ({ path, faults: found }) => `${path} has ${faults(found)}; nothing was changed:`,
    'bad-document': ({ path, fault }) => `${path} ${DOCUMENT_FAULT[fault]}.`,
    'unknown-format': ({ path }) =>
      `${path} cannot be read. Readable are yaml, xlsx, csv, docx and txt: save it as one of these in the program it comes from.`,
    faulty: ({ path, faults: found }) =>
      `${path} has ${faults(found)}; nothing was imported. Correct the file:`,
    doubtful: ({ path }) =>
      `${path} has doubtful places and cannot be imported before they are checked. Write them out in the file; a date that is right as it was read can be accepted by the number of its item: --accept 1.3,2.1-2.4.`,
    unsettled: ({ path, places }) =>
      [`${path} cannot be imported before this is settled:`, ...places.map((place) => `  ${place}`)].join(
        '\n',
      ),
    'bad-evidence': ({ no, title, fault }) => EVIDENCE.fault[fault](no, title),
    'no-evidence': () => 'This item has no evidence yet.',
    'no-such-evidence': ({ no, files }) =>
      `This item has no evidence no. ${no}: there ${files === 1 ? 'is 1 file' : `are ${files} files`} (see rectify show).`,
    'which-evidence': ({ files }) =>
      `This item has ${files} files of evidence. Name one by its number (see rectify show), as in rectify evidence open 1.2 3, or save them all with save --all.`,
    'no-notice': ({ path, because }) =>
      because.type === 'draft'
        ? `${path} is not final: ${[
            ...(because.marked ? ['it is marked as a draft (代拟稿)'] : []),
            ...(because.blanks > 0 ? [`gaps in 【】 still to fill in: ${because.blanks}`] : []),
          ].join('; ')}. Nothing was published; finish it first.`
        : `${path} does not look like a notice of this round: it does not speak of the rectification of "${because.body}". Nothing was published; check the file.`,
    'notice-unchecked': ({ path, places }) =>
      places.length > 0
        ? [
            `Figures in ${path} differ from the ledger or were not found, and --yes does not skip the check. Correct the file, or run this at a terminal without --yes, compare and answer:`,
            ...places,
          ].join('\n')
        : `No text can be read in ${path} (a scan or PDF, say), so no figure was checked, and --yes does not skip the check. Use docx or txt, or run this at a terminal without --yes, compare and answer.`,
    'argument-not-utf8': ({ at }) =>
      `${at === undefined ? 'The answer' : `Argument ${at}`} is not UTF-8, so what it says is unknown and nothing was done. Set the terminal to UTF-8 (export LANG=en_US.UTF-8, on Windows chcp 65001) and type it again.`,
    unfinished: ({ path }) =>
      `${path} lacks details such as ids and addresses of people, so it cannot be imported as it is. Check with --dry-run how it was read, write it to a template with --write plan.xlsx (or plan.yaml), complete that and import it.`,
    'plan-already': ({ path }) => `${path} already is a plan; import it without --write.`,
    'nothing-found': ({ path }) =>
      `No item was found in ${path}, so nothing was written. Look at its lines with --dry-run.`,
    'no-bag': ({ path }) => `${path} is not a folder, so there is nothing to verify.`,
    'round-exists': ({ round, next }) =>
      next === undefined
        ? `Round ${round} already exists, with a different plan; nothing was changed. Give a new round an id of its own.`
        : `The import of round ${round} was undone, and its id stays that of the record; nothing was changed. Import the plan again under an id that says so: set its round to ${next}.`,
    'not-open': ({ number, status }) =>
      `Item ${number} has ended (${status}) and takes in no other; merge into an open item.`,
    'nothing-sent': ({ person }) => `${person} has not been sent a mail about this item yet.`,
    'no-record': ({ bag }) =>
      `The server no longer has this item. It is archived in ${bag}, which is not in the store of this machine (STORE); look it up on a machine that has it.`,
    'mails-in-bag': ({ bag }) =>
      `The server no longer has this item. Its mails and receipts are in the bag ${bag}: see data/index.html and data/mail.`,
    'other-server': ({ address, folder }) =>
      `A Temporal server answers at ${address} already, but it was not started by rectify dev with the data in ${folder}; nothing was started. Stop it first, or use it: rectify doctor says what it lacks.`,
    'no-worker': ({ address }) =>
      `The Temporal server at ${address} answers, but no worker took the request within 15 seconds. Check that a worker is running: rectify doctor. A command that you gave waits; after an hour it is refused, so look with rectify show whether it has come about before you give it again.`,
  },
  misuse: {
    unknownOption: (given, meant) => `There is no option ${given}.${guess(meant)}`,
    unknownCommand: (given, meant) => `There is no command ${given}.${guess(meant)}`,
    missingArgument: (given) => `The argument <${given}> is missing.`,
    optionMissingArgument: (given) => `The option ${given} needs a value.`,
    missingMandatoryOptionValue: (given) => `The option ${given} is missing.`,
    invalidArgument: (given) => `The value of ${given} is not valid.`,
    excessArguments: () => 'There are too many arguments; put texts with spaces in quotes.',
  },
  asDeputy: (people) =>
    `You may do this as a deputy: add ${people.map(({ id, name }) => `--deputy-for ${id} (for ${name})`).join(' or ')}.`,
  unreachable: (address, source) =>
    `There is no answer from a Temporal server at ${address} (${SOURCE[source]}). Check that it is running and that the address is right: rectify doctor checks, rectify dev starts one on this machine.`,
  forbidden: (address, { role, method }) =>
    `The server at ${address} does not allow this${method === undefined ? '' : ` (${method})`} ${role === undefined ? 'with your certificate or API key' : `with a certificate of the role ${role}`}; nothing has changed. Use a certificate that may do it (TEMPORAL_TLS_CLIENT_CERT_PATH), or ask whoever runs the server.`,
  stranger: (address) =>
    `The server at ${address} does not know you: it requires a certificate issued by its CA (TEMPORAL_TLS_CLIENT_CERT_PATH, TEMPORAL_TLS_CLIENT_KEY_PATH) or an API key (TEMPORAL_API_KEY).`,
  badSetting: {
    twice: (setting) => `${setting} and ${setting}_FILE are both set; set only one of them.`,
    empty: (setting, file) => `${file} is empty (${setting}).`,
    unreadable: (setting, file, code) => `${file} cannot be read: ${code} (${setting}).`,
    malformed: (setting) =>
      `${setting} is not what rectify payload-keys writes: keys, one a line, each once.`,
    missing: (setting) => `Neither ${setting} nor ${setting}_FILE is set.`,
    short: (setting) =>
      `${setting} is too short; make one that nobody can guess, e.g. with openssl rand -base64 32.`,
  },
  unreadablePayload: {
    'no-key': (key) =>
      `What the server holds is encrypted with the key ${key}, which is not among yours. Ask the operator for the file of the keys of payloads, and name it in PAYLOAD_KEYS_FILE.`,
    damaged: (key) =>
      `What the server holds does not open with your key ${key}: you have another key of that name, it is of another namespace, or somebody has changed it. Compare PAYLOAD_KEYS_FILE and TEMPORAL_NAMESPACE with the operator's.`,
  },
  ended: ({ what, id }, how) =>
    `The workflow of ${what} ${id} ${how} on the server, so it takes no commands; nothing has changed. Tell whoever runs the system: rectify doctor says how to take it up again, and then give the command once more.`,
  notBegun: (item) =>
    `Item ${item} has just been assigned and cannot be asked yet; the items of a large round begin one after the other. Try again in a few minutes.`,
  fault: (reason) =>
    `Something went wrong: ${reason} (rectify doctor checks for causes; for details, run it again with RECTIFY_DEBUG=1)`,
};
