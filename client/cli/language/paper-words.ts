import type { Language } from '../../../domain/round/roster';
import type { VerbName } from '../verbs/table';

/** What the CLI says of the papers it writes. The papers themselves are in Chinese (`documents/`). */
export interface PaperWords {
  verb: Record<Extract<VerbName, 'notice' | 'letter'>, string>;
  option: Record<'number' | 'rung' | 'until', string> & { output: Record<'notice' | 'letter', string> };
  written: (path: string) => string;
  /** Blanks are to be filled in, in a draft and in what was issued. */
  draft: string;
  issued: string;
  /** What is to be done with the paper, as a command to type. */
  next: {
    publish: string;
    issue: (number: string, letter: string) => string;
    file: (number: string, letter: string, letterNumber: string | undefined) => string;
  };
  /** Nobody, and nothing, has proposed this letter; or the item needs none any more. */
  notProposed: (letter: string, item: string) => string;
  ended: (item: string, status: string) => string;
}

const chinese: PaperWords = {
  verb: {
    notice: '整改进展情况通报（代拟稿）：按轮次现状写成 Word 公文',
    letter: '督办函或约谈通知（代拟稿）：写成 Word 公文，由人签发',
  },
  option: {
    output: {
      notice: '写到哪个文件，不覆盖已有的（缺省为 整改情况通报-<轮次>-<日期>.docx）',
      letter: '写到哪个文件，不覆盖已有的（缺省为 督办函-<轮次>-<事项>.docx）',
    },
    number: '文号，如 整改办〔2021〕3号；已签发的以签发的为准',
    rung: '督办函 urging-letter（缺省）或约谈 talk',
    until: '要求哪一天前办结，或哪一天约谈（YYYY-MM-DD，缺省留空待填）',
  },
  written: (path) => `已写入 ${path}`,
  draft: '这是代拟稿：【】中的内容请填写，核对后由人签发。',
  issued: '已签发，不再标代拟稿：【】中的内容请填写并核对。',
  next: {
    publish: '定稿后发布：rectify publish-notice <文件> --title 整改进展情况通报',
    issue: (number, letter) => `签发：rectify issue ${number} --rung ${letter} --number <文号>`,
    file: (number, letter, letterNumber = '<文号>') =>
      `收存签发件：rectify file-document <文件> --kind 函件 --title ${letter} --number ${letterNumber} --item ${number}`,
  },
  notProposed: (letter, item) => `系统没有就事项 ${item} 提出${letter}（或已决定不予签发），仍按要求拟稿。`,
  ended: (item, status) => `事项 ${item} 现为“${status}”，不必再督办，仍按要求拟稿。`,
};

const english: PaperWords = {
  verb: {
    notice: 'the progress notice of the round as it stands, a draft in Word',
    letter: 'an urging letter or a call to a talk, a draft in Word for a person to sign',
  },
  option: {
    output: {
      notice:
        'the file to write, never over an existing one (default: 整改情况通报-<round>-<date>.docx, in Chinese)',
      letter:
        'the file to write, never over an existing one (default: 督办函-<round>-<item>.docx, in Chinese)',
    },
    number: 'its number, such as 整改办〔2021〕3号; one that has been issued keeps its own',
    rung: 'urging-letter (if not told) or talk',
    until: 'by when it is to be done, or the day of the talk (YYYY-MM-DD); left blank if not told',
  },
  written: (path) => `Written: ${path}`,
  draft: 'It is a draft: fill in what stands in 【】, check it, and let a person sign it.',
  issued: 'It was issued, and no longer says that it is a draft: fill in what stands in 【】, and check it.',
  next: {
    publish: 'Once it is final: rectify publish-notice <file> --title 整改进展情况通报',
    issue: (number, letter) => `To issue it: rectify issue ${number} --rung "${letter}" --number <number>`,
    file: (number, letter, letterNumber = '<number>') =>
      `Once it is signed: rectify file-document <file> --kind letter --title "${letter}" --number ${letterNumber} --item ${number}`,
  },
  notProposed: (letter, item) =>
    `The system has not proposed a letter (${letter}) for item ${item}, or it was dropped; drafted all the same.`,
  ended: (item, status) => `Item ${item} is ${status} and needs no letter any more; drafted all the same.`,
};

export const PAPER: Record<Language, PaperWords> = { 'zh-CN': chinese, en: english };
