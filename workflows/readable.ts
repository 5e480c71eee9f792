import { asWritten } from '../base/as-written';
import { fromPayload } from '../base/deflated';
import type { Sealed } from '../domain/identity/seal';
import { MailboxPost, type Post, RoundPost } from '../domain/ladder/notice';
import { readRow } from '../domain/round/row';
import { HeldMail, Undeliverable } from './messages';

export const readPost = (message: unknown): Post | undefined =>
  asWritten(RoundPost, message) ?? asWritten(MailboxPost, message);

/** What workflows tell one another, by how it is read. What is signed is not here: it is refused, with a reason. */
const READ: Partial<Record<Sealed, (message: unknown) => object | undefined>> = {
  posts: readPost,
  rows: readRow,
  'refused-mail': (message) => asWritten(Undeliverable, message),
  'held-mail': (message) => asWritten(HeldMail, message),
};

/** What a signal has brought, perhaps deflated. */
const plainOf = (brought: unknown): unknown =>
  typeof brought === 'object' && brought !== null ? fromPayload(brought) : brought;

/** The messages in it: a list, or one. */
const partsOf = (brought: unknown): unknown[] => {
  const plain = plainOf(brought);
  return Array.isArray(plain) ? plain : [plain];
};

/** Whether a signal has brought a list of messages. */
export const isList = (brought: unknown): boolean => {
  try {
    return Array.isArray(plainOf(brought));
  } catch {
    return false;
  }
};

/** Which messages of a signal, by their place, this version cannot read; all of a list that is none. */
export const unreadIn = (kind: Sealed, brought: unknown): number[] => {
  const read = READ[kind];
  if (!read) return [];
  try {
    return partsOf(brought).flatMap((message, place) => (read(message) === undefined ? [place] : []));
  } catch {
    return [0];
  }
};
