import type { CountersignFault } from '../../identity';
import { SIGNATURE_FAULT } from './signature-faults';

type Own = 'unsigned' | 'not-a-statement' | 'not-by-its-author';

/** Why two signatures do not count together, whatever they are under, in words that go on from "not accepted:". */
export const COUNTERSIGN_FAULT: Record<Exclude<CountersignFault, Own>, string> = {
  ...SIGNATURE_FAULT,
  'too-many-signatures': 'it has more than two signatures',
  'key-of-several': 'the roster lists one key for two people; give each a key of their own',
  'payloads-differ': 'the two signed different texts; the second must sign exactly what the first signed',
  'same-key':
    'both signatures were made with one key; the second must be made by another person with a key of their own',
  'same-person': 'both signatures are by one person; another person must countersign',
  'wrong-roles':
    'it needs one of the rectification office, and the head or one of oversight; these two do not cover both roles',
};
