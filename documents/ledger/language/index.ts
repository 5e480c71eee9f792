import type { Language } from '../../../domain/round/roster';
import { ENGLISH } from './en';
import type { LedgerWords } from './words';
import { CHINESE } from './zh-CN';

const WORDS: Record<Language, LedgerWords> = { 'zh-CN': CHINESE, en: ENGLISH };

/** What a ledger says in a language, beside the words of the domain. */
export const ledgerWords = (language: Language): LedgerWords => WORDS[language];
