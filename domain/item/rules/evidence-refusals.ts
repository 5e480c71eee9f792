import { type EvidenceLimits, takesType } from '../../evidence/limits';
import type { Evidence } from '../../evidence/manifest';
import { currentEvidence, numberedEvidence, type NumberedEvidence } from '../../evidence/versions';
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

/** Why a file is not current any more. */
const outOfDate = (evidence: readonly Evidence[], old: NumberedEvidence): Refusal | undefined => {
  const { no, replacedBy, withdrawn } = old;
  if (withdrawn) return { type: 'EvidenceWithdrawn', evidence: no, at: withdrawn.at };
  return replacedBy === undefined
    ? undefined
    : { type: 'EvidenceReplaced', evidence: no, by: replacedBy, current: newestOf(evidence, replacedBy) };
};

/** Only a current file is taken back. */
export const notToWithdraw = (evidence: readonly Evidence[], no: number): Refusal | undefined => {
  const file = numberedEvidence(evidence)[no - 1];
  if (file) return outOfDate(evidence, file);
  return { type: 'UnknownEvidence', evidence: no, known: currentEvidence(evidence).map((one) => one.no) };
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
  return outOfDate(evidence, old);
};

/** The current version of the file with this number. */
const newestOf = (evidence: readonly Evidence[], no: number): number => {
  const successor = numberedEvidence(evidence)[no - 1]?.replacedBy;
  return successor === undefined ? no : newestOf(evidence, successor);
};
