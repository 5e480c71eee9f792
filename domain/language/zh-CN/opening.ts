import type { OpeningFault } from '../../round/opening/judge';
import type { RefusalSentences } from '../refusals';
import { SIGNATURE_FAULT } from './signature-faults';

const FAULT: Record<OpeningFault, string> = {
  ...SIGNATURE_FAULT,
  'no-opening': '由旧版本启动，没有开启签名，请用现在的版本导入方案',
  'claimed-not-allowed':
    '方案接受自称的身份，而运维人员没有准许；请把方案改为只接受签名指令，或请运维人员为 worker 设置 ALLOW_CLAIMED=yes',
  malformed: '格式不正确，请用 rectify import 导入方案',
  'other-workflow': '启动时用的是别的轮次的名称，或在别的命名空间',
  'no-body': '方案没有单位代号（bodyId），请补上后重新导入',
  unsigned: '没有签名，请由整改办人员用 rectify import --as 导入方案',
  'too-many-signatures': '签名多于两个',
  'unknown-key': '签名用的公钥不属于名册中的整改办、主要负责人或派驻纪检组',
  'key-of-several': '名册中有两人用同一把公钥，请各用各的',
  'not-a-statement': '所签内容不是轮次的开启',
  'payloads-differ': '两人签的内容不同，第二人应签第一人所签的内容',
  'not-by-its-author': '第一个签名不是开启人本人的',
  'same-key': '两个签名出自同一把私钥，第二个须由另一人签',
  'same-person': '两个签名出自同一人，第二个须由另一人签',
  'wrong-roles': '须由整改办一人和主要负责人（或派驻纪检组一人）共同签名，这两人不合要求',
  'other-round': '签名是为别的轮次作出的',
  'other-body': '签名是为别的单位作出的',
  'genesis-differs': '所签内容与启动轮次的内容不符',
  stale: '签名时间与轮次启动时间相差一小时以上，请核对时钟后重新导入',
  'body-not-pinned':
    '运维人员没有登记该单位的公钥，请其用 rectify trust 登记方案中的公钥并通过电话核对指纹，然后重新导入',
  'key-not-pinned': '与运维人员为该单位登记的公钥不符，请其核对是谁的公钥，然后重新导入',
  expired: '第二人没有在期限内会签，请重新导入方案',
  'already-open': '轮次已经开启',
};

/** 轮次为什么没有开启. */
export const OPENING_REFUSALS: Pick<RefusalSentences, 'UntrustedOpening' | 'RoundNotOpen'> = {
  UntrustedOpening: ({ fault, person }) =>
    `轮次没有开启${person === undefined ? '' : `（${person}）`}：${FAULT[fault]}。没有启动任何事项，也没有发出任何邮件。`,
  RoundNotOpen: ({ people }) => `轮次尚未开启，还须由 ${people.join('或 ')} 会签（rectify countersign）。`,
};
