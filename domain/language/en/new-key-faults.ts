import type { NewKeyFault } from '../../round/keys/faults';
import { COUNTERSIGN_FAULT } from './countersign-faults';

/** Why what is signed for a new key is not accepted, in words that go on from "not accepted:". */
export const NEW_KEY_FAULT: Record<NewKeyFault, string> = {
  ...COUNTERSIGN_FAULT,
  'unknown-key': 'it is signed by a key that the roster has for nobody who may sign here',
  unsigned: 'the second signature is missing',
  'not-a-statement': 'what was signed proposes no key',
  'not-by-its-author': 'the first signature is not by the person who proposes the key',
  'not-this-key':
    'the old key has signed another key, or one of another person; run rectify keygen --renew again',
  'not-this-round':
    'the old key has signed for another round (or for a drill); run rectify keygen --renew again, with --round',
  'out-of-date':
    'the old key signed more than 14 days ago, or by a clock that is ahead; run rectify keygen --renew again',
  'nothing-waits':
    'no such key waits to be countersigned: it may have lapsed, been revoked, or taken effect (see rectify round)',
  'already-signed': 'another person has countersigned it',
  'own-case': 'nobody countersigns a key of their own; somebody else must',
  'claimed-round': 'this round takes people at their word, so keys mean nothing and nobody countersigns',
};
