import { instant, type Instant } from '../../domain/calendar/zone';
import type { PersonId } from '../../base/ids';
import type { ItemSchedule } from '../../domain/item/life';
import { mailboxName, type Receipt } from '../../domain/ladder/notice';
import { receiptsFrom } from '../../store/receipts';
import type { Store } from '../../store/store';

/** The key of a notice to a person in the map below. */
export const noticeKey = (to: PersonId, id: string): string => `${to} ${id}`;

/**
 * The receipt of every mail that an item has caused, by person and notice. Only mails from the first slot on are read, and
 * from `since` on where a decision is confirmed, which rides with whatever mail goes out first. A notice without a receipt
 * has not been taken by a mail server yet.
 */
export const receiptsFor = async (
  store: Store,
  { said, clock, body }: Pick<ItemSchedule, 'said' | 'clock' | 'body'>,
  since: Instant,
): Promise<Map<string, Receipt>> => {
  const found = new Map<string, Receipt>();
  for (const person of new Set(said.map(({ to }) => to))) {
    const first = Math.min(
      ...said.filter(({ to }) => to === person).map(({ slot, confirms }) => (confirms ? since : slot)),
    );
    for (const receipt of await receiptsFrom(store, mailboxName({ person, body }, clock), instant(first)))
      for (const { id } of receipt.notices) found.set(noticeKey(person, id), receipt);
  }
  return found;
};
