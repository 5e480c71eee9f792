import type { CivilDate } from '../calendar/civil';
import type { ItemId, RoundId } from '../../base/ids';
import { NoticeRung } from './measure-rung';

type Life = { item: ItemId; cycle: number };

/** A life of an item as written in ids: `2021-03/1.2/c1`. */
export const lifeName = ({ item, cycle }: Life): string => `${item}/c${cycle}`;

/** The life that has caused a notice, from its id. */
export const lifeIn = (id: string): string => id.split(/[#@]/, 1)[0] ?? id;

/** The id of a fact: item, life and number of the event, `2021-03/1.2/c1#7`. */
export const factId = (life: Life, seq: number): string => `${lifeName(life)}#${seq}`;

/** The id of what a round tells: an entry of its log, or what stands for one before it has a log. */
export const roundFactId = (round: RoundId, entry: number | string): string => `${round}#${entry}`;

/** The id of a reminder: item, life, rung, number of the measure if it is of one, and day, `2021-03/1.2/c1@overdue/2021-07-01`. */
export const reminderId = (life: Life, rung: NoticeRung, day: CivilDate, measure?: number): string =>
  `${lifeName(life)}@${rung}${measure === undefined ? '' : `.${measure}`}/${day}`;

/** True for the id of a notice that this life of an item has caused, not an earlier one. */
export const isOfLife = (id: string, life: Life): boolean => lifeIn(id) === lifeName(life);

/** What a notice is about, from its id: an entry of the log, or a rung, and the measure that it is of. */
export const subjectOfNotice = (
  id: string,
): { seq: number } | { rung: NoticeRung; measure?: number } | undefined => {
  const [, name, measure] = /@([a-z-]+)(?:\.(\d+))?\//.exec(id) ?? [];
  const rung = NoticeRung.safeParse(name);
  if (rung.success) return { rung: rung.data, ...(measure !== undefined && { measure: Number(measure) }) };
  const seq = /#(\d+)$/.exec(id)?.[1];
  return seq === undefined ? undefined : { seq: Number(seq) };
};

/** The rung of an item's life that a reminder is of, and its day; nothing for the id of a fact. */
export const stepOfNotice = (id: string): { rung: string; day: string } | undefined => {
  const [rung = '', day] = id.split(/\/(?=\d{4}-\d{2}-\d{2}$)/);
  return day === undefined ? undefined : { rung, day };
};
