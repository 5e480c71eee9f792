import type { NewKeyFault } from '../../round/keys/faults';
import { SIGNATURE_FAULT } from './signature-faults';

/** 新公钥的签名为什么不予接受. */
export const NEW_KEY_FAULT: Record<NewKeyFault, string> = {
  ...SIGNATURE_FAULT,
  'unknown-key': '签名所用的公钥不属于名册中有权签名的人',
  unsigned: '没有第二人的签名',
  'too-many-signatures': '签名多于两个',
  'key-of-several': '名册中有两人用同一把公钥，请各用各的',
  'not-a-statement': '所签内容不是更换公钥的申请',
  'payloads-differ': '两人签的内容不同，第二人应签第一人所签的内容',
  'not-by-its-author': '第一个签名不是申请人本人的',
  'same-key': '两个签名出自同一把私钥，第二个须由另一人签',
  'same-person': '两个签名出自同一人，第二个须由另一人签',
  'wrong-roles': '须由整改办一人和主要负责人（或派驻纪检组一人）共同签名，这两人不合要求',
  'not-this-key': '原私钥签认的不是此人的这把公钥，请重新运行 rectify keygen --renew',
  'nothing-waits': '没有等待会签的这项申请：可能已逾期、已作废或已生效，见 rectify round',
  'already-signed': '已由另一人会签',
  'own-case': '不能会签更换自己公钥的申请，请由另一人会签',
  'claimed-round': '本轮次接受自称身份，公钥不起作用，无须会签',
};
