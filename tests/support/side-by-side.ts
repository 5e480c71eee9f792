import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Refusal } from '../../domain/refusal';
import { genesisOf } from '../../client/api/binding';
import type { Clock } from '../../domain/calendar/clock';
import { instant } from '../../domain/calendar/zone';
import type { ItemView } from '../../domain/item/life';
import type { RoundLedger } from '../../workflows/messages';
import { openStore } from '../../store/open';
import { type Order, orderOf, type Sight } from '../simulation/deeds/order-of';
import { contentOf } from '../simulation/deeds/item-commands';
import type { Outcome } from '../simulation/rule';
import type { Deed, Script } from '../simulation/script';
import { roundBirth } from '../simulation/setting';
import { World } from '../simulation/world';
import { commandUpdate, itemWorkflowId, roundCommandUpdate, roundWorkflowId } from '../../workflows/messages';
import type { VirtualWorld } from './virtual-world';

/**
 * A simulated round beside the same round of running workflows. Both are told the same by the same people at the
 * same time; their instants are some milliseconds apart, so that hashes differ, and nothing else may.
 */

/** What only the real archive knows, and the opening, which is no part of a simulated round. */
const UNSEEN = ['manifest', 'missingMails', 'version', 'opening'];

/** What does not depend on milliseconds, nor on these. */
export const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) => {
      if (UNSEEN.includes(key)) return undefined;
      if (typeof part === 'number' && part > 1e11) return 'an instant';
      return typeof part === 'string' && /^[0-9a-f]{64}$/.test(part) ? 'a hash' : part;
    }),
  );

/** Everything that is seen of an item, or of the simulated one. */
type Seen = Pick<ItemView, 'state' | 'context' | 'log' | 'row'>;

const seenOf = ({ state, context, log, row }: Seen) =>
  comparable({
    state,
    context,
    row,
    log: log.map(({ event, author }) => ({ event, author })),
  });

const refusedOrGone = (error: unknown): Outcome | undefined => {
  if (error instanceof WorkflowNotFoundError) return undefined;
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (cause instanceof ApplicationFailure && cause.details) return { refusal: cause.details[0] as Refusal };
  throw error;
};

export class SideBySide {
  readonly simulated: World;
  private readonly given: Order[] = [];

  private constructor(
    private readonly real: VirtualWorld,
    private readonly clock: Clock,
    script: Script,
  ) {
    this.simulated = new World(script.setting, []);
  }

  static async begin(real: VirtualWorld, script: Script): Promise<SideBySide> {
    const { head, items, calendar, assignedAt } = roundBirth(script.setting);
    const clock = await real.clockFrom(assignedAt, head.round);
    await real.rectify.importPlan({ ...head, items: [...items] }, calendar, clock);
    return new SideBySide(real, clock, script);
  }

  private get round() {
    return this.simulated.round.head.round;
  }

  /** The running item beside each life of the simulated round. */
  private views(): Promise<ItemView[]> {
    return Promise.all(
      this.simulated.seats.map(({ life: { state } }) => this.real.rectify.item(state.item, state.cycle)),
    );
  }

  /** What is seen of both, in the same words. */
  async both(): Promise<{ real: unknown; simulated: unknown }> {
    const { rectify } = this.real;
    const [views, ledger, log] = await Promise.all([
      this.views(),
      rectify.ledger(this.round),
      rectify.roundLog(this.round),
    ]);
    const { seats, round } = this.simulated;
    const now = this.simulated.now;
    const told = ({ event, author }: { event: unknown; author?: unknown }) => ({ event, author });
    return {
      real: { items: views.map(seenOf), rows: comparable(ledger.rows), log: comparable(log.map(told)) },
      simulated: {
        items: seats.map(({ life }) => seenOf(life.view(now))),
        rows: comparable(round.ledger.rows),
        log: comparable(round.log.map(told)),
      },
    };
  }

  /** Waits until the workflows have come to where the simulation is; what differs is left to the caller. */
  async settle(seconds = 30): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
      const { real, simulated } = await this.both().catch(() => ({ real: 'not there yet', simulated: '' }));
      if (isDeepStrictEqual(real, simulated)) return;
      await sleep(100);
    }
  }

  async skip(milliseconds: number): Promise<void> {
    this.simulated.advance(instant(this.simulated.now + milliseconds));
    await this.real.skipTo(this.clock, this.simulated.now);
    await this.settle();
  }

  /** Has a deed done in both; tells what was ordered and answered there. */
  async perform(deed: Deed): Promise<{ real: unknown; simulated: unknown }> {
    const sight = this.simulated.sight();
    const [order, realOrder] = [orderOf(deed, sight), orderOf(deed, await this.realSight(sight))];
    const simulated = order && this.simulated.carryOut(order);
    const real = realOrder && (await this.tell(realOrder));
    if (realOrder && real && !('refusal' in real)) this.given.push(realOrder);
    this.simulated.advance(this.simulated.now);
    await this.settle();
    const said = (one: Order | undefined, outcome: Outcome | undefined) =>
      comparable({ command: { ...one?.command, at: '' }, outcome: outcome ?? 'nothing' });
    return { real: said(realOrder, real), simulated: said(order, simulated) };
  }

  private async realSight(sight: Sight): Promise<Sight> {
    const { rectify } = this.real;
    const ledger: RoundLedger = await rectify.ledger(this.round);
    const items = await Promise.all(
      sight.items.map(async ({ state: { item, cycle } }) => {
        const [{ state, context, log }, { said }] = await Promise.all([
          rectify.item(item, cycle),
          rectify.schedule(item, cycle),
        ]);
        return { state, context, log, said };
      }),
    );
    const log = await rectify.roundLog(this.round);
    const { head, calendar, rows } = ledger;
    return {
      ...sight,
      round: { head, calendar, genesis: genesisOf(ledger), log, rows },
      items,
      given: this.given,
    };
  }

  /** As a client would; nothing when the item has ended. */
  private async tell({ to, command, submission }: Order): Promise<Outcome | undefined> {
    await this.handIn(command);
    const { workflow } = this.real.env.client;
    const sent = { args: [submission] as [never], updateId: command.id };
    try {
      if (to === 'round')
        return await workflow.getHandle(roundWorkflowId(this.round)).executeUpdate(roundCommandUpdate, sent);
      const { item, cycle } = this.simulated.seatAt(to).life.state;
      return await workflow.getHandle(itemWorkflowId(item, cycle)).executeUpdate(commandUpdate, sent);
    } catch (error) {
      return refusedOrGone(error);
    }
  }

  private async handIn(command: Order['command']): Promise<void> {
    if (!('file' in command)) return;
    const store = await openStore(this.real.storeUrl);
    await store.putEvidence(Readable.from([Buffer.from(contentOf(command.file.title))]));
  }
}
