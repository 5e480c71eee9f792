import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { inRepository } from '../../../../testing/repository';
import { toBegin } from './to-type';

const ADDRESSES = {
  temporal: '127.0.0.1:7233',
  namespace: 'default',
  ui: 'http://127.0.0.1:8233',
  web: 'http://127.0.0.1:1080',
  store: 'file:///tmp/store',
  trust: '/tmp/trust.yaml',
};

test('what to type next works in any folder, and nothing of it is fetched from npm', () => {
  const lines = toBegin(ADDRESSES);
  expect(lines.join('\n')).not.toContain('npx');
  const [alias = ''] = lines;
  const script = `shopt -s expand_aliases\n${alias}\nalias rectify`;
  const named = execFileSync('bash', ['-c', script], { cwd: tmpdir(), encoding: 'utf8' });
  expect(named).toContain(inRepository('bin', 'rectify.js'));
});
