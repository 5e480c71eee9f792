import type { WorkflowHandle } from '@temporalio/client';
import type { ItemId } from '../../base/ids';
import { bindingToRound, boundTo } from '../../client/api/binding';
import { generateKey } from '../../client/keys';
import type { Binding } from '../../domain/item/binding';
import { REFUSAL_TYPES } from '../../domain/refusal';
import type { RoundCommand } from '../../domain/round/command';
import { itemWorkflowId, roundCommandUpdate, roundWorkflowId } from '../../workflows/messages';
import { at } from '../support/instants';
import { planOf } from '../support/plans';
import { poll } from '../support/poll';
import { SCENES, STAGES, UNSIGNED, type Unwelcome } from '../support/refusals';
import { refusalTo, roundTraceOf, traceOf } from '../support/refused';
import { untilStatus } from '../support/life';
import {
  close,
  firstLetter,
  KEYS,
  lastNotice,
  OPENING,
  proposedKey,
  ROUND_REFUSALS,
  roundIn,
  secondLetter,
  signedByOffice,
  STRICT_ROUND_REFUSALS,
  type UnwelcomeToRound,
} from '../support/round-refusals';
import { VirtualWorld } from '../support/virtual-world';

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

const begun = async (round: string, more: Partial<Parameters<typeof planOf>[0]> = {}) => {
  const plan = planOf({ round, deadline: '2021-06-30', ...more });
  const opening = plan.policy.identity === 'signed' ? OPENING : undefined;
  const { clock, hand } = await world.beginItem(plan, at('2021-05-06'), opening);
  const { workflow } = world.env.client;
  return {
    clock,
    hand,
    workflow: workflow.getHandle(itemWorkflowId(hand.item, 1)),
    roundWorkflow: workflow.getHandle(roundWorkflowId(plan.round)),
  };
};

/** What tests of their own show: of openings, of what a command is bound to, of restoring an item and of amending it. */
const ELSEWHERE: readonly string[] = [
  'UntrustedOpening',
  ...['OtherOpening', 'Unbound', 'UnknownHead', 'SeenTooOld', 'TimeOff'],
  ...['NotLost', 'DeadlineTooLate'],
  // Of items whose measures have owners: measure-owners.test.ts.
  ...['MeasureOfAnother', 'EvidenceOfAnother'],
  ...['NotCountersigned', 'SecondAwaited', 'PlanMoved', 'AmendmentUnfit'],
  // Of an import that is undone: undo.test.ts.
  ...['WorkBegun', 'NoticeOut', 'ImportUndone'],
];

const seen = new Set<string>();
afterAll(() => {
  // Every refusal of a command there is has been given by a workflow.
  expect(seen).toEqual(new Set(REFUSAL_TYPES.filter((type) => !ELSEWHERE.includes(type))));
});

/** As somebody of the office signs it who has just looked at the round. */
const bound = async (round: string, command: Binding): Promise<{ jws: string }> => {
  const { rectify } = world;
  const log = await rectify.roundLog(roundIn(round));
  return { jws: signedByOffice(boundTo(command, bindingToRound(await rectify.round(roundIn(round)), log))) };
};

const expectRefusal = async (
  workflow: WorkflowHandle,
  { what, type }: Pick<Unwelcome, 'what' | 'type'>,
  submission: unknown,
  trace: (workflow: WorkflowHandle) => Promise<unknown>,
): Promise<void> => {
  const before = await trace(workflow);
  const answer = await refusalTo(workflow, submission);
  expect({ what, ...answer }).toMatchObject({ what, type, nonRetryable: true, refusal: { type } });
  expect(answer.message).toMatch(/\p{Script=Han}/u);
  expect(await trace(workflow)).toEqual(before);
  seen.add(type);
};

const allRefused = async (workflow: WorkflowHandle, item: ItemId, refused: readonly Unwelcome[]) => {
  for (const unwelcome of refused)
    await expectRefusal(workflow, unwelcome, unwelcome.submission(item), traceOf);
};

const allRefusedByRound = async (
  workflow: WorkflowHandle,
  round: string,
  refused: readonly UnwelcomeToRound[],
  submitted: (command: RoundCommand) => unknown,
) => {
  for (const unwelcome of refused)
    await expectRefusal(workflow, unwelcome, await submitted(unwelcome.command(round)), roundTraceOf);
};

