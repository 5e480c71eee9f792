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
import { domainTime, isDrill, realTime } from '../../domain/calendar/clock';
import { readable } from '../../domain/calendar/zone';
import { fromPayload, toPayload } from '../../base/deflated';
import { type DueMail, noticesByItem, PersonMailbox } from '../../domain/ladder/mailbox';
import { type Addressee, MailboxPost } from '../../domain/ladder/notice';
import {
  HeldMail,
  heldSignal,
  mailboxQuery,
  type MailboxInput,
  mailQueue,
  postSignal,
  postsSignal,
  undeliverableSignal,
} from '../messages';
import { Alarm } from '../alarm';
import { eachOf } from '../lists';
import { RunLength } from '../run-length';
import { realNow, wakeSummary } from '../time';

/** How long an empty mailbox stays, to recognise late repeats of a post. */
const LINGER = '1 minute';

/** All mail of one person: waits for the next slot and sends one mail for everything that the slot holds. */
export async function mailbox(input: MailboxInput): Promise<void> {
  const box = new PersonMailbox(input.carried && fromPayload(input.carried));
  listen(box, input);
  const alarm = new Alarm();
  do await deliver(box, input, alarm);
  while (!(await isDone(box)));
  await condition(allHandlersFinished);
}

const listen = (box: PersonMailbox, { clock }: MailboxInput): void => {
  const take = (post: unknown): void => {
    const parsed = MailboxPost.safeParse(post);
    if (parsed.success) box.take(parsed.data, domainTime(clock, realNow()));
    else log.warn('ignored a malformed post', { issues: parsed.error.issues.length });
  };
  setHandler(
    postsSignal,
    (posts) => {
      for (const post of eachOf(posts)) take(post);
    },
    { description: '事项投递的通知 · notices posted by items' },
  );
  setHandler(postSignal, take, { description: '事项投递的一份通知 · notices posted by an item' });
  setHandler(
    heldSignal,
    (told) => {
      const held = HeldMail.safeParse(told);
      if (held.success)
        setCurrentDetails(`邮件未发出，正在重试（已试 ${held.data.attempt} 次）：${held.data.reason}`);
    },
    { description: '邮件未发出的原因 · why a mail waits' },
  );
  setHandler(mailboxQuery, () => toPayload(box.remember()), {
    description: '待发通知 · notices waiting to be sent',
  });
};

const isDone = async (box: PersonMailbox): Promise<boolean> => !(await condition(() => !box.isEmpty, LINGER));

/** Sends slot after slot until nothing is left to send. */
const deliver = async (box: PersonMailbox, input: MailboxInput, alarm: Alarm): Promise<void> => {
  const now = () => domainTime(input.clock, realNow());
  const length = new RunLength();
  for (let slot = box.nextSlot(); slot !== undefined; slot = box.nextSlot()) {
    box.catchUp();
    const mail = box.due(now());
    if (mail && box.to) await send(box, mail, box.to, input);
    if (await length.isOver(() => box.hasNews))
      await continueAsNew<typeof mailbox>({ ...input, carried: toPayload(box.remember()) });
    if (mail) continue;
    setCurrentDetails(
      `待发 ${box.size} 条，下一封 ${readable(slot)}${isDrill(input.clock) ? '【演练】' : ''}`,
    );
    const summary = wakeSummary('下一封邮件', slot, input.clock);
    await alarm.wait(() => box.hasNews, realTime(input.clock, slot), summary);
  }
};

/** How often a mail is tried again that the server would not take for now. Never in vain: what it refuses for good is an answer. */
const SMTP_RETRY = {
  initialInterval: '2 seconds',
  backoffCoefficient: 2,
  maximumInterval: '5 minutes',
} as const;

const post = async (mail: DueMail, to: Addressee, { mailbox, clock }: MailboxInput): Promise<MailOutcome> => {
  const { sendDigest } = proxyActivities<MailActivities>({
    taskQueue: mailQueue(workflowInfo().taskQueue),
    startToCloseTimeout: '2 minutes',
    heartbeatTimeout: '15 seconds',
    retry: SMTP_RETRY,
    summary: wakeSummary('发送', mail.slot, clock),
  });
  const drill = clock.drill === undefined ? {} : { drill: clock.drill };
  const { slot, lines, ids } = mail;
  return sendDigest(toPayload({ mailbox, to, slot, lines, ids, ...drill }));
};

const send = async (box: PersonMailbox, mail: DueMail, to: Addressee, input: MailboxInput): Promise<void> => {
  const outcome = await post(mail, to, input);
  box.settle(mail);
  setCurrentDetails('');
  if (outcome.outcome === 'refused') await tellItems(mail, to, outcome.reason);
};

/** Every item in a refused mail is told of its own part of it, unless it has ended in the meantime. */
const tellItems = async (mail: DueMail, to: Addressee, reason: string): Promise<void> => {
  const { person, address } = to;
  await Promise.all(
    [...noticesByItem(mail)].map(([workflow, notices]) =>
      getExternalWorkflowHandle(workflow)
        .signal(undeliverableSignal, { person, address, reason, notices })
        .catch((error: unknown) => {
          log.warn('could not report a refused mail: the item has ended', { workflow, error });
        }),
    ),
  );
};
