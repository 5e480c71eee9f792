import type { Language } from '../../domain/round/roster';
import { ENGLISH } from './en';
import type { MailWords } from './words';
import { CHINESE } from './zh-CN';

const WORDS: Record<Language, MailWords> = { 'zh-CN': CHINESE, en: ENGLISH };

/** What mails say in a language, beside the words of the domain. */
export const mailWords = (language: Language): MailWords => WORDS[language];
