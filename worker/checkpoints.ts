import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import {
  type Checkpoint,
  type Divergence,
  divergenceOf,
  isOfRun,
  nextCheckpoint,
  type StoreCheckpoints,
} from '../base/checkpoint';
import type { Seals } from '../domain/identity/seal';
import type { Language } from '../domain/round/roster';
import { checkpointFolder, keepCheckpoint, SealedCheckpoint, storeCheckpoints } from '../store/checkpoints';
import { StoreFault } from '../store/fault';
import type { Store } from '../store/store';
import { lastRun } from '../workflows/last-run';
import { checkpointWorkflowId, WORKFLOWS } from '../workflows/messages';
import { type Configuration, ConfigurationError } from './configuration';

/*
 * After a restore, the database and the store may be of different times: then mails of a timeline that is gone would go out,
 * or the server would count on files that are not there. So every hour a checkpoint is noted in both (base/checkpoint.ts).
 */

/** How far apart checkpoints are, in milliseconds. A restore to a time after the last one is not noticed. */
export const CHECKPOINT_MS = 3_600_000;

type Words = Record<Divergence['behind'], (last: string, ahead: string) => string>;

const NEVER: Record<Language, string> = { 'zh-CN': '无', en: 'none' };

const WORDS: Record<Language, Words> = {
  'zh-CN': {
    server: (last, ahead) =>
      `存储比数据库新：数据库最后的检查点为 ${last}，存储为 ${ahead}。数据库可能恢复到了较早的时间，其后办理的内容服务器已不知道。`,
    store: (last, ahead) =>
      `存储比数据库旧：存储最后的检查点为 ${last}，数据库为 ${ahead}。存储可能恢复到了较早的时间，其后的佐证材料、回执和归档包已不在；也可能 STORE 设置有误。`,
  },
  en: {
    server: (last, ahead) =>
      `The store is newer than the database: the last checkpoint is ${last} in the database, and ${ahead} in the store. The database seems to have been restored to an earlier time; the server knows nothing of what was done since.`,
    store: (last, ahead) =>
      `The store is older than the database: the last checkpoint is ${last} in the store, and ${ahead} in the database. The store seems to have been restored to an earlier time, so evidence, receipts and bags since then are gone; or STORE is wrong.`,
  },
};

const REFUSED: Record<Language, string> = {
  'zh-CN':
    'worker 没有启动，没有发出任何邮件。请先设 MAIL=hold 启动，用 rectify mail held 查看将要发出的邮件，见 docs/store.zh-CN.md“恢复”一节。',
  en: 'The worker has not started, and no mail has gone out. Start it with MAIL=hold, and see what would go out with rectify mail held; see “Restoring” in docs/store.md.',
};

const GOES_ON: Record<Language, string> = {
  'zh-CN': '邮件暂停发送（MAIL=hold），worker 继续启动；此后以当前状态为准。',
  en: 'Mail is on hold (MAIL=hold), so the worker starts; from now on the present state counts.',
};

const told = ({ behind, last, ahead }: Divergence, then: Record<Language, string>): string =>
  (Object.keys(WORDS) as Language[])
    .map((language) => {
      const [before, after] = [last, ahead].map((one) =>
        one ? new Date(one.at).toISOString() : NEVER[language],
      );
      return `${WORDS[language][behind](before ?? '', after ?? '')} ${then[language]}`;
    })
    .join('\n');

/** Names that somebody else has given. `isJudged`: whether what the server and the store know can be compared all the same. */
const STRANGE: Record<Language, (names: string, isJudged: boolean) => string> = {
  'zh-CN': (names, isJudged) =>
    `${names}不是本组 worker 记下的检查点，不予采信${isJudged ? '' : '；这次不判断存储与数据库是否同步，将另记检查点'}。请查明由谁写入。`,
  en: (names, isJudged) =>
    `No worker has noted these as checkpoints, so they do not count: ${names}.${isJudged ? '' : ' Whether store and database are of one time is not judged now; a new checkpoint will be noted.'} Find out who wrote them.`,
};

/** So many are named. */
const MOST_NAMED = 3;

const strange = (names: readonly string[], isJudged: boolean): string => {
  const named = names.slice(0, MOST_NAMED).join(', ');
  const all = names.length > MOST_NAMED ? `${named} ... (${String(names.length)})` : named;
  return Object.values(STRANGE)
    .map((say) => say(all, isJudged))
    .join('\n');
};

/** `strange`: what lies where checkpoints do, and counts for nothing. */
type Known = {
  server: Checkpoint | undefined;
  store: StoreCheckpoints;
  strange: readonly string[];
  isClear: boolean;
};

export type CheckpointTerms = {
  client: Client;
  store: Store;
  seals: Seals;
  warn: (text: string) => void;
  configuration: Pick<Configuration, 'TASK_QUEUE' | 'MAIL' | 'NEW_STORE'>;
};

