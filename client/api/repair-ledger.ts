import { type Client, isGrpcServiceError } from '@temporalio/client';
import { setTimeout as sleep } from 'node:timers/promises';
import { iso, type IsoInstant } from '../../domain/calendar/iso';
import { instant } from '../../domain/calendar/zone';
import type { Seals } from '../../domain/identity/seal';
import { isEnd } from '../../domain/item/lost';
import { wentBackIn } from '../../domain/round/log-head';
import type { RowField } from '../../domain/round/row-difference';
import type { RoundLedger } from '../../workflows/messages';
import { askedAgain } from './ask-again';
import { Ended, NotFound, ReportedLately, UnknownToBuild, Unreachable } from './errors';
import { causeOf } from './fault';
import { handInLast } from './hand-in-last';
import { inTurns } from './in-turns';
import { type Compared, comparedLines, type Line, linesToCompare, TOGETHER } from './ledger-lines';
import type { Rectify } from './rectify';

/** How long a report may take to reach the ledger, and the first pause before looking again, in milliseconds. */
const WITHIN = 20_000;
const PAUSE = 250;
/** How long a report may be on its way, in milliseconds. */
const MOMENT = 1_000;
/** How long one item may take to say that it will. */
const PATIENCE = 15_000;

/** Why a line still is not as its item has it, by what an operator can do about it. */
export const WHY = [
  'silent',
  'ended',
  'gone',
  'archived',
  'rolled-back',
  'lately',
  'older-build',
  'closed',
  'not-taken',
] as const;
export type Why = (typeof WHY)[number];

type Place = {
  client: Client;
  rectify: Rectify;
  queue: string;
  /** By the workers' keys, where this machine has them: then the last line of an item that has ended can be handed in. */
  seals?: Seals | undefined;
};

type Told = Pick<Line['row'], 'item' | 'number'> & Pick<Line, 'cycle'> & { fields: RowField[] };
/** `again`: when its item may be asked again. */
export type StillDifferent = Told & { why: Why; again?: IsoInstant };
export type Repaired = { items: number; agree: number; repaired: Told[]; differ: StillDifferent[] };

type Different = Extract<Compared, { found: 'differs' }>;
/** What came of asking: nothing where the report is on its way. */
type Asked = { why?: Why; again?: IsoInstant };

const told = ({ row: { item, number }, cycle }: Line, fields: RowField[]): Told => ({
  item,
  number,
  cycle,
  fields,
});

/** Has an item report anew, if it can. */
const ask = async (place: Place, one: Different): Promise<Asked> => {
  const { client, rectify } = place;
  const { row, cycle, view } = one;
  const found = await rectify.found(row.item, cycle);
  if (isEnd(found)) return { why: 'ended' };
  // Once that is marked in the ledger, the item goes on from there.
  if (!row.logWentBack && wentBackIn(row, view)) return { why: 'rolled-back' };
  try {
    if (found === 'recorded') {
      const handIn = () => askedAgain(() => handInLast(place, one));
      return (await client.withDeadline(Date.now() + PATIENCE, handIn)) ? {} : { why: 'archived' };
    }
    await client.withDeadline(Date.now() + PATIENCE, () => rectify.reportAnew(row.item, cycle));
    return {};
  } catch (error) {
    if (error instanceof ReportedLately) return { why: 'lately', again: iso(instant(error.again)) };
    if (error instanceof UnknownToBuild) return { why: 'older-build' };
    if (error instanceof Unreachable || isGrpcServiceError(causeOf(error))) return { why: 'silent' };
    // In this very moment it has come to its end, or the server has ended it.
    if (error instanceof NotFound) return { why: 'archived' };
    if (error instanceof Ended) return { why: 'ended' };
    throw error;
  }
};

/** Compares lines with the ledger as it is now. */
const comparedNow = async (
  { client, rectify }: Place,
  { head }: RoundLedger,
  lines: readonly Line[],
): Promise<Compared[]> => {
  if (lines.length === 0) return [];
  const { rows } = await rectify.ledger(head.round);
  const now = lines.map((line) => ({
    ...line,
    row: rows.find(({ number }) => number === line.row.number) ?? line.row,
  }));
  return comparedLines(client, rectify, now);
};

/** The lines that do not agree, once those that have been asked for had time to come. */
const afterwards = async (place: Place, ledger: RoundLedger, lines: readonly Line[]): Promise<Line[]> => {
  const until = Date.now() + WITHIN;
  for (let left = lines, pause = PAUSE; ; pause *= 2) {
    const wrong = (await comparedNow(place, ledger, left)).filter(({ found }) => found !== 'agrees');
    if (wrong.length === 0 || Date.now() + pause > until) return wrong;
    left = wrong;
    await sleep(pause);
  }
};

const differs = (one: Compared): one is Different => one.found === 'differs';

/** All lines, compared twice where they differ: a report that was on its way has come by then. */
const comparedTwice = async (place: Place, ledger: RoundLedger): Promise<Compared[]> => {
  const { client, rectify } = place;
  const first = await comparedLines(client, rectify, await linesToCompare(client, ledger));
  const doubts = first.filter(differs);
  if (doubts.length === 0) return first;
  await sleep(MOMENT);
  return [...first.filter((one) => !differs(one)), ...(await comparedNow(place, ledger, doubts))];
};

const isClosed = async (rectify: Rectify, { head }: RoundLedger): Promise<boolean> =>
  (await rectify.roundLog(head.round)).some(({ event }) => event.type === 'round-closed');

/** Those that gave no line of their own. One that has not begun has nothing to say yet. */
const unanswered = async ({ rectify }: Place, one: Compared): Promise<StillDifferent[]> => {
  if (one.found === 'silent') return [{ ...told(one, []), why: 'silent' }];
  // Before it has reported it is still to be started.
  if (one.found !== 'gone' || one.row.version === 0) return [];
  const found = await rectify.found(one.row.item, one.cycle);
  return [{ ...told(one, []), why: isEnd(found) && found !== 'removed' ? 'ended' : 'gone' }];
};

const askAll = async (place: Place, ledger: RoundLedger, lines: readonly Different[]) => {
  const closed = lines.length > 0 && (await isClosed(place.rectify, ledger));
  return inTurns(lines, TOGETHER, async (line): Promise<{ line: Different } & Asked> => ({
    line,
    ...(closed ? { why: 'closed' } : await ask(place, line)),
  }));
};

/**
 * Compares a ledger with what the items of its round say of themselves, has those report anew whose line is another, and looks what has
 * come of it. The items tell by themselves: nobody's line is ever made up.
 */
export const repairLedger = async (place: Place, ledger: RoundLedger): Promise<Repaired> => {
  const compared = await comparedTwice(place, ledger);
  const silent = (await inTurns(compared, TOGETHER, (one) => unanswered(place, one))).flat();
  const asked = await askAll(place, ledger, compared.filter(differs));
  const awaited = asked.filter(({ why }) => why === undefined).map(({ line }) => line);
  const left = await afterwards(place, ledger, awaited);
  const isLeft = ({ row }: Line) => left.some((one) => one.row.number === row.number);
  const differ = asked
    .filter(({ line, why }) => why !== undefined || isLeft(line))
    .map(({ line, why = 'not-taken', again }) => ({
      ...told(line, line.fields),
      why,
      ...(again !== undefined && { again }),
    }));
  return {
    items: ledger.rows.length,
    agree: ledger.rows.length - asked.length - silent.length,
    repaired: awaited.filter((line) => !isLeft(line)).map((line) => told(line, line.fields)),
    differ: [...silent, ...differ],
  };
};
