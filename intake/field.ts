import { fold } from '../base/half-width';
import { fieldInEnglish, namedFirst } from './heading-names';
import type { SourceField } from './source-field';

/** Their usual names; the first is the one that we write ourselves. */
export const FIELD_NAMES: Readonly<Record<SourceField, readonly string[]>> = {
  no: ['序号', '编号', '项号', '号'],
  category: [
    '问题方面',
    '方面',
    '类别',
    '问题类别',
    '问题分类',
    '反馈方面',
    '问题大类',
    '问题类型',
    '大类',
    '巡察反馈方面',
  ],
  problem: [
    '具体问题',
    '问题',
    '存在问题',
    '存在的问题',
    '主要问题',
    '反馈问题',
    '巡察反馈问题',
    '反馈具体问题',
    '巡察反馈具体问题',
    '问题描述',
    '问题表现',
    '具体表现',
    '问题清单',
    '整改问题',
    '整改事项',
    '反馈意见',
    '整改任务',
    '任务',
  ],
  kind: ['整改类型', '类型', '整改类别', '整改性质', '问题性质'],
  measures: [
    '整改措施',
    '措施',
    '具体措施',
    '整改举措',
    '措施内容',
    '整改措施内容',
    '具体整改措施',
    '任务清单',
    '整改情况',
    '整改落实情况',
    '整改进展情况',
    '整改完成情况',
  ],
  leader: [
    '责任领导',
    '牵头领导',
    '分管领导',
    '包案领导',
    '责任局领导',
    '整改责任领导',
    '牵头责任领导',
    '领导',
  ],
  section: [
    '责任科室',
    '责任部门',
    '责任单位',
    '牵头科室',
    '牵头部门',
    '牵头单位',
    '承办科室',
    '承办单位',
    '主办科室',
    '整改责任单位',
    '整改责任部门',
    '整改责任科室',
    '责任股室',
    '牵头股室',
    '科室',
    '股室',
  ],
  handler: [
    '经办人',
    '责任人',
    '具体责任人',
    '直接责任人',
    '承办人',
    '经办责任人',
    '整改责任人',
    '具体经办人',
    '具体负责人',
  ],
  acceptor: ['验收人', '销号验收人'],
  deadline: [
    '整改时限',
    '时限',
    '完成时限',
    '整改期限',
    '期限',
    '完成期限',
    '完成时间',
    '整改时间',
    '原定时限',
    '整改完成时限',
    '计划完成时间',
  ],
  'revised-deadline': [
    '现行时限',
    '调整后时限',
    '变更后时限',
    '延期后时限',
    '延期至',
    '调整后完成时限',
    '调整后整改时限',
  ],
  assistants: ['配合科室', '配合部门', '配合单位', '协办科室', '协办单位', '责任配合部门'],
  classified: ['涉密', '是否涉密', '密级'],
  cause: [
    '原因分析',
    '原因',
    '问题原因',
    '产生原因',
    '问题产生原因',
    '存在原因',
    '主要原因',
    '成因',
    '问题成因',
    '成因分析',
    '原因剖析',
    '问题根源',
    '根源分析',
  ],
  goal: ['整改目标', '目标', '预期目标', '工作目标', '目标要求', '整改目标要求'],
  priority: ['优先级', '优先程度', '优先等级', '紧急程度', '重要程度', '缓急程度', '轻重缓急', '重要性'],
  tags: ['标签', '问题标签', '关键词', '关键字'],
  source: [
    '来源文件',
    '来源',
    '问题来源',
    '文件来源',
    '来源材料',
    '来源依据',
    '依据文件',
    '反馈文件',
    '出处',
    '来源文件及页码',
    '来源及页码',
    '问题出处',
  ],
  page: ['页码', '来源页码', '文件页码', '所在页码', '所在页', '页'],
  'measure-kind': ['措施类型', '措施类别'],
  'measure-owner': ['措施责任人', '措施经办人'],
  'measure-deadline': ['措施时限', '措施完成时限', '措施期限'],
};

const FIELD_OF = new Map(
  (Object.entries(FIELD_NAMES) as [SourceField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name): [string, SourceField] => [name, field]),
  ),
);

/** No heading is longer; cells of a table are all looked at. */
const LONGEST_HEADING = 80;

/**
 * The field that a heading names, or names first: `整改措施及时限`; what stands in brackets does not count. One in both
 * languages is read by its Chinese.
 */
export const fieldNamed = (heading: string): SourceField | undefined => {
  if (heading.length > LONGEST_HEADING) return undefined;
  const outside = fold(heading).replace(/[(\[【].*$/s, '');
  const name = outside.replace(/[\s*★:]/g, '');
  const named = FIELD_OF.get(name) ?? namedFirst(FIELD_OF.get(name.replace(/[及和与].*$/, '')));
  if (named !== undefined || !/[a-z#]/i.test(name)) return named;
  return FIELD_OF.get(name.replace(/[^\p{Script=Han}]/gu, '')) ?? fieldInEnglish(outside);
};

/** Names that running text may use before a colon without meaning a label. */
const TOO_COMMON = new Set([
  ...['号', '方面', '类别', '任务', '领导', '科室', '问题', '措施', '类型', '大类'],
  ...['原因', '主要原因', '成因', '目标', '工作目标', '目标要求', '重要性', '关键词', '关键字'],
  ...['来源', '来源依据', '依据文件', '出处', '页', '所在页', '所在页码'],
]);

const LABELS = [...FIELD_OF]
  .map(([name]) => name)
  .filter((name) => !TOO_COMMON.has(name))
  .sort((a, b) => b.length - a.length);

/** A label such as `责任领导：` at the beginning of a line, or after a pause; on text in half width. */
export const LABEL = new RegExp(
  `(?<=^|[\\n。;,、(\\s:]|[】\\]])[【\\[]?(${LABELS.join('|')})(?:如下)?[】\\]]?\\s*:`,
  'g',
);

const LABEL_AT_START = new RegExp(`^${LABEL.source}`);

/** Whether a line, in half width, begins with a label. */
export const startsLikeLabel = (folded: string): boolean => LABEL_AT_START.test(folded);
