import type { Language } from '../../../domain/round/roster';
import type { CliWords } from './cli-words';
import { english } from './en';
import { chinese } from './zh-CN';

export type { CliWords } from './cli-words';

const WORDS: Record<Language, CliWords> = { 'zh-CN': chinese, en: english };

/** What the CLI itself says in a language; the words of the domain are in `domain/language`. */
export const cliWords = (language: Language): CliWords => WORDS[language];
