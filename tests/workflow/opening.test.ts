import { WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { toPayload } from '../../base/deflated';
import { itemId, ItemNumber, PersonId, RoundId, type Sha256 } from '../../base/ids';
import { newOpening, type Opener } from '../../client/api/opening';
import { generateKey, sign, type SigningKey } from '../../client/keys';
import type { Clock } from '../../domain/calendar/clock';
import { instant } from '../../domain/calendar/zone';
import type { Plan, PlannedItem } from '../../domain/plan/plan';
import { isProved } from '../../domain/round/opening/content';
import { pinnedKeysOf } from '../../domain/round/opening/trust';
import type { OpeningFault } from '../../domain/round/opening/judge';
import {
  itemWorkflowId,
  mailboxWorkflowId,
  type RoundInput,
  roundWorkflowId,
  undeliverableSignal,
  WORKFLOWS,
} from '../../workflows/messages';
import { sealedFor } from '../../testing/seals';
import { at } from '../support/instants';
import { openerBy } from '../support/opening';
import { calendar2021, planOf } from '../support/plans';
import { poll } from '../support/poll';
import { VirtualWorld } from '../support/virtual-world';

const START = at('2021-05-06');

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
  world.trust.allowsClaimed = false;
});
afterEach(() => world.close());

const PEOPLE = ['handler-1', 'leader', 'acceptor', 'office', 'head', 'oversight'];
const keys = new Map<string, SigningKey>(PEOPLE.map((person) => [person, generateKey()]));
const keyOf = (person: string): SigningKey => keys.get(person) ?? generateKey();
const ringOf = ({ kid, x }: SigningKey) => [{ kid, x, from: instant(0) }];
const RINGS = Object.fromEntries([...keys].map(([person, key]) => [person, ringOf(key)]));

const aPlan = (more: Partial<Parameters<typeof planOf>[0]> = {}): Plan =>
  planOf({
    round: 'opened',
    items: 2,
    deadline: '2021-06-30',
    policy: { identity: 'signed' },
    keys: RINGS,
    ...more,
  });

const trust = (plan: Plan): void => {
  if (plan.bodyId) world.trust.pins = { [plan.bodyId]: pinnedKeysOf(plan.roster) };
};

/** The input of a round, as `importPlan` makes it; a forger changes it afterwards. */
const inputOf = ({ items, ...head }: Plan, clock: Clock, opener: Opener | undefined): RoundInput => ({
  schemaVersion: 3,
  head,
  items: toPayload(items),
  calendar: calendar2021,
  clock,
  opening: newOpening({ head, items, calendar: calendar2021, clock, namespace: 'default' }, opener),
});

/** Starts a round as anybody can who reaches the server, without the client. */
const start = (input: RoundInput, workflowId = roundWorkflowId(input.head.round)) =>
  world.env.client.workflow.start(WORKFLOWS.round, {
    args: [input],
    workflowId,
    taskQueue: world.taskQueue,
  });

type Handle = Awaited<ReturnType<typeof start>>;

const failureOf = async (handle: Handle): Promise<ApplicationFailure> => {
  const error: unknown = await handle.result().catch((failed: unknown) => failed);
  if (error instanceof WorkflowFailedError && error.cause instanceof ApplicationFailure) return error.cause;
  throw new Error(`the round did not fail: ${String(error)}`);
};

const ITEM = itemId(RoundId.parse('opened'), ItemNumber.parse('1.1'));

/** What a round starts when it begins. */
const begunOf = async (): Promise<string[]> => {
  const mailboxes = ['handler-1', 'leader'].map((person) => mailboxWorkflowId(`${person}.some-body@opened`));
  const found: string[] = [];
  for (const id of [itemWorkflowId(ITEM, 1), ...mailboxes])
    if (
      await world.env.client.workflow
        .getHandle(id)
        .describe()
        .catch(() => undefined)
    )
      found.push(id);
  return found;
};

