import { join } from 'node:path';
import { run } from '../../client/cli/main';
import { generateKey, sign, type SigningKey } from '../../client/keys';
import { aScreen } from '../../testing/screen';
import { instant } from '../../domain/calendar/zone';
import { type ItemId, PersonId } from '../../base/ids';
import type { Command } from '../../domain/item/command';
import { itemWorkflowId } from '../../workflows/messages';
import { Hands, commandOf } from '../support/commands';
import { at } from '../support/instants';
import { untilStatus } from '../support/life';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { refusalTo, traceOf } from '../support/refused';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const keys = new Map<string, SigningKey>(
  ['handler-1', 'leader', 'acceptor', 'deputy', 'office', 'head'].map((person) => [person, generateKey()]),
);
const rings = Object.fromEntries(
  [...keys].map(([person, { kid, x }]) => [person, [{ kid, x, from: instant(0) }]]),
);
const keyOf = (person: string): SigningKey => keys.get(person) ?? generateKey();
const signedAs = (person: string, command: object): string => sign(command, keyOf(person));
const signedBy = (command: Command): string => signedAs(command.by, command);

/** A round whose policy takes signed commands only, and its one item. */
const begin = async (round: string) => {
  const policy = { identity: 'signed' };
  const plan = planOf({ round, deadline: '2021-06-30', policy, keys: rings });
  const { clock, hands } = await world.begin(plan, at('2021-05-06'), { keyOf, second: 'head' });
  const { item } = hands();
  await poll('the item', () => world.rectify.item(item));
  return { clock, item, hand: new Hands(world.rectify, world.storeUrl, item, 'handler-1', signedBy) };
};

/** The same JWS with another payload. */
const tampered = (jws: string, change: object): string => {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const command = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  const changed = sign({ ...command, ...change }, generateKey()).split('.')[1] ?? '';
  return [header, changed, signature].join('.');
};

test('an item goes from assignment to the archive by signed commands alone, and its bag proves them', async () => {
  const { clock, item, hand } = await begin('signed');
  await hand.close();
  await world.skipTo(clock, at('2021-05-07', '12:00'));
  const { state, log } = await untilStatus(world.rectify, item, 'archived');

  const acts = log.flatMap(({ author }) => author ?? []);
  expect(acts).toHaveLength(6);
  expect(new Set(acts.map(({ identity }) => identity))).toEqual(new Set(['signed']));
  const screen = aScreen();
  expect(await run(['verify', join(world.folder, 'store', state.archive?.bag ?? '')], screen)).toBe(0);
});

test('whatever is not signed by its author for this life of this item is refused, and leaves no trace', async () => {
  const { item } = await begin('forged');
  const workflow = world.env.client.workflow.getHandle(itemWorkflowId(item, 1));
  const command = commandOf('handler-1', item, 'acknowledge', {});
  const genuine = signedBy(command);
  const byAnother = { ...command, by: PersonId.parse('acceptor') };
  const ofAnother = { ...command, item: 'elsewhere/1.1' as ItemId };
  const cases = [
    { submission: { claimed: command }, refusal: { type: 'SignatureRequired', by: 'handler-1' } },
    {
      submission: { jws: `${genuine.slice(0, -4)}AAAA` },
      refusal: { type: 'BadSignature', fault: 'bad-signature' },
    },
    { submission: { jws: signedAs('acceptor', command) }, refusal: { fault: 'unknown-key' } },
    { submission: { jws: signedAs('nobody', command) }, refusal: { fault: 'unknown-key' } },
    { submission: { jws: tampered(genuine, { by: byAnother.by }) }, refusal: { fault: 'unknown-key' } },
    {
      submission: { jws: tampered(genuine, { at: '2021-05-06T10:00:00Z' }) },
      refusal: { fault: 'bad-signature' },
    },
    { submission: { jws: signedBy(ofAnother) }, refusal: { type: 'WrongItem' } },
    { submission: { jws: signedBy({ ...command, cycle: 2 }) }, refusal: { type: 'WrongItem' } },
    { submission: { jws: signedBy(byAnother) }, refusal: { type: 'NotAuthorised' } },
  ];
  for (const { submission, refusal } of cases) {
    const before = await traceOf(workflow);
    expect(await refusalTo(workflow, submission)).toMatchObject({ refusal });
    expect(await traceOf(workflow)).toEqual(before);
  }
  await world.rectify.command(command, signedBy);
  expect((await world.rectify.item(item)).state.status).toBe('in-progress');
});

test('where claimed commands are taken too, each is marked as what it is', async () => {
  const plan = planOf({ round: 'both', deadline: '2021-06-30', keys: rings });
  const { hands } = await world.begin(plan, at('2021-05-06'));
  const { item } = hands();
  await poll('the item', () => world.rectify.item(item));
  await hands().acknowledge();
  await world.rectify.command(commandOf('handler-1', item, 'report-progress', { text: '已过半' }), signedBy);
  const { log } = await world.rectify.item(item);
  expect(log.flatMap(({ author }) => author?.identity ?? [])).toEqual(['claimed', 'signed']);
});
