import { CivilDate } from '../../../domain/calendar/civil';
import { isMoney, type ResultKind } from '../../../domain/item/result-kind';
import { fenIn } from '../../../base/money';
import { Trouble } from '../trouble/trouble';

/** A date that somebody typed, `YYYY-MM-DD`. */
export const dateValue = (option: string, given: string): CivilDate => {
  const date = CivilDate.safeParse(given);
  if (date.success) return date.data;
  throw new Trouble({ type: 'bad-value', option, given, expected: 'date' });
};

/** A whole number from 1 on. */
export const wholeNumber = (option: string, given: string): number => {
  if (/^[1-9]\d{0,4}$/.test(given)) return Number(given);
  throw new Trouble({ type: 'bad-value', option, given, expected: 'whole-number' });
};

/** The origin of a page, as browsers send it: scheme, host and port, without anything after. */
export const originValue = (option: string, given: string): string => {
  if (URL.canParse(given) && /^https?:/.test(given) && new URL(given).origin === given) return given;
  throw new Trouble({ type: 'bad-value', option, given, expected: 'origin' });
};

const ordinal = (
  option: string,
  given: string,
  expected: 'measure' | 'evidence' | 'result' | 'life',
): number => {
  if (/^[1-9]\d{0,2}$/.test(given)) return Number(given);
  throw new Trouble({ type: 'bad-value', option, given, expected });
};

/** The number of a measure, from 1. */
export const measureNumber = (option: string, given: string): number => ordinal(option, given, 'measure');

/** The number of a file of evidence, from 1. */
export const evidenceNumber = (option: string, given: string): number => ordinal(option, given, 'evidence');

/** The number of a result, from 1. */
export const resultNumber = (option: string, given: string): number => ordinal(option, given, 'result');

/** An amount that somebody typed in yuan, in fen. */
export const yuanValue = (option: string, given: string): number => {
  const fen = fenIn(given);
  if (fen !== undefined) return fen;
  throw new Trouble({ type: 'bad-value', option, given, expected: 'yuan' });
};

/** The figure of a result: yuan of money, in fen; else how many. */
export const figureValue = (option: string, given: string, kind: ResultKind): number =>
  isMoney(kind) ? yuanValue(option, given) : wholeNumber(option, given);

/** The number of a life of an item, from 1. */
export const lifeNumber = (option: string, given: string): number => ordinal(option, given, 'life');
