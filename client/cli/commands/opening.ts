import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonId, RoundId } from '../../../base/ids';
import { holdersOf } from '../../../domain/round/offices';
import type { OpeningState } from '../../../domain/round/opening/opened';
import { type OpeningParty, openingParties } from '../../../domain/round/two-offices';
import type { Plan, RoundHead } from '../../../domain/plan/plan';
import type { Opener } from '../../api';
import { NotBegun, Refused } from '../../api/errors';
import { personMeant } from '../arguments/people';
import type { Cli } from '../context';
import type { Session } from '../session';
import { Trouble } from '../trouble/trouble';
import { meIn } from './commands';
import { defaultKeyPath, keyPath, openingSigner } from './signing';

/** The person who is to sign an opening. @throws Trouble `not-opener` where it is not theirs to sign */
const openerIn = ({ roster }: Pick<RoundHead, 'roster'>, person: PersonId): OpeningParty => {
  const parties = openingParties(roster);
  const party = parties.find((one) => one.person === person);
  if (party) return party;
  throw new Trouble({ type: 'not-opener', person, people: parties.map((one) => one.person) });
};

/** Who opens a round: who was named, else the only one of the office. @throws Trouble `no-person` */
const firstOf = (cli: Cli, { roster }: Plan): PersonId => {
  const [only, ...more] = holdersOf('office', roster);
  const isPlain = cli.person === undefined && only !== undefined && more.length === 0;
  return isPlain ? only : meIn(cli, roster);
};

/**
 * Who opens the round of a plan, and signs it with the keys of this machine; nobody opens a claimed round.
 * @throws Trouble `no-person`, `not-opener`, `no-key`, `bad-key`
 */
export const openerOf = async (
  cli: Cli,
  plan: Plan,
  countersignAs: string | undefined,
): Promise<Opener | undefined> => {
  if (plan.policy.identity === 'claimed') return undefined;
  const by = openerIn(plan, firstOf(cli, plan)).person;
  const first = await openingSigner(cli, by, keyPath(cli, by));
  if (countersignAs === undefined) return { by, sign: [first] };
  const second = openerIn(plan, personMeant(countersignAs, plan.roster)).person;
  const path = defaultKeyPath(cli.terminal.environment, second);
  return { by, sign: [first, await openingSigner(cli, second, path)] };
};

/** How long to wait for the check of an opening, in ms, and how often to look. */
const PATIENCE = 10_000;
const PAUSE = 200;

/** A round that has been looked at; one of an older version has no opening. */
type Seen = { opening?: OpeningState };

/**
 * How far the opening of a round has come, once it has been checked; undefined where no worker has done so yet.
 * @throws Refused where it was refused
 */
export const openingOutcome = async (session: Session, round: RoundId): Promise<Seen | undefined> => {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const refusal = await session.ask((rectify) => rectify.refusedOpening(round));
    if (refusal) throw new Refused(refusal);
    const seen = await openingNow(session, round);
    if (seen === 'no-worker') return undefined;
    if (seen !== 'too-early' && seen.opening?.state !== 'checking') return seen;
    await sleep(PAUSE);
  }
  return undefined;
};

const openingNow = async (session: Session, round: RoundId): Promise<Seen | 'no-worker' | 'too-early'> => {
  try {
    const { opening } = await session.ask((rectify) => rectify.round(round), PATIENCE);
    return opening ? { opening } : {};
  } catch (error) {
    if (error instanceof Trouble && error.detail.type === 'no-worker') return 'no-worker';
    if (error instanceof NotBegun) return 'too-early';
    throw error;
  }
};
