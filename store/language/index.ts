import type { Language } from '../../domain/round/roster';
import { ENGLISH } from './en';
import type { StoreWords } from './words';
import { CHINESE } from './zh-CN';

const WORDS: Record<Language, StoreWords> = { 'zh-CN': CHINESE, en: ENGLISH };

/** What a store says in a language. */
export const storeWords = (language: Language): StoreWords => WORDS[language];
