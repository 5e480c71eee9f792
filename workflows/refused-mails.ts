import { type DueMail, noticesByItem, noticesByRound } from '../domain/ladder/mailbox';
import type { Addressee } from '../domain/ladder/notice';
import { roundWorkflowId, type Undeliverable } from './messages';

/** What is reported of a mail that the server refused for good, by the workflows of the items and rounds that it spoke of. */
export const refusedMails = (
  mail: Pick<DueMail, 'lines' | 'rounds' | 'ids'>,
  { person, address }: Addressee,
  reason: string,
): Map<string, Undeliverable> =>
  new Map(
    [
      ...noticesByItem(mail),
      ...[...noticesByRound(mail)].map(([round, ids]): [string, string[]] => [roundWorkflowId(round), ids]),
    ].map(([workflow, notices]) => [workflow, { person, address, reason, notices }]),
  );
