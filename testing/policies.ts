import { DEFAULT_LADDER, type DecidingOffice, type Proposal, type Recipient } from '../domain/ladder/rung';
import { Policy } from '../domain/round/policy';

/** Who is told of a proposal, and who of them decides; by default as in the default ladder. */
export type Told = { to: readonly Recipient[]; decides?: readonly DecidingOffice[] | undefined };

/** A policy of claimed commands whose ladder tells some proposals to others. */
export const policyTelling = (told: Partial<Record<Proposal, Told>>, version = 'told'): Policy =>
  Policy.parse({
    version,
    identity: 'claimed',
    ladder: DEFAULT_LADDER.map((rung) => ({ ...rung, ...told[rung.id as Proposal] })),
  });
