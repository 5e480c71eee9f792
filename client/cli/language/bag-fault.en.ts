import type { FormProblem } from '../../../archive/item/foreign';
import type { RecordFault } from '../../../archive/item/record-fault';
import type { LogFault } from '../../../domain/item/log';
import type { BagFault } from '../../../archive/bag';
import { sayFault } from './say-fault';

const FORM: Record<FormProblem, string> = {
  'too-large': 'is too large for a record (more than 8 MiB)',
  'not-utf-8': 'is not UTF-8',
  'not-json': 'is not JSON',
  'out-of-bounds': 'is nested too deeply, or has a number that is too large',
  'wrong-form': 'does not have the form of a record',
};

const LOG_FAULT: Record<LogFault['fault'], string> = {
  'wrong-hash': 'is not what was written: its hash differs',
  'broken-chain': 'does not continue the entry before it, or the life of the item if it is the first',
  'wrong-number': 'does not have the number of its place',
  'time-runs-back': 'is older than the entry before it',
};

/** What is wrong with a bag. */
export const BAG_FAULT = sayFault<BagFault | RecordFault>({
  'tag-file-missing': () => 'this file is missing',
  'declaration-differs': ({ expected, found }) => `should declare "${expected}", but says "${found}"`,
  'not-utf-8': () => 'is not UTF-8',
  'line-malformed': ({ line, text }) => `line ${line} is malformed: ${text}`,
  'entry-duplicate': ({ line, path }) => `line ${line} lists ${path} a second time`,
  'path-outside': ({ line, path }) => `line ${line} leads outside: ${path}`,
  'entry-altered': ({ line, path, expected, found }) =>
    `line ${line} was altered: it gives ${path} the checksum ${expected}, nearly that of the file, ${found}`,
  'entry-missing': ({ path }) => `does not list ${path}, which is there`,
  'path-differs': ({ manifest, line, path, found }) =>
    `line ${line} of ${manifest} has this file at ${path}, but it lies at ${found}`,
  'file-missing': ({ manifest }) => `listed in ${manifest}, but not there`,
  'file-unlisted': ({ manifest }) => `there, but not listed in ${manifest}`,
  'checksum-differs': ({ expected, found }) =>
    `has changed: the checksum should be ${expected}, but is ${found}`,
  'oxum-differs': ({ expected, found }) => `Payload-Oxum should be ${expected}, but is ${found}`,
  'file-unreadable': ({ reason }) => `cannot be read: ${reason}`,
  'record-missing': () => 'this file of the record is missing',
  'record-malformed': ({ line, problem, at }) =>
    `${line === undefined ? '' : `line ${line} `}${FORM[problem]}${at === undefined ? '' : ` (${at})`}`,
  'file-unnamed': () => 'is no part of the record: somebody has put it there',
  'log-broken': ({ seq, fault }) => `entry ${seq} ${LOG_FAULT[fault]}`,
  'log-head-differs': ({ expected, found }) =>
    `does not end where it did: Rectify-Log-Head in bag-info.txt is ${expected || 'missing'}, but the last entry is ${found}`,
  'version-differs': ({ expected, found }) =>
    `is version ${found}, but the log put ${expected} in force last`,
  'signature-bad': ({ seq, fault }) => `entry ${seq}: the signature does not hold (${fault})`,
  'signature-differs': ({ seq, field }) => `entry ${seq} says another ${field} than its author has signed`,
  'act-unsigned': ({ seq }) =>
    `entry ${seq} is a person's act without a signature, but the policy takes signed commands only`,
  'act-repeated': ({ seq }) => `entry ${seq} repeats an act that was signed for an entry before it`,
  'not-accepted': () => 'no entry accepts the closure',
  'manifest-hash-differs': ({ expected, found }) =>
    `the evidence listed has the hash ${found}, but says ${expected}`,
  'manifest-not-accepted': ({ seq, expected, found }) =>
    `entry ${seq} of the log accepted the evidence ${expected}, but the evidence listed is ${found}`,
  'manifest-not-of-item': ({ expected, found }) =>
    `names other evidence (${found}) than evidence.json (${expected})`,
  'evidence-missing': ({ expected }) => `the evidence with SHA-512 ${expected} is not in the bag`,
  'evidence-differs': ({ expected, found }) =>
    `another file lies in the place of the evidence: SHA-512 should be ${expected}, but is ${found}`,
  'evidence-unnamed': () => 'lies among the evidence, but the item does not name it',
  'titles-differ': () => 'paths and titles are not those of the evidence',
  'mail-missing': ({ receipt }) => `this mail is missing, though there is its receipt ${receipt}`,
  'receipt-missing': ({ mail }) => `this receipt is missing, though there is its mail ${mail}`,
  'receipt-of-others': () => 'names no notice of this item',
  'receipt-beyond-log': ({ notice, entries }) =>
    `the mail told of ${notice}, but the log has only ${entries} ${entries === 1 ? 'entry' : 'entries'}, without that one`,
  'mail-differs': ({ expected, found }) =>
    `has ${found ? `the Message-ID ${found}` : 'no Message-ID'}, but its receipt has ${expected}`,
  'receipt-misplaced': ({ expected }) => `should lie at ${expected} by what it says`,
  'item-differs': ({ field }) => `${field} is not what the log tells`,
  'info-differs': ({ label, expected, found }) =>
    `${label} is ${found || 'missing'}, but the record has ${expected || 'none'}`,
  'page-differs': ({ line }) => `from line ${line} on it does not say what the record says`,
});
