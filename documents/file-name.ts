import type { Clock } from '../domain/calendar/clock';
import type { Language } from '../domain/round/roster';

/** How the name of a file says that a round is a drill (演练). */
const DRILL: Record<Language, string> = { 'zh-CN': '演练', en: 'drill' };

/** The name of a document that nobody has named: what was made in a drill says so before it is opened. */
export const documentName = (clock: Clock, language: Language, name: string): string =>
  clock.drill === undefined ? name : `${DRILL[language]}-${name}`;
