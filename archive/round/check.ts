import { canonical } from '../../base/hash';
import { checkLog, roundGenesis } from '../../domain/item/log';
import { ARCHIVE_NUMBER, BAG_INFO, valuesOf } from '../item/bag-info';
import { othersThan } from '../compare';
import { LOG_HEAD } from '../item/record';
import { documentsListed, documentsThere } from './check-documents';
import { attestedEntries, logsWentOn } from './check-heads';
import {
  archiveNumbersOnce,
  bagsOfLives,
  figuresOfNotices,
  itemsOfPlan,
  lastLedger,
  ledgersOfEntries,
  ledgersThere,
  totalsCounted,
} from './check-ledgers';
import { roundBoundIn } from './check-binding';
import { asTold } from './check-in-force';
import { roundOpened } from './check-opening';
import { signedByKeys } from './check-signatures';
import { roundTold } from './check-told';
import { undone } from './check-undone';
import type { RoundFault } from './record-fault';
import { DOCUMENT_FOLDER, isReadOfRound, ROUND_RECORD } from './paths';
import type { RoundContent } from './read';
import { closeIn } from './record';

/** One check; the parts of the record that it needs and lacks have been reported already. */
type Check = (record: RoundContent) => RoundFault[];

const complete: Check = ({ payload }) =>
  Object.values(ROUND_RECORD)
    .filter((file) => !payload.has(file))
    .map((file) => ({ type: 'record-missing', file }));

/** Files among the documents are checked by name. */
const nothingElse: Check = (record) =>
  othersThan((path) => isReadOfRound(path) || path.startsWith(DOCUMENT_FOLDER), record);

const chained: Check = ({ round, log }) => {
  if (!round || !log) return [];
  const { policy, calendar } = round.born;
  const origin = roundGenesis({ round: round.round, policy, calendar });
  return checkLog(log, origin).map((fault) => ({ type: 'log-broken', file: ROUND_RECORD.log, ...fault }));
};

const valueOf = (info: RoundContent['info'], label: string): string => valuesOf(info, label).join(', ');

const wholeToItsHead: Check = ({ info, log }) => {
  if (!log) return [];
  const [expected, found] = [valueOf(info, LOG_HEAD), log.at(-1)?.hash ?? ''];
  return expected === found ? [] : [{ type: 'log-head-differs', file: ROUND_RECORD.log, expected, found }];
};

const ended: Check = ({ log }) =>
  log && log.at(-1)?.event.type !== 'round-closed' ? [{ type: 'not-closed', file: ROUND_RECORD.log }] : [];

type Log = NonNullable<RoundContent['log']>;

/** The version that the last change put in force. */
const lastVersion = (log: Log, type: 'policy-changed' | 'calendar-changed'): string | undefined =>
  log.flatMap(({ event }) => (event.type === type ? [event.to] : [])).at(-1);

const inForce: Check = ({ round, log, policy, calendar }) => {
  if (!round || !log || !policy || !calendar) return [];
  const { born } = round;
  const parts = [
    [ROUND_RECORD.policy, lastVersion(log, 'policy-changed') ?? born.policy, policy.version],
    [ROUND_RECORD.calendar, lastVersion(log, 'calendar-changed') ?? born.calendar, calendar.version],
  ] as const;
  return parts.flatMap(([file, expected, found]) =>
    expected === found ? [] : [{ type: 'version-differs' as const, file, expected, found }],
  );
};

const differing = (
  file: string,
  other: string,
  pairs: Readonly<Record<string, readonly [unknown, unknown]>>,
): RoundFault[] =>
  Object.entries(pairs)
    .filter(([, [a, b]]) => canonical(a) !== canonical(b))
    .map(([field]) => ({ type: 'summary-differs', file, field, other }));

/** `round.json` says what the ledger, the log and the plan say. */
const summaryAgrees: Check = ({ round, ledger, log, planInForce, planImported, info }) => {
  if (!round) return [];
  const file = ROUND_RECORD.round;
  const { round: id, title, body, feedback, concentratedUntil } = round;
  const lives = ledger?.rows.map(({ item, cycle }) => ({ item, cycle }));
  const own = { round: id, title, body, feedback, concentratedUntil };
  return [
    ...(ledger
      ? differing(file, ROUND_RECORD.ledger, {
          totals: [round.totals, ledger.totals],
          items: [round.items, lives],
          round: [id, ledger.round],
        })
      : []),
    ...(log
      ? differing(file, ROUND_RECORD.log, {
          archiveNumber: [round.archiveNumber, closeIn(log)?.archiveNumber ?? ''],
        })
      : []),
    ...differing(file, BAG_INFO, {
      archiveNumber: [round.archiveNumber, valueOf(info, ARCHIVE_NUMBER)],
    }),
    ...[
      [ROUND_RECORD.planInForce, planInForce] as const,
      [ROUND_RECORD.planImported, planImported] as const,
    ].flatMap(([other, plan]) => {
      if (!plan) return [];
      const pairs = Object.entries(own).map(([field, value]) => [field, [value, plan[field]]] as const);
      return differing(file, other, Object.fromEntries(pairs));
    }),
  ];
};

/** The plan in force has the roster and the policy beside it. */
const planAgrees: Check = ({ planInForce, planImported, people, policy, round }) => [
  ...(planInForce && people
    ? differing(ROUND_RECORD.planInForce, ROUND_RECORD.people, { roster: [planInForce.roster, people] })
    : []),
  ...(planInForce && policy
    ? differing(ROUND_RECORD.planInForce, ROUND_RECORD.policy, { policy: [planInForce.policy, policy] })
    : []),
  ...(planImported && round
    ? differing(ROUND_RECORD.planImported, ROUND_RECORD.round, {
        policy: [planImported.policy.version, round.born.policy],
      })
    : []),
];

const CHECKS: readonly Check[] = [
  complete,
  nothingElse,
  ledgersThere,
  chained,
  wholeToItsHead,
  ended,
  inForce,
  signedByKeys,
  undone,
  (record) => roundBoundIn(record).faults,
  summaryAgrees,
  planAgrees,
  documentsListed,
  documentsThere,
  ledgersOfEntries,
  totalsCounted,
  figuresOfNotices,
  lastLedger,
  itemsOfPlan,
  bagsOfLives,
  archiveNumbersOnce,
  logsWentOn,
  attestedEntries,
  roundOpened,
  asTold,
];

/**
 * Everything in the record of a round that contradicts the rest of it; empty when it holds together. The bags of
 * its items are checked by whoever has them.
 */
export const checkRound = (record: RoundContent): RoundFault[] => {
  const faults = CHECKS.flatMap((check) => check(record));
  // A faulty part is no evidence against what was made from it.
  return faults.length === 0 ? roundTold(record) : faults;
};
