import { run } from '../../client/cli/main';
import { aScreen } from '../../testing/screen';
import { at } from '../support/instants';
import { caughtIn } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const HOSTILE = 'x\r\nBcc: all@example.org\r\n\r\n<script>alert(1)</script>\u202E\u0007\u001b[2J';
/** As long as a command takes. */
const TEXT = `${HOSTILE}${'甲'.repeat(10_000 - HOSTILE.length)}`;

test('whatever people write is stored as it is, shown safely, and never becomes a header of a mail', async () => {
  const { rectify, smtp } = world;
  const round = 'hostile';
  const { clock, hand } = await world.beginItem(planOf({ round, deadline: '2021-06-30' }), at('2021-05-06'));
  await hand.acknowledge();
  await hand.tell('office', 'comment', { text: TEXT });
  await hand.tell('office', 'urge', { text: TEXT });
  await hand.tell('handler-1', 'request-extension', {
    newDeadline: '2021-07-20' as never,
    reason: TEXT,
    progress: TEXT,
  });
  const { log } = await rectify.item(hand.item);
  expect(log.flatMap(({ event }) => (event.type === 'commented' ? [event.text] : []))).toEqual([TEXT]);

  await world.skipTo(clock, at('2021-05-06', '12:00'));
  const mails = await poll('the mail of the leader', () => {
    const caught = caughtIn(smtp.mails, round);
    return caught.some(({ recipient }) => recipient === 'leader@example.org') && caught;
  });
  for (const { recipient, subject, headers, html } of mails) {
    expect(recipient).toMatch(/^[a-z0-9-]+@example\.org$/);
    expect(subject).not.toMatch(/[\r\n]|Bcc/);
    expect([...headers.keys()]).not.toContain('bcc');
    expect(html).not.toContain('<script');
  }

  const environment = {
    TEMPORAL_ADDRESS: world.env.address,
    TASK_QUEUE: world.taskQueue,
    STORE: world.storeUrl,
  };
  const screen = aScreen({ environment });
  expect(await run(['show', hand.item], screen)).toBe(0);
  expect(screen.written.out).toContain('alert(1)');
  for (const mark of ['\u0007', '\u001b', '\u202E']) expect(screen.written.out).not.toContain(mark);
});
