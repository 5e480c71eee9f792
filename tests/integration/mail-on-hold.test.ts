import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { mailboxWorkflowId } from '../../workflows/messages';
import { TEST_SEAL_KEYS } from '../../testing/seals';
import { CommandLine } from '../support/command-line';
import { at } from '../support/instants';
import { boxOf, caughtIn } from '../support/mails';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

const ROUND = 'on-hold';
const ADDRESSES = ['handler-1', 'handler-2', 'handler-3', 'leader'].map((id) => `${id}@example.org`);

type Shown = { mails: { mail: string; to: string; decided?: string; text?: string }[] };

let world: RealWorld;
const line = new CommandLine(() => world);
const held = async (...names: string[]) => ((await line.json(['mail', 'held', ...names])) as Shown).mails;
const keys = { SEAL_KEYS: TEST_SEAL_KEYS };

beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

test('mail on hold waits for an operator: what is dropped never goes out, what is released does, and the rest once mail is on hold no more', async () => {
  const holding = await world.startWorker({ MAIL: 'hold' });
  const clock = world.clockFrom(at('2021-05-06'), 1, ROUND);
  await world.begin(planOf({ round: ROUND, items: 3, handlers: 3, deadline: '2021-06-30' }), clock);
  const all = await poll('the mails on hold', async () => {
    const mails = await held();
    return mails.length === 4 && mails.every(({ to }) => to !== '') && mails;
  });
  expect(all.map(({ to }) => to).sort()).toEqual(ADDRESSES);
  const [one = '', two = '', three = ''] = ADDRESSES.map((to) => all.find((mail) => mail.to === to)?.mail);
  expect(one).toMatch(/^handler-1\.some-body@on-hold\/\d{8}T\d{6}Z$/);
  expect(await held(one)).toMatchObject([{ text: expect.stringContaining('第 1 个问题') as string }]);

  const box = world.client.workflow.getHandle(mailboxWorkflowId(boxOf('handler-1', clock)));
  const { raw } = await box.describe();
  expect(raw.pendingActivities?.[0]?.lastFailure?.message).toMatch(/MAIL=hold.*rectify mail held/);
  expect((await line.run(['doctor', '--lang', 'en'])).out).toMatch(/✗ mails.*MAIL=hold/);

  const refused = await line.run(['mail', 'release', one, '--lang', 'en']);
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('SEAL_KEYS_FILE') as string });
  expect((await line.run(['mail', 'release'], keys)).code).toBe(2);
  expect((await line.run(['mail', 'drop', one], keys)).code).toBe(2);
  const unknown = await line.run(['mail', 'release', 'nobody/20210506T003000Z'], keys);
  expect(unknown).toMatchObject({ code: 4, err: expect.stringContaining(one) as string });

  expect(await line.json(['mail', 'drop', one, '--reason', '恢复之前已发过'], keys)).toEqual({
    decision: 'drop',
    reason: '恢复之前已发过',
    mails: [one],
  });
  expect((await line.run(['mail', 'release', one, '--lang', 'en'], keys)).code).toBe(3);
  // What somebody else has laid there is no decision: it is named, and gives way to the operator's.
  const slot = async (mail: string, ending: string) => {
    const [box = '', name = ''] = mail.split('/');
    const folder = new URL(`${world.storeUrl}/mail/${box}/`);
    const kept = (await readdir(folder)).find((one) => one.startsWith(name) && one.endsWith('.held')) ?? '';
    return new URL(kept.replace(/held$/, ending), folder);
  };
  const content = JSON.parse(await readFile(await slot(two, 'held'), 'utf8')) as object;
  const forged = { ...content, decision: 'release', by: 'root', at: 0, seal: 'test-1.x' };
  await writeFile(await slot(two, 'decided'), JSON.stringify(forged));
  const looked = await line.run(['mail', 'held', '--json', '--lang', 'en'], keys);
  expect(looked.err).toMatch(/No key of the workers has sealed .*\.decided/s);
  expect((JSON.parse(looked.out) as Shown).mails.find(({ mail }) => mail === two)?.decided).toBeUndefined();
  expect((await line.run(['mail', 'release', two, '--lang', 'en'], keys)).err).toMatch(/\.decided/);
  await poll('the mail that was released', () => world.smtp.to(ADDRESSES[1] ?? '').length === 1, 100);
  await poll('the end of both waits', async () => (await held()).length === 2, 100);

  // The third is decided on, but its worker dies before that takes effect; the fourth is left to go out.
  await world.kill(holding);
  const shown = await slot(three, 'held');
  const genuine = await readFile(shown);
  await rm(shown);
  await writeFile(shown, genuine.toString().replace('问题', '无事'));
  const changed = await line.run(['mail', 'drop', three, '--reason', '已口头告知', '--lang', 'en'], keys);
  expect(changed).toMatchObject({ code: 3, err: expect.stringContaining('has been changed') as string });
  await rm(shown);
  await writeFile(shown, genuine);
  await line.json(['mail', 'drop', three, '--reason', '已口头告知'], keys);
  await world.startWorker();
  await poll('the mail that was on hold', () => world.smtp.to(ADDRESSES[3] ?? '').length === 1, 100);
  const receipts = await poll(
    'all receipts',
    async () => {
      const found = await world.receipts(ROUND);
      return found.length === 4 && found;
    },
    100,
  );
  const outcomes = new Map(receipts.map(({ to, outcome }) => [to.split('@')[0], outcome]));
  expect(Object.fromEntries(outcomes)).toEqual({
    'handler-1': 'dropped',
    'handler-2': 'sent',
    'handler-3': 'dropped',
    leader: 'sent',
  });
  expect(
    caughtIn(world.smtp.mails, ROUND)
      .map(({ recipient }) => recipient)
      .sort(),
  ).toEqual([ADDRESSES[1], ADDRESSES[3]]);
  expect(await held()).toEqual([]);
  const { out } = await line.run(['schedule', '1.1', '--round', ROUND]);
  expect(out).toMatch(/暂停发送期间作废.*恢复之前已发过/s);
  const { said } = (await line.json(['schedule', '1.1', '--round', ROUND])) as {
    said: { receipt?: { outcome: string } }[];
  };
  expect(said.map(({ receipt }) => receipt?.outcome)).toContain('dropped');
}, 240_000);

test('what an operator has decided stays beside the receipts, with the reason', async () => {
  const folder = new URL(`${world.storeUrl}/mail/handler-1.some-body@${ROUND}/`);
  const name = (await readdir(folder)).find((one) => one.endsWith('.decided')) ?? '';
  const decision = JSON.parse(await readFile(new URL(name, folder), 'utf8')) as object;
  expect(decision).toMatchObject({
    decision: 'drop',
    reason: '恢复之前已发过',
    by: expect.any(String) as string,
  });
});
