import { execFile } from 'node:child_process';
import { chmod, copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { freePorts } from '../../client/local/free-ports';
import { GOOD_PLAN } from '../../testing/plan';
import { CommandLine } from '../support/command-line';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';
import { jsonOf } from '../../testing/json-of';

let world: RealWorld;
const line = new CommandLine(() => world);
const json = line.json.bind(line);

/** A plan with everybody's keys, as `init --example` makes it. */
const trial = () => path.join(world.folder, 'trial');
const withKeys = () => ({ RECTIFY_KEYS: path.join(trial(), 'keys') });

/** A small plan under another name, which takes people's word for who they are. */
const claimedPlan = async (round: string): Promise<string> => {
  const file = path.join(world.folder, `${round}.yaml`);
  await writeFile(
    file,
    stringify({ ...(parse(GOOD_PLAN) as object), round, policy: { identity: 'claimed' } }),
  );
  return file;
};

/** Visibility lags behind. */
const untilListed = (...rounds: string[]) =>
  poll(`${String(rounds)} are open`, async () => String(await world.rectify.rounds()) === String(rounds));

beforeAll(async () => {
  world = await RealWorld.create();
  await world.startWorker();
  await json(['init', trial(), '--example']);
  const plan = path.join(trial(), 'plan.yaml');
  await json(['trust', world.trustFile, plan]);
  const keys = { RECTIFY_KEYS: path.join(trial(), 'keys') };
  await json(['import', plan, '--as', 'p13', '--countersign-as', 'p01'], keys);
  await json(['import', await claimedPlan('other')]);
  await untilListed('2021-03', 'other');
});
afterAll(() => world.close());

describe('the round, where several are open', () => {
  test('is the one that was imported last, and then the one that was named last; stderr says so', async () => {
    const imported = await line.run(['list', '--json']);
    expect(jsonOf(['list'], imported.out)).toMatchObject({ round: 'other' });
    expect(imported.err).toBe('轮次 other（沿用上次）\n');

    const named = await line.run(['list', '--round', '2021-03', '--json']);
    expect(named.err).toBe('');
    const next = await line.run(['show', '1.1']);
    expect(next.out).toContain('2021-03/1.1');
    expect(next.err).toBe('轮次 2021-03（沿用上次）\n');
  });

  test('is that of the environment before that, which is not remembered', async () => {
    await json(['list', '--round', '2021-03']);
    expect(await json(['list'], { RECTIFY_ROUND: 'other' })).toMatchObject({ round: 'other' });
    expect(await json(['list'])).toMatchObject({ round: '2021-03' });
  });

  test('is not known to another user, nor is one that does not exist remembered', async () => {
    await json(['list', '--round', '2021-03']);
    const { code, err } = await line.run(['list', '--round', '2021-3']);
    expect(code).toBe(4);
    expect(err).toContain('是否应为 2021-03');
    expect(await json(['list'])).toMatchObject({ round: '2021-03' });
    const stranger = await line.run(['list'], { HOME: trial() });
    expect(stranger.code).toBe(2);
    expect(stranger.err).toContain('2021-03、other');
  });

  test('is no longer the remembered one when that is not open', async () => {
    await json(['import', await claimedPlan('gone')]);
    await untilListed('2021-03', 'gone', 'other');
    expect(await json(['list'])).toMatchObject({ round: 'gone' });
    await world.client.workflow.getHandle('round/gone').terminate();
    await untilListed('2021-03', 'other');
    const { code, err } = await line.run(['list']);
    expect(code).toBe(2);
    expect(err).toContain('2021-03、other');
  });
});

describe('a person', () => {
  test('signs at once with a key of init, and may be named by name', async () => {
    const ack = ['ack', '2021-03/1.1', '--as', '戊'];
    expect(await json(ack, withKeys())).toMatchObject([{ by: 'p05', status: 'in-progress' }]);
    expect((await line.run(['show', '2021-03/1.1'])).out).toMatch(/签收.*\[签名\]/);
    const list = ['list', '--round', '2021-03', '--handler', '戊'];
    const byName = (await json(list)) as { items: { number: string }[] };
    expect(byName.items.length).toBeGreaterThan(0);
    expect(await json([...list.slice(0, -1), 'p05'])).toEqual({
      ...byName,
      now: expect.anything() as unknown,
    });
  });

  test('whom the item has nothing to do with is known by the round, and refused by the item', async () => {
    for (const person of ['p10', '癸']) {
      const { code, out } = await line.run(['ack', '2021-03/1.2', '--as', person, '--json'], withKeys());
      expect(code).toBe(3);
      expect(jsonOf(['ack'], out)).toMatchObject({ error: { exit: 3 } });
    }
  });

  test('who is not in the roster is told who comes nearest, and nothing is given', async () => {
    for (const args of [
      ['ack', '2021-03/1.2', '--as', 'p8'],
      ['ack', '2021-03/1.2', '--as', 'p02', '--deputy-for', 'p8'],
      ['list', '--round', '2021-03', '--handler', 'p8'],
      ['inbox', '--as', 'p8'],
      ['whoami', '--as', 'p8'],
    ]) {
      const { code, err } = await line.run(args, withKeys());
      expect(code).toBe(2);
      expect(err).toContain('p08（辛）');
    }
    expect(await json(['show', '2021-03/1.2'])).toMatchObject({ status: 'assigned' });
  });
});

describe('whoami', () => {
  test('says what I am in every open round, and whether my key can sign there', async () => {
    expect(await json(['whoami', '--as', 'p13'], withKeys())).toMatchObject({
      person: 'p13',
      key: { path: path.join(trial(), 'keys', 'p13.json') },
      rounds: [
        { round: '2021-03', identity: 'signed', key: 'valid', inRoster: { name: '寅', offices: ['office'] } },
        { round: 'other', identity: 'claimed', key: 'unknown-key' },
      ],
    });
    const { out } = await line.run(['whoami', '--as', '寅', '--round', '2021-03'], withKeys());
    for (const said of ['整改办', '只接受签名指令', '目前有效']) expect(out).toContain(said);
  });

  test('says that an identity is merely claimed, and what to do without a key', async () => {
    const { out } = await line.run(['whoami', '--as', 'spare', '--round', 'other']);
    for (const said of ['身份为自称', '丙 (handler)', '派驻纪检组', 'rectify keygen --as spare'])
      expect(out).toContain(said);
    const other = await line.run(['whoami', '--as', 'spare', '--round', 'other', '--lang', 'en']);
    expect(other.out).toContain('claimed, not proved');
  });

  test('says what is wrong with a key that is there, and does not advise to make it again', async () => {
    const key = path.join(world.folder, 'open.json');
    await copyFile(path.join(trial(), 'keys', 'p05.json'), key);
    await chmod(key, 0o644);
    const { out } = await line.run(['whoami', '--as', 'p05', '--round', '2021-03', '--key', key]);
    expect(out).toContain('chmod 600');
    expect(out).not.toContain('keygen');
  });
});

describe('a shell', () => {
  const completed = async (words: string[], more: Record<string, string> = {}): Promise<string> =>
    (await line.run(['__complete', 'zsh', String(words.length), 'rectify', ...words], more)).out;

  /** On a busy machine the second that a shell waits may be too short: then it is asked again, as a person would. */
  const completes = async (words: string[], expected: string, more?: Record<string, string>) => {
    const what = `${words.join(' ')} is completed`;
    const out = await poll(what, async () => (await completed(words, more)) || undefined);
    expect(out).toBe(expected);
  };

  test('completes what the server knows: rounds, the numbers of items with their problems, people', async () => {
    await json(['list', '--round', 'other']);
    await completes(['--round', ''], '2021-03\nother\n');
    await completes(['show', ''], '1.1\t账物不符\n2.1\t学习记录缺失\n');
    await completes(['ack', 'other/2'], 'other/2.1\t学习记录缺失\n');
    await completes(['--round', '2021-03', 'ack', '7.1', '--as', 'p05'], 'p05\t戊 办公室\n');
    // What is only being typed is not remembered: the next line is about the other round again.
    await completes(['ack', '1.1', '--as', 'h'], 'handler\t丙\n');
    await completes(['ack', '1.1', '--deputy-for', 'p05'], 'p05\t戊 办公室\n', { RECTIFY_ROUND: '2021-03' });
  });

  test('gets nothing, soon and silently, from a server that is not there', async () => {
    const [port = 0] = await freePorts(1);
    const { code, out, err } = await line.run(['__complete', 'bash', '2', 'rectify', 'show', ''], {
      TEMPORAL_ADDRESS: `127.0.0.1:${port}`,
    });
    expect([code, out, err]).toEqual([0, '', '']);
  });

  test('bash itself, with the script that is printed, puts in what the server knows', async () => {
    const { out: script } = await line.run(['completion', 'bash']);
    const steps = [script, 'COMP_WORDS=(rectify ack other/); COMP_CWORD=2', '_rectify_completion rectify'];
    const env = { PATH: process.env.PATH, HOME: world.folder, ...world.environment };
    const whole = [...steps, 'printf "%s\\n" "${COMPREPLY[@]}"'].join('\n');
    const found = await poll('bash has an answer', async () => {
      const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', whole], { env });
      return stdout.trim() !== '' && stdout;
    });
    expect(found).toBe('other/1.1\nother/2.1\n');
  });
});
