import { ApplicationFailure } from '@temporalio/common';
import type { Evidence } from '../../domain/evidence/manifest';
import type { Digest } from '../../store/digest';
import { EvidenceDamaged, StoreMissing } from '../../store/errors';
import { checkEvidence, evidenceName } from '../../store/evidence';
import type { Store } from '../../store/store';

/** What has become of a stored file, if it is no longer what was handed in. */
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

type Fault = { file: Evidence; isMissing: boolean };

const faultOf = async (store: Store, file: Evidence): Promise<Fault | undefined> => {
  const fault = await storedFault(store, file);
  return fault && { file, isMissing: fault === 'missing' };
};

const inChinese = ({ file, isMissing }: Fault): string =>
  `措施 ${file.measure}《${file.title}》（${file.by}）${isMissing ? '已不在' : '内容已变'}：${evidenceName(file.sha512)}`;

const inEnglish = ({ file, isMissing }: Fault): string =>
  `measure ${file.measure}, “${file.title}” of ${file.by} ${isMissing ? 'is gone' : 'has changed'}`;

/**
 * Reads all evidence of an item again. Fails, to be tried again, with every file that is not what was handed in:
 * handing in the original again mends it.
 */
export const checkAllEvidence = async (store: Store, evidence: readonly Evidence[]): Promise<void> => {
  const faults: Fault[] = [];
  for (const file of evidence) {
    const fault = await faultOf(store, file);
    if (fault) faults.push(fault);
  }
  if (faults.length === 0) return;
  throw ApplicationFailure.retryable(
    `佐证材料与提交时不符，暂不归档；重新存入原件后自动继续。${faults.map(inChinese).join('；')}。` +
      'Evidence is not what was handed in; the archive waits until the originals are stored again: ' +
      `${faults.map(inEnglish).join('; ')}.`,
    'EvidenceDamaged',
  );
};
