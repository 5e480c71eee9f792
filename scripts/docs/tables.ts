import { type Right, RIGHTS } from '../../domain/item/authority';
import type { CommandType } from '../../domain/item/command';
import type { EventType } from '../../domain/item/event';
import { isOpen, STATUSES, type Status } from '../../domain/item/states';
import { TRANSITIONS } from '../../domain/item/transitions';
import { FactKind } from '../../domain/ladder/notice';
import { DEFAULT_MEASURE_LADDER } from '../../domain/ladder/measure-rung';
import { DEFAULT_LADDER, type Recipient } from '../../domain/ladder/rung';
import { words, type Words } from '../../domain/language';
import { ROUND_VERBS, VERBS } from '../../mail/commands';
import { roundRights } from '../../domain/round/authority';
import type { RoundCommandType } from '../../domain/round/command';
import { DEFAULT_POLICY } from '../../domain/round/policy';
import type { Language } from '../../domain/round/roster';
import { PHRASES, type Phrases, type Row, type Table, TABLES } from './phrases';

/** The tables of the guide for users, as the code has them. */

const code = (text: string): string => `\`${text}\``;

/** A person's act is called by its command, anything else by the fact that is told of it. */
const ACT: Partial<Record<EventType, CommandType | RoundCommandType>> = {
  acknowledged: 'acknowledge',
  'progress-reported': 'report-progress',
  'evidence-added': 'add-evidence',
  'evidence-withdrawn': 'withdraw-evidence',
  'measure-completed': 'complete-measure',
  'result-recorded': 'record-result',
  'result-corrected': 'correct-result',
  'closure-requested': 'request-closure',
  'closure-withdrawn': 'withdraw-closure',
  approved: 'approve',
  returned: 'return',
  accepted: 'accept',
  'stage-accepted': 'accept-stage',
  withdrawn: 'withdraw',
  'closure-voided': 'amend',
};

const eventName = (event: EventType, { command, fact }: Words): string => {
  const act = ACT[event];
  return act ? command[act] : fact[FactKind.parse(event)];
};

type Change = { from: Status[]; event: EventType; to: Status };

/** What leads from some states to another, in the order of the states. */
const changes = (): Change[] => {
  const all = new Map<string, Change>();
  for (const from of STATUSES)
    for (const [event, to] of Object.entries(TRANSITIONS[from]) as [EventType, Status][]) {
      const key = `${event} ${to}`;
      all.set(key, { event, to, from: [...(all.get(key)?.from ?? []), from] });
    }
  return [...all.values()];
};

const isAnyOpen = (states: readonly Status[]): boolean =>
  STATUSES.every((status) => isOpen(status) === states.includes(status));

const statesTable = (say: Words, { and, anyOpen }: Phrases): Row[] => {
  const named = (status: Status) => `${say.status[status]} ${code(status)}`;
  return changes().map(({ from, event, to }) => [
    isAnyOpen(from) ? anyOpen : from.map(named).join(and),
    eventName(event, say),
    named(to),
  ]);
};

const whenOf = ({ states, decides }: Right, say: Words, phrases: Phrases): string => {
  const when = isAnyOpen(states)
    ? phrases.anyOpen
    : states.map((status) => say.status[status]).join(phrases.and);
  return decides ? `${when}${phrases.decides(say.role[decides])}` : when;
};

const rightsTable = (say: Words, phrases: Phrases): Row[] =>
  RIGHTS.map((right) => [
    say.role[right.role],
    `${say.command[right.command]} ${code(right.command)}`,
    code(`rectify ${VERBS[right.command]}`),
    whenOf(right, say, phrases),
  ]);

const roundRightsTable = (say: Words, { and }: Phrases): Row[] =>
  roundRights(DEFAULT_POLICY).map(({ role, command, proposal, overOffice }) => [
    say.role[role],
    `${say.command[command]} ${code(command)}`,
    code(`rectify ${ROUND_VERBS[command]}`),
    proposal === undefined
      ? overOffice
        ? [say.role.head, say.role.oversight].join(and)
        : '—'
      : `${say.rung[proposal]} ${code(proposal)}`,
  ]);

const ladderTable = (say: Words, { recipient, anchor, and, when, repeats }: Phrases): Row[] => {
  const named = (to: Recipient): string =>
    to === 'reviewer' || to === 'superior' ? recipient[to] : say.role[to];
  return DEFAULT_LADDER.map((rung) => [
    `${say.rung[rung.id]} ${code(rung.id)}`,
    when(rung, anchor[rung.anchor]),
    rung.every === undefined ? '—' : repeats(rung.every, rung.until === 'anchor'),
    rung.to.map(named).join(and),
  ]);
};

const measureLadderTable = (say: Words, { anchor, and, when, repeats }: Phrases): Row[] =>
  DEFAULT_MEASURE_LADDER.map((rung) => [
    `${say.rung[rung.id]} ${code(rung.id)}`,
    when(rung, anchor.measure),
    rung.every === undefined ? '—' : repeats(rung.every, false),
    rung.to.map((to) => say.role[to]).join(and),
  ]);

const ROWS: Record<Table, (say: Words, phrases: Phrases) => Row[]> = {
  states: statesTable,
  rights: rightsTable,
  'round-rights': roundRightsTable,
  ladder: ladderTable,
  'measure-ladder': measureLadderTable,
};

const line = (cells: Row): string => `| ${cells.join(' | ')} |`;

/** A table in Markdown, without a line end. */
export const tableOf = (table: Table, language: Language): string => {
  const phrases = PHRASES[language];
  const heads = phrases.heads[table];
  const rows = ROWS[table](words(language), phrases);
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
};

/** The guide for users in each language: a path from the root of the project. */
export const GUIDES: Record<Language, string> = {
  'zh-CN': 'docs/users.zh-CN.md',
  en: 'docs/users.md',
};

const MARKED = /<!-- table:(\S+) -->\n[\s\S]*?<!-- \/table -->/g;

/** The beginning of a place in a guide that a table is printed to. */
export const markerOf = (table: Table): string => `<!-- table:${table} -->`;

/**
 * A guide with every table as the code has it now, between `<!-- table:rights -->` and `<!-- /table -->`.
 * @throws RangeError for a marker that names no table
 */
export const withTables = (guide: string, language: Language): string =>
  guide.replace(MARKED, (_, name: string) => {
    const table = TABLES.find((one) => one === name);
    if (!table) throw new RangeError(`there is no table ${name}; there are ${TABLES.join(', ')}`);
    return `${markerOf(table)}\n\n${tableOf(table, language)}\n\n<!-- /table -->`;
  });
