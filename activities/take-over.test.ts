import { chown, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Client } from '@temporalio/client';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger, type LogEntry } from '@temporalio/worker';
import { packed } from '../base/deflated';
import { evidenceName } from '../store/evidence';
import type { Store } from '../store/store';
import { testSeals } from '../testing/seals';
import { scratchStore } from '../testing/store';
import type { StoredFile } from '../workflows/contract';
import { createMailboxActivities } from './mailboxes';

/** Tells nobody of anything, except the worker of what was handed in; gives back what operators read. */
const tell = async (store: Store, evidence: StoredFile[]): Promise<LogEntry[]> => {
  const logged: LogEntry[] = [];
  const logger = new DefaultLogger('WARN', (entry) => void logged.push(entry));
  const deps = { client: new Client(), taskQueue: 'rectify', store, seals: testSeals(), gatherMs: 0 };
  await new MockActivityEnvironment({}, { logger }).run(() =>
    createMailboxActivities(deps).tell(packed({ posts: [], evidence })),
  );
  return logged;
};

/** Only root can be somebody else. */
const asRoot = process.getuid?.() === 0 ? test : test.skip;

asRoot("what a person has handed in is the worker's once others are told of it", async () => {
  const { store } = await scratchStore();
  const file = await store.putEvidence(Readable.from(['佐证']));
  const path = store.locate(evidenceName(file.sha512));
  await chown(path, 45_001, 45_001);
  expect(await tell(store, [file])).toEqual([]);
  expect((await stat(path)).uid).toBe(0);
});

test('that it is gone already keeps nobody from being told, and operators read which file it was', async () => {
  const { store } = await scratchStore();
  const file = await store.putEvidence(Readable.from(['佐证']));
  await rm(store.locate(evidenceName(file.sha512)));
  const [warning] = await tell(store, [file]);
  expect(warning?.message).toBe('could not take over evidence that was handed in');
  expect(String(warning?.meta?.sha512)).toBe(file.sha512);
});
