import type { ItemBirth } from '../item/life';
import type { LogEntry } from '../item/log';
import type { PlannedItem } from '../plan/plan';
import { additionOf, additionsBy } from './amend/additions';
import { birthOfAdded, type RoundSetting } from './birth';
import type { RoundEvent } from './event';
import { standingKeys } from './keys/proposals';
import { laterLife, type NewLife } from './later-life';
import type { RoundMemory } from './memory';
import type { ItemOpenings } from './opening/opened';
import type { LedgerRow } from './row';
import { standingAsked } from './second/asked';

/** A round in which lives of items begin after its import. */
type Round = {
  memory: Pick<RoundMemory, 'head' | 'calendar' | 'log' | 'answers' | 'pieces'>;
  birth: Pick<RoundSetting, 'clock'>;
  openings: ItemOpenings;
};

const settingOf = ({ memory: { head, calendar }, birth: { clock } }: Round): RoundSetting => ({
  head,
  calendar,
  clock,
});

/** What a life that begins is not to hear of again; what still waits is passed on to it too. */
const heardBefore = ({ log, answers }: Round['memory']): string[] => {
  const waiting = [...standingKeys(log), ...standingAsked(log)].map(({ command }) => command);
  return answers.map(({ command }) => command).filter((one) => !waiting.includes(one));
};

/** What the items are started with that an entry adds. `command`: the one that adds them, which they are not to hear of. */
export const addedLives = (entry: LogEntry<RoundEvent>, command: string, round: Round): ItemBirth[] => {
  const { memory, openings } = round;
  return additionsBy(entry, memory.log).map((one) =>
    birthOfAdded(settingOf(round), one, {
      heard: [...heardBefore(memory), command],
      opening: openings.ofAdded(one),
    }),
  );
};

/** What the life is started with that an entry begins. `line`: that of the ledger; `plan`: as it stands. */
export const followingLife = (
  event: NewLife,
  { at, author }: LogEntry<RoundEvent>,
  { line: row, plan, ...round }: Round & { line: LedgerRow | undefined; plan: readonly PlannedItem[] },
): ItemBirth => {
  const { item: number } = event;
  const { memory, openings } = round;
  const { log } = memory;
  const original = plan.find((item) => item.number === number);
  if (!row || !original || !author) throw new TypeError(`${number} cannot begin anew`);
  const addition = additionOf(log, number);
  return laterLife(
    event,
    { at, author },
    {
      setting: settingOf(round),
      log,
      row,
      original,
      piece: memory.pieces + 1,
      opening: openings.ofLaterLife(number, addition),
      added: addition?.added,
      heard: heardBefore(memory),
    },
  );
};
