/** Every key of a plan file in the office's words. `number` is not among them: it follows from the position. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  round: '轮次',
  title: '标题',
  body: '被巡察单位',
  bodyId: '单位代号',
  feedback: '反馈日期',
  concentratedUntil: '集中整改期截止日',
  archive: '归档信息',
  fonds: '全宗号',
  year: '年度',
  retention: '保管期限',
  organisation: '机构代码',
  policy: '规则',
  evidence: '佐证材料',
  mostBytes: '佐证大小上限',
  mediaTypes: '佐证类型',
  to: '收件人',
  reports: '定期报告',
  measureLadder: '措施提醒规则',
  every: '报告周期',
  decides: '决定人',
  roster: '名册',
  people: '人员',
  head: '主要负责人',
  office: '整改办',
  oversight: '派驻纪检组',
  archivist: '档案员',
  contacts: '配合科室联系人',
  id: '人员编号',
  name: '姓名',
  address: '邮箱地址',
  section: '责任科室',
  assisting: '配合科室',
  superior: '上级',
  deputies: '代理人',
  language: '语言',
  identity: '身份方式',
  keys: '公钥',
  revoked: '作废日期',
  categories: '方面',
  no: '序号',
  items: '整改事项',
  problem: '具体问题',
  kind: '类型',
  leader: '责任领导',
  handler: '经办人',
  acceptor: '验收人',
  deadline: '时限',
  classified: '涉密',
  cause: '原因分析',
  goal: '整改目标',
  priority: '优先级',
  tags: '标签',
  source: '来源',
  document: '来源文件',
  page: '页码',
  measures: '整改措施',
  text: '措施内容',
  owner: '责任人',
};

/** A field as the last key of a path names it, and the number of the measure it belongs to. */
export const fieldOf = (path: string): { key: string; measure?: number } => {
  const key =
    path
      .split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? '';
  const measure = /\.measures\[(\d+)\]/.exec(path)?.[1];
  return measure === undefined ? { key } : { key, measure: Number(measure) + 1 };
};
