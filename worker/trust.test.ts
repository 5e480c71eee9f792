import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { BODY, TRUST } from '../testing/opening';
import { failureOf, scratchFolder } from '../testing/store';
import { trustOf } from './trust';

const PINNED = stringify(TRUST.pins);

const aFile = async (text?: string): Promise<string> => {
  const file = path.join(await scratchFolder(), 'trust.yaml');
  if (text !== undefined) await writeFile(file, text);
  return file;
};

const pinsIn = (file?: string) => trustOf({ TRUST_FILE: file, ALLOW_CLAIMED: 'no' }).pins();

test('a worker trusts the keys of its file', async () => {
  expect(await pinsIn(await aFile(PINNED))).toEqual(TRUST.pins);
  expect(await pinsIn(await aFile(''))).toEqual({});
});

test('the file is read whenever somebody asks', async () => {
  const file = await aFile('{}');
  const { pins } = trustOf({ TRUST_FILE: file, ALLOW_CLAIMED: 'no' });
  expect(await pins()).toEqual({});
  await writeFile(file, PINNED);
  expect(await pins()).toEqual(TRUST.pins);
  await rm(file);
  expect(await failureOf(pins())).toMatchObject({ name: 'TrustUnreadable', file, reason: 'ENOENT' });
});

test.each([
  ['no YAML', '{'],
  ['no list of keys', `${BODY}: yes`],
  ['a key of another name', PINNED.replace(/kid: .*/, `kid: ${'A'.repeat(43)}`)],
])('a file that holds %s is not read in part', async (_, text) => {
  const file = await aFile(text);
  expect(await failureOf(pinsIn(file))).toMatchObject({ name: 'TrustUnreadable', file });
});

test('without a file nobody can say whom to trust', async () => {
  expect(await failureOf(pinsIn())).toMatchObject({ name: 'TrustUnreadable', file: undefined });
});

test('claimed rounds, and rounds of older versions, are let pass as the operator has set', () => {
  expect(trustOf({ ALLOW_CLAIMED: 'no' })).toMatchObject({ allowsClaimed: false, since: undefined });
  expect(trustOf({ ALLOW_CLAIMED: 'yes', TRUST_SINCE: 7 })).toMatchObject({ allowsClaimed: true, since: 7 });
});
