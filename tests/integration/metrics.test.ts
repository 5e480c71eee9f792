import { freePorts } from '../../client/local/free-ports';
import { commandOf } from '../support/commands';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { RealWorld } from '../support/real-world';

let world: RealWorld;
beforeAll(async () => {
  world = await RealWorld.create();
});
afterAll(() => world.close());

test('a refused command is counted by its type, and nothing of it is in a label', async () => {
  const [port = 0] = await freePorts(1);
  await world.startWorker({ METRICS_PORT: String(port) });
  const round = 'counted';
  const plan = planOf({ round, policy: { identity: 'claimed' } });
  const hand = (await world.begin(plan, world.clockFrom(at('2021-05-06'), 1, round)))();
  await poll('the item', () => world.rectify.item(hand.item));
  const forged = () => 'e30.e30.e30';
  const command = commandOf('handler-1', hand.item, 'acknowledge', {});
  await expect(world.rectify.command(command, forged)).rejects.toMatchObject({
    refusal: { type: 'BadSignature', fault: 'wrong-algorithm' },
  });

  const line = await poll('the counter', async () => {
    const text = await (await fetch(`http://127.0.0.1:${String(port)}/metrics`)).text();
    return text.split('\n').find((one) => one.startsWith('rectify_commands_refused'));
  });
  expect(line).toContain('type="BadSignature"');
  expect(line).toContain('fault="wrong-algorithm"');
  expect(line).toMatch(/ 1$/);
  expect(line).not.toContain('handler-1');
});
