import { run } from './run';

describe('running a program', () => {
  test('ends well with exit code 0', async () => {
    await expect(run('/bin/sh', ['-c', 'exit 0'])).resolves.toBeUndefined();
  });

  test('fails with its last words', async () => {
    await expect(run('/bin/sh', ['-c', 'echo one; echo two >&2; exit 7'])).rejects.toThrow(/two.*\(sh: 7\)/);
  });

  test('fails for a program that is not there', async () => {
    await expect(run('no-such-program', [])).rejects.toThrow('no-such-program is not installed');
  });

  test('is given up with all that it started, for the reason given', async () => {
    const hangs = run('/bin/sh', ['-c', 'sleep 600; sleep 600'], { giveUp: () => 'silent for too long' });
    await expect(hangs).rejects.toThrow('silent for too long');
  });
});
