import type { CountersignFault } from '../../identity';
import { SIGNATURE_FAULT } from './signature-faults';

type Own = 'unsigned' | 'not-a-statement' | 'not-by-its-author';

/** 两人的签名合在一起为什么不予接受. */
export const COUNTERSIGN_FAULT: Record<Exclude<CountersignFault, Own>, string> = {
  ...SIGNATURE_FAULT,
  'too-many-signatures': '签名多于两个',
  'key-of-several': '名册中有两人用同一个公钥，请各用各的',
  'payloads-differ': '两人所签内容不同，会签人须签署与第一人完全相同的内容',
  'same-key': '两个签名出自同一把私钥，须由另一人用本人私钥会签',
  'same-person': '两个签名出自同一人，须由另一人会签',
  'wrong-roles': '须由整改办一人和主要负责人（或派驻纪检组一人）共同签名，这两人不合要求',
};
