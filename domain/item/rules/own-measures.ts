import { currentEvidence } from '../../evidence/versions';
import type { Refusal } from '../../refusal';
import { ownedBy } from '../helping';
import { isHelper } from '../side';
import type { Case } from './rule';

/** In whose name something is done. */
const principalIn = ({ command }: Pick<Case, 'command'>) => command.onBehalfOf ?? command.by;

/** Who helps reports and hands in for their own measures; undefined: of the whole item. */
export const measureOfAnother = (given: Case, measure: number | undefined): Refusal | undefined => {
  if (!isHelper(given.role)) return undefined;
  const own = ownedBy([principalIn(given)], given.state);
  if (measure !== undefined && own.includes(measure)) return undefined;
  return { type: 'MeasureOfAnother', ...(measure !== undefined && { measure }), measures: own };
};

/** And takes back only what they, or a deputy of theirs, have handed in for such a measure. */
export const filesOfAnother = (given: Case, evidence: number): Refusal | undefined => {
  if (!isHelper(given.role)) return undefined;
  const { evidence: files } = given.state;
  const principal = principalIn(given);
  const measures = ownedBy([principal], given.state);
  const own = currentEvidence(files)
    .filter(({ measure, by, onBehalfOf }) => measures.includes(measure) && (onBehalfOf ?? by) === principal)
    .map(({ no }) => no);
  return own.includes(evidence) ? undefined : { type: 'EvidenceOfAnother', evidence, known: own };
};
