import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { verifyFolder } from '../../archive/verify/bag';
import type { RoundBag } from '../../domain/round/memory';
import { openFolder } from '../../store/open';
import { evidenceName } from '../../store/evidence';
import { roundWorkflowId } from '../../workflows/messages';
import { archivedRound, closeRound, publish, stored } from '../support/closable-round';
import { cardOf, failuresOf } from '../support/pending';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

const root = () => fileURLToPath(world.storeUrl);

const untilSaid = (workflow: string, ...words: string[]): Promise<string> =>
  poll(words.join(' '), async () =>
    (await failuresOf(world, workflow)).find((message) => words.every((word) => message.includes(word))),
  );

/** The bag of a round that goes on by itself, as `verify` judges it. */
const verified = async (workflow: string) => {
  const { bag } = (await world.client.workflow.getHandle(workflow).result()) as RoundBag;
  const folder = `${root()}/${bag}`;
  return verifyFolder(await openFolder(folder), folder);
};

test('a closed round waits for a document that changed after it was filed, then for its disk, and ends by itself', async () => {
  const worker = await world.startWorker();
  const round = await archivedRound(world, 'waits', 1);
  const workflow = roundWorkflowId(round);
  const notice = await stored(world, '通报', 2);
  await publish(world, round, notice);
  const file = `${root()}/${evidenceName(notice.sha512)}`;
  const whole = await readFile(file);
  await chmod(file, 0o644);
  await writeFile(file, whole.subarray(1));
  await closeRound(world, round);
  await untilSaid(workflow, '文件《通报》内容已变', 'the document “通报” has changed', 'continues by itself');
  expect(await cardOf(world, workflow)).toContain('核验各事项归档包并写入轮次归档包');

  await rename(root(), `${root()}.away`);
  await untilSaid(workflow, world.storeUrl, '找不到', 'Work resumes by itself');
  await rename(`${root()}.away`, root());
  await writeFile(file, whole);
  expect(await verified(workflow)).toMatchObject({ valid: true, faults: [] });
  await worker.stop();
}, 240_000);
