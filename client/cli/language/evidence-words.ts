import type { Language } from '../../../domain/round/roster';

/** What the CLI says of versions of evidence, and of what a measure has brought. */
export interface EvidenceWords {
  option: Record<'replaces' | 'recovered' | 'regulation', string>;
  number: (no: number) => string;
  replaces: (no: number) => string;
  replacedBy: (no: number) => string;
  /** Says on the card that there are older versions, which stay in the record. */
  older: (files: number) => string;
  recovered: (yuan: string) => string;
  regulation: (title: string) => string;
}

const chinese: EvidenceWords = {
  option: {
    replaces: '替换第几份佐证；不写措施和标题的，沿用原来的',
    recovered: '追缴或挽回的金额，以元计，如 4080.50（与 --complete 同用）',
    regulation: '形成的制度名称（与 --complete 同用）',
  },
  number: (no) => `第 ${no} 份`,
  replaces: (no) => `替换第 ${no} 份`,
  replacedBy: (no) => `已由第 ${no} 份替换`,
  older: (files) => `另有 ${files} 份旧版本已被替换，仍保留在记录和校验值中：`,
  recovered: (yuan) => `追缴金额：${yuan} 元`,
  regulation: (title) => `制度成果：《${title}》`,
};

const english: EvidenceWords = {
  option: {
    replaces: 'the number of the evidence to replace; measure and title are then its own unless given',
    recovered: 'what was recovered, in yuan, such as 4080.50 (with --complete)',
    regulation: 'the title of the rule that came of it (with --complete)',
  },
  number: (no) => `no. ${no}`,
  replaces: (no) => `replaces no. ${no}`,
  replacedBy: (no) => `replaced by no. ${no}`,
  older: (files) =>
    `${files} older ${files === 1 ? 'version was' : 'versions were'} replaced and ${files === 1 ? 'stays' : 'stay'} in the record and its hash:`,
  recovered: (yuan) => `recovered: ${yuan} yuan`,
  regulation: (title) => `rule made: “${title}”`,
};

const WORDS: Record<Language, EvidenceWords> = { 'zh-CN': chinese, en: english };

export const evidenceWords = (language: Language): EvidenceWords => WORDS[language];
