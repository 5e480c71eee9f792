import { type Client, isGrpcServiceError } from '@temporalio/client';
import type { RoundId } from '../../base/ids';
import type { ItemView } from '../../domain/item/life';
import { type RowField, rowDifference } from '../../domain/round/row-difference';
import type { LedgerRow } from '../../domain/round/row';
import { type RoundLedger, WORKFLOWS } from '../../workflows/messages';
import { Forbidden, NotBegun, NotFound, Unreachable } from './errors';
import { causeOf } from './fault';
import { inTurns } from './in-turns';
import type { Rectify } from './rectify';
import { executions } from './workflow-ids';

/** The gRPC code of what a server does not do. */
const UNIMPLEMENTED = 12;

/** So many items are asked together. */
export const TOGETHER = 8;
/** How long one may take to answer, in milliseconds. */
const PATIENCE = 5_000;

/** A line of the ledger, and the life of its item that it has to tell of. */
export type Line = { row: LedgerRow; cycle: number };

/** How an item stands to its line. `gone`: the server does not have it; `silent`: it gave no answer. */
export type Compared = Line &
  (
    | { found: 'agrees' | 'silent' | 'gone' | 'not-begun' }
    | { found: 'differs'; fields: RowField[]; view: ItemView }
  );

/** A life at work as the server lists it: what its search attributes say, by their names. */
export type LifeListed = { cycle: number; said: Readonly<Record<string, unknown>> };

const LIFE = /^item\/(?<of>[^/]+)\/(?<number>[^/]+)(?:\/cycle-(?<cycle>\d+))?$/;

/** Search attributes are never encrypted. What somebody else has put there says nothing. */
const attributeIn = (payload: { data?: Uint8Array | null } | null): unknown => {
  try {
    return JSON.parse(Buffer.from(payload?.data ?? []).toString());
  } catch {
    return undefined;
  }
};

/** The newest life at work of each item of a round, as the server lists them. */
export const livesListed = async (
  server: Pick<Client, 'workflowService' | 'options'>,
  round: RoundId,
): Promise<Map<string, LifeListed>> => {
  const query = `WorkflowType = '${WORKFLOWS.item}' AND RectRound = '${round}' AND ExecutionStatus = 'Running'`;
  const lives = new Map<string, LifeListed>();
  for await (const { execution, searchAttributes } of executions(server, query)) {
    const { of, number = '', cycle: nth = '1' } = LIFE.exec(execution?.workflowId ?? '')?.groups ?? {};
    const cycle = Number(nth);
    // Whoever reaches the server gives a workflow what attributes they like.
    if (of !== round || cycle < (lives.get(number)?.cycle ?? 0)) continue;
    const said = Object.entries(searchAttributes?.indexedFields ?? {});
    lives.set(number, {
      cycle,
      said: Object.fromEntries(said.map(([name, value]) => [name, attributeIn(value)])),
    });
  }
  return lives;
};

/** None where the server keeps no list, as that of tests. */
const listedIfAny = async (client: Client, round: RoundId): Promise<Map<string, LifeListed>> => {
  try {
    return await livesListed(client, round);
  } catch (error) {
    const cause = causeOf(error);
    if (!isGrpcServiceError(cause) || (cause.code as number) !== UNIMPLEMENTED) throw error;
    return new Map();
  }
};

/** The lines that an item may contradict: one that has ended stands, unless the server has it, or a later life, at work. */
export const linesToCompare = async (
  client: Client,
  { head, rows }: Pick<RoundLedger, 'head' | 'rows'>,
): Promise<Line[]> => {
  const listed = await listedIfAny(client, head.round);
  return rows.flatMap((row) => {
    const atWork = listed.get(row.number)?.cycle ?? 0;
    const cycle = Math.max(row.cycle, atWork);
    return row.archive && atWork !== cycle ? [] : [{ row, cycle }];
  });
};

/** Compares a line with what its item says of itself. @throws Forbidden, PayloadUnreadable */
export const comparedLine = async (client: Client, rectify: Rectify, line: Line): Promise<Compared> => {
  const { row, cycle } = line;
  try {
    const asking = () => rectify.item(row.item, cycle);
    const view = await client.withDeadline(Date.now() + PATIENCE, asking);
    const fields = rowDifference(row, view.row);
    return fields.length === 0 ? { ...line, found: 'agrees' } : { ...line, found: 'differs', fields, view };
  } catch (error) {
    if (error instanceof NotFound) return { ...line, found: 'gone' };
    if (error instanceof NotBegun) return { ...line, found: 'not-begun' };
    const isNoAnswer = error instanceof Unreachable || isGrpcServiceError(causeOf(error));
    if (error instanceof Forbidden || !isNoAnswer) throw error;
    return { ...line, found: 'silent' };
  }
};

export const comparedLines = (
  client: Client,
  rectify: Rectify,
  lines: readonly Line[],
): Promise<Compared[]> => inTurns(lines, TOGETHER, (line) => comparedLine(client, rectify, line));
