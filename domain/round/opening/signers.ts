import { checkCountersigned, type CountersignFault, type Countersigned, type Received } from '../../identity';
import { type OpeningOffice, type OpeningParty, TWO_OFFICES } from '../two-offices';
import { OpeningStatement } from './content';

/** Who of `parties` has signed an opening, and who is still missing; or the first thing that is wrong. Never throws. */
export const checkOpeningSigned = (
  signatures: readonly Received[],
  parties: readonly OpeningParty[],
): Countersigned<OpeningStatement, OpeningOffice> | { fault: CountersignFault } =>
  checkCountersigned(signatures, {
    kind: 'opening',
    schema: OpeningStatement,
    parties,
    required: TWO_OFFICES,
  });
