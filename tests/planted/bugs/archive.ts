import type { Bug } from '../bug';

export const ARCHIVE: readonly Bug[] = [
  {
    name: 'deputy-not-signed-for',
    file: 'archive/item/check-signatures.ts',
    was: "const OPTIONAL = ['onBehalfOf', 'opinion',",
    is: "const OPTIONAL = ['opinion',",
    breaks:
      'verify does not notice that the log says of a signed act for whom it was done, and the act does not.',
    harmless: 'What was signed always has this field in `signed-words.ts`, so it is compared all the same.',
  },
  {
    name: 'act-repeated-unnoticed',
    file: 'archive/item/check-signatures.ts',
    was: '    known.add(act);\n',
    is: '',
    breaks: 'verify does not notice an entry that was copied, signature and all.',
  },
  {
    name: 'attestation-of-nothing',
    file: 'archive/round/check-heads.ts',
    was: 'one.entries >= one.seq || !isOfLog(one, log ?? [])',
    is: 'one.entries >= one.seq && !isOfLog(one, log ?? [])',
    breaks: 'verify does not notice that a countersigned head is none of this log.',
  },
  {
    name: 'wrong-oxum-valid',
    file: 'archive/bag/verify.ts',
    was: 'valid: faults.length + oxum.length === 0,',
    is: 'valid: faults.length === 0,',
    breaks: 'A bag whose Payload-Oxum is wrong counts as valid.',
  },
  {
    name: 'act-unsigned-unnoticed',
    file: 'archive/item/check-signatures.ts',
    was: "policy.identity === 'signed' && entry.seq > from && isAct(entry)",
    is: "policy.identity === 'signed' && entry.seq < from && isAct(entry)",
    breaks: 'verify does not notice an act without a signature where the policy takes signed ones only.',
  },
];
