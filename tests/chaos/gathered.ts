import { bagName } from '../../archive/item/record';
import { readRecordedLog } from './recorded-log';
import { verifyFolder } from '../../archive/verify/bag';
import { itemId, type ItemId, type RoundId } from '../../base/ids';
import { type Clock } from '../../domain/calendar/clock';
import type { ItemSchedule, ItemView } from '../../domain/item/life';
import { reasonOf } from '../../base/reason';
import type { LogEntry } from '../../domain/item/log';
import { Receipt } from '../../domain/ladder/notice';
import type { RoundEvent } from '../../domain/round/event';
import { openStore } from '../../store/open';
import type { Store } from '../../store/store';
import { itemWorkflowId, type RoundLedger, roundWorkflowId } from '../../workflows/messages';
import type { Fault } from './faults';
import type { GivenCommand } from './journal';
import { notesIn, type Noted } from './mail-server';
import type { PatientRectify } from './patient';
import type { PlayedRound } from './people/round';
import type { Stage } from './stage';

/** How the server has a workflow. `failing`: its task fails again and again. */
export type WorkflowSeen = { workflow: string; status: string; failing: boolean };

/** A life of an item, as it tells itself. */
export type LifeSeen = WorkflowSeen & {
  item: ItemId;
  cycle: number;
  view: ItemView;
  said: ItemSchedule['said'];
};

/** A bag in the store: what `verify` finds wrong with it, and the log that it holds. */
export type BagSeen = { bag: string; faults: readonly string[]; log: readonly LogEntry[] };

export type RoundSeen = WorkflowSeen & {
  name: PlayedRound['name'];
  round: RoundId;
  clock: Clock;
  ledger: RoundLedger;
  log: readonly LogEntry<RoundEvent>[];
  lives: readonly LifeSeen[];
  bags: readonly BagSeen[];
  /** Lives that did not answer, and why. */
  silent: readonly Silent[];
};

export type Silent = { workflow: string; why: string };

/** All that is known when everything is quiet; the invariants look at nothing else. */
export type Gathered = {
  /** Real time: what was due by then must have come about. */
  cut: number;
  rounds: readonly RoundSeen[];
  commands: readonly GivenCommand[];
  receipts: readonly Receipt[];
  mails: readonly Noted[];
  faults: readonly Fault[];
};

/** Every receipt of a store. */
const receiptsOf = async (store: Store): Promise<Receipt[]> => {
  const names = (await store.list('mail')).filter((name) => name.endsWith('.json'));
  return Promise.all(
    names.map(async (name) => Receipt.parse(JSON.parse((await store.get(name)).toString()))),
  );
};

const workflowSeen = async ({ client }: Stage, workflow: string): Promise<WorkflowSeen> => {
  const { status, raw } = await client.workflow.getHandle(workflow).describe();
  return { workflow, status: status.name, failing: (raw.pendingWorkflowTask?.attempt ?? 0) > 2 };
};

/** All lives that there have been of the items of a round. */
const livesOf = async (
  stage: Stage,
  rectify: PatientRectify,
  { round, items }: PlayedRound,
  { rows }: RoundLedger,
): Promise<Pick<RoundSeen, 'lives' | 'silent'>> => {
  const lives = items.flatMap((number) => {
    const cycles = rows.find((row) => row.number === number)?.cycle ?? 1;
    return Array.from({ length: cycles }, (_, index) => ({ item: itemId(round, number), cycle: index + 1 }));
  });
  const found: LifeSeen[] = [];
  const silent: Silent[] = [];
  for (const { item, cycle } of lives) {
    const workflow = itemWorkflowId(item, cycle);
    try {
      const [view, { said }, how] = await Promise.all([
        rectify.item(item, cycle),
        rectify.schedule(item, cycle),
        workflowSeen(stage, workflow),
      ]);
      found.push({ item, cycle, view, said, ...how });
    } catch (error) {
      silent.push({ workflow, why: wholeReason(error) });
    }
  }
  return { lives: found, silent };
};

/** What an error says, and what caused it. */
const wholeReason = (error: unknown): string =>
  error instanceof Error && error.cause !== undefined
    ? `${error.message}: ${wholeReason(error.cause)}`
    : reasonOf(error);

const bagSeen = async (store: Store, bag: string): Promise<BagSeen> => {
  const folder = await store.folder(bag);
  const { faults } = await verifyFolder(folder, store.locate(bag));
  return { bag, faults: faults.map((fault) => JSON.stringify(fault)), log: await readRecordedLog(folder) };
};

const bagsOf = async (store: Store, lives: readonly LifeSeen[], round: RoundId): Promise<BagSeen[]> => {
  const archived = lives.filter(({ view }) => view.state.archive).map((life) => bagName(life));
  const own = `bags/${round}/round`;
  const seen: BagSeen[] = [];
  for (const bag of [...archived, own]) if (await store.has(bag)) seen.push(await bagSeen(store, bag));
  return seen;
};

/** Asks every round and item, and reads every receipt; bags are looked at afterwards, by `withBags`. */
export const gather = async (
  stage: Stage,
  rectify: PatientRectify,
  rounds: readonly PlayedRound[],
  known: Pick<Gathered, 'cut' | 'commands' | 'faults'>,
): Promise<Gathered> => {
  const seen: RoundSeen[] = [];
  for (const played of rounds) {
    const { name, round, clock } = played;
    const found = await livesOf(stage, rectify, played, await rectify.ledger(round));
    const [ledger, log, how] = await Promise.all([
      rectify.ledger(round),
      rectify.roundLog(round),
      workflowSeen(stage, roundWorkflowId(round)),
    ]);
    seen.push({ name, round, clock, ledger, log, ...found, bags: [], ...how });
  }
  const store = await openStore(stage.storeUrl);
  return { ...known, rounds: seen, receipts: await receiptsOf(store), mails: notesIn(stage.mailFolder) };
};

/** The same with every bag, verified. */
export const withBags = async (stage: Stage, gathered: Gathered): Promise<Gathered> => {
  const store = await openStore(stage.storeUrl);
  const rounds: RoundSeen[] = [];
  for (const round of gathered.rounds)
    rounds.push({ ...round, bags: await bagsOf(store, round.lives, round.round) });
  return { ...gathered, rounds };
};
