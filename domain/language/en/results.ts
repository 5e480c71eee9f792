import { yuanText } from '../../../base/money';
import { isMoney } from '../../item/result-kind';
import type { Words } from '../words';

export const RESULT_KIND: Words['resultKind'] = {
  'rules-made': 'rules made',
  'rules-revised': 'rules revised',
  'money-collected': 'money collected',
  'money-returned': 'money returned',
  'money-saved': 'losses made good',
  'people-first-form': 'people dealt with by the first form',
  'people-disciplined': 'people disciplined',
  'people-organisational': 'people dealt with organisationally',
  'people-transferred': 'people referred to other authorities',
  meetings: 'meetings held',
  trainings: 'trainings held',
};

export const resultFigure: Words['resultFigure'] = (kind, figure) =>
  `${RESULT_KIND[kind]}: ${isMoney(kind) ? `${yuanText(figure)} yuan` : String(figure)}`;
