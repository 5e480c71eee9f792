import { ApplicationFailure } from '@temporalio/common';
import { tagManifestOf, verifyBag } from '../../archive/bag';
import type { FolderReader } from '../../store/store';
import { inEveryLanguage } from '../language';

/** Reads a bag back after writing and returns the SHA-512 of its tag manifest. Fails, to be tried again, if it is not valid. */
export const readBack = async (bag: FolderReader, name: string): Promise<string> => {
  const report = await verifyBag(bag);
  if (!report.valid)
    throw ApplicationFailure.retryable(
      inEveryLanguage((say) => say.bagInvalid(name, JSON.stringify(report.faults.slice(0, 5)))),
      'BagInvalid',
    );
  return tagManifestOf(bag);
};
