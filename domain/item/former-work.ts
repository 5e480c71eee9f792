import { currentEvidence } from '../evidence/versions';
import { type LedgerRow, rowOf } from '../round/row';
import type { Work } from '../round/work';
import { workIn } from '../round/work-begun';
import { resultsOf } from './results';
import type { ItemContext, ItemState } from './state';

/** What was done with an item and then refused or taken back, so that it does not show how it stands. */
const formerWork = (state: ItemState): Work[] => {
  const { extensions, evidence, measures, progress, request, resumedAt, results = [] } = state;
  const isFormer: Readonly<Partial<Record<Work, boolean>>> = {
    progress: !progress && measures.some((measure) => measure.progress),
    evidence: evidence.length > 0 && currentEvidence(evidence).length === 0,
    result: results.length > 0 && resultsOf(state) === undefined,
    closure: resumedAt !== undefined && !request,
    extension: extensions.some(({ outcome }) => outcome && outcome.type !== 'granted'),
  };
  return (Object.keys(isFormer) as Work[]).filter((one) => isFormer[one]);
};

/** The same, to go with a line of the ledger. It is no reason to report one: runs of older builds would report what their histories do not have. */
export const formerIn = (state: ItemState): Pick<LedgerRow, 'former'> => {
  const former = formerWork(state);
  return former.length > 0 ? { former } : {};
};

/** What was done with an item besides acknowledging it, also what stands no more. */
export const workOf = (state: ItemState, context: ItemContext): Work[] =>
  workIn({ ...rowOf(state, context, 0), ...formerIn(state) });
