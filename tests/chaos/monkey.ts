import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '../../base/reason';
import { type Fault, FAULTS, nameOfFault } from './faults';
import type { Kept, Tell } from './kept';
import { setMood } from './mail-server';
import type { Probe } from './probe';
import type { Stage } from './stage';

/** The longest that the probe may keep the monkey from a kill. */
const WARMING_MS = 2_000;

/** Does what a schedule says, each fault when its time has come, whether or not others are over. */
export class Monkey {
  /** What it has done, in real time: a fault begins when it has hit, and ends when what was hit answers again. */
  readonly done: Fault[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly probe: Probe,
    private readonly tell: Tell,
  ) {}

  /** Resolves when the last fault is over. @param start real time */
  async play(schedule: readonly Fault[], start: number): Promise<void> {
    const all = schedule.map(async (fault) => {
      await sleep(Math.max(0, start + fault.from - Date.now()));
      const from = Date.now();
      this.tell('monkey', `${nameOfFault(fault)}${fault.worker === undefined ? '' : ` ${fault.worker + 1}`}`);
      const mark = { ...fault, from, until: Infinity };
      this.done.push(mark);
      await this.hit(fault, mark).catch((error: unknown) => {
        this.tell('monkey', `${nameOfFault(fault)} failed: ${reasonOf(error)}`);
      });
      mark.until = Date.now();
    });
    await Promise.all(all);
  }

  private async hit(fault: Fault, mark: Fault): Promise<void> {
    const { kind, worker = 0, verb = 'end', from, until } = fault;
    const rule = FAULTS[kind];
    const lasts = () => sleep(until - from);
    if (rule.on === 'disk') {
      await this.stage.disk.fill();
      await lasts().finally(() => this.stage.disk.empty());
    } else if (rule.on === 'link') {
      const link = this.stage.links[worker];
      if (!link) throw new RangeError('there is no link');
      link.cut(rule.does);
      await lasts();
      link.mend();
    } else if (rule.on === 'smtp') {
      setMood(this.stage.mailFolder, { verb, misdeed: rule.does, until: Date.now() + until - from });
      await lasts();
      setMood(this.stage.mailFolder, undefined);
    } else {
      const part = rule.on === 'worker' ? this.stage.workers[worker] : this.stage[rule.on];
      if (!part) throw new RangeError(`there is no ${rule.on}`);
      if (rule.does === 'pause') await part.pause(lasts);
      else if (rule.does === 'restart') await part.restart();
      else if (rule.on === 'worker') await this.killWorker(part, until - from, mark);
      else await part.kill(until - from, () => (mark.from = Date.now()));
    }
  }

  /** Somebody asks for an answer as soon as it is gone. */
  private async killWorker(worker: Kept, downMs: number, mark: Fault): Promise<void> {
    await Promise.race([this.probe.warm(), sleep(WARMING_MS)]).catch(() => undefined);
    let measured: Promise<void> = Promise.resolve();
    await worker.kill(downMs, () => {
      mark.from = Date.now();
      measured = this.probe.measure();
    });
    await measured;
  }
}
