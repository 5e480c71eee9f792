import type { ItemNumber, PersonId } from '../../../base/ids';
import { reasonOf } from '../../../base/reason';
import { Refused } from '../../../client/api';
import { examplePlanWithKeys } from '../../../client/cli/files/new-plan';
import { planOf } from '../../../client/cli/files/plan-file';
import { fileBeginnings, openRound, publishAndClose } from '../../../client/demo/office';
import { play } from '../../../client/demo/players';
import { type Act, scriptOf } from '../../../client/demo/script';
import type { Stage as DemoStage } from '../../../client/demo/stage';
import { sign } from '../../../client/keys';
import { addWorkingDays } from '../../../domain/calendar/calendar';
import type { Clock } from '../../../domain/calendar/clock';
import { instant, instantOf, TimeOfDay } from '../../../domain/calendar/zone';
import { calendarFor } from '../../../domain/plan/calendar';
import { examplePlan } from '../../../examples/plan-path';
import { openStore } from '../../../store/open';
import { type Patience, type PatientRectify, patientStore } from '../patient';
import type { Stage } from '../stage';
import type { CutShort, PlayedRound } from './round';

/** Real time for the import to be carried out before the round's clock begins to run, in milliseconds. */
const HELD = 4_000;

/** The round of the demo, of 28 items, whose people do what its script says when its clock shows the time for it. */
export class ScriptedRound {
  /** Who met with a refusal, because what they waited for came too late: others have to end their items. */
  readonly cutShort: CutShort[] = [];

  private constructor(
    private readonly stage: DemoStage,
    private readonly script: ReadonlyMap<ItemNumber, readonly Act[]>,
    readonly played: PlayedRound,
  ) {}

  /** Opens the round; all that people do fits into `lengthMs`. */
  static async begin(
    { storeUrl, trustFile }: Stage,
    rectify: PatientRectify,
    patience: Patience,
    lengthMs: number,
  ): Promise<ScriptedRound> {
    const { text: planText, keys } = await examplePlanWithKeys();
    const plan = planOf(planText, examplePlan('round-2021'));
    const calendar = calendarFor(plan);
    const assigned = addWorkingDays(calendar, plan.feedback, 1);
    const start = instantOf(assigned, TimeOfDay.parse('09:00'));
    const script = scriptOf(plan, calendar, assigned);
    const last = Math.max(...[...script.values()].flat().map(({ at }) => at));
    const rate = Math.ceil((last - start) / (lengthMs - HELD));
    const clock: Clock = { real: instant(Date.now() + HELD), domain: start, rate, drill: plan.round };
    await openRound({ rectify, trustFile }, { plan, keys }, calendar, clock);
    const store = patientStore(await openStore(storeUrl), patience);
    const stage: DemoStage = { rectify, store, plan, planText, clock, keys };
    const keyOf = (person: PersonId) => {
      const key = keys.get(person);
      if (!key) throw new RangeError(`${person} has no key`);
      return key;
    };
    return new ScriptedRound(stage, script, {
      name: 'scripted',
      round: plan.round,
      clock,
      head: plan.roster.head,
      items: plan.items.map(({ number }) => number),
      sign: (command) => sign(command, keyOf(command.by)),
    });
  }

  /** Until everybody has done their part, or could not. */
  async play(): Promise<void> {
    const parts = [...this.script].map(([number, acts]) =>
      this.untilRefused(`item ${number}`, play(this.stage, number, acts)),
    );
    await Promise.all([this.untilRefused('the office', fileBeginnings(this.stage)), ...parts]);
  }

  /** Publishes a notice and closes the round. */
  close(): Promise<void> {
    const notice = Buffer.from(`【演练】${this.stage.plan.title} 整改进展情况通报`);
    return this.untilRefused(
      'the close',
      publishAndClose(this.stage, notice).then(() => undefined),
    );
  }

  private async untilRefused(who: string, done: Promise<void>): Promise<void> {
    await done.catch((error: unknown) => {
      const why = error instanceof Refused ? `refused: ${error.refusal.type}` : reasonOf(error);
      this.cutShort.push({ who, why });
    });
  }
}
