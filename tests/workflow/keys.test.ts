import { genesisOf } from '../../client/api/binding';
import { generateKey, sign, type SigningKey } from '../../client/keys';
import { PersonId, type RoundId, roundOf } from '../../base/ids';
import type { SignatureFault } from '../../domain/identity';
import { sealedFor } from '../../testing/seals';
import { roundCommandSignal, itemWorkflowId } from '../../workflows/messages';
import { Hands, roundCommandOf } from '../support/commands';
import { at } from '../support/instants';
import { keyedPeople } from '../support/keyed-people';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const { keyOf, rings, signed } = keyedPeople('handler-1', 'leader', 'acceptor', 'office', 'head');
const handler = PersonId.parse('handler-1');

const begin = async (round: string) => {
  const plan = planOf({ round, deadline: '2021-06-30', policy: { identity: 'signed' }, keys: rings });
  const { clock, hands } = await world.begin(plan, at('2021-05-06'), { keyOf, second: 'head' });
  const { item } = hands();
  await poll('the item', () => world.rectify.item(item));
  const handWith = (key: SigningKey) =>
    new Hands(world.rectify, world.storeUrl, item, 'handler-1', (command) => sign(command, key));
  return { clock, item, handWith };
};

const refusedWith = (fault: SignatureFault) => ({ refusal: { type: 'BadSignature', fault } });

/** The key with which the item takes the handler's commands from now on. */
const untilKnown = (item: Parameters<typeof world.rectify.item>[0], kid: string) =>
  poll(`the key ${kid}`, async () => {
    const { context } = await world.rectify.item(item);
    const ring = context.roster.people.find(({ id }) => id === handler)?.keys ?? [];
    return ring.find((key) => key.kid === kid);
  });

/** What the old key signs for a round, bound to it. */
const renewed = async (round: RoundId, next: SigningKey, who = 'handler-1') => {
  const { kid, x } = next;
  const genesis = genesisOf(await world.rectify.round(round));
  const bound = { round, genesis, at: new Date().toISOString() };
  return sign({ type: 'renew-key', person: who, kid, x, ...bound }, keyOf(who), 'key');
};

test('a key replaced by the word of the old one: that signs no more, what it has signed stays good, the new one signs at once', async () => {
  const { item, handWith } = await begin('renewed');
  const old = handWith(keyOf('handler-1'));
  await old.acknowledge();
  const next = generateKey();
  const { kid, x } = next;
  await world.rectify.commandRound(
    roundCommandOf('office', 'renewed', 'replace-key', {
      person: handler,
      key: { kid, x },
      endorsed: await renewed(roundOf(item), next),
    }),
    signed,
  );
  const told = ['handler-1', 'head', 'oversight', 'office'].map((who) => `${who}@example.org`);
  for (const address of told)
    await poll(`the mail to ${address}`, () =>
      world.smtp
        .to(address)
        .some(({ subject, text }) => subject?.includes('公钥已更换') && text?.includes(kid)),
    );
  await untilKnown(item, kid);
  await expect(old.tell('handler-1', 'report-progress', { text: '已过半' })).rejects.toMatchObject(
    refusedWith('key-expired'),
  );
  await handWith(next).tell('handler-1', 'report-progress', { text: '已过半' });
  const { log } = await world.rectify.item(item);
  expect(log.map(({ event }) => event.type)).toEqual([
    ...['assigned', 'acknowledged', 'key-replaced', 'progress-reported'],
  ]);
});

/** What was signed first, as a second person signs it. */
const saidIn = async (round: RoundId, entry: number): Promise<object> => {
  const first = (await world.rectify.roundLog(round)).find(({ seq }) => seq === entry);
  const [, payload = ''] = first?.author?.identity === 'signed' ? first.author.jws.split('.') : [];
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
};

test("the office alone replaces nobody's key: another signs too, its owner hears of it where they were, a working day passes", async () => {
  const { clock, item, handWith } = await begin('proposed');
  const office = (type: 'register-people' | 'replace-key' | 'propose-key', fields: object) =>
    world.rectify.commandRound(roundCommandOf('office', 'proposed', type, fields as never), signed);
  const [record] = (await world.rectify.round('proposed' as RoundId)).head.roster.people.filter(
    ({ id }) => id === handler,
  );
  await office('register-people', {
    people: [{ ...record, address: 'elsewhere@example.org' }],
    reason: '更换邮箱',
  });
  const next = generateKey();
  const key = { kid: next.kid, x: next.x };
  await expect(office('replace-key', { person: handler, key })).rejects.toMatchObject({
    refusal: { type: 'KeyNeedsSecond', person: handler },
  });

  const { entry } = await office('propose-key', { person: handler, key });
  const said = await saidIn('proposed' as RoundId, entry);
  for (const address of ['handler-1@example.org', 'elsewhere@example.org', 'head@example.org'])
    await poll(`the mail to ${address}`, () =>
      world.smtp.to(address).some(({ text }) => text?.includes(next.kid)),
    );
  const countersign = (who: string) =>
    world.rectify.countersign('proposed' as RoundId, sign(said, keyOf(who)));
  await expect(countersign('office')).rejects.toMatchObject({ refusal: { fault: 'same-key' } });
  const { from = 0 } = await countersign('head');
  expect(from).toBe(at('2021-05-08', '00:00'));
  expect((await world.rectify.round('proposed' as RoundId)).keys).toMatchObject([
    { kid: next.kid, waits: { from } },
  ]);

  await world.skipTo(clock, at('2021-05-07', '23:00'));
  await handWith(keyOf('handler-1')).acknowledge();
  await world.skipTo(clock, at('2021-05-08', '00:01'));
  await untilKnown(item, next.kid);
  await expect(
    handWith(keyOf('handler-1')).tell('handler-1', 'report-progress', { text: '已过半' }),
  ).rejects.toMatchObject(refusedWith('key-expired'));
  await handWith(next).tell('handler-1', 'report-progress', { text: '已过半' });
});

