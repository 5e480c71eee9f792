import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchFolder } from '../../../testing/store';
import { openerFor, openFile } from './opener';

const FILE = '/tmp/1.2-03 清单; rm -rf $HOME.pdf';

test.each([
  ['linux', { DISPLAY: ':0' }, 'xdg-open'],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
  ['darwin', {}, 'open'],
  ['win32', {}, 'explorer.exe'],
] as const)(
  'on %s with %j a file is opened by %s, and its path is one argument',
  (platform, env, command) => {
    expect(openerFor(platform, env, FILE)).toEqual({ command, args: [FILE] });
  },
);

test.each([
  ['linux', {}],
  ['linux', { DISPLAY: '' }],
  ['darwin', { SSH_CONNECTION: '192.0.2.1' }],
] as const)('on %s with %j nothing would be seen', (platform, env) => {
  expect(openerFor(platform, env, FILE)).toBeUndefined();
});

describe('an opener', () => {
  /** The environment of a screen whose opener is this script. */
  const screenWith = async (script: string) => {
    const folder = await scratchFolder();
    const opener = join(folder, 'xdg-open');
    await writeFile(opener, `#!/bin/sh\n${script}\n`);
    await chmod(opener, 0o755);
    return {
      folder,
      environment: { DISPLAY: ':0', PATH: `${folder}:/usr/bin:/bin`, RECTIFY_PASSPHRASE: '口令' },
    };
  };
  const onLinux = process.platform === 'linux' ? test : test.skip;

  onLinux('is given the path as it is, and none of our secrets', async () => {
    const { folder, environment } = await screenWith(
      'printf "%s|%s" "$1" "$RECTIFY_PASSPHRASE" > "$(dirname "$0")/seen"',
    );
    expect(await openFile(FILE, environment)).toBe(true);
    expect(await readFile(join(folder, 'seen'), 'utf8')).toBe(`${FILE}|`);
  });

  onLinux('that fails, or is not there, has opened nothing', async () => {
    expect(await openFile(FILE, (await screenWith('exit 3')).environment)).toBe(false);
    expect(await openFile(FILE, { DISPLAY: ':0', PATH: await scratchFolder() })).toBe(false);
  });
});
