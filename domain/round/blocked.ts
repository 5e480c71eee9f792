import { canonical } from '../../base/hash';
import type { ItemBirth } from '../item/life';
import type { LogEntry } from '../item/log';
import type { PassedOn } from '../item/passed-on';
import type { RoundErrand } from './errand';
import type { RoundEvent } from './event';
import type { LedgerRow } from './row';

/** A life that could not be started, since something else has the name of its workflow. */
export type BlockedStart = {
  birth: ItemBirth;
  /** What was passed on to it since. */
  missed: PassedOn[];
  /** When it is to be tried again, as a real instant. */
  again: number;
};

/** How long a round waits before it tries again, in ms of real time: an operator looks, and ends what has the name. */
export const PAUSE = 600_000;

/** As far as a round's memory concerns them; `blocked` is absent where there was none. */
type Memory = { blocked?: BlockedStart[] };

/** A memory in which lives are set aside that could not be started at the real instant `real`. */
export const withBlocked = ({ blocked }: Memory, births: readonly ItemBirth[], real: number): Memory =>
  births.length === 0
    ? {}
    : {
        blocked: [
          ...(blocked ?? []),
          ...births.map((birth): BlockedStart => ({ birth, missed: [], again: real + PAUSE })),
        ],
      };

/** What the log of their round is to say of them, each once. */
export const newlyBlocked = (
  births: readonly ItemBirth[],
  log: readonly LogEntry<RoundEvent>[],
): RoundEvent[] => {
  const events = births.map(({ context, cycle }): RoundEvent => {
    const { number: item } = context.planned;
    return { type: 'start-blocked', item, cycle };
  });
  const known = new Set(log.map(({ event }) => canonical(event)));
  return events.filter((event) => !known.has(canonical(event)));
};

const isOf = ({ birth }: BlockedStart, { number, cycle }: Pick<LedgerRow, 'number' | 'cycle'>): boolean =>
  birth.context.planned.number === number && birth.cycle === cycle;

/** A memory once an errand was run, which has reached none of the blocked: they are to hear of it when they start. */
export const missing = ({ blocked }: Memory, errand: RoundErrand | undefined): Memory =>
  blocked && errand && 'pass' in errand
    ? {
        blocked: blocked.map((one) =>
          errand.to.some((life) => isOf(one, life)) ? { ...one, missed: [...one.missed, errand.pass] } : one,
        ),
      }
    : {};

const errandsOf = ({ birth, missed }: BlockedStart): RoundErrand[] => {
  const { round, planned } = birth.context;
  const to = [{ number: planned.number, cycle: birth.cycle }];
  return [{ start: birth }, ...missed.map((pass): RoundErrand => ({ pass, round: round.id, to }))];
};

/**
 * A memory in which those are to be started that it is time for. A life that was given up for a later one in the ledger is
 * not tried again.
 */
export const triedAgain = (
  { blocked, errands }: Memory & { errands: RoundErrand[] },
  rows: readonly LedgerRow[],
  real: number,
): Partial<Memory & { errands: RoundErrand[] }> => {
  if (!blocked) return {};
  const current = blocked.filter((one) => rows.some((row) => isOf(one, row)));
  const due = current.filter(({ again }) => again <= real);
  return {
    blocked: current.filter((one) => !due.includes(one)),
    // Before what waits already: what is passed on to a life that has not been started would be lost.
    errands: [...due.flatMap(errandsOf), ...errands],
  };
};
