import type { FileKind } from '../../evidence/limits';
import { partsOf } from '../dates';
import type { DateWords, Words } from '../words';

/** 简体中文的词:整改办的说法。归档页用这些词:改动即另成一种归档格式(`RECORD_FORM`). */

export const STATUS: Words['status'] = {
  assigned: '待签收',
  'in-progress': '整改中',
  'leader-review': '责任领导审核',
  acceptance: '验收',
  returned: '退回补充整改',
  sustained: '长期坚持',
  closed: '已销号',
  archived: '已归档',
  withdrawn: '不予列入或并案',
};

export const ROLE: Words['role'] = {
  handler: '经办人',
  leader: '责任领导',
  acceptor: '验收人',
  head: '主要负责人',
  office: '整改办',
  oversight: '派驻纪检组（巡察办）',
  archivist: '档案员',
  owner: '措施责任人',
  assistant: '配合科室联系人',
};

export const COMMAND: Words['command'] = {
  acknowledge: '签收',
  'report-progress': '报告进展',
  'add-evidence': '提交佐证',
  'withdraw-evidence': '撤回佐证',
  'complete-measure': '完成措施',
  'record-result': '登记成效',
  'correct-result': '更正成效',
  'request-closure': '申请销号',
  'withdraw-closure': '撤回销号申请',
  'check-in': '报告坚持情况',
  'request-extension': '申请延期',
  'grant-extension': '同意延期',
  'refuse-extension': '不同意延期',
  approve: '审核同意',
  ask: '要求补充说明',
  return: '退回补充整改',
  accept: '验收通过',
  'accept-stage': '阶段验收通过',
  withdraw: '不予列入或并案',
  reassign: '改派',
  'set-deadline': '设定时限',
  urge: '催办',
  resend: '重发邮件',
  comment: '留言',
  'register-people': '登记人员',
  'replace-person': '人事变动移交',
  'replace-key': '更换公钥',
  'propose-key': '更换公钥（待会签）',
  'revoke-key': '作废公钥',
  amend: '调整整改方案',
  'undo-import': '撤销导入',
  'new-calendar': '启用新的节假日安排',
  'new-policy': '启用新的规则',
  'issue-proposal': '签发',
  'drop-proposal': '不予签发',
  reopen: '反弹重开',
  restore: '恢复办理',
  'file-document': '收存文件',
  'publish-notice': '发布通报',
  attest: '核签轮次记录',
  'close-round': '办结轮次',
};

export const END: Words['end'] = {
  terminated: '被终止',
  failed: '运行失败',
  'timed-out': '运行超时',
  cancelled: '被取消',
  removed: '已不存在',
};

export const RUNG: Words['rung'] = {
  reminder: '提醒',
  warning: '预警',
  'check-in-due': '坚持情况待报',
  'review-due': '审核将到期',
  unacknowledged: '催签',
  imminent: '临期',
  'check-in-missed': '坚持情况未报',
  'review-overdue': '审核超期',
  'check-in-escalated': '坚持情况未报（报上级）',
  'review-escalated': '审核超期（报上级）',
  overdue: '超期',
  'urging-letter': '督办函',
  talk: '约谈',
  accountability: '问责建议',
  'measure-reminder': '措施提醒',
  'measure-due': '措施到期',
  'measure-overdue': '措施超期',
};

export const FACT: Words['fact'] = {
  assigned: '交办',
  reopened: '反弹重开',
  restored: '恢复办理',
  'closure-requested': '申请销号',
  'closure-withdrawn': '撤回销号申请',
  'extension-requested': '申请延期',
  'extension-granted': '同意延期',
  'extension-refused': '不同意延期',
  approved: '审核同意',
  'approval-voided': '审核失效',
  asked: '要求补充说明',
  returned: '退回补充整改',
  accepted: '验收通过',
  'stage-accepted': '阶段验收通过',
  'checked-in': '报告坚持情况',
  'sustaining-ended': '坚持期满',
  withdrawn: '不予列入或并案',
  'import-undone': '导入已撤销',
  'undo-refused': '未随整轮撤销',
  reassigned: '改派',
  'deadline-set': '设定时限',
  amended: '方案调整',
  urged: '催办',
  commented: '留言',
  resent: '重发',
  'proposal-issued': '已签发',
  'calendar-changed': '节假日安排变动',
  archived: '已归档',
  undeliverable: '邮件无法送达',
  'you-decided': '决定确认',
  'measures-assigned': '措施交办',
  assisting: '配合整改',
  'measure-reported': '措施进展',
  'helper-replaced': '更换措施责任人或联系人',
};

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

export const day: DateWords['day'] = (date) => {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
};

export const DATE: DateWords = {
  day,
  short: (date) => {
    const { month, day } = partsOf(date);
    return `${month} 月 ${day} 日`;
  },
  withWeekday: (date) => `${day(date)}（星期${WEEKDAYS[partsOf(date).weekday] ?? ''}）`,
  provisional: '（暂定）',
  none: '未设时限',
  left: (days) => (days > 0 ? `还有 ${days} 天` : days === 0 ? '今天到期' : `已超 ${-days} 天`),
};

export const ITEM_KIND: Words['itemKind'] = {
  immediate: '立行立改',
  'time-limited': '限期整改',
  sustained: '长期坚持',
};

export const FILE_KIND: Record<FileKind, string> = {
  pdf: 'PDF',
  ofd: 'OFD',
  office: 'Word、Excel、PowerPoint',
  wps: 'WPS',
  openDocument: 'ODF',
  image: '图片',
  text: '文本',
  audio: '音频',
  video: '视频',
  archive: '压缩包（zip、7z、rar）',
  mail: '邮件',
};

export const sourceText: Words['source'] = ({ document, page }) => {
  if (page === undefined) return document;
  return `${document}，${/^[\d-]+$/.test(page) ? `第 ${page} 页` : page}`;
};
