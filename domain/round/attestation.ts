import type { Instant } from '../calendar/zone';
import type { PersonId, Sha256 } from '../../base/ids';
import type { Author, LogEntry } from '../item/log';
import type { RoundCommand } from './command';
import type { RoundEvent } from './event';
import { type Case, happens, refuse, type RoundVerdict } from './rule';

/*
 * Oversight, or the head, countersigns how far the log of a round has come: whoever would rewrite what stands before needs
 * their key too.
 */

type Log = readonly LogEntry<RoundEvent>[];

/** Whose countersignature a log has, of its first `entries` entries. */
export type Attestation = {
  /** Entry of the log that is the attestation. */
  seq: number;
  at: Instant;
  by: PersonId;
  onBehalfOf?: PersonId;
  identity: Author['identity'];
  entries: number;
  head: Sha256;
};

/** Every countersignature that a log has, in its order. */
export const attestationsIn = (log: Log): Attestation[] =>
  log.flatMap(({ seq, at, author, event }) => {
    if (event.type !== 'attested' || !author) return [];
    const { by, onBehalfOf, identity } = author;
    const { entries, head } = event;
    return [{ seq, at, by, ...(onBehalfOf && { onBehalfOf }), identity, entries, head }];
  });

/** Whether the log has the entry that is attested. */
export const isOfLog = ({ entries, head }: Pick<Attestation, 'entries' | 'head'>, log: Log): boolean =>
  log[entries - 1]?.hash === head;

/** Only what is in the log can be attested, and by a person only what is new since they did so last. */
export const attest = ({
  command,
  state: { log },
}: Case<Extract<RoundCommand, { type: 'attest' }>>): RoundVerdict => {
  const { type, by, entries, head } = command;
  if (!isOfLog(command, log)) return refuse({ type: 'NotInLog', entries, length: log.length });
  const last = attestationsIn(log).findLast((one) => one.by === by);
  const news = log.slice(last?.entries ?? 0, entries).filter(({ event }) => event.type !== 'attested');
  return news.length === 0
    ? refuse({ type: 'NothingNew', command: type })
    : happens({ type: 'attested', entries, head });
};
