import type { Clock } from '../domain/calendar/clock';
import type { Language } from '../domain/round/roster';
import type { Dossier } from './dossier';

/** The part of a file name that says that a round is a drill (演练). */
const DRILL: Record<Language, string> = { 'zh-CN': '演练', en: 'drill' };

/** The default name of a document: one made in a drill says so before it is opened. */
export const documentName = (clock: Clock, language: Language, name: string): string =>
  clock.drill === undefined ? name : `${DRILL[language]}-${name}`;

type OfRound = Pick<Dossier, 'head' | 'clock' | 'today'>;

const BOARD: Record<Language, string> = { 'zh-CN': '看板', en: 'board' };

/** `看板-2021-03-2021-09-07.html` */
export const boardFileName = ({ head, clock, today }: OfRound, language: Language): string =>
  `${documentName(clock, language, `${BOARD[language]}-${head.round}-${today}`)}.html`;

/** `整改情况通报-2021-03-2021-09-07.docx`: the notice is in Chinese, whoever writes it. */
export const noticeFileName = ({ head, clock, today }: OfRound): string =>
  `${documentName(clock, 'zh-CN', `整改情况通报-${head.round}-${today}`)}.docx`;
