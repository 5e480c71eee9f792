import type { Instant } from '../calendar/zone';
import { hashOf } from '../../base/hash';
import type { ItemId, PersonId, RoundId, Sha256 } from '../../base/ids';
import type { Event } from './event';

/** How the author is known: by a bare claim, or by a signature (compact JWS) over the whole command. */
export type Proof =
  | { identity: 'claimed' }
  | {
      identity: 'signed';
      jws: string;
      /** Where it took two: when the first arrived, and who signed the same text after them. */
      countersigned?: { first: Instant; by: PersonId; jws: string; at: Instant };
    };

/** Who caused an event: a named person by a command, or nobody (the clock, the mail server, the archive). */
export type Author = { by: PersonId; onBehalfOf?: PersonId; command: string } & Proof;

/** The author of the events of a command. */
export const authorOf = (
  { id, by, onBehalfOf }: { id: string; by: PersonId; onBehalfOf?: PersonId | undefined },
  proof: Proof,
): Author => ({ by, ...(onBehalfOf && { onBehalfOf }), command: id, ...proof });

/**
 * One line of the log of an item, or of a round. `hash` covers everything else in the entry, `prev` the entry
 * before.
 */
export type LogEntry<E = Event> = {
  seq: number;
  /** The round's time. */
  at: Instant;
  author?: Author;
  event: E;
  prev: Sha256;
  hash: Sha256;
};

/** What the first entry of a log is chained to: the life of the item that it tells. */
export const genesis = (life: { item: ItemId; cycle: number; policy: string; calendar: string }): Sha256 =>
  hashOf({ ...life, log: 1 });

/** The same for the log of a round. */
export const roundGenesis = (round: { round: RoundId; policy: string; calendar: string }): Sha256 =>
  hashOf({ ...round, log: 1 });

/** The next entry of a log. Time never runs backwards in a log. */
export const nextEntry = <E>(
  last: LogEntry<E> | undefined,
  origin: Sha256,
  happened: { at: Instant; author?: Author; event: E },
): LogEntry<E> => {
  const at = last && last.at > happened.at ? last.at : happened.at;
  const entry = { ...happened, seq: (last?.seq ?? 0) + 1, at, prev: last?.hash ?? origin };
  return { ...entry, hash: hashOf(entry) };
};

export type LogFault = {
  seq: number;
  fault: 'wrong-hash' | 'broken-chain' | 'wrong-number' | 'time-runs-back';
};

/** Every place where a log has been changed; empty when the chain is whole. */
export const checkLog = (log: readonly LogEntry<unknown>[], origin: Sha256): LogFault[] =>
  log.flatMap((entry, index) => {
    const before = log[index - 1];
    const { hash, ...content } = entry;
    const faults: LogFault['fault'][] = [];
    if (entry.seq !== index + 1) faults.push('wrong-number');
    if (entry.prev !== (before?.hash ?? origin)) faults.push('broken-chain');
    if (hash !== hashOf(content)) faults.push('wrong-hash');
    if (before && entry.at < before.at) faults.push('time-runs-back');
    return faults.map((fault) => ({ seq: entry.seq, fault }));
  });
