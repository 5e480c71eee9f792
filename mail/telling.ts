import type { CivilDate } from '../domain/calendar/civil';
import type { Digest } from '../domain/ladder/notice';
import type { Words } from '../domain/language';
import type { MailWords } from './language/words';

/**
 * How what a digest says is told: to whom, in which words of the domain (`words`) and of mails (`say`), on which day.
 */
export type Telling = {
  to: Digest['to'];
  words: Words;
  say: MailWords;
  today: CivilDate;
  severalRounds: boolean;
};
