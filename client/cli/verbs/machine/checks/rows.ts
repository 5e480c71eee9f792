import { setTimeout as sleep } from 'node:timers/promises';
import type { RoundId } from '../../../../../base/ids';
import { addDays } from '../../../../../domain/calendar/civil';
import { instantOf } from '../../../../../domain/calendar/zone';
import type { LedgerRow } from '../../../../../domain/round/row';
import { KEYS } from '../../../../../workflows/search-attributes';
import { Rectify } from '../../../../api';
import { comparedLine, type LifeListed, type Line, livesListed } from '../../../../api/ledger-lines';
import { inTurns } from '../../../../api/in-turns';
import type { RoundLedger } from '../../../../../workflows/messages';
import { PATIENCE, type Server } from './server';

/** Into so many items of a round is looked. */
const MOST = 200;
const TOGETHER = 10;
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
  return { round, lines: lines.slice(0, MOST) };
};

/** The lines that, by the ledger as it is now, are not what their items say. */
const wrongOf = async (server: Server, { round, lines }: Doubts): Promise<Doubts> => {
  if (lines.length === 0) return { round, lines };
  const rectify = new Rectify(server.client);
  const { rows } = await patiently(server, () => rectify.ledger(round));
  const found = await inTurns(lines, TOGETHER, (line) => {
    const row = rows.find(({ number }) => number === line.row.number) ?? line.row;
    return comparedLine(server.client, rectify, { ...line, row });
  });
  return { round, lines: found.filter((one) => one.found === 'differs') };
};

const isAny = ({ lines }: Doubts): boolean => lines.length > 0;

/**
 * How many lines of the ledgers were looked at, by what the server lists of their items. Fails with those that an item itself
 * contradicts, twice, with a moment between.
 */
export const findRows = async (server: Server): Promise<string> => {
  const { ledgers } = await server.asked();
  const doubts = await inTurns(ledgers, TOGETHER, (ledger) => doubtful(server, ledger));
  let wrong = await inTurns(doubts, 1, (one) => wrongOf(server, one));
  if (wrong.some(isAny)) {
    await sleep(MOMENT);
    wrong = await inTurns(wrong, 1, (one) => wrongOf(server, one));
  }
  if (wrong.some(isAny))
    throw new Error(wrong.flatMap(({ lines }) => lines.map(({ row }) => row.item)).join(' '));
  return String(ledgers.reduce((sum, { rows }) => sum + rows.length, 0));
};
