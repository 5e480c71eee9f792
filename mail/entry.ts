import { type CivilDate, daysBetween } from '../domain/calendar/civil';
import { isInReview, isOpen } from '../domain/item/status';
import type { DigestLine, FactKind, ItemBrief } from '../domain/ladder/notice';
import type { RungId } from '../domain/ladder/rung';
import type { Words } from '../domain/language';
import type { OpenStatus } from '../domain/language/words';
import { officeNumber } from '../domain/plan/plan';
import { awaiting } from '../domain/item/waiting';
import type { Telling } from './letter';
import { dueOf } from './order';
import { capped } from '../base/safe-text';
import { commandFor, commandsFor, groupOf, isAhead, isCopy, isProposal, showCommand, turnOf } from './turn';

/** How loud a line is. */
export type Tone = 'alarm' | 'caution' | 'task' | 'calm';

/** `pressing`: the date that counts now. */
export type Row = { label: string; value: string; pressing?: true };

/** A line of a digest in words. */
export type Entry = {
  tone: Tone;
  tag: string;
  /** Number and problem. */
  head: string;
  /** The item's id, and its round where a mail has several. */
  where: string;
  said: string;
  rows: Row[];
  todo?: { sentence: string; commands: string[] };
};

/** A line of a long group: what it takes to find and act on it. */
export type Short = { tone: Tone; tag: string; head: string; command: string; due: string };

/** Longest opinion, summary or reason; the rest is in the item. */
const EXCERPT = 600;
/** Longest problem in a short line. */
const PROBLEM = 60;

export const RUNG_TONE: Record<RungId, Tone> = {
  reminder: 'calm',
  warning: 'caution',
  'check-in-due': 'calm',
  'review-due': 'caution',
  unacknowledged: 'caution',
  imminent: 'caution',
  'check-in-missed': 'alarm',
  'review-overdue': 'alarm',
  'check-in-escalated': 'alarm',
  'review-escalated': 'alarm',
  overdue: 'alarm',
  'urging-letter': 'alarm',
  talk: 'alarm',
  accountability: 'alarm',
};

const FACT_TONE: Record<FactKind, Tone> = {
  assigned: 'task',
  reopened: 'caution',
  'closure-requested': 'task',
  'closure-withdrawn': 'calm',
  'extension-requested': 'task',
  'extension-granted': 'calm',
  'extension-refused': 'caution',
  approved: 'task',
  'approval-voided': 'caution',
  asked: 'caution',
  returned: 'caution',
  accepted: 'calm',
  'stage-accepted': 'task',
  'checked-in': 'calm',
  'sustaining-ended': 'task',
  withdrawn: 'calm',
  reassigned: 'task',
  'deadline-set': 'task',
  urged: 'caution',
  commented: 'calm',
  resent: 'calm',
  'proposal-issued': 'alarm',
  'calendar-changed': 'calm',
  archived: 'calm',
  undeliverable: 'caution',
};

const toneOf = (line: DigestLine, telling: Telling): Tone => {
  if (groupOf(line, telling.to) === 'know') return 'calm';
  return 'reminder' in line ? RUNG_TONE[line.reminder.rung] : FACT_TONE[line.fact.kind];
};

/** The name of what happened, or of the rung. */
export const tagOf = (line: DigestLine, words: Words): string =>
  'fact' in line ? words.fact[line.fact.kind] : words.rung[line.reminder.rung];

const headOf = ({ number, problem }: ItemBrief) => `${officeNumber(number)} ${problem}`;

const dateOf = (date: CivilDate | undefined, brief: ItemBrief, { words, today }: Telling): string => {
  if (date === undefined) return words.date.none;
  const day = `${words.date.day(date)}${brief.provisional ? words.date.provisional : ''}`;
  const days = daysBetween(today, date);
  return date === dueOf(brief) ? `${day} · ${words.date.left(days)}` : day;
};

/** Days are counted for the date that presses alone: an item's own deadline rests during its review. */
const deadlineRows = (brief: ItemBrief, telling: Telling): Row[] => {
  const { label } = telling.words.mail;
  const row = (label: string, date: CivilDate | undefined): Row => ({
    label,
    value: dateOf(date, brief, telling),
    ...(date !== undefined && date === dueOf(brief) && { pressing: true }),
  });
  const own = row(label.deadline, brief.deadline);
  if (isInReview(brief.status) && brief.reviewDeadline)
    return [row(label.reviewDeadline, brief.reviewDeadline), own];
  return brief.checkIn ? [row(label.checkIn, brief.checkIn), own] : [own];
};

/** Who must act, as the reader should hear it. */
const awaitedOf = (line: DigestLine, { to, words }: Telling): string | undefined => {
  const { brief } = line;
  const side = awaiting(brief);
  if (side === undefined) return undefined;
  const role = words.role[side];
  if (turnOf(line, to) === 'reader') return words.mail.you(role);
  const { name } = brief.people[side];
  return side === 'handler'
    ? words.mail.somebody(role, name, brief.section)
    : words.mail.somebody(role, name);
};

