import type { NewKeyFault } from '../../round/keys/faults';
import { COUNTERSIGN_FAULT } from './countersign-faults';

/** 新公钥的签名为什么不予接受. */
export const NEW_KEY_FAULT: Record<NewKeyFault, string> = {
  ...COUNTERSIGN_FAULT,
  'unknown-key': '签名所用的公钥不属于名册中有权签名的人',
  unsigned: '没有第二人的签名',
  'not-a-statement': '所签内容不是更换公钥的申请',
  'not-by-its-author': '第一个签名不是申请人本人的',
  'not-this-key': '原私钥签认的不是此人的这个公钥，请重新运行 rectify keygen --renew',
  'not-this-round':
    '原私钥的签认不是为本轮次作出的（可能是另一轮次或演练），请加 --round 重新运行 rectify keygen --renew',
  'out-of-date': '原私钥的签认已超过 14 天，或者签认时所用电脑的时间偏快，请重新运行 rectify keygen --renew',
  'nothing-waits': '没有等待会签的这项申请：可能已逾期、已作废或已生效，见 rectify round',
  'already-signed': '已由另一人会签',
  'own-case': '不能会签更换自己公钥的申请，请由另一人会签',
  'claimed-round': '本轮次接受自称身份，公钥不起作用，无须会签',
};
