import type { TimeGiven } from './deadline';
import type { DraftMeasure } from './draft';

/** A time with the words that say it. */
export type SaidTime = TimeGiven & { said: string };

/** What is to be looked at again before the date of a time is taken. */
const doubtOf = ({ said, unclear, yearAssumed }: SaidTime): string | undefined =>
  unclear || yearAssumed ? said : undefined;

/** Deadline and doubt of an item or measure from a time, each where there is one. */
export const dueBy = (time: SaidTime | undefined): Pick<DraftMeasure, 'deadline' | 'doubt'> => {
  const doubt = time && doubtOf(time);
  return { ...(time?.date && { deadline: time.date }), ...(doubt !== undefined && { doubt }) };
};

/** The latest of several times; a doubt about any is one about the latest. */
export const latestOf = (times: readonly SaidTime[]): SaidTime | undefined => {
  const [latest] = times
    .filter(({ date }) => date !== undefined)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  const doubtful = times.find((time) => doubtOf(time) !== undefined);
  if (latest === undefined) return doubtful;
  return doubtful === undefined || doubtOf(latest) !== undefined
    ? latest
    : { ...latest, said: doubtful.said, unclear: true };
};
