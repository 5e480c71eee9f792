import type { ItemNumber } from '../../../base/ids';
import type { Author, LogEntry } from '../../item/log';
import type { PlannedItem } from '../../plan/plan';
import type { RoundEvent } from '../event';
import type { Addition } from './addition';
import type { Added, AddedItem } from './amendment';

type Log = readonly LogEntry<RoundEvent>[];

/** The first signs, the second signs after them: the entry has the second's signature, the one that asked for it the first's. */
const authorsOf = ({ author, event, at }: LogEntry<RoundEvent>, log: Log): Author | undefined => {
  const asked = 'asked' in event ? log.find(({ seq }) => seq === event.asked) : undefined;
  if (author?.identity !== 'signed' || asked?.author?.identity !== 'signed') return author;
  const { by, jws } = author;
  return { ...asked.author, countersigned: { first: asked.at, by, jws, at } };
};

const addedOf = (version: number, { splitFrom }: AddedItem): Added => ({
  version,
  ...(splitFrom !== undefined && { splitFrom }),
});

/** The items that an entry of a log adds. */
export const additionsBy = (entry: LogEntry<RoundEvent>, log: Log): Addition[] => {
  const { event, at } = entry;
  if (event.type !== 'plan-amended' || !event.added) return [];
  const { version, added, archiveNumbers = [] } = event;
  const author = authorsOf(entry, log);
  if (!author) return [];
  return added.map((one, index) => ({
    planned: one.planned,
    added: addedOf(version, one),
    archiveNumber: archiveNumbers[index] ?? '',
    at,
    author,
  }));
};

/** All items that amendments have added, in their order. */
const additionsIn = (log: Log): Addition[] => log.flatMap((entry) => additionsBy(entry, log));

/** The addition of one item; undefined of one that was imported. */
export const additionOf = (log: Log, item: ItemNumber): Addition | undefined =>
  additionsIn(log).find(({ planned: { number } }) => number === item);

/** All items of a round as they were first planned: those that were imported, then those that were added. */
export const withAdditions = (imported: readonly PlannedItem[], log: Log): readonly PlannedItem[] => {
  const added = additionsIn(log);
  return added.length === 0 ? imported : [...imported, ...added.map(({ planned }) => planned)];
};