/** Refused with this fault, in both languages; nothing was started, and nobody was told but those who wait for it. */
const expectRefused = async (
  handle: Handle,
  fault: OpeningFault,
  told: readonly string[] = [],
): Promise<void> => {
  const failure = await failureOf(handle);
  expect(failure).toMatchObject({ type: 'UntrustedOpening', nonRetryable: true, details: [{ fault }] });
  expect(failure.message).toMatch(/轮次没有启动.*The round was not opened/s);
  await world.env.sleep('2 days');
  expect(await begunOf()).toEqual([]);
  expect(world.smtp.mails.map(({ recipient }) => recipient).sort()).toEqual([...told].sort());
};

/** An opening as it should be, of which a forger changes something. */
const forging = async (plan = aPlan()) => {
  trust(plan);
  const clock = await world.clockFrom(START, plan.round);
  const opener = openerBy({ keyOf, second: 'head' }, clock.real);
  return { plan, clock, opener, input: inputOf(plan, clock, opener) };
};

const withItem = (
  input: RoundInput,
  items: readonly PlannedItem[],
  change: Partial<PlannedItem>,
): RoundInput => ({
  ...input,
  items: items.map((item, index) => (index === 0 ? { ...item, ...change } : item)),
});

const withSignatures = (input: RoundInput, signatures: string[]): RoundInput => ({
  ...input,
  opening: { namespace: 'default', nonce: input.opening?.nonce ?? '', signatures },
});

const signaturesOf = ({ opening }: RoundInput): string[] => opening?.signatures ?? [];

type Forged = Awaited<ReturnType<typeof forging>>;
type Forgery = (whole: Forged) => RoundInput;

const FORGERIES: readonly [what: string, fault: OpeningFault, forge: Forgery][] = [
  [
    'one changed item',
    'genesis-differs',
    ({ input, plan }) => withItem(input, plan.items, { problem: '别的问题' }),
  ],
  [
    'one changed address',
    'genesis-differs',
    ({ input }) => {
      const { roster } = input.head;
      const people = roster.people.map((one, no) => (no === 0 ? { ...one, address: 'x@example.org' } : one));
      return { ...input, head: { ...input.head, roster: { ...roster, people } } };
    },
  ],
  [
    'swapped signatures',
    'not-by-its-author',
    ({ input }) => withSignatures(input, signaturesOf(input).toReversed()),
  ],
  ['no signatures', 'unsigned', ({ input }) => withSignatures(input, [])],
  [
    'one signature twice',
    'same-key',
    ({ input }) => withSignatures(input, Array<string>(2).fill(signaturesOf(input)[0] ?? '')),
  ],
  [
    'the key of a stranger',
    'unknown-key',
    ({ plan, clock }) =>
      inputOf(plan, clock, openerBy({ keyOf: () => generateKey(), second: 'head' }, clock.real)),
  ],
  [
    'an opening signed two hours before',
    'stale',
    ({ plan, clock }) => inputOf(plan, clock, openerBy({ keyOf, second: 'head' }, clock.real - 7_200_000)),
  ],
  ['an older form', 'no-opening', ({ input: { opening: _, ...input } }) => ({ ...input, schemaVersion: 2 })],
  [
    'a roster that is none',
    'malformed',
    ({ input }) => ({ ...input, head: { ...input.head, roster: {} as Plan['roster'] } }),
  ],
  [
    'a nonce that anybody could guess',
    'malformed',
    ({ input }) => ({
      ...input,
      opening: { namespace: 'default', nonce: '1', signatures: signaturesOf(input) },
    }),
  ],
  [
    'an opening of another namespace',
    'other-workflow',
    ({ input }) => ({
      ...input,
      opening: { namespace: 'test', nonce: input.opening?.nonce ?? '', signatures: signaturesOf(input) },
    }),
  ],
];

test.each(FORGERIES)('a round with %s is refused', async (_, fault, forge) => {
  await expectRefused(await start(forge(await forging())), fault);
});

