import { CivilDate } from '../calendar/civil';
import { Priority } from '../plan/about';
import { ItemKind, MeasureKind } from '../plan/plan';
import type { Difference } from '../round/amend/difference';
import type { Words } from './words';

/** A value of the plan as people read it: kinds, priorities and dates in words, texts as they are. */
const shown = ({ field }: Difference, value: string | undefined, words: Words): string => {
  if (value === undefined) return words.amended.nothing;
  if (field === 'kind') {
    const { data } = ItemKind.safeParse(value);
    return data ? words.itemKind[data] : value;
  }
  if (field === 'measure-kind') {
    const { data } = MeasureKind.safeParse(value);
    return data ? words.measureKind[data] : value;
  }
  if (field === 'priority') {
    const { data } = Priority.safeParse(value);
    return data ? words.priority[data] : value;
  }
  if (field !== 'deadline' && field !== 'measure-deadline') return value;
  const { data } = CivilDate.safeParse(value);
  return data === undefined ? value : words.date.day(data);
};

/** How it is now, in words. */
export const wordedAfter = (one: Difference, words: Words): string => shown(one, one.after, words);

/** What an amendment changes, in words: what it is about, and how it was and is. */
export const wordedDifference = (one: Difference, words: Words): { label: string; value: string } => {
  const { field, measure, before, after } = one;
  const label = words.amended.field[field](measure ?? 0);
  if (field === 'measure-added') return { label, value: wordedAfter(one, words) };
  if (field === 'measure-dropped') return { label, value: words.amended.dropped(before ?? '', after ?? '') };
  return { label, value: words.amended.change(shown(one, before, words), shown(one, after, words)) };
};
