import { itemId, type ItemNumber } from '../../base/ids';
import { instant } from '../../domain/calendar/zone';
import { commandOf } from '../support/commands';
import { at } from '../support/instants';
import { calendar2021, planOf } from '../support/plans';
import { poll } from '../support/poll';
import type { PatientRectify } from './patient';
import type { PlayedRound } from './people/round';

/** How long after a kill each was answered, in milliseconds. */
export type Recovery = { at: number; command: number; item: number; ledger: number };

const ROUND = 'probe';
/** Whoever watches over the system says more in a day than any person would. */
const TALKATIVE = { daily: { talk: 10_000, work: 10_000 } };

/** Somebody who, the moment a worker is killed, asks for an item and the ledger and gives a command. */
export class Probe {
  readonly recoveries: Recovery[] = [];
  private readonly item = itemId(planOf({ round: ROUND }).round, '1.1' as ItemNumber);

  private constructor(
    private readonly rectify: PatientRectify,
    readonly played: PlayedRound,
  ) {}

  /** In a round of its own, at real speed. */
  static async begin(rectify: PatientRectify): Promise<Probe> {
    const plan = planOf({ round: ROUND, deadline: '2021-06-30', policy: TALKATIVE });
    const clock = { real: instant(Date.now()), domain: at('2021-05-06'), rate: 1, drill: ROUND };
    await rectify.importPlan(plan, calendar2021, clock);
    const { round, roster, items } = plan;
    const numbers = items.map(({ number }) => number);
    const probe = new Probe(rectify, { name: 'probe', round, clock, head: roster.head, items: numbers });
    await poll('the item of the probe', () => probe.comment('开始'));
    return probe;
  }

  private comment(text: string) {
    return this.rectify.command(commandOf('office', this.item, 'comment', { text }));
  }

  /** Before a kill: its item is then in the memory of a worker. */
  async warm(): Promise<void> {
    await this.comment('正常');
  }

  /** Asks at once, and notes how long it takes. */
  async measure(): Promise<void> {
    const killed = Date.now();
    const taken = async (asked: Promise<unknown>): Promise<number> => {
      await asked;
      return Date.now() - killed;
    };
    const [command, item, ledger] = await Promise.all([
      taken(this.comment('进程终止之后')),
      taken(this.rectify.item(this.item)),
      taken(this.rectify.ledger(this.played.round)),
    ]);
    this.recoveries.push({ at: killed, command, item, ledger });
  }
}
