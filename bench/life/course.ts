import { bindingToItem, type Rectify } from '../../client/api';
import { type Clock, realTime } from '../../domain/calendar/clock';
import { instant } from '../../domain/calendar/zone';
import type { Hands } from '../../tests/support/commands';
import { at } from '../../tests/support/instants';
import type { Deed, PlainPeople } from '../plain/messages';

/** Many ordinary items (tests/support/ordinary-item.ts) side by side, of sixty days in so many seconds. */
export type Size = { lives: number; people: number; seconds: number };

export const ROUND = 'life';
export const START = at('2021-05-06');
export const DEADLINE = '2021-07-06';
const LIFE_MS = 60 * 86_400_000;

/** A clock that begins to run at a real instant. */
export const clockOf = ({ seconds }: Size, real: number): Clock => ({
  real: instant(real),
  domain: START,
  rate: LIFE_MS / (seconds * 1000),
  drill: ROUND,
});

/** A command: on which day who gives it, what it is in the plain design, and how our system is told. */
export type Step = {
  day: string;
  by: Exclude<keyof PlainPeople, 'archivist'>;
  deed: Deed;
  tell: (hands: Hands, person: string, rectify: Rectify) => Promise<unknown>;
};

const seen = async ({ item }: Hands, rectify: Rectify) => {
  const view = await rectify.item(item);
  return { evidence: view.evidenceHash, ...bindingToItem(view) };
};

export const COURSE: readonly Step[] = [
  { day: '2021-05-10', by: 'handler', deed: 'acknowledge', tell: (hands) => hands.acknowledge() },
  { day: '2021-05-20', by: 'handler', deed: 'add-evidence', tell: (hands) => hands.handIn('证据') },
  {
    day: '2021-05-24',
    by: 'handler',
    deed: 'complete-measure',
    tell: (hands, by) => hands.tell(by, 'complete-measure', { measure: 1, result: '已核对完毕' }),
  },
  {
    day: '2021-05-26',
    by: 'handler',
    deed: 'request-closure',
    tell: (hands, by) => hands.tell(by, 'request-closure', { summary: '措施均已完成,申请销号' }),
  },
  {
    day: '2021-05-28',
    by: 'leader',
    deed: 'return',
    tell: (hands, by) => hands.giveBack(by, DEADLINE),
  },
  { day: '2021-06-10', by: 'handler', deed: 'add-evidence', tell: (hands) => hands.handIn('补充的证据') },
  {
    day: '2021-06-11',
    by: 'handler',
    deed: 'request-closure',
    tell: (hands, by) => hands.tell(by, 'request-closure', { summary: '已补齐签字记录,申请销号' }),
  },
  {
    day: '2021-06-15',
    by: 'leader',
    deed: 'approve',
    tell: async (hands, by, rectify) => hands.tell(by, 'approve', await seen(hands, rectify)),
  },
  {
    day: '2021-06-17',
    by: 'acceptor',
    deed: 'accept',
    tell: async (hands, by, rectify) => hands.tell(by, 'accept', await seen(hands, rectify)),
  },
];

/** The real instant at which a step is taken. */
export const timeOf = ({ day }: Step, clock: Clock): number => realTime(clock, at(day, '10:00'));
