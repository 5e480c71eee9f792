import { setImmediate as turn } from 'node:timers/promises';
import { fromPayload } from '../base/deflated';
import { grouped } from '../base/grouped';
import { roundOf } from '../base/ids';
import { ItemLife } from '../domain/item/life';
import { newsOfBirth } from '../domain/item/news-of-birth';
import { mailboxOf, type MailboxPost } from '../domain/ladder/notice';
import { birthsIn } from '../domain/round/births';
import type { LedgerRow } from '../domain/round/row';
import type { LightActivities } from '../workflows/contract';
import { itemWorkflowId, roundWorkflowId } from '../workflows/messages';
import { type HandingOver, postTo, reportTo } from './hand-over';

/** The activity by which a round tells of the items that it has started: each person once for all of them. */
export const createBirthActivities = (deps: HandingOver): Pick<LightActivities, 'tellBirths'> => ({
  async tellBirths(order) {
    const posts: MailboxPost[] = [];
    const rows: LedgerRow[] = [];
    for (const birth of birthsIn(fromPayload(order))) {
      const news = newsOfBirth(new ItemLife(birth), itemWorkflowId(birth.item, birth.cycle));
      posts.push(...news.posts);
      rows.push(...news.rows);
      // Hundreds take a second: whatever else the worker does must not wait for all of them.
      await turn();
    }
    const mailboxes = grouped(posts, ({ to, clock }) => mailboxOf(to, clock));
    const rounds = grouped(rows, ({ item }) => roundWorkflowId(roundOf(item)));
    await Promise.all([
      ...[...mailboxes].map(([mailbox, its]) => postTo(deps)(mailbox, its)),
      ...[...rounds].map(([round, its]) => reportTo(deps)(round, its)),
    ]);
  },
});
