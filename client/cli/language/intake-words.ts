import type { Language } from '../../../domain/round/roster';
import { INTAKE as ENGLISH } from './en/intake';
import type { IntakeWords } from './words/intake';
import { INTAKE as CHINESE } from './zh-CN/intake';

/** For what reads documents without a `Cli` at hand. */
export const INTAKE_WORDS: Record<Language, IntakeWords> = { 'zh-CN': CHINESE, en: ENGLISH };
