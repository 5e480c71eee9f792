import {
  allHandlersFinished,
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  log,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { MailActivities, MailOutcome } from '../contract';
import { type Clock, domainTime, isDrill, REAL_TIME, realTime } from '../../domain/calendar/clock';
import { readable } from '../../domain/calendar/zone';
import { fromPayload, toPayload } from '../../base/deflated';
import { type DueMail, type MailboxMemory, PersonMailbox } from '../../domain/ladder/mailbox';
import type { Addressee } from '../../domain/ladder/notice';
import {
  HeldMail,
  heldSignal,
  mailboxQuery,
  type MailboxInput,
  mailboxWorkflowId,
  mailQueue,
  postSignal,
  postsSignal,
  undeliverableSignal,
  type UnreadMessage,
} from '../messages';
import { Alarm } from '../alarm';
import { eachOf, messagesIn } from '../lists';
import { readPost } from '../readable';
import { refusedMails } from '../refused-mails';
import { Arrivals, isOurs, isSealed, sealedInput } from '../seals';
import { RunLength } from '../run-length';
import { realNow, wakeSummary } from '../time';
import { Unread } from '../unread';

/** How long an empty mailbox stays, to recognise late repeats of a post. */
const LINGER = '1 minute';

/** A mailbox at work. `clock`: that of the posts, where these are sealed and the input is not. */
type Box = { box: PersonMailbox; arrivals: Arrivals; unread: Unread; input: MailboxInput; clock: Clock };

/** All mail of one person: waits for the next slot and sends one mail for everything that the slot holds. */
export async function mailbox(started: MailboxInput): Promise<void> {
  const input = trusted(started);
  const { memory, unread } = await carriedTo(input);
  const own: Box = {
    box: new PersonMailbox(memory),
    arrivals: new Arrivals(input.schemaVersion),
    unread: new Unread(({ message }) => {
      for (const post of messagesIn(message)) take(own, post);
    }, unread),
    input,
    clock: input.clock,
  };
  listen(own);
  const alarm = new Alarm();
  do {
    await own.arrivals.judged();
    await deliver(own, alarm);
    // What comes in the very task in which the wait ends must not be left behind.
  } while ((await isAwaited(own)) || !own.box.isEmpty || !own.arrivals.areJudged);
  await condition(allHandlersFinished);
}

/** Whether something comes while an empty mailbox stays. It stays while it holds what it cannot read. */
const isAwaited = async (own: Box): Promise<boolean> => {
  const { box, arrivals, unread } = own;
  const hasCome = () => !box.isEmpty || !arrivals.areJudged;
  if (unread.isEmpty) return condition(hasCome, LINGER);
  setCurrentDetails(`待发 0 条${leftUnread(own)}`);
  await condition(() => hasCome() || unread.isEmpty);
  return true;
};

/**
 * What a mailbox goes by, whatever it was started with: anybody can start one before the first post comes, and what is
 * posted then must not be lost with it. Its name is that of its workflow, its clock is told by the first post.
 */
const trusted = (started: Partial<MailboxInput> | undefined): MailboxInput => ({
  schemaVersion: 3,
  clock: REAL_TIME,
  ...started,
  mailbox: workflowInfo().workflowId.slice(mailboxWorkflowId('').length),
});

/** What the run before has left; nothing where somebody else has made it up. */
const carriedTo = (input: MailboxInput): Promise<Carried> | Carried => {
  const { carried, unread } = input;
  if (carried === undefined) return {};
  const whole = () => ({ memory: fromPayload(carried), ...(unread && { unread: fromPayload(unread) }) });
  if (!isSealed(input.schemaVersion)) return whole();
  return isOurs(input).then((areOurs) => (areOurs ? whole() : {}));
};

type Carried = { memory?: MailboxMemory; unread?: UnreadMessage[] };

const take = (own: Box, message: unknown): void => {
  const post = readPost(message);
  if (!post) {
    log.warn('ignored a malformed post');
    return;
  }
  if (isSealed(own.input.schemaVersion)) own.clock = post.clock;
  if ('brief' in post) own.box.take(post, domainTime(own.clock, realNow()));
  else own.box.takeOfRound(post);
};

const listen = (own: Box): void => {
  const { box, arrivals } = own;
  const takeOrKeep = (post: unknown, isUnread: boolean): void => {
    if (isUnread) own.unread.keep({ kind: 'posts', message: post });
    else take(own, post);
  };
  setHandler(
    postsSignal,
    (posts, seal) => {
      arrivals.add('posts', posts, seal, (unread) => {
        eachOf(posts, unread, takeOrKeep);
      });
    },
    { description: '事项投递的通知 · notices posted by items' },
  );
  setHandler(
    postSignal,
    (post, seal) => {
      arrivals.add('posts', post, seal, ({ unread }) => {
        takeOrKeep(post, unread.length > 0);
      });
    },
    { description: '事项投递的一份通知 · notices posted by an item' },
  );
  setHandler(
    heldSignal,
    (told, seal) => {
      arrivals.add('held-mail', told, seal, () => {
        showHeld(told);
      });
    },
    { description: '邮件未发出的原因 · why a mail waits' },
  );
  setHandler(mailboxQuery, () => toPayload(box.remember()), {
    description: '待发通知 · notices waiting to be sent',
  });
};

const showHeld = (told: unknown): void => {
  const held = HeldMail.safeParse(told);
  if (held.success)
    setCurrentDetails(`邮件未发出，正在重试（已试 ${held.data.attempt} 次）：${held.data.reason}`);
};

const leftUnread = ({ unread }: Box): string =>
  unread.isEmpty ? '' : `；另有 ${unread.all.length} 条为其他版本所写，本版本读不懂，已留存，每小时内重读`;

/** Sends slot after slot until nothing is left to send. */
const deliver = async (own: Box, alarm: Alarm): Promise<void> => {
  const { box } = own;
  const hasNews = () => box.hasNews;
  const now = () => domainTime(own.clock, realNow());
  const length = new RunLength();
  for (let slot = box.nextSlot(); slot !== undefined; slot = box.nextSlot()) {
    box.catchUp();
    const mail = box.due(now());
    if (mail && box.to) await send(own, mail, box.to);
    if (await length.isOver(hasNews)) await goOn(own);
    if (mail) continue;
    const drill = isDrill(own.clock) ? '【演练】' : '';
    setCurrentDetails(`待发 ${box.size} 条，下一封 ${readable(slot)}${drill}${leftUnread(own)}`);
    const summary = wakeSummary('下一封邮件', slot, own.clock);
    await alarm.wait(hasNews, realTime(own.clock, slot), summary);
  }
};

/** Continues as new, unless something has come meanwhile that is to be judged first. */
const goOn = async ({ box, arrivals, unread, input, clock }: Box): Promise<void> => {
  await arrivals.judged();
  const { unread: _, ...started } = input;
  const next = await sealedInput(() => ({
    ...started,
    clock,
    carried: toPayload(box.remember()),
    ...(!unread.isEmpty && { unread: toPayload([...unread.all]) }),
  }));
  if (arrivals.areJudged) await continueAsNew<typeof mailbox>(next);
};

/** How often a mail is tried again that the server would not take for now. Never in vain: what it refuses for good is an answer. */
const SMTP_RETRY = {
  initialInterval: '2 seconds',
  backoffCoefficient: 2,
  maximumInterval: '5 minutes',
} as const;

const post = async (
  mail: DueMail,
  to: Addressee,
  { input: { mailbox }, clock }: Box,
): Promise<MailOutcome> => {
  const { sendDigest } = proxyActivities<MailActivities>({
    taskQueue: mailQueue(workflowInfo().taskQueue),
    // Longer than a mail server may think; a worker that is gone is missed by its heartbeat.
    startToCloseTimeout: '12 minutes',
    heartbeatTimeout: '15 seconds',
    retry: SMTP_RETRY,
    summary: wakeSummary('发送', mail.slot, clock),
  });
  const drill = clock.drill === undefined ? {} : { drill: clock.drill };
  const { slot, lines, rounds, ids } = mail;
  return sendDigest(toPayload({ mailbox, to, slot, lines, ...(rounds && { rounds }), ids, ...drill }));
};

const send = async (own: Box, mail: DueMail, to: Addressee): Promise<void> => {
  const outcome = await post(mail, to, own);
  own.box.settle(mail);
  setCurrentDetails('');
  if (outcome.outcome === 'refused') await tellItems(mail, to, outcome);
};

/** Every item in a refused mail is told of its own part of it, unless it has ended in the meantime. */
const tellItems = async (
  mail: DueMail,
  to: Addressee,
  { reason, seals }: Extract<MailOutcome, { outcome: 'refused' }>,
): Promise<void> => {
  await Promise.all(
    [...refusedMails(mail, to, reason)].map(([workflow, report]) =>
      getExternalWorkflowHandle(workflow)
        .signal(undeliverableSignal, report, seals?.[workflow])
        .catch((error: unknown) => {
          log.warn('could not report a refused mail: the item has ended', { workflow, error });
        }),
    ),
  );
};
