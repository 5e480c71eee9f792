import { CivilDate } from '../domain/calendar/civil';
import { Trouble } from './trouble';

/** A date that somebody typed, `YYYY-MM-DD`. */
export const dateValue = (option: string, given: string): CivilDate => {
  const date = CivilDate.safeParse(given);
  if (date.success) return date.data;
  throw new Trouble({ type: 'bad-value', option, given, expected: 'date' });
};

/** The number of a measure, from 1. */
export const measureNumber = (option: string, given: string): number => {
  if (/^[1-9]\d{0,2}$/.test(given)) return Number(given);
  throw new Trouble({ type: 'bad-value', option, given, expected: 'measure' });
};
