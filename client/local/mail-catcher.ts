import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOOPBACK, portOrFree } from './free-ports';
import { endsWithParent, whenParentDies } from './parent-death';
import { lastLines } from './last-lines';
import type { LastLines } from './last-lines';
import { hasEnded, stopChild } from './stop-child';

export interface MailCatcherOptions {
  smtpPort?: number;
  webPort?: number;
  /** Keeps the mails over a restart; without it they are gone with the catcher. */
  folder?: string;
}

export interface MailCatcher {
  smtpPort: number;
  /** smtp://host:port */
  smtpUrl: string;
  /** The page on which the mails can be read. */
  webUrl: string;
  /** How many mails it holds. */
  count(): Promise<number>;
  /** May be called again. */
  stop(): Promise<void>;
}

const START_MS = 30_000;

/**
 * Starts maildev on the loopback address: an SMTP server that delivers nothing and shows all on a page.
 * A process of its own, since it prints on stdout and is slow to load. It never outlives this process.
 * @throws Error when it is not installed, or with the last words of a catcher that died
 */
export async function startMailCatcher(options: MailCatcherOptions = {}): Promise<MailCatcher> {
  const script = maildev();
  const smtpPort = await portOrFree(options.smtpPort);
  const webPort = await portOrFree(options.webPort);
  const mails = await mailFolder(options.folder);
  const child = spawnMaildev(script, smtpPort, webPort, mails.folder);
  const words = lastLines(10, [child.stdout, child.stderr]);
  const webUrl = `http://${LOOPBACK}:${String(webPort)}`;
  const stop = async () => {
    await stopChild(child);
    await mails.remove();
  };
  try {
    await untilItAnswers(webUrl, child, words);
  } catch (error) {
    await stop();
    throw error;
  }
  const smtpUrl = `smtp://${LOOPBACK}:${String(smtpPort)}`;
  return { smtpPort, smtpUrl, webUrl, count: () => count(webUrl), stop };
}

/** The program of the package, which shows only ESM to `require`, found where Node would look for it. */
function maildev(): string {
  const folders = createRequire(__filename).resolve.paths('maildev') ?? [];
  const scripts = folders.map((folder) => join(folder, 'maildev', 'dist', 'bin', 'maildev.js'));
  const script = scripts.find((path) => existsSync(path));
  if (script === undefined)
    throw new Error('maildev, which catches the mails, is not installed: run `npm ci`');
  return script;
}

function spawnMaildev(script: string, smtpPort: number, webPort: number, folder: string) {
  const smtp = ['--smtp', String(smtpPort), '--ip', LOOPBACK];
  const web = ['--web', String(webPort), '--web-ip', LOOPBACK];
  const child = spawn(process.execPath, [script, ...smtp, ...web, '--mail-directory', folder], {
    cwd: folder,
    env: withoutSettings(process.env),
    // A group of its own, as the Temporal server has: Ctrl-C must not take it from those who still send.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) child.once('exit', endsWithParent(child.pid));
  return child;
}

/** MAILDEV_* variables of the user would change what we start. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('MAILDEV_')));
}

/** maildev writes every mail to a folder: the one asked for, or one that goes with the catcher. */
async function mailFolder(
  wanted: string | undefined,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  if (wanted !== undefined) {
    await mkdir(wanted, { recursive: true });
    return { folder: wanted, remove: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'rectify-mail-'));
  const release = whenParentDies('sleep 1; rm -rf -- "$1"', folder);
  const remove = async () => {
    await rm(folder, { recursive: true, force: true });
    release();
  };
  return { folder, remove };
}

async function untilItAnswers(webUrl: string, child: ChildProcess, words: LastLines): Promise<void> {
  const end = Date.now() + START_MS;
  while (!(await answers(webUrl))) {
    if (hasEnded(child)) {
      throw new Error(
        `the mail catcher ended before it answered; its last words: ${await words.atEnd('\n')}`,
      );
    }
    if (Date.now() > end) throw new Error(`the mail catcher does not answer at ${webUrl}`);
    await sleep(50);
  }
}

/** Its page comes up after its SMTP server. */
async function answers(webUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${webUrl}/api/healthz`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}

async function count(webUrl: string): Promise<number> {
  const response = await fetch(`${webUrl}/api/email/summary?limit=1`);
  const page: unknown = await response.json();
  if (
    typeof page === 'object' &&
    page !== null &&
    'storeTotal' in page &&
    typeof page.storeTotal === 'number'
  ) {
    return page.storeTotal;
  }
  throw new Error(`the mail catcher does not say how many mails it holds (${response.statusText})`);
}
