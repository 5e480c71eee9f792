import type { ItemNumber } from '../../base/ids';
import type { Instant } from '../../domain/calendar/zone';
import { kidOf, openSigned } from '../../domain/identity';
import type { RenewalPlace } from '../../domain/identity/renewal';
import type { LogEntry } from '../../domain/item/log';
import { type Amend, RoundCommand, type RoundCommandType } from '../../domain/round/command';
import { CAUSE_OF, type RoundEvent } from '../../domain/round/event';
import { type KeyProposal, standingKeys } from '../../domain/round/keys/proposals';
import { standingAsked } from '../../domain/round/second/asked';
import { faultOfNewKey, keysByOffice } from '../new-keys';
import { againstOverOffice } from './office-alone';
import { differences, inForceFrom, repeated } from '../item/check-signatures';
import { SignedAuthor } from '../signed-author';
import type { Fields } from '../signed-words';
import type { RoundFault } from './record-fault';
import { ROUND_RECORD } from './paths';
import type { RoundContent } from './read';

/** The events with an author. A map: a bag can name any type. */
const CAUSE: ReadonlyMap<string, RoundCommandType | undefined> = new Map(
  Object.entries(CAUSE_OF).filter(([, cause]) => cause !== undefined),
);

type Words = {
  [T in RoundCommandType]?: (command: Extract<RoundCommand, { type: T }>, event: string) => Fields;
};

/** The type of the command that an event is an effect of. */
const causeIn = (event: RoundEvent): RoundCommandType | undefined =>
  event.type === 'second-asked' ? event.command : CAUSE.get(event.type);

/** Given by the second of two, in the name of the first. */
const isBySecond = (event: RoundEvent): boolean =>
  event.type === 'key-countersigned' ||
  ((event.type === 'plan-amended' || event.type === 'import-undone') && event.asked !== undefined);

const itemsOf = ({ changes, added = [] }: Pick<Amend, 'changes' | 'added'>): ItemNumber[] => [
  ...changes.map(({ item }) => item),
  ...added.map(({ planned }) => planned.number),
];

/** What an entry must say of a command, where that is not just what the command says. */
const WORDS: Words = {
  'register-people': ({ people, reason }) => ({ people: people.map(({ id }) => id), reason }),
  'replace-person': ({ person, successor, note }) => ({ person, successor, note }),
  'replace-key': ({ person, key }) => ({ person, kid: key.kid }),
  'propose-key': ({ person, key }) => ({ person, kid: key.kid }),
  amend: ({ basedOn, reason, number, changes, added }, event) =>
    event === 'second-asked'
      ? { command: 'amend', reason, items: itemsOf({ changes, added }) }
      : { version: basedOn + 1, reason, number, changes, added },
  'undo-import': ({ type: command, reason, number }, event) =>
    event === 'second-asked' ? { command, reason } : { reason, number },
  'new-calendar': ({ calendar }) => ({ to: calendar.version }),
  'new-policy': ({ policy }) => ({ to: policy.version }),
  reopen: ({ item, cycle, reason, deadline }) => ({ item, cycle: cycle + 1, reason, deadline }),
  // Without one the item keeps the deadline that the round has of it.
  restore: ({ item, cycle, reason, deadline }) => ({
    item,
    cycle: cycle + 1,
    reason,
    ...(deadline && { deadline }),
  }),
};

/** What was signed and the entry must say too, in the names of the entry. */
const signedFields = (command: RoundCommand, event: string): Fields => {
  const { id, by, onBehalfOf, round, at, genesis, seen, type, ...own } = command;
  const words = WORDS[type] as ((command: RoundCommand, event: string) => Fields) | undefined;
  return { id, by, onBehalfOf, round, type, ...(words?.(command, event) ?? own) };
};

/** What a command may leave out. */
const OPTIONAL = ['onBehalfOf', 'number', 'item', 'added'];

type Entry = LogEntry<RoundEvent>;
type Round = { round: string; people: NonNullable<RoundContent['people']> };

const signatureFaults = (entry: Entry, author: SignedAuthor, { round, people }: Round): RoundFault[] => {
  const { seq, at, event } = entry;
  const file = ROUND_RECORD.log;
  const keys = people.people.find(({ id }) => id === author.by)?.keys ?? [];
  const opened = openSigned(author.jws, keys, at);
  if ('fault' in opened) return [{ type: 'signature-bad', file, seq, fault: opened.fault }];
  const { data: command } = RoundCommand.safeParse(opened.payload);
  if (!command) return [{ type: 'signature-differs', file, seq, field: 'type' }];
  const { onBehalfOf, command: id } = author;
  // The second signs what the first has said, in the first's name.
  const by = isBySecond(event) ? command.by : author.by;
  const logged = { ...event, id, by, onBehalfOf, round, type: causeIn(event) };
  return differences(signedFields(command, event.type), logged, OPTIONAL).map((field) => ({
    type: 'signature-differs',
    file,
    seq,
    field,
  }));
};

