import { isCancellation, log, proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { SealActivities } from './contract';
import type { UnreadMessage } from './messages';

const { canRead } = proxyLocalActivities<SealActivities>({ startToCloseTimeout: '10 seconds' });

/** So many are kept. More than a round has items; each is of another build that has since been taken back, or is to come. */
const MOST = 5_000;

const MINUTE = 60_000;
const LONGEST = 60 * MINUTE;

/**
 * Messages of another version that this one cannot read. They are kept, from run to run, and looked at again after a minute,
 * then ever less often, at last every hour: the build that can read them may have come. Whether one can be read is the
 * answer of an activity, so it stays what it was on every replay, whichever build replays.
 */
export class Unread {
  private kept: UnreadMessage[];
  private isLooking = false;

  constructor(
    private readonly take: (message: UnreadMessage) => void,
    carried: readonly UnreadMessage[] = [],
  ) {
    this.kept = [...carried];
    this.look();
  }

  get all(): readonly UnreadMessage[] {
    return this.kept;
  }

  get isEmpty(): boolean {
    return this.kept.length === 0;
  }

  keep(message: UnreadMessage): void {
    if (this.kept.length === MOST) log.warn('dropped the oldest message that no build could read');
    this.kept = [...this.kept.slice(1 - MOST), message];
    this.look();
  }

  private look(): void {
    if (this.isLooking || this.isEmpty) return;
    this.isLooking = true;
    this.lookAgain().catch((error: unknown) => {
      if (!isCancellation(error)) throw error;
    });
  }

  private async lookAgain(): Promise<void> {
    for (let pause = MINUTE; !this.isEmpty; pause = Math.min(2 * pause, LONGEST)) {
      await sleep(pause, { summary: '重读本版本读不懂的消息 · read again what this version could not' });
      const asked = this.kept;
      const areReadable = await canRead(
        asked.map(({ kind, message }) => ({ kind, json: JSON.stringify(message) })),
      );
      const readable = asked.filter((_, index) => areReadable[index]);
      this.kept = this.kept.filter((message) => !readable.includes(message));
      for (const message of readable) this.take(message);
    }
    this.isLooking = false;
  }
}
