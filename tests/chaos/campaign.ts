import { reasonOf } from '../../base/reason';
import type { Report as Say } from '../../client/local/progress';
import { keepEvidence } from './evidence';
import { type FaultKind, FAULTS } from './faults';
import { gather, type Gathered, withBags } from './gathered';
import { Journal } from './journal';
import type { Tell } from './kept';
import { Monkey } from './monkey';
import type { Options } from './options';
import { type Patience, PatientRectify } from './patient';
import { withdrawOpen } from './people/ending';
import { RandomRound } from './people/random';
import type { PlayedRound } from './people/round';
import { ScriptedRound } from './people/scripted';
import { Probe } from './probe';
import { type Report, reportOf } from './report';
import { scheduleOf } from './schedule';
import { settled } from './settle';
import { Stage } from './stage';

const MINUTE = 60_000;
/** How long people wait for an answer once all faults are over: on a busy machine all that was killed is replayed first. */
const LAST_PATIENCE_MS = 5 * MINUTE;
/** The share of the time that the script takes: what is done late is done all the same. */
const SCRIPT_SHARE = 0.85;

/** A run from beginning to end. */
export class Campaign {
  private readonly journal = new Journal();
  private readonly patience: Patience = { until: Infinity };
  private readonly rectify: PatientRectify;

  private constructor(
    private readonly options: Options,
    private readonly stage: Stage,
    private readonly tell: Tell,
  ) {
    this.rectify = new PatientRectify(stage.client, this.journal, this.patience);
  }

  /** Starts everything, lets people and monkey loose, waits until all is quiet, and judges. Ends all that it has started. */
  static async run(options: Options, say: Say): Promise<Report> {
    const began = Date.now();
    const tell: Tell = (part, words) => {
      say(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${part}: ${words}`);
    };
    const { workers, production } = options;
    const stage = await Stage.create({ workers, production, report: say, tell });
    try {
      return await new Campaign(options, stage, tell).play();
    } catch (error) {
      // Told before anything is closed: whoever still asks then may bring the process down.
      tell('campaign', `has failed: ${reasonOf(error)}`);
      throw error;
    } finally {
      await stage.close();
    }
  }

  /** What can be done here: a disk is filled up by root alone, a database killed where there is one. */
  private get kinds(): readonly FaultKind[] {
    const { disk, database } = this.stage;
    return this.options.kinds.filter(
      (kind) =>
        (FAULTS[kind].on !== 'disk' || disk.canFill) &&
        (FAULTS[kind].on !== 'database' || database !== undefined),
    );
  }

  private async play(): Promise<Report> {
    const { options, stage, tell } = this;
    const { seed, minutes, workers, production } = options;
    const { kinds } = this;
    if (kinds.length < options.kinds.length)
      tell('monkey', `cannot do here: ${options.kinds.filter((kind) => !kinds.includes(kind)).join(', ')}`);
    const lengthMs = minutes * MINUTE;
    const probe = await Probe.begin(this.rectify);
    const scripted = await ScriptedRound.begin(stage, this.rectify, this.patience, lengthMs * SCRIPT_SHARE);
    const random = await RandomRound.begin(stage, this.rectify, this.patience, {
      seed,
      lengthMs: lengthMs * SCRIPT_SHARE,
    });
    tell(
      'people',
      `begin; the script runs ${scripted.played.clock.rate}, the random round ${random.played.clock.rate} times as fast as real time`,
    );
    const start = Date.now();
    const monkey = new Monkey(stage, probe, tell);
    const people = Promise.all([scripted.play(), random.play(start + lengthMs)]);
    await monkey.play(scheduleOf({ seed, minutes, kinds, workers }), start);
    tell('monkey', 'has gone');
    const calm = Date.now();
    this.patience.until = calm + LAST_PATIENCE_MS;
    await people;
    const rounds = [scripted.played, random.played, probe.played];
    for (const round of rounds) await withdrawOpen(this.rectify, round);
    tell('people', 'have done what they could');
    const atRest = await this.rest(rounds, monkey);
    if (atRest.rounds.find(({ name }) => name === 'scripted')?.lives.every(({ view }) => view.state.archive))
      await scripted.close();
    const gathered = await withBags(stage, await this.rest(rounds, monkey));
    const report = reportOf({
      seed,
      minutes,
      production,
      workers,
      gathered,
      recoveries: probe.recoveries,
      settledMs: Date.now() - calm,
      endedByThemselves: Object.fromEntries(
        stage.parts.flatMap(({ name, endedByItself }) => (endedByItself > 0 ? [[name, endedByItself]] : [])),
      ),
      cutShort: scripted.cutShort,
    });
    if (report.violations > 0) tell('evidence', await keepEvidence(stage, gathered));
    return report;
  }

  private rest(rounds: readonly PlayedRound[], monkey: Monkey): Promise<Gathered> {
    const cut = Date.now();
    this.patience.until = cut + LAST_PATIENCE_MS;
    const look = () =>
      gather(this.stage, this.rectify, rounds, { cut, commands: this.journal.all, faults: monkey.done });
    return settled(look, this.tell);
  }
}
