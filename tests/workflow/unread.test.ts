import { Worker } from '@temporalio/worker';
import { deflated, type Payload } from '../../base/deflated';
import type { MailboxPost } from '../../domain/ladder/notice';
import { REAL_TIME } from '../../domain/calendar/clock';
import { forgedPost, LIE } from '../../testing/forgeries';
import { sealedFor } from '../../testing/seals';
import type * as Readable from '../../workflows/readable';
import { mailboxWorkflowId, postsSignal, WORKFLOWS } from '../../workflows/messages';
import { workflowBundle } from '../support/bundle';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

/** What the worker cannot read, as one of an earlier version. */
const earlier = { cannotRead: false, cannotUnpack: false };
jest.mock('../../workflows/readable', () => {
  const real = jest.requireActual<typeof Readable>('../../workflows/readable');
  const unreadIn: typeof Readable.unreadIn = (kind, brought) =>
    earlier.cannotRead && kind === 'posts' ? [0] : real.unreadIn(kind, brought);
  const isList: typeof Readable.isList = (brought) => !earlier.cannotUnpack && real.isList(brought);
  return { ...real, unreadIn, isList };
});

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const workflowId = mailboxWorkflowId('handler-1');

const post = (posts: Payload<MailboxPost[]>) =>
  world.env.client.workflow.signalWithStart(WORKFLOWS.mailbox, {
    args: [{ schemaVersion: 3, mailbox: 'handler-1', clock: REAL_TIME }],
    workflowId,
    taskQueue: world.taskQueue,
    signal: postsSignal,
    signalArgs: [posts, sealedFor('posts', workflowId, posts)],
  });

test.each([
  ['what', 'read', [forgedPost()]],
  ['a list that', 'unpack', deflated([forgedPost()])],
])(
  '%s a worker of an earlier version cannot %s waits, and is sent once a worker comes that can',
  async (_, lacks, posts) => {
    earlier.cannotRead = true;
    earlier.cannotUnpack = lacks === 'unpack';
    const mailbox = await post(posts);
    await world.env.sleep('3 hours');
    expect(world.smtp.mails).toEqual([]);
    expect((await mailbox.describe()).status.name).toBe('RUNNING');

    earlier.cannotRead = false;
    await world.env.sleep('2 hours');
    const [mail] = await poll('the mail', () => world.smtp.mails.length > 0 && world.smtp.mails);
    expect(mail?.text).toContain(LIE);
    await world.env.sleep('10 minutes');
    await mailbox.result();

    // The worker that replays can read it from the first, and yet does what was done.
    const history = await mailbox.fetchHistory();
    await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, workflowId);
  },
);
