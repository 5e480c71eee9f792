import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { freePorts } from './free-ports';
import { startMailCatcher } from './mail-catcher';
import type { MailCatcher } from './mail-catcher';

const running: MailCatcher[] = [];
const start = async (...options: Parameters<typeof startMailCatcher>) => {
  const catcher = await startMailCatcher(...options);
  running.push(catcher);
  return catcher;
};
afterEach(() => Promise.all(running.splice(0).map((catcher) => catcher.stop())));

const send = async (catcher: MailCatcher, subject: string) => {
  const transport = createTransport(catcher.smtpUrl);
  await transport.sendMail({
    from: 'office@example.org',
    to: '甲 <jia@example.org>',
    subject,
    text: '时限临近',
  });
  transport.close();
};
const page = async (catcher: MailCatcher): Promise<unknown> =>
  (await fetch(`${catcher.webUrl}/api/email`)).json();

test('the catcher takes mails in Chinese and shows them', async () => {
  const catcher = await start();
  expect(await catcher.count()).toBe(0);
  await send(catcher, '【预警】三项整改事项');
  await send(catcher, '【超期】一项整改事项');
  expect(await catcher.count()).toBe(2);
  expect(await page(catcher)).toMatchObject([
    {
      subject: '【预警】三项整改事项',
      text: expect.stringContaining('时限临近') as string,
      to: [{ name: '甲' }],
    },
    { subject: '【超期】一项整改事项' },
  ]);
});

test('a catcher with a folder and ports has its mails again when it is restarted', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rectify-kept-'));
  const [smtpPort, webPort] = (await freePorts(2)) as [number, number];
  try {
    const first = await start({ folder, smtpPort, webPort });
    await send(first, '【交办】');
    await first.stop();
    const second = await start({ folder, smtpPort, webPort });
    expect(await second.count()).toBe(1);
    await second.stop();
    expect((await readdir(folder)).length).toBeGreaterThan(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a port that is taken is told at once', async () => {
  const { smtpPort } = await start();
  await expect(startMailCatcher({ smtpPort })).rejects.toThrow(/EADDRINUSE|in use/i);
});
