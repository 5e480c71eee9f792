import { setTimeout as sleep } from 'node:timers/promises';
import type { RoundId } from '../../../../../base/ids';
import { addDays } from '../../../../../domain/calendar/civil';
import { instantOf } from '../../../../../domain/calendar/zone';
import type { LedgerRow } from '../../../../../domain/round/row';
import { KEYS } from '../../../../../workflows/search-attributes';
import { Rectify } from '../../../../api';
import {
  type Compared,
  comparedLine,
  type LifeListed,
  type Line,
  livesListed,
} from '../../../../api/ledger-lines';
import { inTurns } from '../../../../api/in-turns';
import type { RoundLedger } from '../../../../../workflows/messages';
import { PATIENCE, type Server } from './server';

/** So many are named. */
const NAMED = 200;
const TOGETHER = 10;
/** How long is looked into lines, in milliseconds. */
const LONGEST = 120_000;
/** A report takes a moment to come. */
const MOMENT = 2_000;

/** What the search attributes of an item would be by its line. */
const expected = ({ status, cycle, deadline, undeliverable }: LedgerRow) => ({
  [KEYS.status.name]: status,
  [KEYS.cycle.name]: cycle,
  [KEYS.undeliverable.name]: undeliverable,
  [KEYS.deadline.name]: deadline && instantOf(addDays(deadline, 1)) - 1,
});

const valueOf = (said: unknown): unknown => {
  const time = typeof said === 'string' && said.includes('T') ? Date.parse(said) : NaN;
  return Number.isNaN(time) ? said : time;
};

/** Whether what the server lists of an item leaves a doubt about its line. That of one which has not begun is new. */
export const isDoubtful = (row: LedgerRow, listed: LifeListed | undefined): boolean => {
  if (!listed) return row.archive === undefined && row.version > 0;
  const { said } = listed;
  return Object.entries(expected(row)).some(([name, value]) => (valueOf(said[name]) ?? undefined) !== value);
};

/** Lines of one ledger. */
type Doubts = { round: RoundId; lines: Line[] };

/** Asks with the patience that one answer has: the whole check takes longer than that where there is something to find. */
const patiently = <T>({ client }: Server, ask: () => Promise<T>): Promise<T> =>
  client.withDeadline(Date.now() + PATIENCE, ask);

const doubtful = async (server: Server, { head: { round }, rows }: RoundLedger): Promise<Doubts> => {
  const listed = await patiently(server, () => livesListed(server.client, round));
  const lines = rows.flatMap((row): Line[] => {
    const life = listed.get(row.number);
    return isDoubtful(row, life) ? [{ row, cycle: Math.max(row.cycle, life?.cycle ?? 0) }] : [];
  });
  return { round, lines };
};

/** Those that differ from what their items say. `unseen`: how many gave no answer, or had no turn. */
type Looked = { differ: Line[]; unseen: number };

/** Asks after every line as long as there is time, so many at once. */
export const lookInto = async (
  lines: readonly Line[],
  compare: (line: Line) => Promise<Compared>,
  isOver: () => boolean,
): Promise<Looked> => {
  const found = await inTurns(lines, TOGETHER, async (line) => (isOver() ? undefined : compare(line)));
  return {
    differ: found.filter((one) => one?.found === 'differs'),
    unseen: found.filter((one) => one === undefined || one.found === 'silent').length,
  };
};

/** What came of the lines of a ledger. */
type Outcome = Doubts & { unseen: number };

/** Compares lines, by the ledger as it is now. */
const outcomeOf = async (server: Server, { round, lines }: Doubts, until: number): Promise<Outcome> => {
  if (lines.length === 0) return { round, lines, unseen: 0 };
  const rectify = new Rectify(server.client);
  const { rows } = await patiently(server, () => rectify.ledger(round));
  const compare = (line: Line) => {
    const row = rows.find(({ number }) => number === line.row.number) ?? line.row;
    return comparedLine(server.client, rectify, { ...line, row });
  };
  const { differ, unseen } = await lookInto(lines, compare, () => Date.now() > until);
  return { round, lines: differ, unseen };
};

const outcomesOf = (server: Server, doubts: readonly Doubts[]): Promise<Outcome[]> => {
  const until = Date.now() + LONGEST;
  return inTurns(doubts, 1, (one) => outcomeOf(server, one, until));
};

const unseenIn = (outcomes: readonly Outcome[]): number =>
  outcomes.reduce((sum, { unseen }) => sum + unseen, 0);

/**
 * How many lines of the ledgers were looked at, by what the server lists of their items, and how many could not be compared where that
 * leaves a doubt. Fails with those that an item itself contradicts, twice, with a moment between.
 */
export const findRows = async (server: Server): Promise<string> => {
  const { say } = server;
  const { ledgers } = await server.asked();
  let outcomes = await outcomesOf(
    server,
    await inTurns(ledgers, TOGETHER, (ledger) => doubtful(server, ledger)),
  );
  let unseen = unseenIn(outcomes);
  if (outcomes.some(({ lines }) => lines.length > 0)) {
    await sleep(MOMENT);
    outcomes = await outcomesOf(server, outcomes);
    unseen += unseenIn(outcomes);
  }
  const others = unseen > 0 ? [say.uncompared(unseen)] : [];
  const wrong = outcomes.flatMap(({ lines }) => lines.map(({ row }) => row.item));
  const more = wrong.length > NAMED ? [say.more(wrong.length - NAMED)] : [];
  if (wrong.length > 0) throw new Error([...wrong.slice(0, NAMED), ...more, ...others].join(' '));
  const all = ledgers.reduce((sum, { rows }) => sum + rows.length, 0);
  return [String(all - unseen), ...others].join(' ');
};
