import type { CivilDate } from '../calendar/civil';
import type { ItemId } from '../ids';
import { RungId } from './rung';

type Life = { item: ItemId; cycle: number };

/** The id of a fact: item, life and number of the event, `2021-03/1.2/c1#7`. */
export const factId = ({ item, cycle }: Life, seq: number): string => `${item}/c${cycle}#${seq}`;

/** The id of a reminder: item, life, rung and day, `2021-03/1.2/c1@overdue/2021-07-01`. */
export const reminderId = ({ item, cycle }: Life, rung: RungId, day: CivilDate): string =>
  `${item}/c${cycle}@${rung}/${day}`;

/** True for the id of a notice that this life of an item has caused, not an earlier one. */
export const isOfLife = (id: string, { item, cycle }: Life): boolean => {
  const life = `${item}/c${cycle}`;
  return id.startsWith(`${life}#`) || id.startsWith(`${life}@`);
};

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
