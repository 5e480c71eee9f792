import { type ItemId, type ItemNumber, numberOf } from '../base/ids';
import { payloadIn } from '../domain/identity';
import { Command, type CommandType } from '../domain/item/command';
import type { EventType } from '../domain/item/event';
import type { LogEntry } from '../domain/item/log';
import { sidesOf } from '../domain/item/side';
import type { AddedItem } from '../domain/round/amend/amendment';
import { RoundCommand, type RoundCommandType } from '../domain/round/command';

/** The life of an item that a record is of. */
export type Life = { item: ItemId; cycle: number };
export type AnyCommand = Command | RoundCommand;
export type Fields = Record<string, unknown>;

type Causes = readonly (CommandType | RoundCommandType)[];

/** The commands that can cause an event; none for events without an author. */
const CAUSES_OF: Record<EventType, Causes> = {
  reopened: ['reopen'],
  restored: ['restore'],
  acknowledged: ['acknowledge'],
  'progress-reported': ['report-progress'],
  'evidence-added': ['add-evidence'],
  'evidence-withdrawn': ['withdraw-evidence'],
  'measure-completed': ['complete-measure'],
  'result-recorded': ['record-result'],
  'result-corrected': ['correct-result'],
  'closure-requested': ['request-closure'],
  'closure-withdrawn': ['withdraw-closure'],
  'extension-requested': ['request-extension'],
  'extension-granted': ['grant-extension'],
  'extension-refused': ['refuse-extension'],
  approved: ['approve'],
  'approval-voided': ['add-evidence'],
  asked: ['ask'],
  returned: ['return'],
  accepted: ['accept'],
  'stage-accepted': ['accept-stage'],
  'checked-in': ['check-in'],
  withdrawn: ['withdraw', 'undo-import'],
  'undo-refused': ['undo-import'],
  reassigned: ['reassign', 'replace-person'],
  'deadline-set': ['set-deadline'],
  amended: ['amend'],
  'closure-voided': ['amend'],
  urged: ['urge'],
  resent: ['resend'],
  commented: ['comment'],
  'proposal-issued': ['issue-proposal'],
  'proposal-dropped': ['drop-proposal'],
  'people-changed': ['register-people'],
  'office-replaced': ['replace-person'],
  'helper-replaced': ['replace-person'],
  'key-replaced': ['replace-key', 'propose-key'],
  'key-revoked': ['revoke-key'],
  'calendar-changed': ['new-calendar'],
  'policy-changed': ['new-policy'],
  assigned: ['amend'],
  'amendment-refused': ['amend'],
  'sustaining-ended': [],
  'rung-reached': [],
  'mail-undeliverable': [],
  archived: [],
};

/** The events with an author. A map: a bag can name any type. */
export const CAUSES: ReadonlyMap<string, Causes> = new Map(
  Object.entries(CAUSES_OF).filter(([, causes]) => causes.length > 0),
);

/** Events that may also happen without an author. */
const ALSO_BY_ITSELF: readonly string[] = ['approval-voided', 'assigned'];

/** An event that is a person's act, whoever is named as its author. */
export const isAct = ({ author, event }: Pick<LogEntry, 'author' | 'event'>): boolean =>
  author !== undefined || (CAUSES.has(event.type) && !ALSO_BY_ITSELF.includes(event.type));

type Words = {
  [T in AnyCommand['type']]?: (
    command: Extract<AnyCommand, { type: T }>,
    event: string,
    life: Life,
  ) => Fields;
};

/** What the first entry of an item says that was added. */
const bornOf = (all: readonly AddedItem[], version: number, item: ItemNumber): Fields => {
  const one = all.find(({ planned }) => planned.number === item);
  if (!one) return { added: all };
  const { planned, splitFrom } = one;
  const added = { version, ...(splitFrom !== undefined && { splitFrom }) };
  return { added, people: sidesOf(planned), deadline: planned.deadline };
};

/** What an entry must say of a command, where that is not just what the command says. */
const WORDS: Words = {
  // Evidence that voids an approval is told by the entry before.
  'add-evidence': ({ measure, file, replaces }, event) =>
    event === 'approval-voided' ? {} : { measure, file, replaces },
  // What they may leave out the entry must leave out too.
  'record-result': ({ kind, figure, measure, evidence, vouchedBy, note }) => ({
    kind,
    figure,
    measure,
    evidence,
    vouchedBy,
    note,
  }),
  'correct-result': ({ result, figure, reason }) => ({ result, figure, reason }),
  reassign: ({ side, to, note }) => ({ side, to, note }),
  'replace-person': ({ person, successor, note }) => ({ from: person, to: successor, note }),
  'register-people': ({ reason }) => ({ reason }),
  'replace-key': ({ person, key }) => ({ person, kid: key.kid }),
  'propose-key': ({ person, key }) => ({ person, kid: key.kid }),
  // What it voids is told by the entry before; why it came to nothing only the item knows.
  amend: ({ basedOn, reason, number, changes, added = [] }, event, { item, cycle }) => {
    if (event === 'assigned') return bornOf(added, basedOn + 1, numberOf(item));
    const change = changes.find((one) => one.item === numberOf(item) && one.cycle === cycle);
    if (!change) return { changes };
    if (event === 'closure-voided' || event === 'amendment-refused') return { version: basedOn + 1 };
    return { version: basedOn + 1, reason, number, set: change.set, measures: change.measures };
  },
  // What it was refused for, and when the round was undone, the item knows alone.
  'undo-import': ({ reason, number }, event) => (event === 'withdrawn' ? { reason, number } : {}),
  'new-calendar': ({ calendar }) => ({ to: calendar.version }),
  'new-policy': ({ policy }) => ({ to: policy.version }),
  'issue-proposal': ({ rung, day, number }) => ({ rung, day, number }),
  'drop-proposal': ({ rung, day, reason }) => ({ rung, day, reason }),
  reopen: ({ reason, deadline }) => ({ reason, deadline }),
  // Without one the item keeps the deadline that the round has of it.
  restore: ({ reason, deadline }) => ({ reason, ...(deadline && { deadline }) }),
};

/** The life of the item that a command is for, as far as it says. */
const addressed = (command: AnyCommand, { item, cycle }: Life): Fields => {
  if (!('round' in command)) return { item: command.item, cycle: command.cycle };
  const given = 'item' in command ? `${command.round}/${command.item}` : `${command.round}/${numberOf(item)}`;
  return { item: given, cycle: 'cycle' in command ? command.cycle + 1 : cycle };
};

/** A command of either kind, in whatever was signed. */
export const anyCommandIn = (payload: unknown): AnyCommand | undefined =>
  Command.safeParse(payload).data ?? RoundCommand.safeParse(payload).data;

/** The command that a JWS says; whether its signature is good is checked elsewhere. */
export const commandIn = (jws: string): AnyCommand | undefined => {
  const said = payloadIn(jws);
  return 'fault' in said ? undefined : anyCommandIn(said.payload);
};

/** What was signed and the entry must say too, in the names of the entry. */
export const signedWords = (command: AnyCommand, event: string, life: Life): Fields => {
  const { id, by, onBehalfOf, at, genesis, seen, type, ...own } = command;
  const { round, item, cycle, ...said }: Fields = own;
  const words = WORDS[type] as ((command: AnyCommand, event: string, life: Life) => Fields) | undefined;
  return {
    id,
    by,
    onBehalfOf,
    type,
    ...addressed(command, life),
    ...(words?.(command, event, life) ?? said),
  };
};
