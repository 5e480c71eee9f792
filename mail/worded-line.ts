import { type CivilDate, daysBetween } from '../domain/calendar/civil';
import { civilOf, timeOf } from '../domain/calendar/zone';
import { isInReview, isOpen } from '../domain/item/states';
import type { Decided, DigestLine, Fact, FactKind, ItemBrief } from '../domain/ladder/notice';
import type { Judged } from '../domain/ladder/judged';
import { pressingDate } from '../domain/ladder/pressing';
import { RUNG_TONE, type RungTone } from '../domain/ladder/tone';
import type { Words } from '../domain/language';
import { wordedDifference } from '../domain/language/difference';
import { officeNumber } from '../domain/plan/plan';
import { awaiting } from '../domain/item/waiting';
import { judgedRows } from './judged-rows';
import type { Deed, MailWords, OpenStatus } from './language/words';
import type { Reader } from './reader';
import type { Row } from './row';
import { capped } from '../base/safe-text';
import { isMeasureRung } from '../domain/ladder/measure-rung';
import { commandFor, commandsFor, openCommand, showCommand } from './commands';
import { dateThatCounts, measureCommands, measureRows } from './measure-line';
import { groupOf, isAhead, isCopy, isOfMeasure, isProposal, turnOf } from './group';

/** How a line is coloured. */
export type Tone = RungTone | 'task';

