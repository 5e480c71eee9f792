import { itemId, type ItemNumber } from '../../base/ids';
import type { Previous } from '../item/event';
import type { ItemBirth } from '../item/life';
import type { Author, LogEntry } from '../item/log';
import type { PlannedItem } from '../plan/plan';
import type { Added } from './amend/amendment';
import { amendmentsOf, cameToNothing } from './amend/planned';
import { contextOf, type RoundSetting } from './birth';
import type { RoundEvent } from './event';
import type { ItemOpening } from './opening/opened';
import type { LedgerRow } from './row';
import { sidesOfLost, sidesToday } from './sides-today';

/** What begins a new life of an item. */
export type NewLife = Extract<RoundEvent, { type: 'item-reopened' | 'item-restored' }>;

/** The archived life in a line of the ledger. */
const previousIn = ({ number, cycle, archive }: LedgerRow): Previous => {
  if (!archive) throw new TypeError(`${number} cannot be reopened`);
  const { bag, archiveNumber } = archive;
  return { cycle, bag, archiveNumber };
};

/** What the log tells since an amendment last gave a measure to its owner: before it, that was another's. */
const sinceGiven = (item: ItemNumber, no: number, log: Known['log']): Known['log'] => {
  const versions = amendmentsOf(log, item)
    .filter(({ version }) => !cameToNothing(log, item, version))
    .filter(({ change: { measures: { add = [], change = [] } = {} } }) =>
      [...add, ...change.map((one) => ({ no: one.no, ...one.set }))].some(
        (one) => one.no === no && one.owner !== undefined,
      ),
    )
    .map(({ version }) => version);
  const since = log.findIndex(
    ({ event }) => event.type === 'plan-amended' && event.version === versions.at(-1),
  );
  return log.slice(since + 1);
};

/** The measures of the plan, with those who own them after the replacements of people in the round since. */
const measuresToday = ({ measures, number }: PlannedItem, log: Known['log']): PlannedItem['measures'] =>
  measures.map((measure) => {
    const owner = sinceGiven(number, measure.no, log).reduce(
      (who, { event }) => (event.type === 'person-replaced' && event.person === who ? event.successor : who),
      measure.owner,
    );
    return owner === undefined ? measure : { ...measure, owner };
  });

/** An item that begins anew, as its round knows it. */
type Known = {
  setting: RoundSetting;
  log: readonly LogEntry<RoundEvent>[];
  row: LedgerRow;
  /** As the plan has it. */
  original: PlannedItem;
  /** Its archive number (件号). */
  piece: number;
  opening: ItemOpening | undefined;
  added: Added | undefined;
  /** Commands to the round from before, which nobody may pass on to the new life. */
  heard: string[];
};

/** What a later life of an item is started with: the people, the policy and the calendar of today. */
export const laterLife = (
  event: NewLife,
  { at, author }: { at: LogEntry['at']; author: Author },
  known: Known,
): ItemBirth => {
  const { setting, log, row, original, piece, opening, added, heard } = known;
  const people = event.type === 'item-reopened' ? sidesToday(row, log) : sidesOfLost(row, log);
  const { deadline: _, ...undated } = original;
  const measures = measuresToday(original, log);
  const planned = { ...undated, measures, ...people, ...(event.deadline && { deadline: event.deadline }) };
  const following = { reason: event.reason, author, heard };
  return {
    item: itemId(setting.head.round, row.number),
    cycle: event.cycle,
    assignedAt: at,
    clock: setting.clock,
    context: contextOf(setting, planned, piece, opening),
    ...(added && { added }),
    ...(event.type === 'item-restored'
      ? { restoring: { ...following, lost: event.lost } }
      : { reopening: { ...following, previous: previousIn(row) } }),
  };
};
