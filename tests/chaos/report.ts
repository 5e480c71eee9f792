import { grouped } from '../../base/grouped';
import { quantile } from '../../bench/statistics';
import { type Fault, nameOfFault } from './faults';
import type { Gathered } from './gathered';
import { INVARIANTS } from './invariants';
import { extraCopies } from './invariants/mail';
import type { CutShort } from './people/round';
import type { Recovery } from './probe';

/** Milliseconds: of how many, the middle one and the worst. */
export type Spread = { of: number; median: number; worst: number };

/** What a run has come to; `npm run chaos -- --json` prints it. */
export type Report = {
  seed: number;
  minutes: number;
  production: boolean;
  workers: number;
  /** How many of each kind, SMTP by verb. */
  faults: Record<string, number>;
  faultsInAll: number;
  commands: { given: number; done: number; refused: number; gone: number; sentAgain: number };
  mails: { notices: number; mails: number; taken: number; extraCopies: number; refused: number };
  items: { lives: number; archived: number; open: number };
  bags: number;
  /** From a worker's kill to the answer of the next command, item and ledger; `undisturbed`: where no other fault fell into that. */
  recovery: { all?: SpreadOf; undisturbed?: SpreadOf };
  /** From the end of the last fault until everything was quiet. */
  settledMs: number;
  /** Processes that have ended though nobody had ended them. */
  endedByThemselves: Record<string, number>;
  /** People of the script who met with a refusal. */
  cutShort: readonly CutShort[];
  invariants: { name: string; checks: number; violations: readonly string[] }[];
  checks: number;
  violations: number;
};

type Answered = 'command' | 'item' | 'ledger';
type SpreadOf = Record<Answered, Spread>;

export type Ran = Pick<
  Report,
  'seed' | 'minutes' | 'production' | 'workers' | 'settledMs' | 'endedByThemselves' | 'cutShort'
> & {
  gathered: Gathered;
  recoveries: readonly Recovery[];
};

const spreadOf = (times: readonly number[]): Spread => ({
  of: times.length,
  median: quantile(times, 0.5),
  worst: Math.max(...times),
});

const spreads = (recoveries: readonly Recovery[]): SpreadOf => ({
  command: spreadOf(recoveries.map(({ command }) => command)),
  item: spreadOf(recoveries.map(({ item }) => item)),
  ledger: spreadOf(recoveries.map(({ ledger }) => ledger)),
});

/** How long after a fault the system may still be busy with it. */
const ECHO_MS = 15_000;

/** Whether but for the kill itself nothing was wrong, nor just had been. */
export const isUndisturbed = ({ at, command, item, ledger }: Recovery, faults: readonly Fault[]): boolean => {
  const end = at + Math.max(command, item, ledger);
  const others = faults.filter(({ kind, from }) => !(kind === 'kill-worker' && from === at));
  return !others.some(({ from, until }) => from <= end && until + ECHO_MS >= at);
};

const counted = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...grouped([...names].sort(), (name) => name)].map(([name, all]) => [name, all.length]),
  );

export const reportOf = ({ gathered, recoveries, ...ran }: Ran): Report => {
  const { faults, commands, receipts, mails, rounds } = gathered;
  const lives = rounds.flatMap((round) => round.lives);
  const archived = lives.filter(({ view }) => view.state.archive).length;
  const ofOutcome = (type: string) => commands.filter(({ outcome }) => outcome.type === type).length;
  const undisturbed = recoveries.filter((one) => isUndisturbed(one, faults));
  const invariants = INVARIANTS.map(({ name, judge }) => ({ name, ...judge(gathered) }));
  return {
    ...ran,
    faults: counted(faults.map(nameOfFault)),
    faultsInAll: faults.length,
    commands: {
      given: commands.length,
      done: ofOutcome('done'),
      refused: ofOutcome('refused'),
      gone: ofOutcome('gone'),
      sentAgain: commands.filter(({ sendings }) => sendings > 1).length,
    },
    mails: {
      notices: receipts.flatMap(({ notices }) => notices).length,
      mails: receipts.length,
      taken: mails.filter(({ what }) => what === 'taken').length,
      extraCopies: extraCopies(gathered),
      refused: receipts.filter(({ outcome }) => outcome === 'refused').length,
    },
    items: { lives: lives.length, archived, open: lives.length - archived },
    bags: rounds.flatMap(({ bags }) => bags).length,
    recovery: {
      ...(recoveries.length > 0 && { all: spreads(recoveries) }),
      ...(undisturbed.length > 0 && { undisturbed: spreads(undisturbed) }),
    },
    invariants,
    checks: invariants.reduce((sum, { checks }) => sum + checks, 0),
    violations: invariants.reduce((sum, { violations }) => sum + violations.length, 0),
  };
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const recoveryLines = (name: string, found: SpreadOf | undefined): string[] =>
  found === undefined
    ? []
    : (['command', 'item', 'ledger'] as const).map((what) => {
        const { of, median, worst } = found[what];
        return `  ${what.padEnd(8)} median ${seconds(median)}, worst ${seconds(worst)} of ${of}${name}`;
      });

/** A report in words, line by line. */
export const linesOf = (report: Report): string[] => {
  const { commands, mails, items, recovery } = report;
  const on = report.production ? 'PostgreSQL and the Temporal server' : 'a dev server';
  const width = Math.max(...INVARIANTS.map(({ name }) => name.length));
  return [
    `chaos: seed ${report.seed}, ${report.minutes} minutes, ${on}, workers: ${report.workers}`,
    `faults: ${report.faultsInAll}`,
    ...Object.entries(report.faults).map(([name, count]) => `  ${String(count).padStart(3)}  ${name}`),
    `commands: ${commands.given} given, ${commands.done} done, ${commands.refused} refused, ${commands.gone} too late, ${commands.sentAgain} sent more than once`,
    `items: ${items.lives} lives, ${items.archived} in the archive, ${items.open} open; bags: ${report.bags}`,
    `mails: ${mails.mails} with ${mails.notices} notices, ${mails.taken} copies taken of which ${mails.extraCopies} extra, ${mails.refused} refused for good`,
    'from the kill of a worker to the next answer:',
    ...recoveryLines('', recovery.all),
    ...recoveryLines(', no other fault near', recovery.undisturbed),
    `everything quiet ${seconds(report.settledMs)} after the last fault`,
    ...Object.entries(report.endedByThemselves).map(
      ([name, count]) => `ended by itself: ${name}, ${count} times`,
    ),
    `script cut short by refusals: ${report.cutShort.length}`,
    ...report.cutShort.map(({ who, why }) => `  ${who}: ${why}`),
    'checks:',
    ...report.invariants.map(
      ({ name, checks, violations }) =>
        `  ${name.padEnd(width)} ${String(checks).padStart(6)}   violations: ${violations.length}`,
    ),
    ...report.invariants.flatMap(({ name, violations }) => violations.map((one) => `✗ ${name}: ${one}`)),
    `${report.checks} checks, violations: ${report.violations}`,
  ];
};
