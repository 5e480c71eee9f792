import type { PersonId } from '../../../base/ids';
import type { Refusal } from '../../refusal';
import { numberedResults, standingResults } from '../results';
import type { ItemContext } from '../state';
import { notToWithdraw } from './evidence-refusals';
import { happens, refuse, type Rules } from './rule';
import { unknownMeasure } from './work';

/** Somebody of the item answers for the figure. */
const unknownVoucher = (person: PersonId, { roster }: Pick<ItemContext, 'roster'>): Refusal | undefined =>
  roster.people.some(({ id }) => id === person) ? undefined : { type: 'UnknownVoucher', person };

/** What the item has brought (整改成效), as its handler records it. */
export const RESULT: Rules<'record-result' | 'correct-result'> = {
  'record-result': ({ command, state, context }) => {
    const { kind, figure, measure, evidence, vouchedBy, note } = command;
    const refusal =
      (measure === undefined ? undefined : unknownMeasure(state, measure)) ??
      // What can be taken back is current.
      (evidence === undefined ? undefined : notToWithdraw(state.evidence, evidence)) ??
      unknownVoucher(vouchedBy, context);
    if (refusal) return refuse(refusal);
    return happens({
      type: 'result-recorded',
      kind,
      figure,
      ...(measure !== undefined && { measure }),
      ...(evidence !== undefined && { evidence }),
      vouchedBy,
      ...(note !== undefined && { note }),
    });
  },

  /** Only a result that counts is corrected. */
  'correct-result': ({ command: { result, figure, reason }, state }) => {
    const found = numberedResults(state)[result - 1];
    if (!found)
      return refuse({ type: 'UnknownResult', result, known: standingResults(state).map(({ no }) => no) });
    const { kind, withdrawn } = found;
    if (withdrawn) return refuse({ type: 'ResultWithdrawn', result, at: withdrawn.at });
    return happens({
      type: 'result-corrected',
      result,
      kind,
      ...(figure !== undefined && { figure }),
      reason,
    });
  },
};
