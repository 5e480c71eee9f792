import fc from 'fast-check';
import type { Sha256 } from '../../base/ids';
import { instant } from '../calendar/zone';
import { areOfOneLog, type LogHead } from './log-head';

type Report = { version: number; logHead: LogHead };

/** Reports of a log whose entries are named `of`, from what was there before on. */
const reportsOf = (
  of: string,
  steps: readonly { grown: number; passed: number }[],
  from?: Report,
): Report[] => {
  const reports: Report[] = [];
  let last = from ?? { version: 0, logHead: { entries: 1, hash: 'begin' as Sha256, at: instant(0) } };
  for (const { grown, passed } of steps) {
    const entries = last.logHead.entries + grown;
    const at = instant(last.logHead.at + passed);
    last = { version: last.version + 1, logHead: { entries, hash: `${of} ${entries}` as Sha256, at } };
    reports.push(last);
  }
  return reports;
};

const steps = fc.array(fc.record({ grown: fc.integer({ min: 1, max: 3 }), passed: fc.nat(2) }), {
  minLength: 1,
  maxLength: 8,
});

test('reports of one log agree, in whatever order and however often they come', () => {
  fc.assert(
    fc.property(steps, fc.nat(), fc.nat(), (grown, one, other) => {
      const reports = reportsOf('a', grown);
      const at = (index: number): Report | undefined => reports[index % reports.length];
      const [a, b] = [at(one), at(other)];
      return a !== undefined && b !== undefined && areOfOneLog(a, b);
    }),
  );
});

test('the first report after a reset to before a report agrees with the newest of them never, however much has grown', () => {
  fc.assert(
    fc.property(steps, fc.nat(), fc.integer({ min: 1, max: 20 }), fc.nat(50), (grown, back, more, later) => {
      const reports = reportsOf('a', grown);
      const newest = reports.at(-1);
      if (!newest) return false;
      // The versions go on from where the reset went to, the clock from now.
      const kept = reports.slice(0, back % reports.length).at(-1);
      const after: Report = {
        version: (kept?.version ?? 0) + 1,
        logHead: {
          entries: (kept?.logHead.entries ?? 1) + more,
          hash: 'another' as Sha256,
          at: instant(newest.logHead.at + 1 + later),
        },
      };
      return !areOfOneLog(newest, after) && !areOfOneLog(after, newest);
    }),
  );
});