/** Two signatures of a proposal as an entry of an item has them. */
const authorOfBoth = ({ first, second }: KeyProposal): unknown =>
  second && {
    ...{ by: first.by, jws: first.jws },
    countersigned: { first: first.at, by: second.by, jws: second.jws, at: second.at },
  };

type KeyReplaced = Extract<RoundEvent, { type: 'key-replaced' }>;

/** Whether an entry is what becomes, when its time has come, of a proposal that stood then and that two have signed. */
const isOutcome = (
  { at, event: { person, kid } }: { at: Instant; event: KeyReplaced },
  proposal: KeyProposal,
): boolean =>
  proposal.second !== undefined &&
  proposal.person === person &&
  proposal.key.kid === kid &&
  proposal.second.from <= at;

/** A key that took the place of another was agreed to by that, or by two; one that two have signed for came no earlier than it may. */
const agreedKeys = (
  log: readonly Entry[],
  people: Round['people']['people'],
  place: RenewalPlace,
): RoundFault[] =>
  log.flatMap((entry, index): RoundFault[] => {
    const { at, event, seq } = entry;
    if (event.type !== 'key-replaced') return [];
    const fault: RoundFault[] = [{ type: 'key-unagreed', file: ROUND_RECORD.log, seq }];
    if (event.proposed === undefined) return faultOfNewKey(entry, people, place) ? fault : [];
    const found = standingKeys(log.slice(0, index)).find((one) => one.entry === event.proposed);
    if (!found || !isOutcome({ at, event }, found)) return fault;
    return faultOfNewKey({ ...entry, author: authorOfBoth(found) }, people, place) ? fault : [];
  });

const payloadOf = (jws: string): string | undefined => jws.split('.')[1];

/** Whether the entry with this place in a log carries out what was asked for, signed by another over the same text. */
export const isOfTwo = (log: readonly Entry[], index: number, entryAsked: number | undefined): boolean => {
  const asked = standingAsked(log.slice(0, index)).find(({ entry }) => entry === entryAsked);
  const author = log[index]?.author;
  if (!asked || author?.identity !== 'signed' || author.by === asked.first.by) return false;
  const isSame = payloadOf(author.jws) === payloadOf(asked.first.jws);
  return isSame && kidOf(author.jws) !== kidOf(asked.first.jws);
};

/** Versions of the plan follow each other, and one that took two was asked for, and signed by another over the same text. */
const amendedByTwo = (log: readonly Entry[]): RoundFault[] => {
  let version = 1;
  return log.flatMap(({ event, author, seq }, index): RoundFault[] => {
    if (event.type !== 'plan-amended') return [];
    const fault: RoundFault[] = [{ type: 'amendment-differs', file: ROUND_RECORD.log, seq }];
    const follows = event.version === version + 1;
    version = event.version;
    const isOut = log.slice(0, index).some((one) => one.event.type === 'notice-published');
    const isAlone = event.asked === undefined && author?.identity === 'signed';
    if (!follows || (event.added && isOut && isAlone)) return fault;
    return event.asked === undefined || isOfTwo(log, index, event.asked) ? [] : fault;
  });
};

/** The entries in which the office alone has done of keys and places what takes two, as older versions let it. */
export const keysByOfficeIn = (record: RoundContent): number[] => {
  const { log, people } = record;
  const replaced = log && people ? keysByOffice(log, people.people) : [];
  return [...new Set([...replaced, ...againstOverOffice(record)])].sort((a, b) => a - b);
};

/** The first entry from which on every act must be signed; a round that takes signed commands only goes on so. */
const signedFrom = ({ planImported, policy, log }: RoundContent): number => {
  if (planImported?.policy.identity === 'signed') return 0;
  return policy?.identity === 'signed' && log ? inForceFrom(log) : Infinity;
};

/** Every signature in the log of a round holds, by `people.json`, says what its entry says, and is used once. */
export const signedByKeys = (record: RoundContent): RoundFault[] => {
  const { round, log, people } = record;
  if (!round || !log || !people) return [];
  const from = signedFrom(record);
  const faults = log.flatMap((entry): RoundFault[] => {
    const { data: author } = SignedAuthor.safeParse(entry.author);
    if (author) return signatureFaults(entry, author, { round: round.round, people });
    // A key that two have signed for takes effect by itself, and a round that was undone closes so: `agreedKeys` and `undone` look at them.
    const isByItself =
      (entry.event.type === 'key-replaced' && entry.event.proposed !== undefined) ||
      (entry.event.type === 'round-closed' && entry.event.undone !== undefined);
    const isAct = entry.author !== undefined || (causeIn(entry.event) !== undefined && !isByItself);
    return isAct && entry.seq > from
      ? [{ type: 'act-unsigned', file: ROUND_RECORD.log, seq: entry.seq }]
      : [];
  });
  const place = { round: round.round, genesis: record.opening?.genesis };
  return [
    ...faults,
    ...repeated(log, ROUND_RECORD.log),
    ...agreedKeys(log, people.people, place),
    ...amendedByTwo(log),
  ];
};