const excerpt = (text: string, brief: ItemBrief, words: Words): string =>
  text.length <= EXCERPT
    ? text
    : `${capped(text, EXCERPT).slice(0, -1)}${words.mail.cut(showCommand(brief))}`;

/** What somebody wrote, and for a return what is missing. */
const writtenRows = (line: DigestLine, words: Words): Row[] => {
  if (!('fact' in line)) return [];
  const { kind, text, missing } = line.fact;
  const row = (label: string, value: string | undefined) =>
    value ? [{ label, value: excerpt(value, line.brief, words) }] : [];
  return [...row(words.mail.written[kind], text), ...row(words.mail.label.missing, missing)];
};

const isOpenStatus = (brief: ItemBrief): brief is ItemBrief & { status: OpenStatus } => isOpen(brief.status);

/** The date that an extension is asked for to: it stands beside the deadline as it is. */
const askedRows = (line: DigestLine, { words }: Telling): Row[] =>
  'fact' in line && line.fact.kind === 'extension-requested' && line.fact.date
    ? [{ label: words.mail.label.asked, value: words.date.day(line.fact.date) }]
    : [];

/** Facts that ask for something of their own, whatever the state of the item. */
const OWN_TODO: Partial<Record<FactKind, (brief: ItemBrief, todo: Words['mail']['todo']) => Entry['todo']>> =
  {
    undeliverable: (brief, { undeliverable: sentence }) => ({ sentence, commands: [showCommand(brief)] }),
    'extension-requested': (brief, { extension: sentence }) => ({
      sentence,
      commands: ['grant-extension', 'refuse-extension'].map((verb) => commandFor(verb, brief)),
    }),
    asked: (brief, { answer: sentence }) => ({
      sentence,
      commands: ['evidence', 'comment'].map((verb) => commandFor(verb, brief)),
    }),
  };

/** How a person issues, or drops, what is proposed to him. */
const decisionsOn = (line: DigestLine): string[] =>
  'reminder' in line
    ? ['issue', 'drop'].map((verb) => `${commandFor(verb, line.brief)} --rung ${line.reminder.rung}`)
    : [];

/** What the reader is to do now, with the commands to type. */
const todoOf = (line: DigestLine, telling: Telling): Entry['todo'] => {
  const { to, words } = telling;
  const { todo } = words.mail;
  const { brief } = line;
  if (groupOf(line, to) === 'know') return undefined;
  const show = [showCommand(brief)];
  if (isProposal(line)) return { sentence: todo.propose, commands: [...show, ...decisionsOn(line)] };
  const own = 'fact' in line ? OWN_TODO[line.fact.kind] : undefined;
  if (own) return own(brief, todo);
  if (!isOpenStatus(brief)) return undefined;
  const turn = turnOf(line, to);
  if (turn === 'reader') return { sentence: todo.act[brief.status], commands: commandsFor(brief) };
  const who = awaitedOf(line, telling) ?? '';
  return { sentence: (isAhead(line) ? todo.remind : todo.urge)(who), commands: show };
};

const saidOf = (line: DigestLine, { mail, date, rung: rungs }: Words): string => {
  if ('reminder' in line)
    return isProposal(line) && isCopy(line)
      ? mail.proposed[line.reminder.rung]
      : mail.rung[line.reminder.rung];
  const { people, section } = line.brief;
  const { kind, by, date: day, rung } = line.fact;
  return mail.fact[kind]({
    ...{ by, handler: people.handler.name, section },
    ...{ date: day && date.day(day), rung: rung && rungs[rung] },
  });
};

/** A line in full. */
export const entryOf = (line: DigestLine, telling: Telling): Entry => {
  const { brief } = line;
  const { words, severalRounds } = telling;
  const status = words.mail.statusLine(words.status[brief.status], awaitedOf(line, telling));
  const todo = todoOf(line, telling);
  return {
    tone: toneOf(line, telling),
    tag: tagOf(line, words),
    head: headOf(brief),
    where: severalRounds ? `${brief.item} · ${brief.roundTitle}` : brief.item,
    said: saidOf(line, words),
    rows: [
      ...askedRows(line, telling),
      ...deadlineRows(brief, telling),
      { label: words.mail.label.status, value: status },
      ...writtenRows(line, words),
    ],
    ...(todo && { todo }),
  };
};

/** A line in short. */
export const shortOf = (line: DigestLine, telling: Telling): Short => {
  const { brief } = line;
  const { commands = [] } = todoOf(line, telling) ?? {};
  return {
    tone: toneOf(line, telling),
    tag: tagOf(line, telling.words),
    head: capped(headOf(brief), PROBLEM),
    command: commands[0] ?? showCommand(brief),
    due: dateOf(dueOf(brief) ?? brief.deadline, brief, telling),
  };
};
