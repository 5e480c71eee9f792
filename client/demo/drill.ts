import { setTimeout as sleep } from 'node:timers/promises';
import { addWorkingDays } from '../../domain/calendar/calendar';
import { type Clock, domainTime } from '../../domain/calendar/clock';
import { instant, type Instant, instantOf, readable, TimeOfDay } from '../../domain/calendar/zone';
import { bagName } from '../../domain/archive/record';
import type { PersonId } from '../../domain/ids';
import { SIDES } from '../../domain/item/side';
import type { Plan } from '../../domain/round/plan';
import type { LedgerRow } from '../../domain/round/row';
import { openStore } from '../../store/store';
import type { SigningKey } from '../keys';
import type { Stack } from '../local/stack';
import { calendarFor } from '../plan-file';
import { play } from './players';
import { type Act, scriptOf } from './script';
import type { Outcome } from './words';

/** A plan, and the keys of its people. */
export type Cast = { plan: Plan; keys: ReadonlyMap<PersonId, SigningKey> };

/** Real time for the import to be carried out before the drill's clock begins to run, in milliseconds. */
const HELD = 3_000;
/** Real time for the whole drill, in seconds. */
export const LENGTH = 95;
/** Real time in which the last mails and bags may still come, in milliseconds. */
const AFTERMATH = 20_000;

/** What a person sees while a drill runs: the round's time, the ledger's totals, the mails caught. */
export type Glimpse = (at: string, totals: Outcome['totals'], mails: number) => void;

const lastOf = (script: ReadonlyMap<string, readonly Act[]>): Instant =>
  [...script.values()].flat().reduce((last, { at }) => (at > last ? at : last), instant(0));

/** Runs a whole round on the fast clock, everybody playing his part, until all items are archived. */
export const runDrill = async (stack: Stack, { plan, keys }: Cast, show: Glimpse): Promise<Outcome> => {
  const { rectify } = stack;
  const calendar = calendarFor(plan);
  const assigned = addWorkingDays(calendar, plan.feedback, 1);
  const start = instantOf(assigned, TimeOfDay.parse('09:00'));
  const script = scriptOf(plan, calendar, assigned);
  const rate = Math.ceil((lastOf(script) - start) / (LENGTH * 1000));
  const clock: Clock = { real: instant(Date.now() + HELD), domain: start, rate, drill: plan.round };
  await rectify.importPlan(plan, calendar, clock);

  const store = await openStore(stack.storeUrl);
  const watching = new AbortController();
  const watched = watch(stack, plan, clock, show, watching.signal);
  try {
    const parts = [...script].map(([number, acts]) =>
      play({ rectify, store, plan, clock, keys }, number, acts),
    );
    await Promise.all(parts);
    await allArchived(stack, plan);
  } finally {
    watching.abort();
    await watched;
  }
  return outcomeOf(stack, plan);
};

const watch = async (
  stack: Stack,
  plan: Plan,
  clock: Clock,
  show: Glimpse,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    const [totals, mails] = await Promise.all([stack.rectify.totals(plan.round), stack.mail.count()]);
    show(readable(domainTime(clock, Date.now())), totals, mails);
    await sleep(500, undefined, { signal }).catch(() => undefined);
  }
};

const allArchived = async ({ rectify }: Stack, plan: Plan): Promise<void> => {
  const end = Date.now() + AFTERMATH;
  while ((await rectify.ledger(plan.round)).rows.some(({ archive }) => !archive)) {
    if (Date.now() > end) return;
    await sleep(250);
  }
};

/** Items that somebody else has than the plan says. */
const reassignedIn = (rows: readonly LedgerRow[], { items }: Plan): number =>
  rows.filter(({ number, people }) =>
    items.some((item) => item.number === number && SIDES.some((side) => item[side] !== people[side])),
  ).length;

/** The bags of all lives of an item. */
const bagsOf = ({ item, cycle, archive }: LedgerRow): string[] =>
  archive ? Array.from({ length: cycle }, (_, index) => bagName({ item, cycle: index + 1 })) : [];

/** Everything counted from the system itself: the ledger, the store, the mail catcher. */
const outcomeOf = async (stack: Stack, plan: Plan): Promise<Outcome> => {
  const { rows, totals } = await stack.rectify.ledger(plan.round);
  const store = await openStore(stack.storeUrl);
  return {
    items: totals.items,
    archived: rows.filter(({ archive }) => archive).length,
    closedLate: totals.closedLate,
    returned: totals.returned,
    escalated: totals.escalated,
    extended: rows.filter(({ extensions }) => extensions > 0).length,
    reassigned: reassignedIn(rows, plan),
    sustained: rows.filter(({ sustaining }) => sustaining).length,
    merged: rows.filter(({ mergedInto }) => mergedInto !== undefined).length,
    reopened: rows.filter(({ cycle }) => cycle > 1).length,
    mails: await stack.mail.count(),
    bags: rows.flatMap(bagsOf).map((bag) => store.locate(bag)),
    totals,
  };
};
