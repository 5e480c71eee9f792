import { spawn } from 'node:child_process';
import type { Environment } from '../../api/settings';
import { setting } from '../../api/settings';

/** The program that opens a file with whatever a person has chosen for its kind. */
type Opener = { command: string; args: string[] };

/** How long an opener may take to fail, in milliseconds. One that is still at work then has the file on a screen. */
const PATIENCE = 4_000;

/**
 * The opener of a platform; undefined where no screen would show the file. The path is an argument of its own, and
 * never passes through a shell.
 */
export const openerFor = (
  platform: NodeJS.Platform,
  environment: Environment,
  path: string,
): Opener | undefined => {
  if (platform === 'win32') return { command: 'explorer.exe', args: [path] };
  const isRemote = setting(environment, 'SSH_CONNECTION') !== undefined;
  if (platform === 'darwin') return isRemote ? undefined : { command: 'open', args: [path] };
  const hasScreen = ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => setting(environment, name) !== undefined);
  return hasScreen ? { command: 'xdg-open', args: [path] } : undefined;
};

/** What a viewer has no business with: passphrases, addresses and credentials. */
const OURS = /^(RECTIFY_|TEMPORAL_|AWS_|STORE$)/;

const forOthers = (environment: Environment): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !OURS.test(name)));

/** explorer.exe ends with 1 although it has opened the file. */
const hasFailed = ({ command }: Opener, code: number | null): boolean =>
  command !== 'explorer.exe' && code !== 0;

/** Whether a file is on a screen now. What opens it goes on without us. */
export const openFile = (path: string, environment: Environment): Promise<boolean> => {
  const opener = openerFor(process.platform, environment, path);
  if (!opener) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(opener.command, opener.args, {
      detached: true,
      stdio: 'ignore',
      shell: false,
      env: forOthers(environment),
    });
    const waiting = setTimeout(() => {
      child.unref();
      resolve(true);
    }, PATIENCE);
    const end = (isOpen: boolean) => {
      clearTimeout(waiting);
      resolve(isOpen);
    };
    child.once('error', () => {
      end(false);
    });
    child.once('exit', (code) => {
      end(!hasFailed(opener, code));
    });
  });
};
