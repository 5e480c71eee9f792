import { Command } from '../item/command';
import { RFC_KEY } from '../../testing/keys';
import { verifyJws } from './jws';
import { docText } from '../../testing/repository';

test.each(['signatures.md', 'signatures.zh-CN.md'])(
  'the signed command in %s is a command, and verifies with the key beside it',
  (file) => {
    const guide = docText(file);
    const [jws = ''] = /^[\w-]+\.[\w-]+\.[\w-]+$/m.exec(guide) ?? [];
    const result = verifyJws(jws, RFC_KEY);
    expect('payload' in result && Command.parse(result.payload)).toMatchObject({ type: 'accept' });
    expect(guide).toContain(`X=${RFC_KEY.x} `);
  },
);
