import type { Language } from '../../../domain/round/roster';
import { english } from './en';
import type { CliWords } from './words';
import { chinese } from './zh-CN';

export type { CliWords } from './words';

const WORDS: Record<Language, CliWords> = { 'zh-CN': chinese, en: english };

/** What the CLI itself says in a language; the words of the domain are in `domain/language`. */
export const cliWords = (language: Language): CliWords => WORDS[language];
