import { setTimeout as sleep } from 'node:timers/promises';
import { addWorkingDays } from '../../domain/calendar/calendar';
import { type Clock, domainTime } from '../../domain/calendar/clock';
import { instant, type Instant, instantOf, readable, TimeOfDay } from '../../domain/calendar/zone';
import { bagName } from '../../archive/item/record';
import type { PersonId } from '../../base/ids';
import type { RoundBag } from '../../domain/round/memory';
import { SIDES } from '../../domain/item/side';
import type { Plan } from '../../domain/plan/plan';
import type { Language } from '../../domain/round/roster';
import type { LedgerRow } from '../../domain/round/row';
import { openFolder } from '../../store/open';
import { openStore } from '../../store/open';
import type { SigningKey } from '../keys';
import type { Stack } from '../local/stack';
import { calendarFor } from '../../domain/plan/calendar';
import { verifyFolder } from '../../archive/verify/bag';
import { fileBeginnings, openRound, publishAndClose } from './office';
import { dossierOf, Papers } from './papers';
import { play } from './players';
import { type Act, scriptOf } from './script';
import { type Stage, until } from './stage';
import type { Outcome } from './outcome';
import { amendmentsIn, remindersIn, toldIn, workIn } from './told';

/** A plan, the file that it is from, and the keys of its people. */
export type Cast = { plan: Plan; planText: string; keys: ReadonlyMap<PersonId, SigningKey> };

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

/** The office looks at its board when it has sent the letter: there is then most to see. */
const midwayIn = (script: ReadonlyMap<string, readonly Act[]>): Instant =>
  [...script.values()].flat().find(({ deed }) => deed.do === 'send-letter')?.at ?? instant(0);

type Drill = { stack: Stack; cast: Cast; language: Language; folder: string };

/**
 * Runs a whole round on the fast clock, everybody playing their part, until all items are archived, the notice is
 * published and the round closed. Documents go into `folder`.
 */
export const runDrill = async (drill: Drill, show: Glimpse): Promise<Outcome> => {
  const { stack, cast, language, folder } = drill;
  const { plan } = cast;
  const calendar = calendarFor(plan);
  const assigned = addWorkingDays(calendar, plan.feedback, 1);
  const start = instantOf(assigned, TimeOfDay.parse('09:00'));
  const script = scriptOf(plan, calendar, assigned);
  const rate = Math.ceil((lastOf(script) - start) / (LENGTH * 1000));
  const clock: Clock = { real: instant(Date.now() + HELD), domain: start, rate, drill: plan.round };
  const { rectify } = stack;
  await openRound(stack, cast, calendar, clock);

  const stage: Stage = { ...cast, rectify, store: await openStore(stack.storeUrl), clock };
  const papers = await Papers.into(folder, stage, language);
  const watching = new AbortController();
  const watched = watch(stack, plan, clock, show, watching.signal);
  try {
    const office = [fileBeginnings(stage), until(stage, midwayIn(script)).then(() => papers.midway())];
    await Promise.all([...office, ...[...script].map(([number, acts]) => play(stage, number, acts))]);
    if (!(await allArchived(stack, plan))) return await outcomeOf(drill, stage, papers);
    const bag = await publishAndClose(stage, await papers.final());
    return await outcomeOf(drill, stage, papers, bag);
  } finally {
    watching.abort();
    await watched;
  }
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

const allArchived = async ({ rectify }: Stack, plan: Plan): Promise<boolean> => {
  const end = Date.now() + AFTERMATH;
  while ((await rectify.ledger(plan.round)).rows.some(({ archive }) => !archive)) {
    if (Date.now() > end) return false;
    await sleep(250);
  }
  return true;
};

/** Items that somebody else has than the plan says. */
const reassignedIn = (rows: readonly LedgerRow[], { items }: Plan): number =>
  rows.filter(({ number, people }) =>
    items.some((item) => item.number === number && SIDES.some((side) => item[side] !== people[side])),
  ).length;

/** The bags of all lives of an item. */
const bagsOf = ({ item, cycle, archive }: LedgerRow): string[] =>
  archive ? Array.from({ length: cycle }, (_, index) => bagName({ item, cycle: index + 1 })) : [];

/** How many bags are valid by `rectify verify`. */
const validIn = async (bags: readonly string[]): Promise<number> => {
  let valid = 0;
  for (const bag of bags) if ((await verifyFolder(await openFolder(bag), bag)).valid) valid += 1;
  return valid;
};

/** What became of the plan, of those who help, and of reports: by the logs and the receipts of mails. */
const toldOf = async (stage: Stage) => {
  const dossier = await dossierOf(stage);
  const { items, head } = dossier;
  const log = await stage.rectify.roundLog(head.round);
  const told = await toldIn(stage);
  const { round } = head;
  return { ...amendmentsIn(log), ...workIn(dossier), ...remindersIn(told, log, { round, items }) };
};

/** Everything counted from the system itself: the ledger, the store, the mail catcher, the bags. */
const outcomeOf = async (
  { stack, cast: { plan } }: Drill,
  stage: Stage,
  { written, disagreements }: Papers,
  round?: RoundBag,
): Promise<Outcome> => {
  const { store } = stage;
  const { rows, totals } = await stack.rectify.ledger(plan.round);
  const names = [...rows.flatMap(bagsOf), ...(round ? [round.bag] : [])];
  const bags = names.map((bag) => store.locate(bag));
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
    ...(await toldOf(stage)),
    letters: rows.flatMap(({ proposals }) => proposals).filter(({ number }) => number !== undefined).length,
    closed: round !== undefined,
    mails: await stack.mail.count(),
    bags,
    valid: await validIn(bags),
    documents: written,
    disagreements,
    totals,
  };
};