test('a key that is revoked before it takes effect never does', async () => {
  const round = 'stopped' as RoundId;
  const { clock, item, handWith } = await begin(round);
  const { kid, x } = generateKey();
  const command = roundCommandOf('office', round, 'propose-key', {
    person: handler,
    key: { kid, x },
  });
  const { entry } = await world.rectify.commandRound(command, signed);
  await world.rectify.countersign(round, sign(await saidIn(round, entry), keyOf('head')));
  await world.rectify.commandRound(
    roundCommandOf('head', round, 'revoke-key', { person: handler, kid: kid, reason: '不属实' }),
    signed,
  );
  expect((await world.rectify.round(round)).keys).toBeUndefined();
  await world.skipTo(clock, at('2021-05-12'));
  await handWith(keyOf('handler-1')).acknowledge();
  const { context } = await world.rectify.item(item);
  expect(context.roster.people.find(({ id }) => id === handler)?.keys).toHaveLength(1);
});

test('a revoked key signs nothing, and its owner is told so', async () => {
  const { item, handWith } = await begin('revoked');
  const { kid } = keyOf('handler-1');
  await world.rectify.commandRound(
    roundCommandOf('office', 'revoked', 'revoke-key', { person: handler, kid, reason: '遗失' }),
    signed,
  );
  await poll('the revocation', async () => (await untilKnown(item, kid)).revoked);
  await expect(handWith(keyOf('handler-1')).acknowledge()).rejects.toMatchObject(refusedWith('key-revoked'));
});

test('an item ignores what claims to come from its round but was not signed by somebody who may', async () => {
  const { item } = await begin('deaf');
  const workflow = world.env.client.workflow.getHandle(itemWorkflowId(item, 1));
  const { kid } = keyOf('handler-1');
  const revoke = (by: string, round = 'deaf') =>
    roundCommandOf(by, round, 'revoke-key', { person: handler, kid, reason: '遗失' });
  const forged = [
    { claimed: revoke('office') },
    { jws: signed(revoke('handler-1')) },
    { jws: sign(revoke('office'), keyOf('handler-1')) },
    { jws: signed(revoke('office', 'elsewhere')) },
    { jws: 'e30.e30.e30' },
  ];
  const before = await world.rectify.item(item);
  const sealed = (submission: unknown) => sealedFor('round-command', workflow.workflowId, submission);
  for (const submission of forged) await workflow.signal(roundCommandSignal, submission, sealed(submission));
  await workflow.signal('heard', 7, sealed(7));
  const genuine = { jws: signed(revoke('office')) };
  // It did not go through the round.
  await workflow.signal(roundCommandSignal, { jws: signed(revoke('head')) });
  // A genuine one that comes after them is the proof that they have been looked at.
  await workflow.signal(roundCommandSignal, genuine, sealed(genuine));
  const { log } = await poll('the genuine one', async () => {
    const view = await world.rectify.item(item);
    return view.log.length > before.log.length && view;
  });
  expect(log.slice(before.log.length)).toMatchObject([
    { author: { by: 'office' }, event: { type: 'key-revoked' } },
  ]);
});

test('of two who decide at the same moment one wins, and the other is told who decided, and when', async () => {
  const round = 'together' as RoundId;
  const { hand } = await world.beginItem(planOf({ round, deadline: '2021-06-30' }), at('2021-05-06'));
  await hand.work();
  const { evidenceHash: evidence } = await world.rectify.item(hand.item);
  const deputy = { onBehalfOf: PersonId.parse('leader') };
  const answers = await Promise.allSettled([
    hand.tell('leader', 'approve', { evidence }),
    hand.tell('deputy', 'approve', { evidence, ...deputy }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { state } = await world.rectify.item(hand.item);
  const decided = {
    act: 'approve',
    by: state.approval?.by,
    name: state.approval?.by,
    at: state.approval?.at,
  };
  const lost = answers.find((answer) => answer.status === 'rejected');
  expect(lost).toMatchObject({ reason: { refusal: { type: 'WrongState', decided } } });
});
