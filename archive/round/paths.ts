import { OPENING_FILE } from '../opening';

/** The files that every bag of a round has, by their paths. */
export const ROUND_RECORD = {
  page: 'data/index.html',
  round: 'data/round.json',
  planImported: 'data/plan-imported.json',
  planInForce: 'data/plan-in-force.json',
  log: 'data/log.ndjson',
  policy: 'data/policy.json',
  calendar: 'data/calendar.json',
  people: 'data/people.json',
  ledger: 'data/ledger.json',
  documents: 'data/documents.json',
  bags: 'data/bags.json',
} as const;

export const LEDGER_FOLDER = 'data/ledger/';
export const DOCUMENT_FOLDER = 'data/documents/';

const READ: readonly string[] = [...Object.values(ROUND_RECORD), OPENING_FILE];

/** True for a file of a round's bag that has to be read for the check. */
export const isReadOfRound = (path: string): boolean => READ.includes(path) || path.startsWith(LEDGER_FOLDER);

/** A bag is that of a round if it has what only such a one has. */
export const isRoundBag = (payload: Iterable<string>): boolean =>
  [...payload].some((path) => path === ROUND_RECORD.round || path === ROUND_RECORD.bags);
