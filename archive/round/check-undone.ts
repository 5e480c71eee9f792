import { z } from 'zod';
import { PersonId } from '../../base/ids';
import type { LogEntry } from '../../domain/item/log';
import type { RoundEvent } from '../../domain/round/event';
import { isOfTwo } from './check-signatures';
import { ROUND_RECORD } from './paths';
import type { RoundContent } from './read';
import type { RoundFault } from './record-fault';

/** The offices of a roster that undo an import. */
const Offices = z.looseObject({ head: PersonId, office: z.array(PersonId) });
type Offices = z.infer<typeof Offices>;

type Log = readonly LogEntry<RoundEvent>[];

/** Who holds them at the entry with this place in the log. */
const officesAt = (first: Offices, log: Log, index: number): Offices =>
  log.slice(0, index).reduce(({ head, office }, { event }) => {
    if (event.type !== 'person-replaced') return { head, office };
    const now = (id: PersonId) => (id === event.person ? event.successor : id);
    return { head: now(head), office: office.map(now) };
  }, first);

/** Whether office and head have signed it; where people are taken at their word, whether the head has given it. */
const isByBoth = (log: Log, index: number, { head, office }: Offices): boolean => {
  const entry = log[index];
  if (entry?.event.type !== 'import-undone' || !entry.author) return false;
  const { author, event } = entry;
  if (author.identity !== 'signed') return author.by === head || author.onBehalfOf === head;
  if (!isOfTwo(log, index, event.asked)) return false;
  const first = log.find(({ seq }) => seq === event.asked)?.author?.by;
  const [a, b] = [author.by, first];
  const isOffice = (one: PersonId | undefined) => one !== undefined && office.includes(one);
  return (a === head && isOffice(b)) || (b === head && isOffice(a));
};

const differs = (seq: number): RoundFault => ({ type: 'undo-differs', file: ROUND_RECORD.log, seq });

/** A round closes by itself once its import was undone and everything in it is withdrawn, and in no other case. */
const closedBySelf = ({ log, ledger }: RoundContent): RoundFault[] =>
  (log ?? []).flatMap(({ event, author, seq }): RoundFault[] => {
    if (event.type !== 'round-closed' || event.undone === undefined) return [];
    const undone = log?.find((one) => one.seq === event.undone)?.event;
    const isWithdrawn = ledger?.rows.every(({ status }) => status === 'withdrawn') ?? true;
    return undone?.type === 'import-undone' && isWithdrawn && author === undefined ? [] : [differs(seq)];
  });

/** An import is undone once, by office and head, before anything of it is published; no item says so of itself. */
export const undone = (record: RoundContent): RoundFault[] => {
  const { log, planImported, ledger } = record;
  const { data: first } = Offices.safeParse(planImported?.roster);
  if (!log || !first) return [];
  const entries = log.filter(({ event }) => event.type === 'import-undone');
  const published = log.findIndex(({ event }) => event.type === 'notice-published');
  const faults = log.flatMap((entry, index) => {
    if (entry.event.type !== 'import-undone') return [];
    const isEarly = entry === entries[0] && (published < 0 || index < published);
    return isEarly && isByBoth(log, index, officesAt(first, log, index)) ? [] : [differs(entry.seq)];
  });
  const isTold = entries.length > 0 || !ledger?.rows.some((row) => row.undone !== undefined);
  return [
    ...faults,
    ...closedBySelf(record),
    ...(isTold
      ? []
      : [
          {
            type: 'summary-differs' as const,
            file: ROUND_RECORD.ledger,
            field: 'rows',
            other: ROUND_RECORD.log,
          },
        ]),
  ];
};
