import type { PersonId } from '../../base/ids';
import type { Instant } from '../calendar/zone';
import { nameOf } from '../round/offices';
import type { Roster } from '../round/roster';
import type { CommandType } from './command';
import type { Deed, ItemState } from './state';

/** Who had decided before, when, and what: told to whoever comes second. */
export type DecidedBefore = { act: CommandType; by: PersonId; name: string; at: Instant };

type Act = { act: CommandType; deed: Deed | undefined };

const actsOf = ({ approval, acceptance, stage, returns, withdrawal, extensions }: ItemState): Act[] => [
  { act: 'approve', deed: approval },
  { act: 'accept', deed: acceptance },
  { act: 'accept-stage', deed: stage },
  { act: 'return', deed: returns.at(-1) },
  { act: 'withdraw', deed: withdrawal },
  ...extensions.flatMap(({ outcome }): Act[] => {
    if (!outcome || outcome.type === 'lapsed') return [];
    return [{ act: outcome.type === 'granted' ? 'grant-extension' : 'refuse-extension', deed: outcome }];
  }),
];

/** The decision that was made last on an item, if one was. */
export const decisionBefore = (state: ItemState, roster: Roster): { decided?: DecidedBefore } => {
  const acts = actsOf(state).flatMap(({ act, deed }) => (deed ? [{ act, by: deed.by, at: deed.at }] : []));
  const last = acts.sort((a, b) => a.at - b.at).at(-1);
  return last ? { decided: { ...last, name: nameOf(last.by, roster) } } : {};
};
