import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { inRepository } from '../../testing/repository';
import { COMPOSE_READER } from '../support/production/parts';

const BASE = inRepository('docker-compose.yml');
const PROXY = inRepository('deploy', 'proxy', 'compose.yml');

/** What the reader of Docker's own makes of files; it refuses what the specification does not have. */
const read = async (files: string[], profiles: string): Promise<string> => {
  const reader = process.env[COMPOSE_READER.variable] ?? '';
  const env = { PATH: process.env.PATH, COMPOSE_PROFILES: profiles };
  const { stdout } = await promisify(execFile)(reader, files, { env });
  return stdout;
};

test.each([
  ['', [BASE]],
  ['dev', [BASE]],
  ['', [BASE, PROXY]],
  ['dev', [BASE, PROXY]],
])('the set is by the specification: profile "%s", %j', async (profiles, files) => {
  expect(parse(await read(files, profiles))).toHaveProperty('services.worker');
});

test('the proxy closes the way past it', async () => {
  const { services } = parse(await read([BASE, PROXY], '')) as {
    services: Record<string, { ports?: unknown[] }>;
  };
  expect(services.temporal?.ports).toMatchObject([{ target: 8000 }]);
  expect(services.proxy?.ports).toHaveLength(1);
});

test('what is not in the specification is refused', async () => {
  await expect(read([inRepository('package.json')], '')).rejects.toThrow('additional properties');
});
