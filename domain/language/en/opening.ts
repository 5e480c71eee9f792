import type { OpeningFault } from '../../round/opening/judge';
import type { RefusalSentences } from '../refusals';
import { SIGNATURE_FAULT } from './signature-faults';

const FAULT: Record<OpeningFault, string> = {
  ...SIGNATURE_FAULT,
  'no-opening':
    'it was started by an older version, which does not sign openings; import the plan with this version',
  'claimed-not-allowed':
    'its people would be taken at their word, which the operator does not allow; have the plan accept signed commands only, or have the operator set ALLOW_CLAIMED=yes at the workers',
  malformed: 'it is not of the agreed form; import the plan with rectify import',
  'other-workflow': 'it was started under the name of another round, or in another namespace',
  'no-body': 'its plan has no bodyId; add one and import it again',
  unsigned:
    'it is not signed; import the plan with rectify import --as, by somebody of the rectification office',
  'too-many-signatures': 'it has more than two signatures',
  'unknown-key': 'it is signed by a key that the roster has for nobody of the office, the head or oversight',
  'key-of-several': 'the roster has one key for two people; give each a key of their own',
  'not-a-statement': 'what was signed is no opening of a round',
  'payloads-differ': 'the two have signed different texts; sign what the first has signed',
  'not-by-its-author': 'the first signature is not by the person in whose name the round is opened',
  'same-key': 'both signatures are by one key; the second must be by another person',
  'same-person': 'both signatures are by one person; the second must be by another',
  'wrong-roles':
    'it needs one of the rectification office, and the head or one of oversight; these two do not make both',
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
  'already-open': 'it is open already',
};

/** Why a round is not opened. */
export const OPENING_REFUSALS: Pick<RefusalSentences, 'UntrustedOpening' | 'RoundNotOpen'> = {
  UntrustedOpening: ({ fault, person }) =>
    `The round was not opened${person === undefined ? '' : ` (${person})`}: ${FAULT[fault]}. No item was started and nobody was told.`,
  RoundNotOpen: ({ people }) =>
    `The round is not open yet: it waits for a second signature, by ${people.join(' or ')} (rectify countersign).`,
};
