import { canonical } from '../../base/hash';
import { openSigned } from '../../domain/identity';
import { roundOf } from '../../base/ids';
import type { LogEntry } from '../../domain/item/log';
import { faultOfNewKey, keysByOffice } from '../new-keys';
import { RECORD, type RecordContent } from './read-record';
import type { RecordFault } from './record-fault';
import { SignedAuthor } from '../signed-author';
import { anyCommandIn, CAUSES, type Fields, isAct, type Life, signedWords } from '../signed-words';

/** What an entry says, in the names of a command of the type that was signed, if that can cause it. */
const logged = (author: SignedAuthor, event: LogEntry['event'], life: Life, type: string): Fields => {
  const { by, onBehalfOf, command: id } = author;
  const causes: readonly string[] = CAUSES.get(event.type) ?? [];
  return { ...event, id, by, onBehalfOf, ...life, type: causes.includes(type) ? type : causes[0] };
};

const text = (value: unknown): string => (value === undefined ? '' : canonical(value));

/** What a command may leave out. */
const OPTIONAL = ['onBehalfOf', 'opinion', 'into', 'text', 'recoveredFen', 'regulation', 'replaces'];

/** The fields in which what was signed differs from what the log says. */
export const differences = (signed: Fields, log: Fields, optional: readonly string[] = OPTIONAL): string[] =>
  [...new Set([...Object.keys(signed), ...optional])].filter(
    (field) => text(signed[field]) !== text(log[field]),
  );

const signatureFaults = (
  { seq, at, event }: LogEntry,
  author: SignedAuthor,
  { people }: NonNullable<RecordContent['people']>,
  { item, cycle }: Life,
): RecordFault[] => {
  const file = RECORD.log;
  const keys = people.find(({ id }) => id === author.by)?.keys ?? [];
  const opened = openSigned(author.jws, keys, author.countersigned?.first ?? at);
  if ('fault' in opened) return [{ type: 'signature-bad', file, seq, fault: opened.fault }];
  const command = anyCommandIn(opened.payload);
  if (!command) return [{ type: 'signature-differs', file, seq, field: 'type' }];
  const life = { item, cycle };
  const fields = differences(
    signedWords(command, event.type, life),
    logged(author, event, life, command.type),
  );
  return fields.map((field) => ({ type: 'signature-differs', file, seq, field }));
};

/** A signature covers one act: an entry that repeats another, word for word, was copied. */
export const repeated = (
  log: readonly LogEntry<object>[],
  file: string,
): Extract<RecordFault, { type: 'act-repeated' }>[] => {
  const known = new Set<string>();
  return log.flatMap(({ seq, author, event }) => {
    const { data: signed } = SignedAuthor.safeParse(author);
    if (!signed) return [];
    const act = canonical([signed.jws, event]);
    const isCopy = known.has(act);
    known.add(act);
    return isCopy ? [{ type: 'act-repeated' as const, file, seq }] : [];
  });
};

/** The first entry under the policy in the bag; earlier ones may have been under another. */
export const inForceFrom = (log: readonly { seq: number; event: { type: string } }[]): number =>
  log.findLast(({ event }) => event.type === 'policy-changed')?.seq ?? 0;

/**
 * Every signature in a log holds, by the keys that `people.json` has, says what its entry says, and is used there
 * once; and where the policy takes signed commands only, every act of a person has one.
 */
export const signed = ({ item, log, people, policy, opening }: RecordContent): RecordFault[] => {
  if (!item || !log || !people || !policy) return [];
  const from = inForceFrom(log);
  const faults = log.flatMap((entry): RecordFault[] => {
    const { data: author } = SignedAuthor.safeParse(entry.author);
    if (author) return signatureFaults(entry, author, people, item);
    return policy.identity === 'signed' && entry.seq > from && isAct(entry)
      ? [{ type: 'act-unsigned', file: RECORD.log, seq: entry.seq }]
      : [];
  });
  const place = { round: roundOf(item.item), genesis: opening?.genesis };
  const unagreed = log.flatMap((entry): RecordFault[] =>
    entry.event.type === 'key-replaced' && faultOfNewKey(entry, people.people, place)
      ? [{ type: 'key-unagreed', file: RECORD.log, seq: entry.seq }]
      : [],
  );
  return [...faults, ...repeated(log, RECORD.log), ...unagreed];
};

/** The entries in which the office alone has replaced a key, as older versions let it. */
export const keysByOfficeIn = ({ log, people }: RecordContent): number[] =>
  log && people ? keysByOffice(log, people.people) : [];
