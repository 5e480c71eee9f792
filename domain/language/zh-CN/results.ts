import { yuanText } from '../../../base/money';
import { isMoney, type ResultKind } from '../../item/result-kind';
import type { Words } from '../words';

export const RESULT_KIND: Words['resultKind'] = {
  'rules-made': '建立制度',
  'rules-revised': '修订制度',
  'money-collected': '收缴资金',
  'money-returned': '退还资金',
  'money-saved': '挽回损失',
  'people-first-form': '第一种形态处理',
  'people-disciplined': '党纪政务处分',
  'people-organisational': '组织处理',
  'people-transferred': '移送处理',
  meetings: '召开会议',
  trainings: '组织培训',
};

const unit = (kind: ResultKind): string => {
  if (kind === 'rules-made' || kind === 'rules-revised') return '项';
  return kind === 'meetings' || kind === 'trainings' ? '次' : '人';
};

export const resultFigure: Words['resultFigure'] = (kind, figure) =>
  `${RESULT_KIND[kind]} ${isMoney(kind) ? `${yuanText(figure)} 元` : `${figure} ${unit(kind)}`}`;
