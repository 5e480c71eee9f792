import type { History } from '@temporalio/common/lib/proto-utils';
import { generateKey, sign, type SigningKey } from '../../client/keys';
import { instant } from '../../domain/calendar/zone';
import type { Command } from '../../domain/item/command';
import { itemWorkflowId } from '../../workflows/messages';
import { Hands } from './commands';
import { at } from './instants';
import { untilStatus } from './life';
import { planOf } from './plans';
import { poll } from './poll';
import type { VirtualWorld } from './virtual-world';

const keys = new Map<string, SigningKey>(
  ['handler-1', 'leader', 'acceptor', 'head', 'office'].map((person) => [person, generateKey()]),
);
const rings = Object.fromEntries(
  [...keys].map(([person, { kid, x }]) => [person, [{ kid, x, from: instant(0) }]]),
);
const keyOf = (person: string): SigningKey => keys.get(person) ?? generateKey();
const signedBy = (command: Command): string => sign(command, keyOf(command.by));

/**
 * The history of an ordinary item of 60 days, in nine commands: one measure with evidence, one return, done again,
 * approved, accepted, archived.
 */
export const ordinaryItem = async (
  world: VirtualWorld,
  round: string,
  isSigned: boolean,
): Promise<History> => {
  const plan = planOf({
    round,
    deadline: '2021-07-06',
    ...(isSigned && { policy: { identity: 'signed' }, keys: rings }),
  });
  const { clock, hands } = await world.begin(
    plan,
    at('2021-05-06'),
    isSigned ? { keyOf, second: 'head' } : undefined,
  );
  const { item } = hands();
  const hand = isSigned ? new Hands(world.rectify, world.storeUrl, item, 'handler-1', signedBy) : hands();
  await poll('the item', () => world.rectify.item(item));
  const deeds: [string, () => Promise<unknown>][] = [
    ['2021-05-10', () => hand.acknowledge()],
    ['2021-05-20', () => hand.handIn('证据')],
    ['2021-05-24', () => hand.tell('handler-1', 'complete-measure', { measure: 1, result: '已核对完毕' })],
    ['2021-05-26', () => hand.tell('handler-1', 'request-closure', { summary: '措施均已完成,申请销号' })],
    ['2021-05-28', () => hand.giveBack('leader', '2021-07-06')],
    ['2021-06-10', () => hand.handIn('补充的证据')],
    ['2021-06-11', () => hand.tell('handler-1', 'request-closure', { summary: '已补齐签字记录,申请销号' })],
    ['2021-06-15', () => hand.approve()],
    ['2021-06-17', () => hand.accept()],
  ];
  for (const [day, deed] of deeds) {
    await world.skipTo(clock, at(day, '10:00'));
    await deed();
  }
  await world.skipTo(clock, at('2021-06-18', '10:00'));
  await untilStatus(world.rectify, item, 'archived');
  const workflow = world.env.client.workflow.getHandle(itemWorkflowId(item, 1));
  await workflow.result();
  return workflow.fetchHistory();
};