test('one person cannot sign twice with two keys, nor two people with one', async () => {
  const second = generateKey();
  const twice = aPlan({ keys: { ...RINGS, office: [...ringOf(keyOf('office')), ...ringOf(second)] } });
  const clock = await world.clockFrom(START, twice.round);
  trust(twice);
  const opener = openerBy(
    { keyOf: (person) => (person === 'office' ? keyOf('office') : second), second: 'head' },
    clock.real,
  );
  await expectRefused(await start(inputOf(twice, clock, opener)), 'same-person');

  const shared = aPlan({ keys: { ...RINGS, head: ringOf(keyOf('office')) } });
  trust(shared);
  const asOne = openerBy({ keyOf: () => keyOf('office'), second: 'head' }, await world.env.currentTimeMs());
  await expectRefused(await start(inputOf(shared, clock, asOne)), 'key-of-several');
});

test('good keys of another body open nothing, nor do keys that are not pinned', async () => {
  const { input, plan } = await forging();
  world.trust.pins = { ...(plan.bodyId && { [`${plan.bodyId}-2`]: pinnedKeysOf(plan.roster) }) };
  await expectRefused(await start(input), 'body-not-pinned');

  const own = await forging();
  const others = pinnedKeysOf(plan.roster).filter(({ person }) => person !== 'head');
  if (plan.bodyId) world.trust.pins = { [plan.bodyId]: others };
  await expectRefused(await start(own.input), 'key-not-pinned');
});

test('an opening is good for its own round alone, and under its own name', async () => {
  const { input } = await forging();
  const other = { ...input, head: { ...input.head, round: 'replayed' as Plan['round'] } };
  await expectRefused(await start(other), 'other-round');
  const again = await forging();
  await expectRefused(await start(again.input, 'round/elsewhere'), 'other-workflow');
});

test('a claimed round is refused, unless the operator allows it', async () => {
  const plan = aPlan({ policy: { identity: 'claimed' } });
  const clock = await world.clockFrom(START, plan.round);
  await expectRefused(await start(inputOf(plan, clock, undefined)), 'claimed-not-allowed');
  world.trust.allowsClaimed = true;
  await world.rectify.importPlan(plan, calendar2021, clock);
  await poll('the items', async () => (await world.rectify.ledger(plan.round)).rows.length === 2);
});

test('what older versions started before the date that the operator set goes on', async () => {
  const plan = aPlan({ policy: { identity: 'claimed' } });
  const clock = await world.clockFrom(START, plan.round);
  const { opening: _, ...input } = inputOf(plan, clock, undefined);
  world.trust.since = (await world.env.currentTimeMs()) + 60_000;
  await start({ ...input, schemaVersion: 2 });
  await poll('the items', async () => (await world.rectify.ledger(plan.round)).rows.length === 2);
});

test('a plan that was refused can be imported again, once its keys are pinned', async () => {
  const plan = aPlan();
  const clock = await world.clockFrom(START, plan.round);
  const opener = () => openerBy({ keyOf, second: 'head' }, clock.real);
  await world.rectify.importPlan(plan, calendar2021, clock, opener());
  await poll('the refusal', async () => (await world.rectify.refusedOpening(plan.round)) !== undefined);
  expect(await world.rectify.refusedOpening(plan.round)).toMatchObject({ fault: 'body-not-pinned' });
  trust(plan);
  expect(await world.rectify.importPlan(plan, calendar2021, clock, opener())).toMatchObject({
    outcome: 'started',
  });
  await poll('the items', async () => (await world.rectify.ledger(plan.round)).rows.length === 2);
  expect(await world.rectify.importPlan(plan, calendar2021, clock, opener())).toMatchObject({
    outcome: 'unchanged',
  });
});

