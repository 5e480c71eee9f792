import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from '../item/command';
import { RFC_KEY } from './fixture';
import { verifyJws } from './jws';

const guide = readFileSync(path.join(__dirname, '../../docs/signatures.md'), 'utf8');

test('the signed command in the guide is a command, and verifies with the key beside it', () => {
  const [jws = ''] = /^[\w-]+\.[\w-]+\.[\w-]+$/m.exec(guide) ?? [];
  const result = verifyJws(jws, RFC_KEY);
  expect('payload' in result && Command.parse(result.payload)).toMatchObject({ type: 'accept' });
  expect(guide).toContain(`X=${RFC_KEY.x} `);
});
