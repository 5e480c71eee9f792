import { refusalIn } from '../refusals';
import type { Words } from '../words';
import { AMENDED } from './amend';
import { REFUSALS } from './refusals';
import { DOCUMENT_KIND, PUBLISHED } from './round';
import { STORY } from './story';
import { RESULT_KIND, resultFigure } from './results';
import { COMMAND, DATE, END, FACT, ITEM_KIND, ROLE, RUNG, sourceText, STATUS } from './terms';

/** English, in the terms of the field. */
export const ENGLISH: Words = {
  language: 'en',
  status: STATUS,
  end: END,
  identity: { claimed: 'claimed', signed: 'signed' },
  role: ROLE,
  command: COMMAND,
  itemKind: ITEM_KIND,
  measureKind: {
    'rule-making': 'rule-making',
    'loss-recovery': 'loss recovery',
    accountability: 'accountability',
    'lessons-applied': 'lessons applied',
    'special-campaign': 'special campaign',
    other: 'other',
  },
  priority: { high: 'high', normal: 'normal', low: 'low' },
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
