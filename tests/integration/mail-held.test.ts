import { freePorts } from '../../client/local/free-ports';
import { mailboxWorkflowId } from '../../workflows/messages';
import { CommandLine } from '../support/command-line';
import { at } from '../support/instants';
import { boxOf, caughtIn } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

const ROUND = 'held';
let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

test('a sender that is refused is told to operators in the UI, by doctor and as a metric, and the mail goes out later', async () => {
  const { smtp, client } = world;
  const [port = 0] = await freePorts(1);
  await world.startWorker({ METRICS_PORT: String(port) });
  smtp.foreign = true;
  const clock = world.clockFrom(at('2021-05-06'), 1, ROUND);
  await world.begin(planOf({ round: ROUND, deadline: '2021-06-30' }), clock);

  const mailbox = mailboxWorkflowId(boxOf('handler-1', clock));
  const details = () =>
    client.workflow.getHandle(mailbox).query<{ currentDetails?: string }>('__temporal_workflow_metadata');
  const waiting = await poll('the reason in the details', async () => {
    const { currentDetails = '' } = await details().catch(() => ({ currentDetails: '' }));
    return currentDetails.includes('553') ? currentDetails : undefined;
  });
  expect(waiting).toMatch(/邮件未发出.*MAIL_FROM.*553/);

  const doctor = await new CommandLine(() => world).run(['doctor', '--lang', 'en']);
  expect(doctor.out).toMatch(/✗ mails.*553 Mail from must equal authorized user/);
  expect(doctor.code).toBe(1);

  const line = await poll('the counter', async () => {
    const text = await (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();
    return text.split('\n').find((one) => one.startsWith('rectify_mail_failures'));
  });
  for (const label of ['stage="sender"', 'code="553"', 'outcome="held"']) expect(line).toContain(label);
  expect(line).not.toMatch(/handler-1|example\.org/);
  expect(await world.receipts(ROUND)).toEqual([]);

  smtp.foreign = false;
  await poll('the mail', () =>
    caughtIn(smtp.mails, ROUND).find(({ recipient }) => recipient === 'handler-1@example.org'),
  );
  await poll('details that say so no more', async () => !(await details()).currentDetails?.includes('553'));
  expect((await world.receipts(ROUND)).every(({ outcome }) => outcome === 'sent')).toBe(true);
});
