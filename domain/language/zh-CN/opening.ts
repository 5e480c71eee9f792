import type { OpeningFault } from '../../round/opening/judge';
import type { RefusalSentences } from '../refusals';
import { COUNTERSIGN_FAULT } from './countersign-faults';

const FAULT: Record<OpeningFault, string> = {
  ...COUNTERSIGN_FAULT,
  'no-opening': '由旧版本启动，没有启动签名，请用现在的版本导入方案',
  'claimed-not-allowed':
    '方案接受自称的身份，而运维人员未予准许；请把方案改为只接受签名指令，或请运维人员为 worker 设置 ALLOW_CLAIMED=yes',
  malformed: '格式不正确，请用 rectify import 导入方案',
  'other-workflow': '启动时用了其他轮次的名称，或不在签名所写的命名空间',
  'no-body': '方案没有单位代号（bodyId），请补上后重新导入',
  unsigned: '没有签名，请由整改办人员用 rectify import --as 导入方案',
  'unknown-key': '签名所用的公钥不是名册中整改办、主要负责人或派驻纪检组的',
  'not-a-statement': '所签的不是轮次启动文件',
  'not-by-its-author': '第一个签名不是发起人本人的',
  'other-round': '签名所写的是其他轮次',
  'other-body': '签名所写的是其他单位',
  'genesis-differs': '所签内容与启动轮次的内容不符',
  stale: '签名时间与轮次启动时间相差一小时以上，请核对时钟后重新导入',
  'body-not-pinned':
    '运维人员没有登记该单位的公钥，请其用 rectify trust 登记方案中的公钥并通过电话核对指纹，然后重新导入',
  'key-not-pinned': '与运维人员为该单位登记的公钥不符，请其核对后重新导入',
  expired: '会签期限已过，请重新导入方案',
  'already-open': '轮次已经启动，无须再签',
};

/** Why a round is not opened. */
export const OPENING_REFUSALS: Pick<RefusalSentences, 'UntrustedOpening' | 'RoundNotOpen'> = {
  UntrustedOpening: ({ fault, person }) =>
    fault === 'already-open'
      ? `${FAULT[fault]}。`
      : `轮次没有启动${person === undefined ? '' : `（${person}）`}：${FAULT[fault]}。没有交办任何事项，也没有发出任何邮件。`,
  RoundNotOpen: ({ people }) =>
    people.length === 0
      ? '轮次尚未启动：启动签名正在核验，请稍后再试。'
      : `轮次尚未启动，还须由 ${people.join(' 或 ')} 会签（rectify countersign）。`,
};
