import type { DueNotice } from './correspondence';
import type { Receipt } from './notice';

/**
 * The notices that the receipts of one mailbox do not account for. A fact must be named by one. A reminder
 * may also have been withdrawn, when the item changed before a late mailbox could say it: it is settled as
 * soon as a mail of its slot or a later one has gone out, since a mailbox says everything that is due at once.
 */
export const unaccounted = <T extends Pick<DueNotice, 'id' | 'kind' | 'slot'>>(
  expected: readonly T[],
  receipts: readonly Pick<Receipt, 'slot' | 'notices'>[],
): T[] => {
  const named = new Set(receipts.flatMap((receipt) => receipt.notices.map((notice) => notice.id)));
  const latest = receipts.reduce((last, { slot }) => Math.max(last, slot), -Infinity);
  return expected.filter(({ id, kind, slot }) => !named.has(id) && (kind === 'fact' || latest < slot));
};
