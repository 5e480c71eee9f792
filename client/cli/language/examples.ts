import type { Language } from '../../../domain/round/roster';
import type { VerbName } from '../verbs/table';
import { ENGLISH_EXAMPLES } from './examples.en';
import { CHINESE_EXAMPLES } from './examples.zh-CN';

/** One to three command lines as a person would type them; after ` # ` what they do, if that is not plain. */
export type Examples = readonly [string, string?, string?];

const EXAMPLES: Record<Language, Record<VerbName, Examples>> = {
  'zh-CN': CHINESE_EXAMPLES,
  en: ENGLISH_EXAMPLES,
};

const TITLE: Record<Language, string> = { 'zh-CN': '示例：', en: 'Examples:' };

export const examplesOf = (verb: VerbName, language: Language): string[] =>
  EXAMPLES[language][verb].filter((line) => line !== undefined);

/** Ends the help of a verb. */
export const examplesText = (verb: VerbName, language: Language): string =>
  `\n${TITLE[language]}\n${examplesOf(verb, language)
    .map((line) => `  ${line}\n`)
    .join('')}`;
