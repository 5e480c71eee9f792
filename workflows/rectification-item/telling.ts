import {
  getExternalWorkflowHandle,
  log,
  metricMeter,
  proxyActivities,
  workflowInfo,
} from '@temporalio/workflow';
import { packed } from '../../base/deflated';
import { roundOf } from '../../base/ids';
import type { ItemLife } from '../../domain/item/life';
import type { MailboxPost } from '../../domain/ladder/notice';
import type { ItemNews, LightActivities, StoredFile } from '../contract';
import { roundWorkflowId, rowSignal } from '../messages';
import { counter } from '../metrics';
import type { ItemStarted } from '../started';
import { PATIENT, realNow } from '../time';
import { occasion } from './occasion';

const OPTIONS = { startToCloseTimeout: '20 seconds', retry: PATIENT } as const;

const { postToMailbox } = proxyActivities<LightActivities>({
  ...OPTIONS,
  summary: '投递到个人信箱 · post to mailbox',
});

/** Where nothing has happened, the line of the ledger is reported once more. */
const ANEW = '再次报送台账 · report the line of the ledger anew';

/** Brings the mailboxes and the ledger of the round up to date with an item. */
export class Telling {
  private toldOf: number;

  constructor(
    private readonly life: ItemLife,
    private readonly started: ItemStarted,
  ) {
    this.toldOf = started.told ?? started.carried?.log.length ?? 0;
  }

  /** How many entries of the log have been told. */
  get told(): number {
    return this.toldOf;
  }

  async catchUp(): Promise<void> {
    const { life } = this;
    const posts = life.takePosts(life.timeAt(realNow()), workflowInfo().workflowId);
    await (this.started.schemaVersion === 1 ? apart(posts, life) : this.atOnce(posts));
  }

  /** Everybody in one activity, whose name in the timeline is what has happened. */
  private async atOnce(posts: MailboxPost[]): Promise<void> {
    const { life, told } = this;
    const row = life.takeRow();
    if (posts.length === 0 && !row) return;
    const evidence = handedIn(life, told);
    countRungs(life, told);
    this.toldOf = life.log.length;
    const summary = occasion(life, told) || ANEW;
    const { tell } = proxyActivities<LightActivities>({ ...OPTIONS, summary });
    const news = { posts, ...(row && { row }), ...(evidence.length > 0 && { evidence }) } satisfies ItemNews;
    await tell(packed(news));
  }
}

/** Counts, for operators, which rungs have been reached since so many entries of the log. A replay counts nothing. */
const countRungs = (life: ItemLife, told: number): void => {
  for (const { event } of life.log.slice(told))
    if (event.type === 'rung-reached') counter(metricMeter, 'rungsReached').add(1, { rung: event.rung });
};

/** The files that the entries of the log after so many have brought. */
const handedIn = (life: ItemLife, told: number): StoredFile[] =>
  life.log.slice(told).flatMap(({ event }) => {
    if (event.type !== 'evidence-added') return [];
    const { sha512, size } = event.file;
    return [{ sha512, size }];
  });

/** An activity for every person, and a signal to the round: how items of version 1 do it. */
const apart = async (posts: MailboxPost[], life: ItemLife): Promise<void> => {
  await Promise.all(posts.map((post) => postToMailbox(post)));
  const row = life.takeRow();
  if (!row) return;
  try {
    await getExternalWorkflowHandle(roundWorkflowId(roundOf(life.state.item))).signal(rowSignal, row);
  } catch (error) {
    log.warn('could not report to the ledger: the round has ended', { error });
  }
};
