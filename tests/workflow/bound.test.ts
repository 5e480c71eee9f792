import { bindingToItem } from '../../client/api';
import { hashOf } from '../../base/hash';
import { PersonId } from '../../base/ids';
import { itemWorkflowId, roundWorkflowId } from '../../workflows/messages';
import { CliWorld } from '../support/cli-world';
import { commandOf, Hands, roundCommandOf } from '../support/commands';
import { at } from '../support/instants';
import { keyedPeople } from '../support/keyed-people';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { refusalTo, roundTraceOf, traceOf } from '../support/refused';
import { VirtualWorld } from '../support/virtual-world';

const MINUTE = 60_000;

const worlds: VirtualWorld[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

const { keyOf, rings, signed } = keyedPeople('handler-1', 'leader', 'acceptor', 'office', 'head');

/** The same round, with the same people and their keys, on a server of its own. */
const begin = async () => {
  const world = await VirtualWorld.create();
  worlds.push(world);
  const plan = planOf({
    round: 'bound',
    deadline: '2021-06-30',
    policy: { identity: 'signed' },
    keys: rings,
  });
  const { hands } = await world.begin(plan, at('2021-05-06'), { keyOf, second: 'head' });
  const { item } = hands();
  await poll('the item', () => world.rectify.item(item));
  const { workflow } = world.env.client;
  const toItem = workflow.getHandle(itemWorkflowId(item, 1));
  const toRound = workflow.getHandle(roundWorkflowId(plan.round));
  return { world, plan, item, toItem, toRound };
};

test('what was signed in a drill counts for nothing in the round itself', async () => {
  const drill = await begin();
  const production = await begin();
  let jws = '';
  const kept = (command: { by: string }): string => (jws = signed(command));
  await new Hands(drill.world.rectify, drill.world.storeUrl, drill.item, 'handler-1', kept).acknowledge();
  const before = await traceOf(production.toItem);
  expect(await refusalTo(production.toItem, { jws })).toMatchObject({ type: 'OtherOpening' });
  expect(await traceOf(production.toItem)).toEqual(before);

  const { kid } = keyOf('acceptor');
  const revocation = { person: PersonId.parse('acceptor'), kid, reason: '演练' };
  await drill.world.rectify.commandRound(roundCommandOf('office', 'bound', 'revoke-key', revocation), kept);
  const ofRound = await roundTraceOf(production.toRound);
  expect(await refusalTo(production.toRound, { jws })).toMatchObject({ type: 'OtherOpening' });
  expect(await roundTraceOf(production.toRound)).toEqual(ofRound);
});

test('what is not bound to opening and log is refused, and leaves no trace', async () => {
  const { world, item, toItem, toRound } = await begin();
  const command = commandOf('handler-1', item, 'acknowledge', {});
  const bound = { ...command, ...bindingToItem(await world.rectify.item(item)) };
  const cases = [
    { given: command, refusal: { type: 'Unbound', lacks: ['genesis', 'seen'] } },
    { given: { ...bound, seen: undefined }, refusal: { type: 'Unbound', lacks: ['seen'] } },
    { given: { ...bound, genesis: hashOf('other') }, refusal: { type: 'OtherOpening' } },
    { given: { ...bound, seen: hashOf('other') }, refusal: { type: 'UnknownHead' } },
  ];
  for (const { given, refusal } of cases) {
    const before = await traceOf(toItem);
    expect(await refusalTo(toItem, { jws: signed(given) })).toMatchObject({ refusal });
    expect(await traceOf(toItem)).toEqual(before);
  }
  const revocation = { person: PersonId.parse('acceptor'), kid: keyOf('acceptor').kid, reason: '遗失' };
  const jws = signed(roundCommandOf('office', 'bound', 'revoke-key', revocation));
  expect(await refusalTo(toRound, { jws })).toMatchObject({ type: 'Unbound' });
  await world.rectify.command(bound, signed);
  expect((await world.rectify.item(item)).state.status).toBe('in-progress');
});

test('a clock that is more than an hour off is told so, and one that is less may be', async () => {
  const { world, item, toItem } = await begin();
  const cli = new CliWorld(world, keyOf);
  const ack = async () =>
    cli.tell(['ack', item, '--as', 'handler-1', '--key', await cli.keyFile('handler-1')]);
  await world.env.sleep(61 * MINUTE);
  const late = await ack();
  expect(late.json).toMatchObject({ error: { exit: 3, type: 'TimeOff' } });
  expect(late.err).toContain('校准电脑时间');
  const now = await world.env.currentTimeMs();
  const off = (minutes: number) => ({ at: new Date(now - minutes * MINUTE).toISOString() });
  const command = commandOf('handler-1', item, 'acknowledge', {});
  const bound = { ...command, ...bindingToItem(await world.rectify.item(item)) };
  for (const minutes of [61, -61])
    expect(await refusalTo(toItem, { jws: signed({ ...bound, ...off(minutes) }) })).toMatchObject({
      type: 'TimeOff',
    });
  await toItem.executeUpdate('command', { args: [{ jws: signed({ ...bound, ...off(59) }) }] });
  expect((await world.rectify.item(item)).state.status).toBe('in-progress');
});

test('who decides on what has changed since it was shown to them is told what came, and to look again', async () => {
  const { world, item } = await begin();
  const hand = new Hands(world.rectify, world.storeUrl, item, 'handler-1', signed);
  await hand.work();
  const cli = new CliWorld(world, keyOf);
  const approve = async (meanwhile: () => Promise<unknown>) =>
    cli.tell(['approve', item, '--as', 'leader', '--key', await cli.keyFile('leader')], meanwhile);
  const askedAgain = async () => {
    await hand.tell('handler-1', 'withdraw-closure', { reason: '说明有误' });
    await hand.tell('handler-1', 'request-closure', { summary: '另一种说明' });
  };
  const refused = await approve(askedAgain);
  expect(refused.json).toMatchObject({ error: { exit: 3, type: 'SeenTooOld' } });
  expect(refused.exit).toBe(3);
  for (const said of ['第 6 条 撤回销号申请', '第 7 条 申请销号', '重新查看'])
    expect(refused.err.replace(/\n/g, '')).toContain(said);
  const taken = await approve(() => hand.tell('handler-1', 'comment', { text: '请审核' }));
  expect(taken.json).toMatchObject({ decided: true });
});