/** A line of a digest in words. */
export type WordedLine = {
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
export type ShortLine = { tone: Tone; tag: string; head: string; command: string; due: string };

/** Longest opinion, summary or reason; the rest is in the item. */
const EXCERPT = 600;
/** Longest problem in a short line. */
const PROBLEM = 60;

const FACT_TONE: Record<FactKind, Tone> = {
  assigned: 'task',
  reopened: 'caution',
  restored: 'caution',
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
  'import-undone': 'calm',
  'undo-refused': 'caution',
  reassigned: 'task',
  'deadline-set': 'task',
  amended: 'caution',
  urged: 'caution',
  commented: 'calm',
  resent: 'calm',
  'proposal-issued': 'alarm',
  'calendar-changed': 'calm',
  archived: 'calm',
  undeliverable: 'caution',
  'you-decided': 'calm',
  'measures-assigned': 'task',
  assisting: 'calm',
  'measure-reported': 'calm',
  'helper-replaced': 'calm',
};

const toneOf = (line: DigestLine, reader: Reader): Tone => {
  if (groupOf(line, reader.to) === 'know') return 'calm';
  return 'reminder' in line ? RUNG_TONE[line.reminder.rung] : FACT_TONE[line.fact.kind];
};

/** The name of what happened, or of the rung. */
export const tagOf = (line: DigestLine, words: Words): string =>
  'fact' in line ? words.fact[line.fact.kind] : words.rung[line.reminder.rung];

const headOf = ({ number, problem }: ItemBrief) => `${officeNumber(number)} ${problem}`;

/** Whether a date of the item is one that rests on a year without a published schedule. */
export const isProvisionalIn = ({ provisional, provisionalDates }: ItemBrief, date: CivilDate): boolean =>
  provisionalDates?.includes(date) ?? provisional;

const dateOf = (
  date: CivilDate | undefined,
  brief: ItemBrief,
  { words, today }: Reader,
  counts = date === pressingDate(brief),
): string => {
  if (date === undefined) return words.date.none;
  const day = `${words.date.day(date)}${isProvisionalIn(brief, date) ? words.date.provisional : ''}`;
  const days = daysBetween(today, date);
  return counts ? `${day} · ${words.date.left(days)}` : day;
};

/** Days are counted only for the date that counts: an item's own deadline rests during its review. */
const deadlineRows = (brief: ItemBrief, reader: Reader): Row[] => {
  const { label } = reader.say;
  const row = (label: string, date: CivilDate | undefined): Row => ({
    label,
    value: dateOf(date, brief, reader),
    ...(date !== undefined && date === pressingDate(brief) && { pressing: true }),
  });
  const own = row(label.deadline, brief.deadline);
  if (isInReview(brief.status) && brief.reviewDeadline)
    return [row(label.reviewDeadline, brief.reviewDeadline), own];
  return brief.checkIn ? [row(label.checkIn, brief.checkIn), own] : [own];
};

/** Who must act, as the reader is told. */
const awaitedOf = (line: DigestLine, { to, words, say }: Reader): string | undefined => {
  const { brief } = line;
  const side = awaiting(brief);
  if (side === undefined) return undefined;
  const role = words.role[side];
  if (turnOf(line, to) === 'reader') return say.you(role);
  const { name } = brief.people[side];
  return side === 'handler' ? say.somebody(role, name, brief.section) : say.somebody(role, name);
};

const excerpt = (text: string, brief: ItemBrief, say: MailWords): string =>
  text.length <= EXCERPT ? text : `${capped(text, EXCERPT).slice(0, -1)}${say.cut(showCommand(brief))}`;

/** What somebody wrote, and for a return what is missing. */
const writtenRows = (line: DigestLine, say: MailWords): Row[] => {
  if (!('fact' in line)) return [];
  const { kind, text, missing } = line.fact;
  const row = (label: string, value: string | undefined) =>
    value ? [{ label, value: excerpt(value, line.brief, say) }] : [];
  return [...row(say.written[kind], text), ...row(say.label.missing, missing)];
};

/** What an amendment of the plan changes, before and after. */
const changedRows = (line: DigestLine, { words }: Reader): Row[] =>
  'fact' in line ? (line.fact.changes ?? []).map((one) => wordedDifference(one, words)) : [];

const isOpenStatus = (brief: ItemBrief): brief is ItemBrief & { status: OpenStatus } => isOpen(brief.status);

/** The date that an extension is asked for to: shown beside the current deadline. */
const askedRows = (line: DigestLine, { words, say }: Reader): Row[] =>
  'fact' in line && line.fact.kind === 'extension-requested' && line.fact.date
    ? [{ label: say.label.asked, value: words.date.day(line.fact.date) }]
    : [];

/** Facts that ask for something of their own, whatever the state of the item: the sentence, and the verbs of its commands. */
const OWN_TODO: Partial<
  Record<FactKind, { sentence: 'undeliverable' | 'extension' | 'answer'; verbs: string[] }>
> = {
  undeliverable: { sentence: 'undeliverable', verbs: [] },
  'extension-requested': { sentence: 'extension', verbs: ['grant-extension', 'refuse-extension'] },
  asked: { sentence: 'answer', verbs: ['evidence', 'comment'] },
};

/** How a person issues, or drops, what is proposed to them. */
const decisionsOn = (line: DigestLine, { to }: Reader): string[] =>
  'reminder' in line
    ? ['issue', 'drop'].map((verb) => `${commandFor(verb, line.brief, to)} --rung ${line.reminder.rung}`)
    : [];

/** What its reader does for measures; whoever only sees to them does that as for the whole item. */
const isOfMeasures = (line: DigestLine): boolean =>
  isOfMeasure(line) || ('fact' in line && line.fact.kind === 'measures-assigned');

/** What the reader is to do now, with the commands to type. */
const todoOf = (line: DigestLine, reader: Reader): WordedLine['todo'] => {
  const { to } = reader;
  const { todo } = reader.say;
  const { brief } = line;
  if (groupOf(line, to) === 'know') return undefined;
  const show = [showCommand(brief)];
  if (isProposal(line)) return { sentence: todo.propose, commands: [...show, ...decisionsOn(line, reader)] };
  const own = 'fact' in line ? OWN_TODO[line.fact.kind] : undefined;
  if (own) {
    const commands = own.verbs.map((verb) => commandFor(verb, brief, to));
    return { sentence: todo[own.sentence], commands: commands.length > 0 ? commands : show };
  }
  if (!isOpenStatus(brief)) return undefined;
  if (isOfMeasures(line) && brief.people.leader.id !== to.person)
    return { sentence: todo.measures, commands: measureCommands(line, to) };
  const turn = turnOf(line, to);
  if (turn === 'reader') return { sentence: todo.act[brief.status], commands: commandsFor(brief, to) };
  const who = awaitedOf(line, reader) ?? '';
  return { sentence: (isAhead(line) ? todo.remind : todo.urge)(who), commands: show };
};

/** What the reader is to judge; nothing once it is another's turn. */
const judgedIn = (line: DigestLine, { to }: Reader): Judged | undefined =>
  'fact' in line && turnOf(line, to) === 'reader' ? line.fact.judged : undefined;

/** A decision, with the date or the step that it is about. */
const deedOf = (
  { command, at, key, principal, deputy }: Decided,
  { date, rung }: Fact,
  { words, say }: Pick<Reader, 'words' | 'say'>,
): Deed => {
  const what = words.command[command];
  const about = rung ? words.rung[rung] : date && words.date.day(date);
  const when = `${words.date.day(civilOf(at))} ${timeOf(at)}`;
  return { what: about === undefined ? what : say.labelled(what, about), when, key, principal, deputy };
};

const saidOf = (line: DigestLine, { say, words }: Reader): string => {
  if ('reminder' in line) {
    const { rung } = line.reminder;
    if (isMeasureRung(rung)) return say.measure.rung[rung];
    return isProposal(line) && isCopy(line) ? say.proposed[line.reminder.rung] : say.rung[rung];
  }
  const { people, section } = line.brief;
  const { kind, by, date, rung, successor, cc, decided } = line.fact;
  return say.fact[kind]({
    by,
    handler: people.handler.name,
    section,
    date: date && words.date.day(date),
    rung: rung && words.rung[rung],
    successor: cc ? (successor ?? people.handler.name) : undefined,
    decided: decided && deedOf(decided, line.fact, { words, say }),
  });
};

/** A line in full. */
export const wordedLine = (line: DigestLine, reader: Reader): WordedLine => {
  const { brief } = line;
  const { words, say, severalRounds } = reader;
  const status = say.statusLine(words.status[brief.status], awaitedOf(line, reader));
  const todo = todoOf(line, reader);
  const judged = judgedIn(line, reader);
  const look = judged && judged.evidence.all > 0 ? [openCommand(brief)] : [];
  return {
    tone: toneOf(line, reader),
    tag: tagOf(line, words),
    head: headOf(brief),
    where: severalRounds ? `${brief.item} · ${brief.roundTitle}` : brief.item,
    said: saidOf(line, reader),
    rows: [
      ...askedRows(line, reader),
      ...measureRows(line, reader, (date) => dateOf(date, brief, reader, true)),
      ...deadlineRows(brief, reader),
      { label: say.label.status, value: status },
      ...changedRows(line, reader),
      ...writtenRows(line, say),
      ...(judged ? judgedRows(judged, brief, say) : []),
    ],
    ...(todo && { todo: { ...todo, commands: [...look, ...todo.commands] } }),
  };
};

/** A line in short. */
export const shortLine = (line: DigestLine, reader: Reader): ShortLine => {
  const { brief } = line;
  const { commands = [] } = todoOf(line, reader) ?? {};
  return {
    tone: toneOf(line, reader),
    tag: tagOf(line, reader.words),
    head: capped(headOf(brief), PROBLEM),
    command: commands[0] ?? showCommand(brief),
    due: dateOf(dateThatCounts(line) ?? brief.deadline, brief, reader),
  };
};
