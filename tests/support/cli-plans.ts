import type { CivilDate } from '../../domain/calendar/civil';
import type { KeyRing } from '../../domain/identity';
import type { Plan, PlannedItem } from '../../domain/plan/plan';
import type { Clock } from '../../domain/calendar/clock';
import type { RoundInput } from '../../workflows/messages';
import { calendar2021, planOf } from './plans';

const DUE = '2021-05-06' as CivilDate;
export const LONG = '2021-06-30' as CivilDate;
const CLAIMED = { identity: 'claimed' };

/** What differs from the other items of the round `main`. */
const OTHERWISE: Readonly<Record<string, (item: PlannedItem) => PlannedItem>> = {
  '1.7': ({ deadline, ...bare }) => bare,
  '1.8': (item) => ({ ...item, deadline: DUE }),
  '1.9': (item) => ({ ...item, deadline: DUE }),
  '1.10': (item) => ({ ...item, kind: 'sustained' }),
};

/** A round whose items can be brought to refuse what others do not. */
export const mainPlan = (keys: NonNullable<Parameters<typeof planOf>[0]['keys']>): Plan => {
  const plan = planOf({ round: 'main', items: 12, deadline: LONG, policy: CLAIMED, keys });
  return { ...plan, items: plan.items.map((item) => OTHERWISE[item.number]?.(item) ?? item) };
};

/** A round that is started under the name of another. */
export const misnamed = (clock: Clock): RoundInput => {
  const { items, ...head } = planOf({ round: 'misnamed', deadline: LONG, policy: CLAIMED });
  return { schemaVersion: 1, head, items, calendar: calendar2021, clock };
};

/** Who signs in the round `signed`. */
export const SIGNERS = ['handler-1', 'leader', 'acceptor', 'office', 'deputy', 'oversight'];

/** The rounds beside the main one, each for what no item of that can refuse. */
export const sidePlans = (keys: Readonly<Record<string, KeyRing>>): Plan[] => {
  const claimed = (round: string, more: object = {}) =>
    planOf({ round, deadline: LONG, policy: { ...CLAIMED, ...more } });
  return [
    claimed('strict', { extensions: { most: 0 }, evidence: { mostBytes: 4 } }),
    claimed('talkative', { daily: { talk: 1 } }),
    claimed('turning'),
    planOf({ round: 'signed', deadline: LONG, policy: { identity: 'signed' }, keys }),
    claimed('ended'),
  ];
};
