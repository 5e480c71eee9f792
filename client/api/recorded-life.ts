import { z } from 'zod';
import { RECORD } from '../../archive/item/read-record';
import { bagName } from '../../archive/item/record';
import { Calendar } from '../../domain/calendar/calendar';
import { manifestHash } from '../../domain/evidence/manifest';
import { ItemId } from '../../base/ids';
import type { ItemView } from '../../domain/item/life';
import type { LogEntry } from '../../domain/item/log';
import type { ItemContext, ItemState } from '../../domain/item/state';
import { Status } from '../../domain/item/states';
import { PlannedItem } from '../../domain/plan/plan';
import { PolicyInForce } from '../../domain/round/policy';
import { Roster } from '../../domain/round/roster';
import { rowOf } from '../../domain/round/row';
import { ifThere } from '../../store/if-there';
import type { Store } from '../../store/store';
import type { RoundLedger } from '../../workflows/messages';

/** The item of a bag: its state as it was archived, with what it was planned as. */
const RecordedItem = z.looseObject({
  item: ItemId,
  cycle: z.number().int().positive(),
  status: Status,
  planned: PlannedItem,
  firstPlanned: PlannedItem.optional(),
  /** Old bags say it in `bag-info.txt` only. */
  archiveNumber: z.string().default(''),
  round: z.custom<ItemContext['round']>((round) => typeof round === 'object' && round !== null),
});

type Reading = (path: string) => Promise<string>;

const contextIn = async (read: Reading, item: z.infer<typeof RecordedItem>): Promise<ItemContext> => {
  const parsed = async <T>(schema: z.ZodType<T>, path: string) => schema.parse(JSON.parse(await read(path)));
  return {
    round: item.round,
    planned: item.planned,
    ...(item.firstPlanned && { firstPlanned: item.firstPlanned }),
    roster: await parsed(Roster, RECORD.people),
    policy: await parsed(PolicyInForce, RECORD.policy),
    calendar: await parsed(Calendar, RECORD.calendar),
    archiveNumber: item.archiveNumber,
  };
};

const logIn = async (read: Reading): Promise<LogEntry[]> =>
  (await read(RECORD.log))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LogEntry);

/** An item as it was when its bag was written. `verify` says whether the bag has changed since. */
const viewIn = async (read: Reading, { clock, now }: RoundLedger): Promise<ItemView> => {
  const recorded = RecordedItem.parse(JSON.parse(await read(RECORD.item)));
  const { planned, firstPlanned, round, archiveNumber, ...rest } = recorded;
  const state = rest as unknown as ItemState;
  const context = await contextIn(read, recorded);
  return {
    state,
    context,
    clock,
    now,
    log: await logIn(read),
    evidenceHash: manifestHash(state),
    row: rowOf(state, context, 0),
  };
};

/** A life of an item from its bag; undefined where the store of this machine does not have it. */
export const findRecordedLife = async (
  store: Store | undefined,
  ledger: RoundLedger,
  life: { item: ItemId; cycle: number },
): Promise<ItemView | undefined> => {
  if (!store) return undefined;
  return ifThere(viewIn(async (path) => (await store.get(`${bagName(life)}/${path}`)).toString(), ledger));
};
