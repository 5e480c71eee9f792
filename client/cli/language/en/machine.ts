import type { Advised, MachineWords } from '../words/machine';

const publicHalf = ({ public: half }: Advised): string => (half ? `kid ${half.kid}, x ${half.x}` : '');

const anotherKey = ({ person }: Advised) =>
  `Make another with rectify keygen --as ${person} --key NEW-FILE, and have the office enter its public half in the roster.`;

const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

export const MACHINE: MachineWords = {
  keygen: {
    passphrase: (path) => `Passphrase for ${path}:`,
    mistyped: (left) => `Wrong passphrase; ${left} ${left === 1 ? 'try' : 'tries'} left.`,
    newPassphrase: 'New passphrase (empty for none):',
    again: 'Once more:',
    done: (path) => `Your key is in ${path}. Keep it to yourself; a lost key cannot be recovered.`,
    next: (person) =>
      `Send the public half below to the rectification office. Before the import the office enters it in the plan with rectify keys collect; once the round is open it registers it with rectify replace-key ${person} FILE.`,
    renewed: (person, path, own) =>
      `Send the public half below, with its line endorsed, to the rectification office, which registers it with rectify replace-key ${person} FILE within 14 days. It counts in this round only: for another one run this again with --round. Until it is registered the old key signs; afterwards put ${path} in the place of ${own}.`,
  },
  whoami: {
    noRounds: 'No round is open.',
    notInRoster: 'you are not in the roster',
    key: 'Key on this machine',
    offices: 'Offices',
    deputyFor: 'Deputy for',
    sides: 'Open items',
    identity: {
      claimed: 'identities are claimed, not proved (claimed); signed commands are still recorded as signed',
      signed: 'signed commands only (signed)',
    },
    state: {
      valid: 'your key is in the roster and valid',
      'no-key': 'there is no usable key on this machine',
      'unknown-key': 'your key is not in the roster',
      'key-not-yet-valid': 'your key is not valid yet',
      'key-expired': 'your key has expired',
      'key-revoked': 'your key has been revoked',
    },
    advice: {
      'no-key': ({ person, path }) =>
        `Make one with rectify keygen --as ${person} (it goes to ${path}), and have the office enter its public half in the roster; if you keep your key elsewhere, name it with --key or RECTIFY_KEYS.`,
      'unknown-key': (key) => `Have the office enter its public half in the roster: ${publicHalf(key)}.`,
      'key-not-yet-valid': () => 'Wait for the date given in the roster, or have the office correct it.',
      'key-expired': anotherKey,
      'key-revoked': anotherKey,
    },
    onlyClaimed: 'Your commands will be recorded as claimed.',
  },
  sealKeys: {
    done: (file, seals) => `The workers’ keys are in ${file}; ${seals} seals from now on.`,
    kept: (file) => `${file} is there already; nothing was changed.`,
    next: (next) =>
      `Give all workers this file (SEAL_KEYS_FILE) and restart them. Next to seal is ${next}; do not change keys again before all of them have been restarted.`,
  },
  mail: {
    head: {
      mail: 'Mail',
      to: 'To',
      subject: 'Subject',
      since: 'Since',
      notices: 'Notices',
      decided: 'Decided',
    },
    decided: { release: 'released', drop: 'dropped' },
    nothing: 'No mail is on hold.',
    unchecked:
      'Nobody has checked that this is what the workers have kept: for that set SEAL_KEYS_FILE to their keys, or run it where they run.',
    forged: (path) =>
      `No key of the workers has sealed ${path}, so it does not count: find out who may write to mail/ in the store.`,
    next: 'rectify mail held MAIL shows what it says. Then release them (rectify mail release MAIL, or --all), or drop what must not go out (rectify mail drop MAIL --reason WHY).',
    done: {
      release: (mails) => `Released ${mails} ${mails === 1 ? 'mail' : 'mails'}; sent within half a minute.`,
      drop: (mails) =>
        `Dropped ${mails} ${mails === 1 ? 'mail' : 'mails'}; nothing in them will be sent. Receipts keep the reason.`,
    },
  },
  repair: {
    repaired: (item, fields) => `${item} has reported anew (${fields.join(', ')}).`,
    differs: (item, fields) =>
      fields.length > 0 ? `${item} still differs (${fields.join(', ')}).` : `${item} could not be compared.`,
    why: {
      silent:
        'The item gives no answer: see rectify doctor (worker, tasks), then try again. Its line stays as it last reported it.',
      ended:
        'The server has ended its workflow before its record was written: reset it as rectify doctor says (items), and try again.',
      gone: 'The server no longer has it, and its line does not say that it was archived. Where its record is in the store, only that tells how it ended; otherwise see rectify restore.',
      archived:
        'The item has ended and can report nothing any more. Run this where the workers’ keys are (SEAL_KEYS_FILE, TASK_QUEUE), with the operator’s certificate: its last line is then handed in for it.',
      'rolled-back':
        'Its log was rolled back: the round has seen what is no longer in it, and keeps that. See rectify doctor (logs).',
      lately: 'It has reported anew a moment ago, so asking again would not help yet.',
      'older-build':
        'Its worker is of a version that does not know how to report anew: give all workers the newest build.',
      closed: 'The round is closed, and its ledger stays as it was then.',
      'not-taken':
        'It was asked, but its line has not come. Look in the logs of the workers for messages that were dropped (keys differ) or cannot be read (versions differ), and in the Temporal UI whether its activity tell is tried again.',
    },
    again: (time) => `It can be asked again from ${time}.`,
    inBag: (path) => `Its record: ${path}`,
    totals: ({ items, agree, repaired, differ }) =>
      `${items} ${items === 1 ? 'item' : 'items'}: ${agree} agreed, ${repaired} put right, ${differ} still differ.`,
  },
  payloadKeys: {
    done: (file, encrypts) => `The keys of payloads are in ${file}; ${encrypts} encrypts from now on.`,
    kept: (file) => `${file} is there already; nothing was changed.`,
    next: (next) =>
      `Give all workers, everybody who uses the command line, and the codec server this file (PAYLOAD_KEYS_FILE), and restart workers and codec server. Back it up: without it nobody can read what is in Temporal. Next to encrypt is ${next}; do not change keys again before all have this file.`,
  },
  codecServer: {
    started: (url, origin) =>
      `The codec server answers at ${url} until Ctrl-C, for pages of ${origin} and whoever has the token.`,
    open: (host) =>
      `It listens on ${host}, without TLS: put a proxy with TLS before it, or whoever is on the way can read along.`,
  },
  provision: ({ namespace, created, retentionDays, retentionDaysBefore, added }) => [
    created
      ? `The namespace ${namespace} has been made; it keeps ended items for ${days(retentionDays)}.`
      : `The namespace ${namespace} is there; it keeps ended items for ${days(retentionDays)}${retentionDaysBefore === undefined ? '' : ` (${days(retentionDaysBefore)} before)`}.`,
    added.length > 0
      ? `Search attributes added: ${added.join(', ')}.`
      : 'It has all search attributes, with the right types.',
  ],
  doctor: {
    check: {
      node: 'Node.js version',
      store: 'store is writable',
      'store-rights': 'rights in the store',
      'store-space': 'free space of the store',
      certificates: 'days that certificates last',
      smtp: 'mail server answers (no login, nothing sent)',
      server: 'Temporal server',
      namespace: 'namespace',
      'search-attributes': 'search attributes',
      worker: 'worker for items',
      'mail-worker': 'worker for mail',
      builds: 'workers are of one build',
      clock: 'clock of this machine',
      tasks: 'workflow tasks succeed',
      mails: 'mails on their way (open mailboxes)',
      rounds: 'open rounds',
      items: 'items at work (of open rounds)',
      ended: 'rounds, mailboxes and other items that were ended',
      unsealed: 'workflows that no worker had started (last week)',
      logs: 'logs continue from what their round last saw (items)',
      rows: 'lines of the ledgers are what their items say (items)',
      signers:
        'who can sign (people with a valid key, of all; those without; [claimed] takes people at their word)',
      openings: 'rounds not yet open (waiting, unchecked or refused)',
      calendar: 'rounds that lack a holiday schedule (years)',
      checkpoints: 'store and database of one time (last checkpoint)',
      bags: 'bags of the items of open rounds',
    },
    advice: {
      node: 'Install Node.js 20.19 or later.',
      store:
        'Check STORE (file:///path or s3://bucket/prefix): it must be the store of the worker, which creates it, and it must exist and be writable.',
      'store-rights':
        'Others could forge or remove what belongs to the worker. Let only the worker write mail, bags, rounds and .incoming (2750), close the store to others (2750), and give evidence and evidence/.incoming, where people write, the sticky bit (3770); see docs/store.md.',
      'store-space':
        'The store is nearly full: enlarge its disk, or move other files away. Once it is full, mails and archives wait; nothing is lost.',
      certificates:
        'A certificate expires soon, or has: renew it and restart the workers; renew those of the CLI at the same time.',
      smtp: 'The mail server does not answer: check SMTP_URL, the network and firewalls. Until then mail waits; nothing is lost.',
      server:
        'Check that the server is running and TEMPORAL_ADDRESS is right; rectify dev starts one on this machine.',
      namespace: 'Check TEMPORAL_NAMESPACE, or create it: temporal operator namespace create.',
      'search-attributes':
        'For each missing one run: temporal operator search-attribute create --name <name> --type <type>.',
      worker:
        'Start a worker: node dist/worker.js, with the same TASK_QUEUE as here. If one runs, compare the clock of this machine with the server’s.',
      'mail-worker': 'Start a worker: node dist/worker.js; without one no mail goes out.',
      builds:
        'Workers of several builds run side by side: finish the upgrade by replacing the others, or go back with all of them.',
      clock:
        'The clock of this machine is behind the server: check NTP. With a wrong clock signed commands are refused.',
      tasks:
        'The tasks of these workflows fail again and again (in brackets how often, and why at first); they stand still, and nothing is lost. After an upgrade (NON_DETERMINISTIC_ERROR) go back to the build before. Of a message that is too large the log of the worker says more. Where no reason is given, a worker was stopped or too slow: look into the Temporal UI with the operator’s certificate.',
      mails:
        'Mails wait and are retried; nothing is lost. Put right what the mail server names (SMTP_URL, MAIL_FROM, quota, relaying) and restart the worker if its environment changes. If mail is on hold, see rectify mail held.',
      rounds:
        'The server could not list the rounds, or some did not answer, so nobody has looked at their items: see to the worker and the tasks above first, then try again. If only single rounds do not answer, look at their workflows in the Temporal UI.',
      items:
        'These workflows were ended before their record was written. Take each up again where it was: temporal workflow reset --workflow-id <id> --event-id <event> --reason <why>, with the event that is named here; nothing is lost. Only where that does not help, because the history was too large or is no longer there (removed), the office begins the item anew: rectify restore <item> --reason <why>.',
      ended:
        'These workflows were ended, and nothing goes on with them. Take each up again where it was: temporal workflow reset --workflow-id <id> --event-id <event> --reason <why>, with the event that is named here. With a mailbox its waiting notices go on; where that cannot be done, the office sends them again with rectify resend. The record of a round that nobody needs is removed with temporal workflow delete.',
      unsealed:
        'No worker had sealed what these were started with; nobody was told. Find out who can start workflows at the Temporal server. Where an item of an open round is among them, workers have different keys: give all of them the same SEAL_KEYS_FILE, and restart them.',
      logs: 'The logs of these items were rolled back, and no longer have what their round has seen. Find out who reset their workflows at the Temporal server; rectify show says since when, and the mails of that time say what is missing.',
      rows: 'The ledger of the round has another line than these items have, so a report of theirs was lost or could not be read. First see to the workers (builds, keys) where they are named above, then have the items report anew: rectify repair ledger --round <round>. It also says which lines it cannot put right, and why.',
      openings:
        'None of the items of these rounds was started. Where the opening was refused this week, rectify import says why: mend that and import again; somebody else may also have tried. Where it is unchecked, the workers cannot read their TRUST_FILE, or it is not set: their log and the Temporal UI (checkOpening) say what is wrong.',
      calendar:
        'The holiday schedule of this year is not registered yet, so its working days are provisional: have the office bring the calendar up to date with rectify new-calendar.',
      signers:
        'These people have open work in a round of signed commands and no valid key: have each send the output of rectify keygen, and register it with rectify replace-key <person> <file>.',
      checkpoints:
        'The database or the store was restored to an earlier time; see “Restoring” in docs/store.md. Start the workers with MAIL=hold and look at what would go out: rectify mail held. Where something is marked as not a worker’s, somebody else has put it there: find out who may start workflows or write to mail/ in the store, and take it out of mail/@checkpoints/. Workers do not stop for it.',
      bags: 'Missing: the store lacks a bag that its item has noted; bring it back from the backup. Other: a bag lies under the name of an item that has none yet, which is left from a time before a restore or a reset; find out where it came from, and move it out of bags/, see docs/store.md.',
    },
    found: {
      askOperator: "(ask with the operator's certificate)",
      waiting: (count) => `no worker, while ${count} ${count === 1 ? 'workflow waits' : 'workflows wait'}`,
      silent: (rounds) => `no answer from ${rounds.join(', ')}`,
      unasked: (count) => `${count} more rounds were not asked`,
      lookedAt: (count) => `${count} workflows looked at`,
      uncompared: (count) =>
        `${count} more ${count === 1 ? 'line' : 'lines'} could not be compared with ${count === 1 ? 'its item' : 'their items'}`,
      more: (count) => `and ${count} more`,
      lastPoll: (seconds) => `a worker last polled ${seconds} s ago`,
      behind: (seconds) => `at least ${seconds} s behind the server`,
      provisional: (round, years) => `${round}: ${years.join(', ')}`,
    },
  },
  completion: (shell) => `To enable completion, add to ~/.${shell}rc: source <(rectify completion ${shell})`,
};
