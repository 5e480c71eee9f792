import { refusalIn } from '../refusals';
import type { Words } from '../words';
import { MAIL } from './mail';
import { REFUSALS } from './refusals';
import { COMMAND, DATE, FACT, ITEM_KIND, ROLE, RUNG, STATUS } from './terms';

/** 简体中文:整改办的说法. */
export const chinese: Words = {
  language: 'zh-CN',
  status: STATUS,
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
  rung: RUNG,
  fact: FACT,
  published: {
    completed: '已完成',
    'completed-sustained': '基本完成并长期坚持',
    ongoing: '持续推进',
    'not-completed': '未完成',
    withdrawn: '不再单列',
  },
  date: DATE,
  refusal: refusalIn(REFUSALS),
  mail: MAIL,
};
