import { canonical } from '../../base/hash';
import type { RoundId, Sha256 } from '../../base/ids';
import { kidOf, openSigned } from '../../domain/identity';
import type { PlannedItem } from '../../domain/plan/plan';
import type { LogEntry } from '../../domain/item/log';
import { Amend } from '../../domain/round/command';
import type { Person, Roster } from '../../domain/round/roster';
import type { RecordContent } from './read-record';

type People = NonNullable<RecordContent['people']>;
type AddedBy = NonNullable<NonNullable<RecordContent['opening']>['added']>;

const recordOf = ({ people }: People, person: string) =>
  people.find(({ id }) => id === person) as (People['people'][number] & Partial<Person>) | undefined;

const keysOf = (people: People, person: string) => recordOf(people, person)?.keys ?? [];

/** The second signature, where there is one, is by another person and key, under the same text. */
const isSeconded = ({ by, jws, countersigned }: AddedBy, people: People): boolean => {
  if (!countersigned) return true;
  const { by: second, jws: other, at } = countersigned;
  const isOther = second !== by && kidOf(other) !== kidOf(jws);
  const isSame = other.split('.')[1] === jws.split('.')[1];
  return isOther && isSame && !('fault' in openSigned(other, keysOf(people, second), at));
};

/** Whether an amendment is by the office or the head, or by who was that when the log of the item began; or by a deputy of theirs. */
export const isByOffice = (
  { by, onBehalfOf = by }: AddedBy,
  people: People,
  log: readonly LogEntry[],
): boolean => {
  const { head, office } = people as unknown as Pick<Roster, 'head' | 'office'>;
  const gone = log.flatMap(({ event }) => (event.type === 'office-replaced' ? [event.from] : []));
  const stoodIn = recordOf(people, onBehalfOf)?.deputies ?? [];
  return [head, ...office, ...gone].includes(onBehalfOf) && (by === onBehalfOf || stoodIn.includes(by));
};

/** Whether an item was added, just as it is planned, by an amendment of this round that its author has signed. */
export const isAddedBy = (
  planned: PlannedItem,
  added: AddedBy,
  { genesis, round }: { genesis: Sha256; round: RoundId },
  people: People,
): boolean => {
  const at = added.countersigned?.first ?? added.at;
  const opened = openSigned(added.jws, keysOf(people, added.by), at);
  if ('fault' in opened) return false;
  const { data: command } = Amend.safeParse(opened.payload);
  if (command?.id !== added.command || command.by !== added.by) return false;
  if (command.onBehalfOf !== added.onBehalfOf) return false;
  const isHere = command.round === round && command.genesis === genesis;
  const isIn = (command.added ?? []).some((one) => canonical(one.planned) === canonical(planned));
  return isHere && isIn && isSeconded(added, people);
};