/** The checkpoints of the workers of one queue. */
export class Checkpoints {
  /** A new timeline begins: the operator knows that one of the two was restored. */
  private isAnew = false;

  constructor(private readonly terms: CheckpointTerms) {}

  private get folder(): string {
    const { client, configuration } = this.terms;
    return checkpointFolder(client.options.namespace, configuration.TASK_QUEUE);
  }

  private isGood({ checkpoint, seal }: SealedCheckpoint): boolean {
    return this.terms.seals.isGood(seal, 'checkpoint', { folder: this.folder, checkpoint });
  }

  private async known(): Promise<Known> {
    const { client, store, configuration } = this.terms;
    const run = await lastRun(client, configuration.TASK_QUEUE);
    const { data } = SealedCheckpoint.safeParse(run?.said);
    const isOurs = run && data && this.isGood(data) && isOfRun(data.checkpoint, run.startedAt);
    const others = run && !isOurs ? [`${run.workflowId} (${run.runId})`] : [];
    const { junk, isClear, ...kept } = await storeCheckpoints(store, this.folder, (one) => this.isGood(one));
    return {
      server: isOurs ? data.checkpoint : undefined,
      store: kept,
      strange: [...others, ...junk],
      isClear: isClear && others.length === 0,
    };
  }

  /**
   * Makes sure that the store and the database are of one time. False where the store is away: this is to be asked again.
   * Where somebody else has put something in the place of what is compared, it is told, and nothing is judged by it: else one
   * workflow of theirs could stop every worker.
   * @throws ConfigurationError where they are not, unless mail is on hold, or the operator wants a new store
   */
  async check(): Promise<boolean> {
    try {
      const { server, store, strange: others, isClear } = await this.known();
      if (others.length > 0) this.terms.warn(strange(others, isClear));
      const divergence = isClear ? divergenceOf(server, store) : undefined;
      if (divergence && (await this.isStill(divergence))) this.judge(divergence);
      return true;
    } catch (error) {
      if (error instanceof StoreFault) return false;
      throw error;
    }
  }

  /** Another worker may have noted one between the two looks, at the server and into the store. */
  private async isStill({ behind }: Divergence): Promise<boolean> {
    const { server, store, isClear } = await this.known();
    return isClear && divergenceOf(server, store)?.behind === behind;
  }

  private judge(divergence: Divergence): void {
    const { configuration, warn } = this.terms;
    const isMeant = divergence.behind === 'store' && configuration.NEW_STORE === 'yes';
    if (configuration.MAIL !== 'hold' && !isMeant) throw new ConfigurationError(told(divergence, REFUSED));
    if (!this.isAnew) warn(told(divergence, GOES_ON));
    this.isAnew = true;
  }

  /** Notes a checkpoint, unless some worker has done so less than an hour ago, or another time in milliseconds. */
  async note(now: number, everyMs = CHECKPOINT_MS): Promise<void> {
    const known = await this.known();
    if (!this.isAnew && known.server && known.server.at > now - everyMs) return;
    const { client, store, seals, configuration } = this.terms;
    const { TASK_QUEUE: taskQueue } = configuration;
    const checkpoint = { no: nextCheckpoint(known.server, known.store), id: randomUUID(), at: now };
    const sealed = { checkpoint, seal: seals.make('checkpoint', { folder: this.folder, checkpoint }) };
    await keepCheckpoint(store, this.folder, sealed, 'begun');
    await client.workflow.start(WORKFLOWS.checkpoint, {
      workflowId: checkpointWorkflowId(taskQueue),
      taskQueue,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      // One that a killed worker has left is as good as ended.
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
      memo: { checkpoint: sealed },
      staticSummary: `检查点 ${new Date(now).toISOString()}`,
    });
    await keepCheckpoint(store, this.folder, sealed, 'done');
    this.isAnew = false;
  }
}

/** `againMs`: how soon a store that is away is asked again. */
type Watch = {
  everyMs: number;
  againMs: number;
  until: AbortSignal;
  stop: () => void;
  warn: (text: string) => void;
};

/**
 * Notes a checkpoint now and then for as long as a worker runs, and has it stopped when one of the two turns out to have been
 * restored under it. Resolves to why it was stopped. Does not keep the process alive.
 */
export const watchCheckpoints = async (
  checkpoints: Pick<Checkpoints, 'check' | 'note'>,
  { everyMs, againMs, until, stop, warn }: Watch,
): Promise<Error | undefined> => {
  while (!until.aborted) {
    let isThere = false;
    try {
      isThere = await checkpoints.check();
      if (isThere) await checkpoints.note(Date.now());
    } catch (error) {
      if (error instanceof ConfigurationError) {
        stop();
        return error;
      }
      // The server or the store is away for now: the activities say so.
      warn(`could not note a checkpoint: ${String(error)}`);
    }
    await setTimeout(isThere ? everyMs : againMs, undefined, { ref: false, signal: until }).catch(
      () => undefined,
    );
  }
  return undefined;
};
