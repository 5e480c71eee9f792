import type { OpeningFault } from '../../round/opening/judge';
import type { RefusalSentences } from '../refusals';
import { COUNTERSIGN_FAULT } from './countersign-faults';

const FAULT: Record<OpeningFault, string> = {
  ...COUNTERSIGN_FAULT,
  'no-opening':
    'it was started by an older version, which does not sign openings; import the plan with this version',
  'claimed-not-allowed':
    'its people would be taken at their word, which the operator does not allow; have the plan accept signed commands only, or have the operator set ALLOW_CLAIMED=yes at the workers',
  malformed: 'it is malformed; import the plan with rectify import',
  'other-workflow': 'it was started under the name of another round, or in another namespace',
  'no-body': 'its plan has no bodyId; add one and import it again',
  unsigned:
    'it is not signed; import the plan with rectify import --as, by somebody of the rectification office',
  'unknown-key':
    'it is signed with a key that the roster does not list for the office, the head or oversight',
  'not-a-statement': 'what was signed is not the opening of a round',
  'not-by-its-author': 'the first signature is not that of the person in whose name the round is opened',
  'other-round': 'it was signed for another round',
  'other-body': 'it was signed for another body',
  'genesis-differs': 'what was signed is not what the round was started with',
  stale:
    'it was signed more than an hour before or after the round was started; check the clock, and import again',
  'body-not-pinned':
    'the operator has pinned no keys for this body; have them run rectify trust with the plan, compare the fingerprints by phone, and import again',
  'key-not-pinned':
    'the operator has pinned other keys for this body; have them check whose key it is, and import again',
  expired: 'the second signature did not come in time; import the plan again',
  'already-open': 'The round is open already and needs no further signature',
};

/** Why a round is not opened. */
export const OPENING_REFUSALS: Pick<RefusalSentences, 'UntrustedOpening' | 'RoundNotOpen'> = {
  UntrustedOpening: ({ fault, person }) =>
    fault === 'already-open'
      ? `${FAULT[fault]}.`
      : `The round was not opened${person === undefined ? '' : ` (${person})`}: ${FAULT[fault]}. No item was started and nobody was told.`,
  RoundNotOpen: ({ people }) =>
    people.length === 0
      ? 'The round is not open yet. Its opening is still being checked; try again in a moment.'
      : `The round is not open yet: it waits for a second signature, by ${people.join(' or ')} (rectify countersign).`,
};
