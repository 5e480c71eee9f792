import { Language } from '../../domain/round/roster';
import { ENGLISH } from './en';
import type { ActivityWords } from './words';
import { CHINESE } from './zh-CN';

const WORDS: Record<Language, ActivityWords> = { 'zh-CN': CHINESE, en: ENGLISH };

/** What a failure says in every language: operators read it in the Temporal UI, which has none of its own. */
export const inEveryLanguage = (say: (words: ActivityWords) => string): string =>
  Language.options.map((language) => say(WORDS[language])).join(' ');
