import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { aBrief, aDigest, aFact, SLOT } from '../../testing/digest';
import { StoreFault } from '../../store/fault';
import { receiptsFrom } from '../../store/receipts';
import { failureOf, scratchStore } from '../../testing/store';
import { testSeals } from '../../testing/seals';
import { createMailActivities } from './send-mail';

const { item } = aBrief();
const order = { ...aDigest([aFact('assigned')]), ids: [{ id: `${item}/c1#7`, item }] };
const sender = { name: '整改办', address: 'office@example.org' };

test('a mail whose receipt the store cannot keep is not sent at every attempt, but once the store works again', async () => {
  const { store, url } = await scratchStore();
  const sent: Uint8Array[] = [];
  const transport = {
    deliver: (_: unknown, mail: Uint8Array) => {
      sent.push(mail);
      return Promise.resolve({ outcome: 'sent' as const, response: '250 OK' });
    },
    close: () => undefined,
  };
  const activities = createMailActivities({ store, transport, seals: testSeals(), sender });
  const quiet = { logger: new DefaultLogger('ERROR') };
  const attempt = () => new MockActivityEnvironment({}, quiet).run(() => activities.sendDigest(order));

  // What a full disk does: all can be read, nothing written.
  const full = new StoreFault(url, Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
  const writing = jest.spyOn(store, 'put').mockRejectedValue(full);
  const failures = [await failureOf(attempt()), await failureOf(attempt())];
  expect(failures).toEqual([full, full]);
  expect(sent).toEqual([]);

  writing.mockRestore();
  expect(await attempt()).toEqual({ outcome: 'sent' });
  expect(await attempt()).toEqual({ outcome: 'nothing' });
  expect(sent).toHaveLength(1);
  expect(await receiptsFrom(store, order.mailbox, SLOT)).toHaveLength(1);
});
