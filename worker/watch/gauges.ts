import type { MetricMeter } from '@temporalio/common';
import type { Learned } from '../../activities';
import type { Room } from '../../store/room';
import { gauge } from '../../workflows/metrics';
import type { Build } from '../build';
import type { Counts } from './counts';
import type { Readiness } from './readiness';

const SECOND = 1000;

/** The gauges of a worker's process; each keeps what it was told last. */
export class Gauges {
  constructor(private readonly meter: MetricMeter) {}

  build({ version, build }: Build): void {
    gauge(this.meter, 'build').set(1, { version, build });
  }

  readiness({ checks }: Readiness): void {
    const ready = gauge(this.meter, 'ready');
    for (const { name: check, ok } of checks) {
      ready.set(Number(ok), { check });
      if (check === 'store') gauge(this.meter, 'storeWritable').set(Number(ok));
    }
  }

  /** `now`: epoch milliseconds. */
  learned({ waits, clock }: Learned, now: number): void {
    const [waiting, longest] = [gauge(this.meter, 'waiting'), gauge(this.meter, 'longestWait')];
    for (const [activity, { count, oldest }] of waits.at(now)) {
      waiting.set(count, { activity });
      longest.set(oldest / SECOND, { activity });
    }
    if (clock.most !== undefined) gauge(this.meter, 'clockAhead').set(clock.most / SECOND);
  }

  room({ free, size }: Room): void {
    gauge(this.meter, 'storeFree').set(free);
    gauge(this.meter, 'storeSize').set(size);
  }

  /** `now`: epoch milliseconds. */
  counts({ items, open, ended }: Counts, now: number): void {
    for (const { status, overdue, count } of items)
      gauge(this.meter, 'items').set(count, { status, overdue });
    for (const { workflow, count } of open) gauge(this.meter, 'workflowsOpen').set(count, { workflow });
    for (const { workflow, how, count } of ended)
      gauge(this.meter, 'workflowsEnded').set(count, { workflow, how });
    gauge(this.meter, 'counted').set(now / SECOND);
  }
}
