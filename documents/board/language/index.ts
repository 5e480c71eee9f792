import type { Language } from '../../../domain/round/roster';
import { ENGLISH } from './en';
import type { BoardWords } from './words';
import { CHINESE } from './zh-CN';

const WORDS: Record<Language, BoardWords> = { 'zh-CN': CHINESE, en: ENGLISH };

/** What a board says in a language, beside the words of the domain. */
export const boardWords = (language: Language): BoardWords => WORDS[language];
