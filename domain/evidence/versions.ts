import type { Evidence } from './manifest';

/**
 * A file with its number, from 1 in the order in which the item's files came: the number that it bears in the
 * path of the bag. `replacedBy`: the newer version of it, if there is one.
 */
export type NumberedEvidence = Evidence & { no: number; replacedBy?: number };

/** Every file that was ever handed in, with its number. A replaced one is kept too. */
export const numberedEvidence = (evidence: readonly Evidence[]): NumberedEvidence[] => {
  const successors = new Map(evidence.map(({ replaces }, index) => [replaces, index + 1]));
  return evidence.map((file, index) => {
    const no = index + 1;
    const replacedBy = successors.get(no);
    return { ...file, no, ...(replacedBy !== undefined && { replacedBy }) };
  });
};

const isCurrent = ({ replacedBy, withdrawn }: NumberedEvidence): boolean =>
  replacedBy === undefined && withdrawn === undefined;

/** What is current: the files that no later one replaces and that were not withdrawn. */
export const currentEvidence = (evidence: readonly Evidence[]): NumberedEvidence[] =>
  numberedEvidence(evidence).filter(isCurrent);

/** As people look at it: what is current, then what was replaced or withdrawn. */
export const currentFirst = (evidence: readonly Evidence[]): NumberedEvidence[] => {
  const all = numberedEvidence(evidence);
  return [...all.filter(isCurrent), ...all.filter((file) => !isCurrent(file))];
};
