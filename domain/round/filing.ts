import { civilOf } from '../calendar/zone';
import { canonical } from '../../base/hash';
import type { ItemNumber } from '../../base/ids';
import type { LogEntry } from '../item/log';
import type { Refusal } from '../refusal';
import type { RoundCommand } from './command';
import type { Case, RoundState, RoundVerdict } from './rule';
import type { RoundEvent } from './event';
import { nameOf } from './offices';
import { archiveNumber } from '../plan/plan';
import { totalsOf } from './totals';

/*
 * What is filed with a round, and how it ends.
 */

type Log = readonly LogEntry<RoundEvent>[];
type Rule<T extends RoundCommand['type']> = (given: Case<Extract<RoundCommand, { type: T }>>) => RoundVerdict;

/** What has a number of the office (文号): a letter as it was issued, one that was filed, anything else. */
type Numbered = { number: string; as: 'issued' | 'filed' | 'other'; item?: ItemNumber | undefined };

const numberedIn = (event: RoundEvent): Numbered[] => {
  if (event.type === 'proposal-issued') return [{ number: event.number, as: 'issued', item: event.item }];
  if (event.type !== 'document-filed' && event.type !== 'notice-published') return [];
  if (event.number === undefined) return [];
  if (event.type === 'notice-published') return [{ number: event.number, as: 'other' }];
  return [{ number: event.number, as: event.kind === 'letter' ? 'filed' : 'other', item: event.item }];
};

/** A letter is issued under a number and filed, as signed, under the same one. */
const areOneLetter = (a: Numbered, b: Numbered): boolean =>
  a.item !== undefined && a.item === b.item && a.as !== b.as && a.as !== 'other' && b.as !== 'other';

/** Why a number cannot be given: something else in the round has it. */
export const numberTaken = (log: Log, wanted: Numbered): Refusal | undefined => {
  const taken = log
    .flatMap(({ event }) => numberedIn(event))
    .find((one) => one.number === wanted.number && !areOneLetter(one, wanted));
  if (!taken) return undefined;
  return { type: 'NumberTaken', number: taken.number, ...(taken.item && { item: taken.item }) };
};

/** Why a round takes no more commands, if it was closed. */
export const closedBefore = ({ log, head }: Pick<RoundState, 'log' | 'head'>): Refusal | undefined => {
  const closed = log.find(({ event }) => event.type === 'round-closed');
  if (closed?.event.type !== 'round-closed') return undefined;
  const { undone } = closed.event;
  const author = closed.author ?? log.find(({ seq }) => seq === undone)?.author;
  if (!author) return undefined;
  const { by } = author;
  return { type: 'RoundClosed', at: closed.at, by, name: nameOf(by, head.roster) };
};

export const fileDocument: Rule<'file-document'> = ({ command, state: { rows, log } }) => {
  const { type, kind, file, number, item } = command;
  if (item !== undefined && !rows.some((row) => row.number === item))
    return { refusal: { type: 'UnknownItem', number: item } };
  const event = {
    type: 'document-filed' as const,
    kind,
    file,
    ...(number !== undefined && { number }),
    ...(item !== undefined && { item }),
  };
  const before = log.map((entry) => canonical(entry.event));
  if (before.includes(canonical(event))) return { refusal: { type: 'NothingNew', command: type } };
  const as = kind === 'letter' ? 'filed' : 'other';
  const taken = number === undefined ? undefined : numberTaken(log, { number, as, item });
  return taken ? { refusal: taken } : { event, items: item === undefined ? [] : [item] };
};

/** A notice is published with the figures of this moment or not at all: what is printed must equal the ledger. */
export const publishNotice: Rule<'publish-notice'> = ({ command, state: { rows, log }, now }) => {
  const { type, file, number, figures } = command;
  const isPublished = log.some(
    ({ event }) => event.type === 'notice-published' && event.file.sha512 === file.sha512,
  );
  if (isPublished) return { refusal: { type: 'NothingNew', command: type } };
  const { byPublished } = totalsOf(rows, civilOf(now));
  if (canonical(figures) !== canonical(byPublished))
    return { refusal: { type: 'FiguresChanged', shown: figures, now: byPublished } };
  const taken = number === undefined ? undefined : numberTaken(log, { number, as: 'other' });
  if (taken) return { refusal: taken };
  const event = { type: 'notice-published' as const, file, ...(number !== undefined && { number }), figures };
  return { event, items: [] };
};

/** How many items a refusal names. */
const NAMED = 10;

export const closeRound: Rule<'close-round'> = ({ command: { note }, state }) => {
  const { rows, log, head, pieces } = state;
  const open = rows.filter(({ archive }) => archive === undefined).map(({ number }) => number);
  if (open.length > 0) {
    const items = open.slice(0, NAMED);
    return { refusal: { type: 'ItemsOpen', items, more: open.length - items.length } };
  }
  // Of what is withdrawn nothing is published.
  const hasToTell = rows.some(({ status }) => status !== 'withdrawn');
  if (hasToTell && !log.some(({ event }) => event.type === 'notice-published'))
    return { refusal: { type: 'NoticeMissing' } };
  const given = archiveNumber(head.archive, pieces + 1);
  return { event: { type: 'round-closed', note, archiveNumber: given }, items: [] };
};
