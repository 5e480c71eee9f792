import { canonical } from '../../base/hash';
import { plannedAfter } from '../../domain/item/amend/planned';
import { begin, beginningIn, evolve } from '../../domain/item/evolve';
import type { LogEntry } from '../../domain/item/log';
import { sidesOf } from '../../domain/item/side';
import type { ItemContext, ItemState } from '../../domain/item/state';
import { hasOurForm, infoOf, toldByInfo } from './bag-info';
import { attempt, infoCompared, pageCompared } from '../compare';
import { type ItemFile, stateIn } from './item-file';
import { recordPage } from './page/page';
import { RECORD, type RecordContent } from './read-record';
import type { ItemRecord } from './record';
import type { RecordFault } from './record-fault';

/** What is made from the log and the rest, in a bag: its item, and the record that its page was made from. */
type Derived = { item: ItemFile; record: ItemRecord };

/** Whatever a bag holds in the place of a record: only using it shows whether it is one. */
const derivedOf = (content: RecordContent): Derived | undefined => {
  const { item, log, policy, calendar, people, info } = content;
  if (!item || !log || !policy || !calendar || !people) return undefined;
  const file = item as unknown as ItemFile;
  const { state, planned, firstPlanned, round } = stateIn(file);
  const { archiveNumber, ...told } = toldByInfo(info);
  const context = {
    planned,
    ...(firstPlanned && { firstPlanned }),
    round,
    archiveNumber,
    roster: people,
    policy,
    calendar,
  } as unknown as ItemContext;
  const receipts = content.receipts.map(([, receipt]) => receipt);
  return { item: file, record: { state, log, context, receipts, ...told } };
};

const plain = (value: unknown): string | undefined =>
  value === undefined ? undefined : canonical(JSON.parse(JSON.stringify(value)));

/** The state that a log tells, from its first entry to its last. */
const stateTold = (
  { item, cycle, born, planned, firstPlanned }: ItemFile,
  log: readonly LogEntry[],
): ItemState => {
  const [first, ...rest] = log;
  const beginning = beginningIn(log);
  if (!first || !beginning) throw new TypeError('no beginning');
  const origin = {
    planned: firstPlanned ?? planned,
    policy: { version: born.policy },
    calendar: { version: born.calendar },
  };
  return rest.reduce(evolve, begin(origin, { item, cycle }, first, beginning));
};

/** The plan and the first entry of the log, as far as they say the same; and the plan with what the log has amended. */
const isPlanned = ({ planned, firstPlanned }: ItemFile, log: readonly LogEntry[]): boolean => {
  const event = beginningIn(log);
  if (!event) return false;
  const { people, deadline } = event;
  const first = firstPlanned ?? planned;
  const now = log.reduce((before, entry) => plannedAfter(before, entry.event), first);
  return (
    plain([sidesOf(first), first.deadline ?? null]) === plain([people, deadline ?? null]) &&
    plain(now) === plain(planned)
  );
};

const differing = ({ item, record: { log, state } }: Derived): string[] => {
  const told = stateTold(item, log) as Record<string, unknown>;
  const said = state as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(said), ...Object.keys(told)])];
  const wrong = fields.filter((field) => plain(said[field]) !== plain(told[field]));
  return isPlanned(item, log) ? wrong : [...wrong, 'planned'];
};

/** `item.json` says what the plan and the log add up to. */
const itemTold = (derived: Derived): RecordFault[] =>
  (attempt(() => differing(derived)) ?? ['status']).map((field) => ({
    type: 'item-differs',
    file: RECORD.item,
    field,
  }));

/** `bag-info.txt` agrees with the record, the archive number included. */
const infoTold = ({ item, record }: Derived, { info }: RecordContent): RecordFault[] => {
  const { archiveNumber } = item;
  return infoCompared(info, () => infoOf({ ...record, context: { ...record.context, archiveNumber } }));
};

/** The page is the one that the record gives, with the item as the log tells it. */
const pageTold = ({ item, record }: Derived, { page }: RecordContent): RecordFault[] =>
  page === undefined
    ? []
    : pageCompared(RECORD.page, page, () => recordPage({ ...record, state: stateTold(item, record.log) }));

/**
 * Everything made from the log and the rest still agrees with them. Use only where the log is whole. A bag whose
 * record has another form passes: another version made it differently.
 */
export const told = (content: RecordContent): RecordFault[] => {
  if (!hasOurForm(content.info)) return [];
  const derived = derivedOf(content);
  return derived ? [...itemTold(derived), ...infoTold(derived, content), ...pageTold(derived, content)] : [];
};
