import type { CivilDate } from '../domain/calendar/civil';
import type { Addressee } from '../domain/ladder/notice';
import type { Words } from '../domain/language';
import type { MailWords } from './language/words';

/**
 * To whom a mail speaks, in which words of the domain (`words`) and of mails (`say`), on which day, and whether of
 * several rounds.
 */
export type Reader = {
  to: Addressee;
  words: Words;
  say: MailWords;
  today: CivilDate;
  severalRounds: boolean;
};
