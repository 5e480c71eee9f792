import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyLine } from '../base/key-lines';
import { BadSetting } from './errors';
import { payloadKeysIn } from './keys';

const LINE = keyLine({ id: 'k-1', secret: new Uint8Array(32).fill(7) });

let file: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rectify-keys-'));
  file = path.join(folder, 'keys');
  await writeFile(file, `# keys\n${LINE}\n`);
  await writeFile(path.join(folder, 'empty'), ' \n');
});
afterAll(() => rm(folder, { recursive: true }));

test('keys stand in the environment or in a file that it names; without either there are none', () => {
  const ids = (environment: Record<string, string>) => payloadKeysIn(environment)?.map(({ id }) => id);
  expect(ids({ PAYLOAD_KEYS: LINE })).toEqual(['k-1']);
  expect(ids({ PAYLOAD_KEYS_FILE: file })).toEqual(['k-1']);
  expect(ids({ PAYLOAD_KEYS: '', PAYLOAD_KEYS_FILE: file })).toEqual(['k-1']);
  expect(ids({})).toBeUndefined();
  expect(ids({ PAYLOAD_KEYS: '', PAYLOAD_KEYS_FILE: '' })).toBeUndefined();
});

test.each([
  ['twice', 'PAYLOAD_KEYS', () => ({ PAYLOAD_KEYS: LINE, PAYLOAD_KEYS_FILE: file })],
  ['malformed', 'PAYLOAD_KEYS', () => ({ PAYLOAD_KEYS: 'planted' })],
  ['empty', 'PAYLOAD_KEYS_FILE', () => ({ PAYLOAD_KEYS_FILE: path.join(folder, 'empty') })],
  ['unreadable', 'PAYLOAD_KEYS_FILE', () => ({ PAYLOAD_KEYS_FILE: path.join(folder, 'gone') })],
] as const)('keys that are %s are a fault of %s, which says no secret', (fault, setting, environment) => {
  const reading = () => payloadKeysIn(environment());
  expect(reading).toThrow(BadSetting);
  try {
    reading();
  } catch (error) {
    expect(error).toMatchObject({ fault, setting });
    expect(String(error)).not.toMatch(/planted|BwcH/);
  }
});
