import type { Instant } from '../../calendar/zone';
import type { PassedOn } from '../../item/passed-on';
import type { RoundEvent } from '../event';
import { withKey } from '../people';
import type { Roster } from '../roster';
import { signedKey } from './countersign';
import type { KeyProposal } from './proposals';

/**
 * What becomes of a key when its time has come: it takes effect, which the items are to hear with both signatures, or it lapses.
 * Whoever has left their office since signs for nobody; the items look at that, too.
 */
export const outcomeOf = (
  { entry: proposed, person, key, first, second }: KeyProposal,
  roster: Roster,
  now: Instant,
): { event: RoundEvent; roster: Roster; pass?: PassedOn } => {
  const { kid } = key;
  if (!second || 'fault' in signedKey([first, second], roster))
    return { event: { type: 'key-lapsed', person, kid, proposed }, roster };
  return {
    event: { type: 'key-replaced', person, kid, proposed },
    roster: withKey(roster, person, key, now),
    pass: {
      countersigned: [
        { jws: first.jws, at: first.at },
        { jws: second.jws, at: second.at },
      ],
      since: now,
    },
  };
};
