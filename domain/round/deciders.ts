import type { PersonId } from '../../base/ids';
import {
  DecidingOffice,
  DEFAULT_LADDER,
  isProposal,
  type Proposal,
  type Recipient,
  type Rung,
} from '../ladder/rung';
import { holdersOf } from './offices';
import type { Policy } from './policy';
import type { Roster } from './roster';

/*
 * The system never decides about persons: what its ladder proposes, an office issues or drops. Which one is data of
 * the policy; rights, mails and whatever shows who is waited for ask here.
 */

type Ladder = { ladder: readonly Rung[] };

const isDecidingOffice = (recipient: Recipient): recipient is DecidingOffice =>
  DecidingOffice.safeParse(recipient).success;

/** Who hears of a proposal by the default ladder: all of them decide on it. */
const heardByDefault = (proposal: Proposal): Recipient[] =>
  DEFAULT_LADDER.filter(({ id }) => id === proposal).flatMap(({ to }) => to);

/** The offices that may issue or drop what is proposed at a rung: those the policy names, else those of the default. */
export const decidingOffices = (proposal: Proposal, { ladder }: Ladder): DecidingOffice[] => {
  const named = ladder.filter(({ id }) => id === proposal).flatMap(({ decides = [] }) => decides);
  return [...new Set(named.length > 0 ? named : heardByDefault(proposal).filter(isDecidingOffice))];
};

/** Everybody who may issue or drop it, any one of them; their deputies act for them. */
export const decidersOf = (
  proposal: Proposal,
  { roster, policy }: { roster: Roster; policy: Ladder },
): PersonId[] => [
  ...new Set(decidingOffices(proposal, policy).flatMap((office) => holdersOf(office, roster))),
];

/** A rung, by its place in a ladder, whose recipients are not those who decide on what it proposes. */
export type Undecided = { place: number; rung: Proposal; to: Recipient[]; decides: DecidingOffice[] };

/**
 * The rungs of a ladder at which it is not clear who decides: somebody who decides is not told, or the recipients are
 * not the default ones and nothing says who decides. Rounds that were given such a policy go on with it.
 */
export const undecidedIn = (ladder: Policy['ladder']): Undecided[] =>
  ladder.flatMap(({ id, to, decides: named }, place) => {
    if (!isProposal(id)) return [];
    const decides = decidingOffices(id, { ladder });
    const isUntold = decides.some((office) => !to.includes(office));
    const isUnsaid = named === undefined && to.some((one) => !heardByDefault(id).includes(one));
    return isUntold || isUnsaid ? [{ place, rung: id, to, decides }] : [];
  });
