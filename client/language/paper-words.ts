import type { Language } from '../../domain/round/roster';
import type { VerbName } from '../verbs';

/** What the CLI says of the papers it writes. The papers themselves are in Chinese (`domain/documents`). */
export interface PaperWords {
  verb: Record<Extract<VerbName, 'notice' | 'letter'>, string>;
  option: Record<'output' | 'number' | 'rung' | 'until', string>;
  /** A paper lies there, and blanks in it are to be filled in. */
  written: (path: string) => string;
  fill: string;
  /** Nobody, and nothing, has proposed this letter. */
  notProposed: (letter: string, item: string) => string;
}

const chinese: PaperWords = {
  verb: {
    notice: '整改进展情况通报（代拟稿）：按轮次现状写成 Word 公文',
    letter: '督办函或约谈通知（代拟稿）：写成 Word 公文，由人签发',
  },
  option: {
    output: '写到哪个文件（docx），不覆盖已有的',
    number: '文号，如 整改办〔2021〕3号；已签发的以签发的为准',
    rung: '督办函 urging-letter（缺省）或约谈 talk',
    until: '要求哪一天前办结，或哪一天约谈（YYYY-MM-DD，缺省留空待填）',
  },
  written: (path) => `已写入 ${path}`,
  fill: '这是代拟稿：【】中的内容请填写，核对后由人签发。',
  notProposed: (letter, item) => `系统没有就事项 ${item} 提出${letter}（或已决定不予签发），仍按要求拟稿。`,
};

const english: PaperWords = {
  verb: {
    notice: 'the progress notice of the round as it stands, a draft in Word',
    letter: 'an urging letter or a call to a talk, a draft in Word for a person to sign',
  },
  option: {
    output: 'the file to write (docx); never over an existing one',
    number: 'its number, such as 整改办〔2021〕3号; one that has been issued keeps its own',
    rung: 'urging-letter (if not told) or talk',
    until: 'by when it is to be done, or the day of the talk (YYYY-MM-DD); left blank if not told',
  },
  written: (path) => `Written: ${path}`,
  fill: 'It is a draft: fill in what stands in 【】, check it, and let a person sign it.',
  notProposed: (letter, item) =>
    `The system has not proposed a letter (${letter}) for item ${item}, or it was dropped; drafted all the same.`,
};

export const PAPER: Record<Language, PaperWords> = { 'zh-CN': chinese, en: english };
