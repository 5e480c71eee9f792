import type { CivilDate } from '../calendar/civil';
import type { ItemId, RoundId } from '../../base/ids';
import { RungId } from './rung';

type Life = { item: ItemId; cycle: number };

/** A life of an item as written in ids: `2021-03/1.2/c1`. */
export const lifeName = ({ item, cycle }: Life): string => `${item}/c${cycle}`;

/** The life that has caused a notice, from its id. */
export const lifeIn = (id: string): string => id.split(/[#@]/, 1)[0] ?? id;

/** The id of a fact: item, life and number of the event, `2021-03/1.2/c1#7`. */
export const factId = (life: Life, seq: number): string => `${lifeName(life)}#${seq}`;

/** The id of what a round tells: an entry of its log, or what stands for one before it has a log. */
export const roundFactId = (round: RoundId, entry: number | string): string => `${round}#${entry}`;

/** The id of a reminder: item, life, rung and day, `2021-03/1.2/c1@overdue/2021-07-01`. */
export const reminderId = (life: Life, rung: RungId, day: CivilDate): string =>
  `${lifeName(life)}@${rung}/${day}`;

/** True for the id of a notice that this life of an item has caused, not an earlier one. */
export const isOfLife = (id: string, life: Life): boolean => lifeIn(id) === lifeName(life);

/** What a notice is about, from its id: an entry of the log, or a rung. */
export const subjectOfNotice = (id: string): { seq: number } | { rung: RungId } | undefined => {
  const rung = RungId.safeParse(/@([a-z-]+)\//.exec(id)?.[1]);
  if (rung.success) return { rung: rung.data };
  const seq = /#(\d+)$/.exec(id)?.[1];
  return seq === undefined ? undefined : { seq: Number(seq) };
};

/** The rung of an item's life that a reminder is of, and its day; nothing for the id of a fact. */
export const stepOfNotice = (id: string): { rung: string; day: string } | undefined => {
  const [rung = '', day] = id.split(/\/(?=\d{4}-\d{2}-\d{2}$)/);
  return day === undefined ? undefined : { rung, day };
};
