import type { CivilDate } from '../domain/calendar/civil';
import type { Addressee } from '../domain/ladder/notice';
import type { Words } from '../domain/language';
import type { MailWords } from './language/words';

/**
 * The reader of a mail, the words of the domain (`words`) and of mails (`say`) in their language, the day, and whether
 * the mail is about several rounds.
 */
export type Reader = {
  to: Addressee;
  words: Words;
  say: MailWords;
  today: CivilDate;
  severalRounds: boolean;
};
