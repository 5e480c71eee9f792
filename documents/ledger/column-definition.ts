import type { Measure } from '../../domain/item/state';
import type { CivilDate } from '../../domain/calendar/civil';
import type { Words } from '../../domain/language';
import { dayText } from '../../domain/language/day-text';
import type { Dossier, DossierItem } from '../dossier';
import type { Cell } from './cell';
import type { GroupKey, Level } from './columns';
import type { LedgerWords } from './language/words';

/** A line of the ledger is a measure of an item; everything that its cells are made from. */
export type Subject = {
  dossier: Dossier;
  item: DossierItem;
  measure: Measure;
  words: Words;
  say: LedgerWords;
};

/** A date that is still to come as texts have it, with the mark that it is provisional (暂定) where it is. */
export const dayIn =
  ({ dossier, words }: Subject) =>
  (date: CivilDate): string =>
    dayText(date, dossier.calendar, words);

export type ColumnDefinition = {
  level: Level;
  group?: GroupKey;
  /** In half-width characters. */
  width: number;
  /** Short codes and dates are centred; else text begins at the left. */
  centred?: true;
  /** Left out of a ledger in which no line has anything in it. */
  optional?: true;
  cell: (subject: Subject) => Cell | undefined;
};
