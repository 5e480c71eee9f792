import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../client/cli/main';
import { Interrupted } from '../../client/cli/terminal/interrupted';
import { writeKeyFile } from '../../client/keys';
import { jsonOf } from '../../testing/json-of';
import { aScreen } from '../../testing/screen';
import { LONG } from '../support/cli-plans';
import { itemId } from '../../base/ids';
import { CliWorld } from '../support/cli-world';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

const START = at('2021-05-06');
const PASSPHRASE = '口令';

let world: VirtualWorld;
let cli: CliWorld;
let key: string;

const must = async (...args: string[]): Promise<void> => {
  const { exit, err } = await cli.tell([...args, '--as', 'handler-1']);
  if (exit !== 0) throw new Error(`rectify ${args.join(' ')} ended with ${exit}: ${err}`);
};

beforeAll(async () => {
  world = await VirtualWorld.create();
  cli = new CliWorld(world);
  const keys = cli.ringsOf(['leader']);
  const plan = planOf({
    round: 'seven',
    items: 7,
    deadline: LONG,
    policy: { identity: 'claimed' },
    keys,
  });
  await world.begin(plan, START);
  for (const { number } of plan.items)
    await poll(number, () => world.rectify.item(itemId(plan.round, number)));
  const list = path.join(world.folder, '清单.txt');
  await writeFile(list, '逐件核对');
  for (const number of ['1.1', '1.2', '1.4', '1.5', '1.6', '1.7']) {
    const item = `seven/${number}`;
    await must('ack', item);
    await must('evidence', item, list, '--measure', '1', '--title', '清单');
    await must('progress', item, '已核对', '--complete', '1');
    await must('request-closure', item, '均已落实');
  }
  key = path.join(world.folder, 'locked.json');
  await writeKeyFile(key, cli.keyOf('leader'), PASSPHRASE);
});
afterAll(() => world.close());

/** What the leader sees who gives these answers, the passphrase the first of them; `stop` is Ctrl-C. */
const leader = async (args: string[], answers: (string | Interrupted)[]) => {
  const { env, taskQueue, storeUrl, folder } = world;
  const environment = {
    LANG: 'zh_CN.UTF-8',
    TEMPORAL_ADDRESS: env.address,
    TASK_QUEUE: taskQueue,
    STORE: storeUrl,
    XDG_CONFIG_HOME: folder,
  };
  const screen = aScreen({ interactive: true, environment });
  const ask = (question: string): Promise<string | undefined> => {
    screen.questions.push(question);
    const answer = answers.shift();
    return answer instanceof Interrupted ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const exit = await run([...args, '--as', 'leader', '--key', key], { ...screen, ask, askSecret: ask });
  return { exit, ...screen.written, questions: screen.questions };
};

test('several items are decided with one passphrase, each shown and asked about; what is refused is told by itself', async () => {
  const { exit, out, err, questions } = await leader(
    ['approve', 'seven/1.1', 'seven/1.3', 'seven/1.2', 'seven/9.9'],
    [PASSPHRASE, 'y', 'n'],
  );
  expect(questions.map((question) => /口令|\(一\)\d/.exec(question)?.[0])).toEqual([
    '口令',
    '(一)1',
    '(一)2',
  ]);
  expect(err).toMatch(/✗ seven\/1\.3：.*审核同意/);
  expect(err).toMatch(/✗ seven\/9\.9：.*没有事项 9\.9/);
  expect(out).toContain('第 3 项，共 4 项');
  expect(out).toContain('共 4 项，已作决定 1 项');
  expect(exit).toBe(3);
  const { state, log } = await world.rectify.item(itemId('seven' as never, '1.1' as never));
  expect(state.status).toBe('acceptance');
  expect(log.at(-1)?.author).toMatchObject({ by: 'leader', identity: 'signed' });
});

test('a program gets one value with the outcome of each', async () => {
  const args = ['approve', 'seven/1.4', 'seven/1.1', 'seven/1.4', '--yes', '--json'];
  const { exit, out } = await leader(args, [PASSPHRASE]);
  expect(jsonOf(args, out)).toMatchObject([
    { decided: true, item: 'seven/1.4', status: 'acceptance' },
    { decided: false, item: 'seven/1.1', error: { exit: 3, type: expect.any(String) as string } },
  ]);
  expect(exit).toBe(3);
});

test('Ctrl-C leaves the rest undecided, and says how far it came', async () => {
  const { exit, out, err, questions } = await leader(
    ['approve', 'seven/1.5', 'seven/1.6', 'seven/1.7'],
    [PASSPHRASE, 'y', new Interrupted()],
  );
  expect(questions).toHaveLength(3);
  expect(exit).toBe(130);
  expect(out).toContain('共 3 项，已作决定 1 项');
  expect(err).toBe('');
});

test('without the passphrase nothing is decided, and it is not asked for with each item', async () => {
  const { exit, out, questions } = await leader(['approve', 'seven/1.6', 'seven/1.7'], ['1', '2', '3']);
  expect(questions).toHaveLength(3);
  expect(out).toContain('共 2 项，已作决定 0 项');
  expect(exit).toBe(2);
});
