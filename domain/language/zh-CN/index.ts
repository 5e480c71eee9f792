import { refusalIn } from '../refusals';
import type { Words } from '../words';
import { AMENDED } from './amend';
import { REFUSALS } from './refusals';
import { DOCUMENT_KIND, PUBLISHED } from './round';
import { STORY } from './story';
import { RESULT_KIND, resultFigure } from './results';
import { COMMAND, DATE, END, FACT, ITEM_KIND, ROLE, RUNG, sourceText, STATUS } from './terms';

/** 简体中文:整改办的说法. */
export const CHINESE: Words = {
  language: 'zh-CN',
  status: STATUS,
  end: END,
  identity: { claimed: '自称', signed: '签名' },
  role: ROLE,
  command: COMMAND,
  itemKind: ITEM_KIND,
  measureKind: {
    'rule-making': '建章立制',
    'loss-recovery': '挽回损失',
    accountability: '追责问责',
    'lessons-applied': '举一反三',
    'special-campaign': '专项整治',
    other: '其他',
  },
  priority: { high: '高', normal: '中', low: '低' },
  resultKind: RESULT_KIND,
  resultFigure,
  source: sourceText,
  rung: RUNG,
  fact: FACT,
  published: PUBLISHED,
  documentKind: DOCUMENT_KIND,
  date: DATE,
  amended: AMENDED,
  refusal: refusalIn(REFUSALS),
  story: STORY,
};
