import type { CivilDate } from '../domain/calendar/civil';
import type { Addressee } from '../domain/ladder/notice';
import type { Words } from '../domain/language';

/** To whom a mail speaks, in which words, on which day, and whether of several rounds. */
export type Reader = { to: Addressee; words: Words; today: CivilDate; severalRounds: boolean };
