import type { Language } from '../../domain/round/roster';
import { english } from './en';
import type { TemplateWords } from './words';
import { chinese } from './zh-CN';

/** What stands in the template, by language. */
export const TEMPLATE_WORDS: Record<Language, TemplateWords> = { 'zh-CN': chinese, en: english };
