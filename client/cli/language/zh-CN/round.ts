import type { RoundWords } from '../words/round';

export const ROUND: RoundWords = {
  title: (round, title, body) => `${round} ${title}（${body}）`,
  feedback: '反馈',
  concentrated: '集中整改期至',
  policy: '规则',
  identity: { signed: '只接受签名指令', claimed: '接受未签名的指令' },
  calendar: '节假日安排',
  provisional: (years) => `${years.join('、')} 年暂定`,
  people: '人员',
  head: { id: '编号', name: '姓名', section: '科室', office: '职责', deputies: '代理人', key: '公钥' },
  key: { valid: '有效', waiting: '尚未生效', expired: '已过期', revoked: '已作废', none: '无' },
  signers: {
    able: (able, people) => `名册 ${people} 人，能签名的 ${able} 人。`,
    unable: (people) => `不能签名的：${people.join('、')}`,
    needed: (people) =>
      `有在办事项而不能签名的：${people.join('、')}。请其运行 rectify keygen，再由整改办用 rectify replace-key <人员> <文件> 登记。`,
  },
  documents: {
    title: '文件',
    head: { no: '序号', kind: '种类', title: '题名', number: '文号', date: '日期', item: '事项' },
  },
  closed: '办结',
  bag: '轮次归档包',
  pending: '正在写入',
  log: '经过',
  closing: (items, documents, notices) =>
    `全部 ${items} 项已归档，收存文件 ${documents} 份，发布通报 ${notices} 次。`,
  attest: {
    length: '轮次记录条数',
    head: '末条校验值',
    last: '上次核签',
    none: '尚未核签',
    since: '此后办理',
    nothing: '无',
    and: '、',
    by: (name, entries, at) => `${name} 于 ${at} 核签至第 ${entries} 条`,
    times: (what, times) => `${what} ${times} 次`,
  },
  forGood: '办结后写入轮次归档包，不再受理任何指令，事项也不能再重开。',
  restoring:
    '事项将重新开始办理，人员和时限按台账；此前的进展、佐证和审批不再计入。能够重置流程的，请先重置，不会丢失任何内容，见 rectify doctor。',
};
