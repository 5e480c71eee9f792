import { manifestHash } from '../../evidence/manifest';
import { currentEvidence } from '../../evidence/versions';
import type { Refusal } from '../../refusal';
import { reviewDeadline } from '../review-deadline';
import { isDone } from '../helping';
import type { ItemState } from '../state';
import { notTaken, notToReplace, notToWithdraw } from './evidence-refusals';
import { filesOfAnother, measureOfAnother } from './own-measures';
import { happens, refuse, type Rules } from './rule';

export const unknownMeasure = (state: ItemState, no: number): Refusal | undefined =>
  state.measures.some((measure) => measure.no === no)
    ? undefined
    : { type: 'UnknownMeasure', measure: no, measures: state.measures.map((measure) => measure.no) };

/** What an item still lacks for closure. */
const notReadyToClose = (state: ItemState): Refusal | undefined => {
  const open = state.measures.filter((measure) => !measure.completed).map((measure) => measure.no);
  if (open.length > 0) return { type: 'MeasuresOpen', measures: open };
  const current = currentEvidence(state.evidence);
  const bare = state.measures
    .filter((measure) => !current.some((file) => file.measure === measure.no))
    .map((measure) => measure.no);
  return bare.length > 0 ? { type: 'EvidenceMissing', measures: bare } : undefined;
};

/** What the section does, by its handler; of their own measures, also by those who help. */
export const WORK: Rules<
  | 'acknowledge'
  | 'report-progress'
  | 'add-evidence'
  | 'withdraw-evidence'
  | 'complete-measure'
  | 'request-closure'
  | 'withdraw-closure'
> = {
  acknowledge: () => happens({ type: 'acknowledged' }),

  'report-progress': (given) => {
    const { text, measure } = given.command;
    const unknown = measure === undefined ? undefined : unknownMeasure(given.state, measure);
    const refusal = unknown ?? measureOfAnother(given, measure);
    if (refusal) return refuse(refusal);
    return happens({ type: 'progress-reported', text, ...(measure !== undefined && { measure }) });
  },

  'add-evidence': (given) => {
    const { command, state, context, today } = given;
    const { measure, file, replaces } = command;
    const refusal =
      unknownMeasure(state, measure) ??
      measureOfAnother(given, measure) ??
      (replaces === undefined
        ? undefined
        : (filesOfAnother(given, replaces) ?? notToReplace(state.evidence, { measure, replaces }))) ??
      notTaken(context.policy.evidence, file);
    if (refusal) return refuse(refusal);
    const added = {
      type: 'evidence-added' as const,
      measure,
      file,
      ...(replaces !== undefined && { replaces }),
    };
    if (state.status !== 'acceptance') return happens(added);
    const again = reviewDeadline('leader', today, context);
    return happens(added, { type: 'approval-voided', file: file.sha512, reviewDeadline: again });
  },

  'withdraw-evidence': (given) => {
    const { evidence, reason } = given.command;
    const refusal = filesOfAnother(given, evidence) ?? notToWithdraw(given.state.evidence, evidence);
    return refusal ? refuse(refusal) : happens({ type: 'evidence-withdrawn', evidence, reason });
  },

  'complete-measure': ({ command, state }) => {
    const { measure: no, result, recoveredFen, regulation } = command;
    const refusal = unknownMeasure(state, no);
    if (refusal) return refuse(refusal);
    if (state.measures.some((measure) => measure.no === no && isDone(measure, state)))
      return refuse({ type: 'MeasureAlreadyComplete', measure: no });
    return happens({
      type: 'measure-completed',
      measure: no,
      result,
      ...(recoveredFen !== undefined && { recoveredFen }),
      ...(regulation !== undefined && { regulation }),
    });
  },

  'request-closure': ({ command, state, context, today }) => {
    const refusal = notReadyToClose(state);
    if (refusal) return refuse(refusal);
    return happens({
      type: 'closure-requested',
      summary: command.summary,
      evidence: manifestHash(state),
      reviewDeadline: reviewDeadline('leader', today, context),
    });
  },

  'withdraw-closure': ({ command }) => happens({ type: 'closure-withdrawn', reason: command.reason }),
};
