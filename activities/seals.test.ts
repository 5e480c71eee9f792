import { inspect } from 'node:util';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { forgedPost, LIE } from '../testing/forgeries';
import { sealedFor, testSeals } from '../testing/seals';
import type { SealedMessage, SealVerdict } from '../workflows/contract';
import { createSealActivities } from './seals';

const HERE = 'mailbox/p05';
const logged: unknown[] = [];

const inWorkflow = (): MockActivityEnvironment => {
  logged.length = 0;
  const logger = new DefaultLogger('WARN', (entry) => logged.push(entry));
  return new MockActivityEnvironment(
    { namespace: 'default', isLocal: true, workflowExecution: { workflowId: HERE, runId: 'run' } },
    { logger },
  );
};

const canRead = (posts: string[]): Promise<boolean[]> => {
  const activities = createSealActivities({ seals: testSeals() });
  return inWorkflow().run(() => activities.canRead(posts.map((json) => ({ kind: 'posts', json }))));
};

const asked = (messages: SealedMessage[], unsealedUntil?: number): Promise<SealVerdict[]> => {
  const environment = inWorkflow();
  const activities = createSealActivities({ seals: testSeals(), unsealedUntil });
  return environment.run(() => activities.checkSeals(messages));
};

const message = [forgedPost()];
const json = JSON.stringify(message);
const good: SealedMessage = { kind: 'posts', json, seal: sealedFor('posts', HERE, message) };

test('each message is judged for itself', async () => {
  const changed = { ...good, json: JSON.stringify({ text: '别的' }) };
  const elsewhere = { ...good, seal: sealedFor('posts', 'mailbox/p06', message) };
  const other: SealedMessage = { ...good, kind: 'rows' };
  const { seal: _, ...bare } = good;
  expect(await asked([changed, good, elsewhere, other, bare, good])).toEqual([
    ...[false, true, false, false, false, true],
  ]);
});

test('one that is nested deeper than anybody can print is bad, and holds up none of the others', async () => {
  const deep = { ...good, json: '['.repeat(50_000) + ']'.repeat(50_000) };
  expect(await asked([deep, good])).toEqual([false, true]);
});

test('what a worker has sealed and this one cannot read is told apart, counted, and read by who can', async () => {
  const [post] = message;
  const later = [post, { ...post, facts: [{ kind: 'of-a-later-version' }], text: LIE }];
  const sealed = {
    kind: 'posts' as const,
    json: JSON.stringify(later),
    seal: sealedFor('posts', HERE, later),
  };
  expect(await asked([sealed, good])).toEqual([{ unread: [1] }, true]);
  expect(inspect(logged)).toContain('another version');
  expect(inspect(logged, { depth: null })).not.toContain(LIE);
  expect(await canRead([JSON.stringify(post), JSON.stringify(later[1])])).toEqual([true, false]);
});

test('a list of another version that nobody here can unpack is told whole, and read by who can', async () => {
  const later = { zipped: 'by a later version' };
  const container = { ...good, json: JSON.stringify(later), seal: sealedFor('posts', HERE, later) };
  expect(await asked([container])).toEqual([{ unread: [0], isWhole: true }]);
  expect(await canRead([JSON.stringify(later), json])).toEqual([false, true]);
});

test('what is dropped is logged without a word of it', async () => {
  await asked([{ kind: 'posts', json }]);
  expect(logged).toHaveLength(1);
  expect(inspect(logged)).toContain('unsealed');
  expect(inspect(logged, { depth: null })).not.toContain(LIE);
});

test('nothing is sealed or judged for whoever asks through the server', async () => {
  const activities = createSealActivities({ seals: testSeals() });
  const environment = new MockActivityEnvironment({
    isLocal: false,
    workflowExecution: { workflowId: HERE, runId: 'run' },
  });
  await expect(environment.run(() => activities.sealInput(json))).rejects.toMatchObject({ type: 'NotLocal' });
  await expect(environment.run(() => activities.checkSeals([good]))).rejects.toMatchObject({
    type: 'NotLocal',
  });
});

describe('what has no seal, as older versions sent it,', () => {
  const until = Date.parse('2026-12-01T10:00:00Z');
  const birth = (since: number): SealedMessage => ({ kind: 'birth', json, since });

  test('is taken where it was started before the operator says', async () => {
    expect(await asked([birth(until - 1), birth(until)], until)).toEqual([true, false]);
  });

  test('is taken while a message may still come from an older version', async () => {
    expect(await asked([{ kind: 'posts', json }], Date.now() + 60_000)).toEqual([true]);
    expect(await asked([{ kind: 'posts', json }], Date.now() - 60_000)).toEqual([false]);
  });

  test('is not taken with a bad seal, whenever it came', async () => {
    expect(await asked([{ ...birth(0), seal: 'test-1.AAAA' }], until)).toEqual([false]);
  });
});
