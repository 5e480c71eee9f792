import { ApplicationFailure } from '@temporalio/common';
import type { Evidence } from '../../domain/evidence/manifest';
import type { Digest } from '../../store/digest';
import { EvidenceDamaged, StoreMissing } from '../../store/errors';
import { checkEvidence, evidenceName } from '../../store/evidence';
import type { Store } from '../../store/store';
import { inEveryLanguage } from '../language';
import type { DamagedEvidence } from '../language/words';

/** What is wrong with a stored file, if it is no longer what was submitted. */
export const storedFault = async (store: Store, file: Digest): Promise<'missing' | 'changed' | undefined> => {
  try {
    await checkEvidence(store, file);
    return undefined;
  } catch (error) {
    if (error instanceof StoreMissing) return 'missing';
    if (error instanceof EvidenceDamaged) return 'changed';
    throw error;
  }
};

const damageOf = async (store: Store, file: Evidence): Promise<DamagedEvidence | undefined> => {
  const fault = await storedFault(store, file);
  const { measure, title, by, sha512 } = file;
  return fault && { measure, title, by, name: evidenceName(sha512), fault };
};

/**
 * Reads all evidence of an item again. Fails, to be tried again, with every file that is not what was submitted:
 * submitting the original again repairs it.
 */
export const checkAllEvidence = async (store: Store, evidence: readonly Evidence[]): Promise<void> => {
  const damaged: DamagedEvidence[] = [];
  for (const file of evidence) {
    const damage = await damageOf(store, file);
    if (damage) damaged.push(damage);
  }
  if (damaged.length === 0) return;
  throw ApplicationFailure.retryable(
    inEveryLanguage((say) => say.evidenceDamaged(damaged)),
    'EvidenceDamaged',
  );
};
