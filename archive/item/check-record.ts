import { z } from 'zod';
import { type Evidence, manifestHash } from '../../domain/evidence/manifest';
import { canonical } from '../../base/hash';
import { Sha256 } from '../../base/ids';
import { checkLog, genesis, type LogEntry } from '../../domain/item/log';
import { EVIDENCE_FOLDER, isRead, RECORD, type RecordContent } from './read-record';
import { valuesOf } from './bag-info';
import { evidencePath, evidenceStem, LOG_HEAD } from './record';
import { mailsAgree } from './check-mails';
import { boundIn } from './check-binding';
import { opened } from './check-opening';
import { amended } from './check-amended';
import { othersThan } from '../compare';
import { signed } from './check-signatures';
import { told } from './check-told';
import { undone } from './check-undone';
import type { RecordFault } from './record-fault';

/** One check; the parts of the record that it needs and lacks have been reported already. */
type Check = (record: RecordContent) => RecordFault[];

const complete: Check = ({ payload }) =>
  Object.values(RECORD)
    .filter((file) => !payload.has(file))
    .map((file) => ({ type: 'record-missing', file }));

/** Files among the evidence are checked by name. */
const nothingElse: Check = (record) =>
  othersThan((path) => isRead(path) || path.startsWith(EVIDENCE_FOLDER), record);

const chained: Check = ({ item, policy, calendar, log }) => {
  if (!item || !policy || !calendar || !log) return [];
  const { policy: first, calendar: then } = item.born ?? {
    policy: policy.version,
    calendar: calendar.version,
  };
  const origin = genesis({ item: item.item, cycle: item.cycle, policy: first, calendar: then });
  return checkLog(log, origin).map((fault) => ({ type: 'log-broken', file: RECORD.log, ...fault }));
};

/** The version that the last change put in force. */
const lastVersion = (log: readonly LogEntry[], type: 'policy-changed' | 'calendar-changed') =>
  log.flatMap(({ event }) => (event.type === type ? [event.to] : [])).at(-1);

/** Policy and calendar are those that were in force at the end. */
const inForce: Check = ({ item, policy, calendar, log }) => {
  if (!item?.born || !policy || !calendar || !log) return [];
  const { born } = item;
  const parts = [
    [RECORD.policy, lastVersion(log, 'policy-changed') ?? born.policy, policy.version],
    [RECORD.calendar, lastVersion(log, 'calendar-changed') ?? born.calendar, calendar.version],
  ] as const;
  return parts.flatMap(([file, expected, found]) =>
    expected === found ? [] : [{ type: 'version-differs' as const, file, expected, found }],
  );
};

const wholeToItsHead: Check = ({ info, log }) => {
  if (!log) return [];
  const expected = valuesOf(info, LOG_HEAD).join(', ');
  const found = log.at(-1)?.hash ?? '';
  return expected === found ? [] : [{ type: 'log-head-differs', file: RECORD.log, expected, found }];
};

const Accepted = z.looseObject({ type: z.literal('accepted'), evidence: Sha256 });

/** The acceptance that counts: the last one. */
const acceptanceIn = (log: readonly LogEntry[]): { seq: number; evidence: Sha256 } | undefined =>
  log
    .flatMap(({ seq, event }) => {
      const accepted = Accepted.safeParse(event);
      return accepted.success ? [{ seq, evidence: accepted.data.evidence }] : [];
    })
    .at(-1);

/** An item is archived when its closure was accepted, or when it was withdrawn. */
const accepted: Check = ({ log }) =>
  log && !acceptanceIn(log) && !log.some(({ event }) => event.type === 'withdrawn')
    ? [{ type: 'not-accepted', file: RECORD.log }]
    : [];

const manifestAgrees: Check = ({ evidence, item, log }) => {
  if (!evidence) return [];
  const file = RECORD.evidence;
  const found = manifestHash({ ...evidence, evidence: evidence.files });
  const ofItem = item && manifestHash(item);
  const acceptance = log && acceptanceIn(log);
  const faults: RecordFault[] = [];
  if (evidence.hash !== found)
    faults.push({ type: 'manifest-hash-differs', file, expected: evidence.hash, found });
  if (acceptance && acceptance.evidence !== found) {
    const { seq, evidence: expected } = acceptance;
    faults.push({ type: 'manifest-not-accepted', file, seq, expected, found });
  }
  if (ofItem !== undefined && ofItem !== found)
    faults.push({ type: 'manifest-not-of-item', file: RECORD.item, expected: found, found: ofItem });
  return faults;
};

const withoutExtension = (path: string): string => path.replace(/\.[^./]*$/, '');

type Placed = { file: Evidence; path: string };

/** Each file of evidence with the path at which it is, or should be. */
const placesOf = (evidence: readonly Evidence[], payload: RecordContent['payload']): Placed[] => {
  const there = new Map([...payload.keys()].map((path) => [withoutExtension(path), path]));
  return evidence.map((file, index) => ({
    file,
    path: there.get(`data/${evidenceStem(file, index)}`) ?? `data/${evidencePath(file, index)}`,
  }));
};

const evidenceThere: Check = ({ item, payload }) => {
  if (!item) return [];
  const places = placesOf(item.evidence, payload);
  const named = new Set(places.map(({ path }) => path));
  const faults = places.flatMap(({ path, file: { sha512: expected } }): RecordFault[] => {
    const found = payload.get(path);
    if (found === undefined) return [{ type: 'evidence-missing', file: path, expected }];
    return found === expected ? [] : [{ type: 'evidence-differs', file: path, expected, found }];
  });
  const unnamed = [...payload.keys()].filter((path) => path.startsWith(EVIDENCE_FOLDER) && !named.has(path));
  return [...faults, ...unnamed.map((file): RecordFault => ({ type: 'evidence-unnamed', file }))];
};

const titled: Check = ({ item, evidence, payload }) => {
  if (!item || !evidence) return [];
  const places = placesOf(item.evidence, payload);
  const titles = Object.fromEntries(places.map(({ path, file }) => [path.slice('data/'.length), file.title]));
  return canonical(titles) === canonical(evidence.paths)
    ? []
    : [{ type: 'titles-differ', file: RECORD.evidence }];
};

const CHECKS: readonly Check[] = [
  complete,
  nothingElse,
  chained,
  inForce,
  wholeToItsHead,
  accepted,
  signed,
  amended,
  undone,
  (record) => boundIn(record).faults,
  manifestAgrees,
  evidenceThere,
  titled,
  mailsAgree,
  opened,
];

/**
 * Everything in the record of an archived item that contradicts the rest of it; empty when it holds together.
 * Nothing outside the bag is asked: a bag that somebody rebuilt, with every hash, can be told only by the hash of
 * its tag manifest, which the item noted when it was archived.
 */
export const checkRecord = (record: RecordContent): RecordFault[] => {
  const faults = CHECKS.flatMap((check) => check(record));
  // A faulty log is no evidence against what was made from it.
  const isWitness = faults.every(({ file }) => file !== RECORD.log);
  return isWitness ? [...faults, ...told(record)] : faults;
};
