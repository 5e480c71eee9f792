import {
  ApplicationFailure,
  condition,
  proxyActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import {
  bareQuery,
  bareUpdate,
  decideUpdate,
  type Deed,
  PLAIN_MAIL_QUEUE,
  PLAIN_STATUS,
  type PlainActivities,
  type PlainCommand,
  type PlainEntry,
  type PlainInput,
  type PlainPeople,
  plainQuery,
  type PlainStatus,
} from './messages';

/** By whom a deed is done, in which states, what follows, and who is told of it. */
type Rule = {
  by: keyof PlainPeople;
  from: readonly PlainStatus[];
  to: PlainStatus;
  tells: readonly (keyof PlainPeople)[];
};

const RULES: Readonly<Record<Deed, Rule>> = {
  acknowledge: { by: 'handler', from: ['assigned'], to: 'acknowledged', tells: [] },
  'add-evidence': { by: 'handler', from: ['acknowledged', 'in-progress'], to: 'in-progress', tells: [] },
  'complete-measure': { by: 'handler', from: ['in-progress'], to: 'in-progress', tells: [] },
  'request-closure': { by: 'handler', from: ['in-progress'], to: 'closure-requested', tells: ['leader'] },
  return: { by: 'leader', from: ['closure-requested'], to: 'in-progress', tells: ['handler'] },
  approve: { by: 'leader', from: ['closure-requested'], to: 'approved', tells: ['acceptor'] },
  accept: { by: 'acceptor', from: ['approved'], to: 'accepted', tells: ['handler', 'leader'] },
};

const RETRY = { initialInterval: '2 seconds', maximumInterval: '5 minutes' } as const;

const { sendMails } = proxyActivities<PlainActivities>({
  taskQueue: PLAIN_MAIL_QUEUE,
  startToCloseTimeout: '2 minutes',
  retry: RETRY,
});
const { archive } = proxyActivities<PlainActivities>({ startToCloseTimeout: '2 minutes', retry: RETRY });

/** An item as one would write it first: a workflow an item, a timer and an activity a reminder, no digest. */
export async function plainItem(input: PlainInput): Promise<PlainStatus> {
  const { people } = input;
  let status: PlainStatus = 'assigned';
  const log: PlainEntry[] = [];
  const mails: Promise<void>[] = [];

  const tell = (id: string, whom: readonly (keyof PlainPeople)[], text: string): void => {
    const to = whom.flatMap((side) => {
      const person = people[side];
      return person === undefined ? [] : [`${person}@example.org`];
    });
    if (to.length === 0) return;
    const subject = `【整改】${input.title}`;
    mails.push(sendMails({ item: input.id, id, to, subject, text: `${text}\n\n${input.problem}` }));
  };

  setHandler(plainQuery, () => ({ status, log }));
  setHandler(
    decideUpdate,
    (command) => {
      const { to, tells } = RULES[command.deed];
      if (status !== to) upsertSearchAttributes({ [PLAIN_STATUS]: [to] });
      status = to;
      log.push({ ...command, at: Date.now() });
      tell(`${command.deed}-${log.length}`, tells, command.note);
      return status;
    },
    {
      validator: (command: PlainCommand) => {
        check(command, status, people);
      },
    },
  );

  const accepted = () => status === 'accepted';
  for (const [index, { at, text, to, only }] of input.reminders.entries()) {
    if (accepted() || (at > Date.now() && (await condition(accepted, at - Date.now())))) break;
    if (!only || only.includes(status)) tell(`reminder-${index}`, to, text);
  }
  await condition(accepted);
  await Promise.all(mails);
  await archive(input.id, { status, log });
  tell('archived', ['archivist'], '已归档');
  await Promise.all(mails);
  return 'archived';
}

const check = ({ deed, by }: PlainCommand, status: PlainStatus, people: PlainPeople): void => {
  const rule = RULES[deed];
  if (people[rule.by] !== by) throw ApplicationFailure.nonRetryable(`${by} may not ${deed}`, 'NotYours');
  if (!rule.from.includes(status))
    throw ApplicationFailure.nonRetryable(`${deed} not in ${status}`, 'NotNow');
};

/** Nothing but an Update and a query, until it is cancelled. */
export async function bare(): Promise<void> {
  setHandler(bareUpdate, (text) => text);
  setHandler(bareQuery, () => 'bare');
  await condition(() => false);
}
