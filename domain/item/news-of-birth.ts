import type { MailboxPost } from '../ladder/notice';
import type { LedgerRow } from '../round/row';
import type { ItemLife } from './life';

/** What others must know of an item that begins. */
export type NewsOfBirth = { posts: MailboxPost[]; rows: LedgerRow[] };

/**
 * Takes out of a life that has just begun what its round tells in its stead, for many items at once; whoever asks, and
 * whenever, it is the same, as of the instant at which it was assigned.
 */
export const newsOfBirth = (life: ItemLife, workflow: string): NewsOfBirth => {
  const posts = life.takePosts(life.state.assignedAt, workflow);
  const row = life.takeRow();
  return { posts, rows: row ? [row] : [] };
};
