import { setTimeout } from 'node:timers/promises';
import type * as engine from '@temporalio/workflow';
import { fromPayload, type Payload } from '../../base/deflated';
import { REAL_TIME } from '../../domain/calendar/clock';
import { instant } from '../../domain/calendar/zone';
import type { MailboxMemory } from '../../domain/ladder/mailbox';
import type { MailboxPost } from '../../domain/ladder/notice';
import { aBrief } from '../../testing/digest';
import { PEOPLE } from '../../testing/world';
import type { MailOrder } from '../contract';
import { type MailboxInput, postsSignal } from '../messages';
import { mailbox } from './workflow';

/** Ends a run of the mailbox, as the engine does. */
class GoesOn extends Error {
  constructor(readonly next: MailboxInput) {
    super('continued as new');
  }
}

/** The engine as far as a mailbox asks it, every run of which is long enough to end. Time stands still. */
const mockEngine = {
  sent: [] as MailOrder[],
  /** Gives the mailbox a post. */
  post: (post: MailboxPost): void => {
    throw new Error(`nobody takes ${post.to.name}'s post yet`);
  },
  atTheStart: (): void => undefined,
  whileSealing: (): Promise<void> => Promise.resolve(),
  whileJudging: (): Promise<void> => Promise.resolve(),
  goOn: (next: MailboxInput): never => {
    throw new GoesOn(next);
  },
};

jest.mock('@temporalio/workflow', (): object => ({
  ...jest.requireActual<typeof engine>('@temporalio/workflow'),
  allHandlersFinished: () => true,
  condition: async (isSo: () => boolean, within?: string) => {
    while (within === undefined && !isSo()) await new Promise(setImmediate);
    return isSo();
  },
  continueAsNew: (next: MailboxInput) => mockEngine.goOn(next),
  log: { warn: () => undefined },
  patched: () => true,
  proxyActivities: () => ({
    sendDigest: (order: Payload<MailOrder>) => {
      mockEngine.sent.push(fromPayload(order));
      return Promise.resolve({ outcome: 'sent' });
    },
  }),
  proxyLocalActivities: () => ({
    checkSeals: async (messages: readonly object[]) => {
      await mockEngine.whileJudging();
      return messages.map(() => true);
    },
    sealInput: async () => {
      await mockEngine.whileSealing();
      return 'seal';
    },
  }),
  setCurrentDetails: () => undefined,
  setHandler: ({ name }: { name: string }, handler: (posts: unknown, seal: string) => void) => {
    if (name !== postsSignal.name) return;
    mockEngine.post = (post) => {
      handler([post], 'seal');
    };
    mockEngine.atTheStart();
  },
  workflowInfo: () => ({
    workflowId: 'mailbox/yi',
    taskQueue: 'rectify',
    historyLength: 1,
    continueAsNewSuggested: true,
  }),
}));

const aPost = (id: string): MailboxPost => ({
  schemaVersion: 1,
  clock: REAL_TIME,
  to: { person: PEOPLE.handler, name: '乙', address: 'yi@example.org', language: 'zh-CN' },
  brief: aBrief(),
  facts: [{ id, kind: 'commented', slot: instant(0), cc: false, by: '甲', text: '请核对签字' }],
  reminders: { version: 1, list: [] },
});

test('a post that comes while the next run is sealed, and is not judged yet, is not lost with the run', async () => {
  mockEngine.atTheStart = () => {
    mockEngine.post(aPost('first'));
  };
  let isSealed = false;
  mockEngine.whileSealing = async () => {
    if (isSealed) return;
    isSealed = true;
    mockEngine.whileJudging = () => setTimeout(20);
    mockEngine.post(aPost('second'));
    await setTimeout(5);
  };

  const run = mailbox({ schemaVersion: 3, mailbox: 'yi', clock: REAL_TIME });
  const ended: unknown = await run.catch((error: unknown) => error);
  expect(ended).toBeInstanceOf(GoesOn);
  const { carried } = (ended as GoesOn).next;
  const { facts = [] }: Partial<MailboxMemory> = carried ? fromPayload(carried) : {};
  const known = [...mockEngine.sent.flatMap(({ ids }) => ids), ...facts.map(({ fact }) => fact)];
  expect(known.map(({ id }) => id)).toEqual(['first', 'second']);
});
