import type { Language } from '../../round/roster';
import { ENGLISH } from './en';
import type { FaultWords } from './words';
import { CHINESE } from './zh-CN';

const WORDS: Record<Language, FaultWords> = { 'zh-CN': CHINESE, en: ENGLISH };

/** What a language says of the faults of a plan. */
export const faultWords = (language: Language): FaultWords => WORDS[language];