describe('with one signature', () => {
  const begun = async () => {
    const plan = aPlan();
    const { clock } = await world.begin(plan, START, { keyOf });
    await poll(
      'the first check',
      async () => (await world.rectify.round(plan.round)).opening?.state === 'waiting',
    );
    return { plan, clock, handle: world.env.client.workflow.getHandle(roundWorkflowId(plan.round)) };
  };

  const secondBy = async (plan: Plan, person: string): Promise<string> => {
    const { signatures } = await world.rectify.offer(plan.round);
    const [, payload = ''] = (signatures[0] ?? '').split('.');
    const statement = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    return sign(statement, keyOf(person), 'opening');
  };

  test('a round waits, tells whom for, and begins with the second', async () => {
    const { plan } = await begun();
    expect(await world.rectify.ledger(plan.round)).toMatchObject({
      rows: [],
      opening: { state: 'waiting', signers: [{ person: 'office' }], people: ['head', 'oversight'] },
    });
    expect(await begunOf()).toEqual([]);
    const answer = await world.rectify.countersign(plan.round, await secondBy(plan, 'oversight'));
    expect(answer.signers).toMatchObject([{ person: 'office' }, { person: 'oversight', role: 'oversight' }]);
    await poll('the items', async () => (await world.rectify.ledger(plan.round)).rows.length === 2);
    expect((await world.rectify.round(plan.round)).opening).toMatchObject({ state: 'open' });
    const { context } = await poll('an item', () => world.rectify.item(ITEM));
    const { genesis = '', proof, signatures } = context.opening ?? {};
    expect(signatures).toHaveLength(2);
    expect(proof && isProved(context.planned, proof, genesis as Sha256)).toBe(true);
  });

  test('tells whoever has signed that a mail did not reach the others, if a worker says so', async () => {
    const { handle } = await begun();
    const refused = (person: string) => ({
      person: PersonId.parse(person),
      address: `${person}@example.org`,
      reason: '550 no such mailbox',
      notices: ['x'],
    });
    const report = async (person: string, to = handle.workflowId) =>
      handle.signal(undeliverableSignal, refused(person), sealedFor('refused-mail', to, refused(person)));
    await report('oversight', 'round/another');
    await report('head');
    await report('head');
    await report('office');
    await world.env.sleep('1 day');
    const told = world.smtp.mails.filter(({ text }) => text?.includes('550 no such mailbox'));
    expect(told.map(({ recipient }) => recipient)).toEqual(['office@example.org']);
    expect(told[0]?.text).toContain('head@example.org');
    expect(told[0]?.text).not.toContain('oversight@example.org');
  });

  test('it takes no second by whoever may not sign, and goes on waiting', async () => {
    const { plan } = await begun();
    const refused = async (jws: unknown, fault: OpeningFault) =>
      expect(world.rectify.countersign(plan.round, jws as string)).rejects.toMatchObject({
        refusal: { type: 'UntrustedOpening', fault },
      });
    await refused(await secondBy(plan, 'office'), 'same-key');
    await refused(await secondBy(plan, 'leader'), 'unknown-key');
    await refused(sign({ type: 'open-round' }, keyOf('head'), 'opening'), 'payloads-differ');
    await refused({ jws: 'no text' }, 'malformed');
    await refused('A'.repeat(10_001), 'too-large');
    world.trust.pins = {};
    await refused(await secondBy(plan, 'head'), 'body-not-pinned');
    expect((await world.rectify.round(plan.round)).opening).toMatchObject({ state: 'waiting' });
    trust(plan);
    await world.rectify.countersign(plan.round, await secondBy(plan, 'head'));
  });

  test('it expires after five working days, with a reason', async () => {
    const { plan, clock, handle } = await begun();
    await world.skipTo(clock, at('2021-05-12', '23:00'));
    expect((await world.rectify.round(plan.round)).opening).toMatchObject({ state: 'waiting' });
    await world.skipTo(clock, at('2021-05-13', '00:01'));
    const awaited = ['head@example.org', 'oversight@example.org'];
    await poll('their mails', () => awaited.every((address) => world.smtp.to(address).length === 1));
    await expectRefused(handle as Handle, 'expired', [...awaited, 'office@example.org']);
    expect(world.smtp.to('office@example.org')[0]?.text).toContain('逾期无人会签');
  });
});

test('nobody opens a round by keys of their own, in a roster of their own', async () => {
  trust(aPlan());
  const own = new Map(PEOPLE.map((person) => [person, generateKey()]));
  const ownKey = (person: string): SigningKey => own.get(person) ?? generateKey();
  const plan = aPlan({ keys: Object.fromEntries([...own].map(([person, key]) => [person, ringOf(key)])) });
  const clock = await world.clockFrom(START, plan.round);
  const opener = openerBy({ keyOf: ownKey, second: 'head' }, clock.real);
  await expectRefused(await start(inputOf(plan, clock, opener)), 'key-not-pinned');
});
