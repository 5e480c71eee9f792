import type { Language } from '../round/roster';
import { ENGLISH } from './en';
import type { Words } from './words';
import { CHINESE } from './zh-CN';

export type { Words } from './words';

const WORDS: Record<Language, Words> = { 'zh-CN': CHINESE, en: ENGLISH };

/** What the domain says in a language: its terms, its refusals and its story. */
export const words = (language: Language): Words => WORDS[language];
