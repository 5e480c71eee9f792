import { z } from 'zod';
import { PersonId, RoundId } from '../../base/ids';
import { Instant } from '../calendar/zone';
import { TWO_SIGNED } from '../round/second/types';
import { Report } from '../round/report/report';

/** What has happened to a round that people are told of, the most pressing first. */
export const ROUND_FACT_KINDS = [
  /** A key that is to take the place of another waits for a second signature. */
  'key-proposed',
  /** It has been signed, and takes effect after a working day. */
  'key-countersigned',
  'key-replaced',
  'key-revoked',
  'key-registered',
  'key-lapsed',
  /** A command that takes two waits for the second signature. */
  'second-asked',
  'second-lapsed',
  'plan-amended',
  /** An item had moved on, and could not take what the plan says of it now. */
  'amendment-conflict',
  /** The import is undone: every item is withdrawn. */
  'import-undone',
  'address-changed',
  'policy-changed',
  'opening-waiting',
  'opening-lapsed',
  /** Something else has the name of an item that was to be started. */
  'start-blocked',
  'undeliverable',
  /** How a round stands, weekly or monthly. */
  'report',
] as const;
export const RoundFactKind = z.enum(ROUND_FACT_KINDS);
export type RoundFactKind = z.infer<typeof RoundFactKind>;

/** Something that happened to a round, to be told exactly once. */
export const RoundFact = z.object({
  /** The round and the number of the entry, `2021-03#7`; of an opening, which is in no log, its genesis. */
  id: z.string().min(1),
  kind: RoundFactKind,
  slot: Instant,
  /** `concerned`: it is about the reader; `signer`: they may sign or revoke; `copy`: for information. */
  part: z.enum(['concerned', 'signer', 'copy']),
  /** Who caused it, by name. */
  by: z.string().optional(),
  /** Whom it is about. */
  person: z.object({ id: PersonId, name: z.string() }).optional(),
  /** The key that it is about, and those that signed until now. */
  kid: z.string().optional(),
  former: z.array(z.string()).optional(),
  /** When it takes effect, or until when it waits. */
  at: Instant.optional(),
  /** The old address, the reason, the reply of a server: its beginning on one line. */
  text: z.string().optional(),
  /** The command that waits, or lapses. */
  command: z.enum(TWO_SIGNED).optional(),
  /** Of `report`. */
  report: Report.optional(),
});
export type RoundFact = z.infer<typeof RoundFact>;

/** One line of a mail about a round itself, not about one of its items. */
export const RoundLine = z.object({ round: RoundId, title: z.string(), fact: RoundFact });
export type RoundLine = z.infer<typeof RoundLine>;

/** Such lines, the most pressing first. */
export const roundLinesInOrder = (lines: readonly RoundLine[]): RoundLine[] => {
  const rank = ({ fact }: RoundLine) => ROUND_FACT_KINDS.indexOf(fact.kind);
  return [...lines].sort((a, b) => rank(a) - rank(b) || (a.fact.id < b.fact.id ? -1 : 1));
};
