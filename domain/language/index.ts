import type { Language } from '../round/roster';
import { english } from './en';
import type { Words } from './words';
import { chinese } from './zh';

export type { Words } from './words';

const WORDS: Record<Language, Words> = { 'zh-CN': chinese, en: english };

/** What the system says in a language. */
export const words = (language: Language): Words => WORDS[language];
