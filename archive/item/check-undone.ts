import { canonical } from '../../base/hash';
import type { PersonId } from '../../base/ids';
import type { Event } from '../../domain/item/event';
import type { LogEntry } from '../../domain/item/log';
import type { ItemContext } from '../../domain/item/state';
import { workOf } from '../../domain/item/former-work';
import { undoneBy } from '../../domain/item/undone';
import { attempt } from '../compare';
import { commandIn } from '../signed-words';
import { contextIn, type Found, foundIn, headsIn, isSeconded, type People } from './check-amended';
import type { ItemFile } from './item-file';
import { RECORD, type RecordContent } from './read-record';
import type { RecordFault } from './record-fault';

type Undoing = Extract<Event, { type: 'withdrawn' | 'undo-refused' }>;

/** What the undoing of a whole import has done to an item, or what somebody has signed for that. */
const isOfUndo = ({ event, author }: LogEntry): boolean => {
  if (event.type !== 'withdrawn') return event.type === 'undo-refused';
  const isSigned = author?.identity === 'signed';
  return event.undone !== undefined || (isSigned && commandIn(author.jws)?.type === 'undo-import');
};

type Known = { people: People; heads: PersonId[]; office: PersonId[] };

/** Whether office and head have signed it, where commands are signed, and the item was as it takes; else whether the head has given it. */
const isAsGiven = ({ entry, state, planned }: Found, context: ItemContext, known: Known): boolean => {
  const { author, at } = entry;
  const event = entry.event as Undoing;
  const then = { ...context, planned };
  const since = event.type === 'withdrawn' ? event.undone : at;
  if (!author || since === undefined || since > at) return false;
  if (author.identity !== 'signed') {
    const isByHead = [author.by, author.onBehalfOf].some((one) => one && known.heads.includes(one));
    return isByHead && (workOf(state, then).length === 0) === (event.type === 'withdrawn');
  }
  const command = commandIn(author.jws);
  if (command?.type !== 'undo-import' || !isSeconded(author, author.by, known)) return false;
  const signers = [author.by, author.countersigned?.by];
  if (!signers.some((one) => one && known.office.includes(one))) return false;
  return canonical(undoneBy({ command, state, context: then, since })[0] ?? null) === canonical(event);
};

/** An item that was withdrawn with its round was so by office and head, while nobody had done more than acknowledge. */
export const undone = ({ item, log, policy, calendar, people }: RecordContent): RecordFault[] => {
  if (!item || !log || !policy || !calendar || !people) return [];
  if (!log.some(isOfUndo)) return [];
  const file = item as unknown as ItemFile;
  const heads = headsIn(people, log);
  // Whoever had gone before may have been of the office.
  const office = [...(people as unknown as ItemContext['roster']).office, ...heads.slice(1)];
  const known = { people: people.people, heads, office };
  const context = contextIn(file, { people, policy, calendar });
  const found = attempt(() => foundIn(file, log)) ?? [];
  return found.flatMap((one) =>
    !isOfUndo(one.entry) || attempt(() => isAsGiven(one, context, known))
      ? []
      : [{ type: 'undo-differs' as const, file: RECORD.log, seq: one.entry.seq }],
  );
};
