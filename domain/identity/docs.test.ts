import { Command } from '../item/command';
import { RFC_KEY } from '../../testing/keys';
import { verifyJws } from './jws';
import { docText } from '../../testing/repository';

const guide = docText('signatures.md');

test('the signed command in the guide is a command, and verifies with the key beside it', () => {
  const [jws = ''] = /^[\w-]+\.[\w-]+\.[\w-]+$/m.exec(guide) ?? [];
  const result = verifyJws(jws, RFC_KEY);
  expect('payload' in result && Command.parse(result.payload)).toMatchObject({ type: 'accept' });
  expect(guide).toContain(`X=${RFC_KEY.x} `);
});
