import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, domainTime, realTime } from '../../domain/calendar/clock';
import { civilOf, type Instant } from '../../domain/calendar/zone';
import type { PersonId } from '../../base/ids';
import type { Command, EvidenceFile } from '../../domain/item/command';
import type { RoundCommand } from '../../domain/round/command';
import type { Plan } from '../../domain/plan/plan';
import type { Store } from '../../store/store';
import type { Rectify } from '../api';
import { sign, type SigningKey } from '../keys';

/** Where a drill is played; `keys` are those of the people of the plan. */
export type Stage = {
  rectify: Rectify;
  store: Store;
  plan: Plan;
  /** The file that the plan was imported from. */
  planText: string;
  clock: Clock;
  keys: ReadonlyMap<PersonId, SigningKey>;
};

/** What somebody tells an item, or the round; id and time are added. */
type Said<C> = C extends { id: string } ? Omit<C, 'id' | 'at'> : never;
export type ToItem = Said<Command>;
export type ToRound<C = Said<RoundCommand>> = C extends object ? Omit<C, 'round'> : never;

export const nowOf = ({ clock }: Pick<Stage, 'clock'>): Instant => domainTime(clock, Date.now());

export const until = async ({ clock }: Stage, at: Instant): Promise<void> => {
  const wait = realTime(clock, at) - Date.now();
  if (wait > 0) await sleep(wait);
};

/** What it takes to give a command. */
export type Giving = Pick<Stage, 'rectify' | 'plan' | 'keys'>;

const envelope = () => ({ id: randomUUID(), at: new Date().toISOString() });

const signed =
  ({ keys }: Giving) =>
  (command: { by: PersonId }): string => {
    const key = keys.get(command.by);
    if (!key) throw new Error(`${command.by} has no key in this drill`);
    return sign(command, key);
  };

export const tellItem = async (stage: Giving, said: ToItem): Promise<void> => {
  await stage.rectify.command({ ...envelope(), ...said }, signed(stage));
};

export const tellRound = async (stage: Giving, said: ToRound): Promise<void> => {
  await stage.rectify.commandRound({ ...envelope(), round: stage.plan.round, ...said }, signed(stage));
};

/** Keeps a file in the store and says what a command names it by. */
export const handIn = async (
  stage: Stage,
  content: string | Uint8Array,
  { title, mediaType }: Pick<EvidenceFile, 'title' | 'mediaType'>,
): Promise<EvidenceFile> => {
  const digest = await stage.store.putEvidence(Readable.from([Buffer.from(content)]));
  return { ...digest, mediaType, title, effectiveDate: civilOf(nowOf(stage)) };
};

export const officeOf = ({ plan: { roster } }: Pick<Stage, 'plan'>): PersonId =>
  roster.office[0] ?? roster.head;
export const oversightOf = ({ plan: { roster } }: Stage): PersonId => roster.oversight[0] ?? roster.head;

/** Waits until what was started is done; a drill that waits too long has failed. */
export const come = async <T>(
  what: string,
  look: () => Promise<T | undefined>,
  seconds: number,
): Promise<T> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`the drill waited ${seconds} s in vain for ${what}`);
    await sleep(250);
  }
};
