import { type EvidenceLimits, takesType } from '../../evidence/limits';
import type { Evidence } from '../../evidence/manifest';
import { currentEvidence, numberedEvidence } from '../../evidence/versions';
import type { Refusal } from '../../refusal';
import type { EvidenceFile } from '../command';

/** What the policy does not take as evidence. */
export const notTaken = (
  limits: EvidenceLimits,
  { size, mediaType }: Pick<EvidenceFile, 'size' | 'mediaType'>,
): Refusal | undefined => {
  if (size > limits.mostBytes) return { type: 'EvidenceTooLarge', size, most: limits.mostBytes };
  return takesType(limits, mediaType)
    ? undefined
    : { type: 'EvidenceTypeNotTaken', mediaType, taken: limits.mediaTypes };
};

/** A new version replaces a current file of the same measure, so that each has one successor at most. */
export const notToReplace = (
  evidence: readonly Evidence[],
  { measure, replaces }: { measure: number; replaces: number },
): Refusal | undefined => {
  const old = numberedEvidence(evidence)[replaces - 1];
  if (old?.measure !== measure) {
    const known = currentEvidence(evidence).filter((file) => file.measure === measure);
    return { type: 'UnknownEvidence', evidence: replaces, measure, known: known.map(({ no }) => no) };
  }
  return old.replacedBy === undefined
    ? undefined
    : {
        type: 'EvidenceReplaced',
        evidence: replaces,
        by: old.replacedBy,
        current: newestOf(evidence, old.replacedBy),
      };
};

/** The current version of the file with this number. */
const newestOf = (evidence: readonly Evidence[], no: number): number => {
  const successor = numberedEvidence(evidence)[no - 1]?.replacedBy;
  return successor === undefined ? no : newestOf(evidence, successor);
};
