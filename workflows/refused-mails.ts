import { type DueMail, noticesByItem } from '../domain/ladder/mailbox';
import type { Addressee } from '../domain/ladder/notice';
import type { Undeliverable } from './messages';

/** What is reported of a mail that the server refused for good, by the workflows of the items that it spoke of. */
export const refusedMails = (
  mail: Pick<DueMail, 'lines' | 'ids'>,
  { person, address }: Addressee,
  reason: string,
): Map<string, Undeliverable> =>
  new Map(
    [...noticesByItem(mail)].map(([workflow, notices]) => [workflow, { person, address, reason, notices }]),
  );
