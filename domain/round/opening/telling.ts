import type { PersonId } from '../../../base/ids';
import type { Clock } from '../../calendar/clock';
import { gathered } from '../../calendar/working-hours';
import type { Instant } from '../../calendar/zone';
import type { RoundPost } from '../../ladder/notice';
import { roundFactId } from '../../ladder/notice-id';
import type { RoundHead } from '../../plan/plan';
import { nameOf } from '../offices';
import { beginning, postsOf } from '../telling';
import type { OpeningState } from './opened';

type Waiting = Extract<OpeningState, { state: 'waiting' }>;
type Setting = { head: RoundHead; clock: Clock; now: Instant };

/**
 * What is told of an opening that waits for its second signature: to those who may give it, and to the first once it was in
 * vain. A round waits only for what somebody has signed by a pinned key: that one answers for the addresses.
 */
export const openingPosts = (
  kind: 'opening-waiting' | 'opening-lapsed',
  { genesis, signers, people, until }: Waiting,
  { head, clock, now }: Setting,
): RoundPost[] => {
  const signed = signers.map(({ person }) => person);
  const to: readonly PersonId[] = kind === 'opening-waiting' ? people : signed;
  const [first] = signed;
  return postsOf(
    {
      id: roundFactId(head.round, `${kind}/${genesis.slice(0, 12)}`),
      kind,
      slot: gathered(now, head.policy.mail),
      ...(first && { by: nameOf(first, head.roster) }),
      ...(kind === 'opening-waiting' && { at: until }),
      parts: new Map(to.map((person) => [person, 'signer'])),
    },
    { head, clock, former: [] },
  );
};

/** A mail of a round that waits, refused for good. `unreachable`: everybody whom a mail did not reach. */
type Refused = { person: PersonId; address: string; reason: string; unreachable: readonly PersonId[] };

/**
 * What is told of it, to those who have signed: they can countersign by another, or correct the address in the plan. To
 * none whom no mail reaches: refusals of refusals would never end.
 */
export const openingRefused = (
  { person, address, reason, unreachable }: Refused,
  { genesis, signers }: Waiting,
  { head, clock, now }: Setting,
): RoundPost[] => {
  const to = signers.map((one) => one.person).filter((one) => !unreachable.includes(one));
  return postsOf(
    {
      id: roundFactId(head.round, `undeliverable/${genesis.slice(0, 12)}/${person}`),
      kind: 'undeliverable',
      slot: gathered(now, head.policy.mail),
      text: beginning(`${nameOf(person, head.roster)} <${address}>: ${reason}`),
      parts: new Map(to.map((one) => [one, 'signer'])),
    },
    { head, clock, former: [] },
  );
};
