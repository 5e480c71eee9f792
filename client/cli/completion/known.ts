import { RoundId } from '../../../base/ids';
import type { RoundLedger } from '../../../workflows/messages';
import type { Cli } from '../context';
import type { Session } from '../session';
import type { Candidate } from './protocol';

/** How long a shell waits for the server, in milliseconds: somebody is in the middle of typing. */
const PATIENCE = 1_000;

/** Asks the server, briefly and silently: nothing where there is no answer at once. */
const asked = async <T>(cli: Cli, question: (session: Session) => Promise<T>): Promise<T | undefined> => {
  try {
    const { Session: Connected } = await import('../session');
    return await Connected.with(cli, question, Date.now() + PATIENCE);
  } catch {
    return undefined;
  }
};

/** That of the round that the verb itself would take. A round in an unfinished line is not one to remember. */
const ledgerOf = (cli: Cli, named?: RoundId): Promise<RoundLedger | undefined> =>
  asked(cli, async (session) => {
    const round = named ?? (await session.round());
    return session.ask((rectify) => rectify.ledger(round));
  });

export const openRounds = async (cli: Cli): Promise<Candidate[]> => {
  const rounds = await asked({ ...cli, round: undefined }, (session) => session.rounds());
  return (rounds ?? []).map((word) => ({ word }));
};

/** Everybody in the roster. */
export const people = async (cli: Cli): Promise<Candidate[]> => {
  const ledger = await ledgerOf(cli);
  return (ledger?.head.roster.people ?? []).map(({ id, name, section }) => ({
    word: id,
    means: section === undefined ? name : `${name} ${section}`,
  }));
};

/** The numbers of a round, and after `ROUND/` those of that round. */
export const items = async (cli: Cli, begun: string): Promise<Candidate[]> => {
  const slash = begun.indexOf('/');
  const named = RoundId.safeParse(slash < 0 ? undefined : begun.slice(0, slash)).data;
  if (slash >= 0 && named === undefined) return [];
  const ledger = await ledgerOf(cli, named);
  const prefix = named === undefined ? '' : `${named}/`;
  return (ledger?.rows ?? []).map(({ number, problem }) => ({ word: `${prefix}${number}`, means: problem }));
};
