import { count } from '../../../../base/plural';
import type { FormProblem } from '../../../../archive/item/foreign';
import type { LogFault } from '../../../../domain/item/log';
import type { VerifyWords } from '../words/verify';

const FORM: Record<FormProblem, string> = {
  'too-large': 'is too large for a record (more than 8 MiB)',
  'not-utf-8': 'is not UTF-8',
  'not-json': 'is not JSON',
  'out-of-bounds': 'is nested too deeply, or has a number that is too large',
  'wrong-form': 'does not have the form of a record',
};

const LOG_FAULT: Record<LogFault['fault'], string> = {
  'wrong-hash': 'is not what was written: its hash differs',
  'broken-chain': 'does not follow the entry before it or, if it is the first, does not belong to this item',
  'wrong-number': 'has a number that does not match its place',
  'time-runs-back': 'is older than the entry before it',
};

export const VERIFY: VerifyWords = {
  valid: (files, size) => `complete and valid; the record is consistent (${files} files, ${size})`,
  invalid: (faults) => `${faults} ${faults === 1 ? 'fault' : 'faults'}:`,
  otherForm:
    "Written by another version: index.html, bag-info.txt and an item's item.json were not compared with the log.",
  unbound: (commands) =>
    `${count(commands, 'signed command')} of an older form: not bound to the opening of the round, nor to what their authors had seen`,
  itemBags: (found, missing) =>
    `item bags beside it that match: ${found}${missing.length > 0 ? `; not beside it and not checked: ${missing.join(', ')}` : ''}`,
  opening: (by, pinned) =>
    `opened by ${by.map(({ person, role }) => `${person} (${role})`).join(' and ')}; ${pinned === undefined ? 'opening not checked against pinned keys (--trust)' : 'with pinned keys'}`,
  added: (by, kid, second) =>
    `added to the plan by an amendment that ${by} signed (key ${kid}), ${second === undefined ? 'which nobody countersigned' : `countersigned by ${second}`}`,
  attested: (by, entries, at, isSigned) =>
    `attested by ${by} up to entry ${entries}, ${at}${isSigned ? '' : ' (not signed)'}`,
  keysByOffice: (entries) =>
    `in entry ${entries.join(', ')} the office alone replaced a key, or took or gave a key or place of the head or oversight, which older versions let it, and this one does not`,
  besideInvalid: (bag, faults) =>
    `The bag of the round beside it is not valid (${count(faults, 'fault')}), so this item was not checked against it. Verify that bag: ${bag}`,
  total: (bags, invalid) =>
    invalid === 0 ? `${bags} bags, all valid` : `${bags} bags, ${invalid} of them not valid`,
  fault: {
    'tag-file-missing': () => 'this file is missing',
    'declaration-differs': ({ expected, found }) => `should declare "${expected}", but says "${found}"`,
    'not-utf-8': () => 'is not UTF-8',
    'line-malformed': ({ line, text }) => `line ${line} is malformed: ${text}`,
    'entry-duplicate': ({ line, path }) => `line ${line} lists ${path} a second time`,
    'path-outside': ({ line, path }) => `line ${line} points outside the bag: ${path}`,
    'entry-altered': ({ line, path, expected, found }) =>
      `line ${line} was altered: it gives ${path} the checksum ${expected}, which is only a few digits off that of the file, ${found}`,
    'entry-missing': ({ path }) => `does not list ${path}, which exists`,
    'path-differs': ({ manifest, line, path, found }) =>
      `line ${line} of ${manifest} lists this file as ${path}, but it is at ${found}`,
    'file-missing': ({ manifest }) => `listed in ${manifest}, but missing`,
    'file-unlisted': ({ manifest }) => `exists, but is not listed in ${manifest}`,
    'checksum-differs': ({ expected, found }) =>
      `has changed: the checksum should be ${expected}, but is ${found}`,
    'oxum-differs': ({ expected, found }) => `Payload-Oxum should be ${expected}, but is ${found}`,
    'file-unreadable': ({ reason }) => `cannot be read: ${reason}`,
    'record-missing': () => 'this file of the record is missing',
    'record-malformed': ({ line, problem, at }) =>
      `${line === undefined ? '' : `line ${line} `}${FORM[problem]}${at === undefined ? '' : ` (${at})`}`,
    'file-unnamed': () => 'is not part of the record; somebody put it there',
    'log-broken': ({ seq, fault }) => `entry ${seq} ${LOG_FAULT[fault]}`,
    'log-head-differs': ({ expected, found }) =>
      `does not end where it did: Rectify-Log-Head in bag-info.txt is ${expected || 'missing'}, but the last entry is ${found}`,
    'version-differs': ({ expected, found }) =>
      `is version ${found}, but by the log ${expected} was last put in force`,
    'signature-bad': ({ seq, fault }) => `entry ${seq}: the signature is not valid (${fault})`,
    'signature-differs': ({ seq, field }) => `entry ${seq} differs from what its author signed (${field})`,
    'act-unsigned': ({ seq }) =>
      `entry ${seq} is a person's act without a signature, but the policy takes signed commands only`,
    'act-repeated': ({ seq }) => `entry ${seq} repeats an act that was signed for an earlier entry`,
    'opening-of-other': ({ seq }) => `entry ${seq} was signed for another opening of the round`,
    'seen-unknown': ({ seq }) => `what the author of entry ${seq} had seen is no earlier entry of the log`,
    'seen-too-old': ({ seq, missed }) =>
      `entry ${seq} decided without knowing of entry ${missed}, which matters to it`,
    'time-off': ({ seq, at }) =>
      `entry ${seq} was signed at ${at}, which is more than an hour from when it was made`,
    'act-unbound': ({ seq }) =>
      `entry ${seq} is not bound to the opening of the round and to what its author had seen, though earlier ones are`,
    'undo-differs': ({ seq }) =>
      `entry ${seq} undoes the import, or closes the round for that, in another way than office and head have signed, or after work had begun`,
    'amendment-differs': ({ seq }) =>
      `entry ${seq} amends the plan otherwise than was signed, or without the second signature that it needs`,
    'key-unagreed': ({ seq }) =>
      `the new key in entry ${seq} was neither signed with the old key nor countersigned`,
    'not-accepted': () => 'no entry accepts the closure',
    'manifest-hash-differs': ({ expected, found }) =>
      `the evidence listed has the hash ${found}, but the file says ${expected}`,
    'manifest-not-accepted': ({ seq, expected, found }) =>
      `entry ${seq} of the log accepted the evidence ${expected}, but the evidence listed is ${found}`,
    'manifest-not-of-item': ({ expected, found }) =>
      `lists other evidence (${found}) than evidence.json (${expected})`,
    'evidence-missing': ({ expected }) => `the evidence with SHA-512 ${expected} is not in the bag`,
    'evidence-differs': ({ expected, found }) =>
      `the evidence was replaced by another file: SHA-512 should be ${expected}, but is ${found}`,
    'evidence-unnamed': () => 'is among the evidence, but the item does not list it',
    'titles-differ': () => 'paths and titles do not match the evidence',
    'mail-missing': ({ receipt }) => `this mail is missing, though its receipt ${receipt} exists`,
    'receipt-missing': ({ mail }) => `this receipt is missing, though its mail ${mail} exists`,
    'receipt-of-others': () => 'names no notice of this item',
    'receipt-beyond-log': ({ notice, entries }) =>
      `the mail told of ${notice}, which is not in the log of ${entries} ${entries === 1 ? 'entry' : 'entries'}`,
    'mail-differs': ({ expected, found }) =>
      `has ${found ? `the Message-ID ${found}` : 'no Message-ID'}, but its receipt has ${expected}`,
    'mail-altered': ({ expected, found }) =>
      `is not the mail that was sent: SHA-256 should be ${expected}, but is ${found}`,
    'receipt-misplaced': ({ expected }) => `should be at ${expected}, going by its content`,
    'item-differs': ({ field }) => `${field} does not match the log`,
    'info-differs': ({ label, expected, found }) =>
      `${label} is ${found || 'missing'}, but the record has ${expected || 'none'}`,
    'opening-bad': ({ fault }) => `the signatures do not open this round (${fault})`,
    'opening-differs': () => 'what two people signed to open the round is not what the bag holds',
    'opening-signer-unknown': ({ person }) =>
      `${person}, who opened the round, does not have that key in people.json`,
    'opening-missing': ({ seq, beside }) => {
      if (beside !== undefined)
        return `is missing, though the bag ${beside} beside it has the opening of the round`;
      return seq === undefined
        ? 'is missing, so nobody whose key is pinned has opened this round (older versions, and rounds that take people at their word, have none)'
        : `is missing, though entry ${seq} was signed for an opening of the round`;
    },
    'added-untold': () => 'the bag of the round beside it has no such amendment of the plan',
    'added-not-pinned': ({ person }) =>
      `${person} added the item by a key that is not pinned for the body as one of the office or the head; verify it beside the bag of its round`,
    'opening-not-pinned': ({ person }) =>
      `the key with which ${person} opened the round is not pinned for the body`,
    'key-untold': ({ person, kid }) => `the key ${kid} of ${person} does not follow from what was signed`,
    'page-differs': ({ line }) => `does not match the record from line ${line} on`,
    'not-closed': () => 'the log does not end with the close of the round',
    'summary-differs': ({ field, other }) => `its ${field} differs from that of ${other}`,
    'documents-differ': () => 'the documents listed are not those filed and published in the log',
    'document-missing': ({ title, expected }) =>
      `the document "${title}" with SHA-512 ${expected} is not in the bag`,
    'document-differs': ({ title, expected, found }) =>
      `the document "${title}" was replaced by another file: SHA-512 should be ${expected}, but is ${found}`,
    'document-unnamed': () => 'is among the documents, but the log never filed it',
    'ledger-of-other-entry': ({ seq }) => `is not the ledger as it stood at entry ${seq} of the log`,
    'totals-differ': ({ field }) => `the totals in ${field} do not match a count of the rows`,
    'figures-differ': ({ seq }) =>
      `the notice of entry ${seq} was published with figures that differ from the ledger`,
    'items-differ': () => 'the items of the ledger are not those of the imported plan',
    'bag-reference-differs': ({ item, cycle }) =>
      `the bag of cycle ${cycle} of ${item} is not the one recorded in ledger and log`,
    'archive-number-twice': ({ archiveNumber }) => `the archive number ${archiveNumber} is used twice`,
    'attested-other': ({ seq, entries }) =>
      `entry ${seq} attests entry ${entries}, which is not the one in this log`,
    'item-log-went-back': ({ item, cycle, entries }) =>
      `the log of ${item} (cycle ${cycle}) was rolled back: the round had seen its entry ${entries}, which it no longer had later`,
    'item-log-lacks': ({ bag, entries, found }) =>
      `the log in the bag ${bag} beside it has ${found} entries, and lacks entry ${entries} as the round had seen it`,
    'item-begins-otherwise': ({ bag, cycle }) =>
      `the log in the bag ${bag} beside it does not begin as the round says that cycle ${cycle} began`,
    'item-bag-differs': ({ bag, expected, found }) =>
      `the bag ${bag} beside it is not the one that was archived: SHA-512 of its tagmanifest-sha512.txt should be ${expected}, but is ${found}`,
  },
};
