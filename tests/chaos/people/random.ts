import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { type ItemId, itemId, type RoundId } from '../../../base/ids';
import { Refused } from '../../../client/api';
import { genesisOf } from '../../../client/api/binding';
import { refusalIn } from '../../../client/api/refusal';
import { type Clock, domainTime, realTime } from '../../../domain/calendar/clock';
import { instant, type Instant } from '../../../domain/calendar/zone';
import type { Answer } from '../../../domain/item/command';
import type { RoundAnswer } from '../../../domain/round/command';
import { openStore } from '../../../store/open';
import type { Store } from '../../../store/store';
import {
  commandUpdate,
  itemWorkflowId,
  roundCommandUpdate,
  roundWorkflowId,
} from '../../../workflows/messages';
import { type Order, orderOf, type Sight } from '../../simulation/deeds/order-of';
import { contentOf } from '../../simulation/deeds/item-commands';
import type { Deed, Script } from '../../simulation/script';
import { EVERYBODY, roundBirth } from '../../simulation/setting';
import { scriptOf } from '../../simulation/simulate';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { GivenUp, type Patience, type PatientRectify, patientStore } from '../patient';
import type { Stage } from '../stage';
import type { PlayedRound } from './round';

const ITEMS = 8;
/** A chapter of a script has any length: of so many deeds, about half come about. */
const DEEDS_A_MINUTE = 60;
const HELD = 4_000;

/** What people do that nobody else does: a workflow that continues as new and a bounce are the monkey's business here. */
const byPeople = (deed: Deed): Deed =>
  deed.kind === 'restart' || deed.kind === 'bounce' ? { ...deed, kind: 'turn' } : deed;

/** The people of the simulation, on running workflows: what each does follows from the seed and from what they then see. */
export class RandomRound {
  private readonly given: Order[] = [];
  private made = 0;

  private constructor(
    private readonly client: Client,
    private readonly rectify: PatientRectify,
    private readonly store: Store,
    private readonly script: Script,
    readonly played: PlayedRound,
  ) {}

  /** Opens the round of a seed; all that its people do fits into `lengthMs`. */
  static async begin(
    { client, storeUrl }: Stage,
    rectify: PatientRectify,
    patience: Patience,
    { seed, lengthMs }: { seed: number; lengthMs: number },
  ): Promise<RandomRound> {
    const minutes = Math.ceil(lengthMs / 60_000);
    const whole = scriptOf(seed, { items: ITEMS, deeds: DEEDS_A_MINUTE * minutes });
    const script = { setting: { ...whole.setting, signed: false }, deeds: whole.deeds.map(byPeople) };
    const { head, items, calendar, assignedAt } = roundBirth(script.setting);
    const span = script.deeds.reduce((sum, { after }) => sum + after, 0);
    const rate = Math.max(1, Math.ceil(span / (lengthMs - HELD)));
    const clock: Clock = { real: instant(Date.now() + HELD), domain: assignedAt, rate, drill: 'random' };
    await rectify.importPlan({ ...head, items: [...items] }, calendar, clock);
    const store = patientStore(await openStore(storeUrl), patience);
    return new RandomRound(client, rectify, store, script, {
      name: 'random',
      round: head.round,
      clock,
      head: head.roster.head,
      items: items.map(({ number }) => number),
    });
  }

  /** Until all deeds are done, or `until` (real time). */
  async play(until: number): Promise<void> {
    const { clock } = this.played;
    let at: Instant = clock.domain;
    for (const deed of this.script.deeds) {
      at = instant(at + deed.after);
      const wait = Math.min(realTime(clock, at), until) - Date.now();
      if (wait > 0) await sleep(wait);
      if (Date.now() >= until) return;
      await this.perform(deed);
    }
  }

  private async perform(deed: Deed): Promise<void> {
    const order = orderOf(deed, await this.sight());
    if (!order) return;
    if ('file' in order.command) {
      const content = Readable.from([Buffer.from(contentOf(order.command.file.title))]);
      await this.store.putEvidence(content);
    }
    try {
      await this.tell(order);
      this.given.push(order);
    } catch (error) {
      if (error instanceof GivenUp) throw error;
      // Refused, or nobody is there any more: the journal has it.
    }
  }

  private async sight(): Promise<Sight> {
    const { round, items, clock } = this.played;
    const [ledger, log] = await Promise.all([this.rectify.ledger(round), this.rectify.roundLog(round)]);
    const cycleOf = (item: ItemId) => ledger.rows.find((row) => row.item === item)?.cycle ?? 1;
    const seen = await Promise.all(
      items.map(async (number) => {
        const item = itemId(round, number);
        const cycle = cycleOf(item);
        const [{ state, context, log: ofItem }, { said }] = await Promise.all([
          this.rectify.item(item, cycle),
          this.rectify.schedule(item, cycle),
        ]);
        return { state, context, log: ofItem, said };
      }),
    );
    this.made += 1;
    const { temperaments } = this.script.setting;
    return {
      now: domainTime(clock, Date.now()),
      round: {
        head: ledger.head,
        calendar: ledger.calendar,
        genesis: genesisOf(ledger),
        log,
        rows: ledger.rows,
      },
      items: seen,
      given: this.given,
      made: this.made,
      temperamentOf: (person) => temperaments[EVERYBODY.findIndex((id) => id === person)] ?? 'diligent',
    };
  }

  /** What is sent may be spoilt, so that it goes past the client that would refuse to send it. */
  private async tell(order: Order): Promise<Answer | RoundAnswer> {
    const { command } = order;
    const sent = { args: [order.submission] as [never], updateId: command.id };
    const { workflow } = this.client;
    const { round } = this.played;
    if (order.to === 'round') {
      const id = roundWorkflowId(round);
      const send = () => answerOf(workflow.getHandle(id).executeUpdate(roundCommandUpdate, sent));
      return this.rectify.gives(id, command, send);
    }
    const id = await this.addressOf(order.to, round);
    const send = () => answerOf(workflow.getHandle(id).executeUpdate(commandUpdate, sent));
    return this.rectify.gives(id, command, send);
  }

  /** The workflow of the newest life of the item at a place. */
  private async addressOf(place: number, round: RoundId): Promise<string> {
    const number = this.played.items[place];
    const row = (await this.rectify.ledger(round)).rows.find((one) => one.number === number);
    if (!row) throw new RangeError(`no item has place ${place}`);
    return itemWorkflowId(row.item, row.cycle);
  }
}

const answerOf = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    const refusal = error instanceof WorkflowUpdateFailedError ? refusalIn(error.cause) : undefined;
    throw refusal ? new Refused(refusal) : error;
  }
};