const claimed = (command: object) => ({ claimed: command });

test('whatever an item must refuse comes back with its type and a sentence, and leaves no trace', async () => {
  const { hand, workflow } = await begun('refusals');
  for (const { refused, then } of STAGES) {
    await allRefused(workflow, hand.item, refused);
    await then?.(hand);
  }
  const strict = await begun('strict', { policy: { identity: 'signed' }, keys: KEYS });
  await allRefused(strict.workflow, strict.hand.item, UNSIGNED);
});

test('what no ordinary item refuses comes back in the same way', async () => {
  for (const { round, plan, before, refused } of SCENES) {
    const { hand, workflow } = await begun(round, plan);
    await before(hand);
    await allRefused(workflow, hand.item, refused);
  }
});

test('whatever a round must refuse comes back with its type and a sentence, and leaves no trace', async () => {
  const round = 'governed';
  const { clock, hand, roundWorkflow } = await begun(round, { keys: KEYS });
  await allRefusedByRound(roundWorkflow, round, ROUND_REFUSALS, claimed);

  const strict = await begun('guarded', { policy: { identity: 'signed' }, keys: KEYS });
  await allRefusedByRound(strict.roundWorkflow, 'guarded', STRICT_ROUND_REFUSALS, (command) =>
    bound('guarded', command),
  );

  const submission = await bound('guarded', proposedKey('guarded'));
  await strict.roundWorkflow.executeUpdate(roundCommandUpdate, { args: [submission] });
  const again = { what: 'another key while one waits', type: 'KeyWaits' } as const;
  const other = await bound('guarded', proposedKey('guarded', generateKey()));
  await expectRefusal(strict.roundWorkflow, again, other, roundTraceOf);

  await hand.acknowledge();
  await world.skipTo(clock, at('2021-07-15', '12:00'));
  await poll('both proposals', async () => {
    const { rows } = await world.rectify.ledger(roundIn(round));
    return rows[0]?.proposals.length === 2;
  });
  await world.rectify.commandRound(firstLetter(round, '督〔2021〕1号'));
  const taken = { what: 'a number that is taken', type: 'NumberTaken' } as const;
  const second = claimed(secondLetter(round, '督〔2021〕1号'));
  await expectRefusal(roundWorkflow, taken, second, roundTraceOf);
});

test('a round that waits for the second signature of its opening takes no command', async () => {
  const plan = planOf({
    round: 'waiting',
    deadline: '2021-06-30',
    policy: { identity: 'signed' },
    keys: KEYS,
  });
  await world.begin(plan, at('2021-05-06'), { ...OPENING, second: undefined });
  const round = world.env.client.workflow.getHandle(roundWorkflowId(plan.round));
  await poll(
    'the first signature',
    async () => (await world.rectify.round(plan.round)).opening?.state === 'waiting',
  );
  const early = { what: 'a notice before the opening', type: 'RoundNotOpen' } as const;
  await expectRefusal(round, early, claimed(lastNotice(plan.round, { ongoing: 1 })), roundTraceOf);
});

test('a round is closed with a notice, and takes nothing more', async () => {
  const round = 'closing';
  const { clock, hand, roundWorkflow } = await begun(round, { keys: KEYS });
  await hand.close();
  await world.skipTo(clock, at('2021-05-06', '12:00'));
  await untilStatus(world.rectify, hand.item, 'archived');
  await poll('the bag', async () => (await world.rectify.ledger(roundIn(round))).rows[0]?.archive);
  const refused = { what: 'the close without a notice', type: 'NoticeMissing' } as const;
  await expectRefusal(roundWorkflow, refused, claimed(close(round)), roundTraceOf);

  await world.rectify.commandRound(lastNotice(round, { completed: 1 }));
  // The store has no such document, so that the archive waits, and the workflow is there to refuse.
  await world.rectify.commandRound(close(round));
  const late = { what: 'a notice after the close', type: 'RoundClosed' } as const;
  await expectRefusal(roundWorkflow, late, claimed(lastNotice(round, { completed: 1 })), roundTraceOf);
});
