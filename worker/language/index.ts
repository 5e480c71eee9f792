import { Language } from '../../domain/round/roster';
import { ENGLISH } from './en';
import type { WorkerWords } from './words';
import { CHINESE } from './zh-CN';

export { type CheckName, CHECKS } from './words';

const WORDS: Record<Language, WorkerWords> = { 'zh-CN': CHINESE, en: ENGLISH };

/** What operators read without saying in which language. */
export const inEveryLanguage = (say: (words: WorkerWords) => string): string =>
  Language.options.map((language) => say(WORDS[language])).join(' ');
