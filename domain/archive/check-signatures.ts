import { z } from 'zod';
import { canonical } from '../hash';
import { openSigned } from '../identity';
import { PersonId } from '../ids';
import { sideOf } from '../item/authority';
import { Command, type CommandType } from '../item/command';
import type { EventType } from '../item/event';
import type { LogEntry } from '../item/log';
import { RECORD, type RecordContent } from './read-record';
import type { RecordFault } from './record-fault';

/** The command that an event comes of; all others happen by themselves. A map: a bag can name any type. */
const CAUSES: ReadonlyMap<string, CommandType> = new Map<EventType, CommandType>([
  ['acknowledged', 'acknowledge'],
  ['progress-reported', 'report-progress'],
  ['evidence-added', 'add-evidence'],
  ['approval-voided', 'add-evidence'],
  ['measure-completed', 'complete-measure'],
  ['closure-requested', 'request-closure'],
  ['approved', 'approve'],
  ['returned', 'return'],
  ['accepted', 'accept'],
]);

const SignedAuthor = z.looseObject({
  by: PersonId,
  onBehalfOf: PersonId.optional(),
  command: z.string(),
  identity: z.literal('signed'),
  jws: z.string(),
});
type SignedAuthor = z.infer<typeof SignedAuthor>;

type Life = { item: string; cycle: number };

type Fields = Record<string, unknown>;

/** What an entry says, in the names of a command. */
const logged = (author: SignedAuthor, event: LogEntry['event'], { item, cycle }: Life): Fields => {
  const { by, onBehalfOf, command: id } = author;
  return { ...event, id, by, onBehalfOf, item, cycle, type: CAUSES.get(event.type) };
};

/** What was signed and an entry must say too; evidence that voids an approval is told by the entry before. */
const signedFor = (event: LogEntry['event'], command: Command): Fields => {
  const { at, ...said }: Fields = command;
  if (event.type !== 'approval-voided') return said;
  const { measure, file, ...rest } = said;
  return rest;
};

const text = (value: unknown): string => (value === undefined ? '' : canonical(value));

/** What a command may leave out. */
const OPTIONAL = ['onBehalfOf', 'opinion'];

/** The fields in which what was signed differs from what the log says. */
const differences = (signed: Fields, log: Fields): string[] =>
  [...new Set([...Object.keys(signed), ...OPTIONAL])].filter(
    (field) => text(signed[field]) !== text(log[field]),
  );

const signatureFaults = (
  { seq, at, event }: LogEntry,
  author: SignedAuthor,
  { people }: NonNullable<RecordContent['people']>,
  life: Life,
): RecordFault[] => {
  const file = RECORD.log;
  const keys = people.find(({ id }) => id === author.by)?.keys ?? [];
  const opened = openSigned(author.jws, keys, at);
  if ('fault' in opened) return [{ type: 'signature-bad', file, seq, fault: opened.fault }];
  const { data: command } = Command.safeParse(opened.payload);
  if (!command) return [{ type: 'signature-differs', file, seq, field: 'type' }];
  const fields = differences(signedFor(event, command), logged(author, event, life));
  return fields.map((field) => ({ type: 'signature-differs', file, seq, field }));
};

/** A person's act, or one that says it is. */
const isAct = ({ author, event }: LogEntry): boolean => author !== undefined || sideOf(event) !== undefined;

/**
 * Every signature in a log holds, by the keys that `people.json` has, and says what its entry says; and where the
 * policy takes signed commands only, every act of a person has one.
 */
export const signed = ({ item, log, people, policy }: RecordContent): RecordFault[] => {
  if (!item || !log || !people || !policy) return [];
  return log.flatMap((entry) => {
    const { data: author } = SignedAuthor.safeParse(entry.author);
    if (author) return signatureFaults(entry, author, people, item);
    return policy.identity === 'signed' && isAct(entry)
      ? [{ type: 'act-unsigned', file: RECORD.log, seq: entry.seq } as const]
      : [];
  });
};
