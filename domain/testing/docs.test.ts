import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RIGHTS } from '../item/authority';
import type { CommandType } from '../item/command';
import type { EventType } from '../item/event';
import { STATUSES, type Status } from '../item/status';
import { TRANSITIONS } from '../item/transitions';
import { DEFAULT_LADDER, type Recipient, type Rung } from '../ladder/rung';
import { words, type Words } from '../language';
import { VERBS } from '../mail/turn';
import type { Language } from '../round/roster';

const guide = readFileSync(path.join(__dirname, '../../docs/users.md'), 'utf8');

type Row = string[];

const cellsOf = (line: string): Row =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** The rows of the guide's table with these heads. */
const tableOf = (heads: Row): Row[] => {
  const lines = guide.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|') && cellsOf(line).join() === heads.join());
  if (start < 0) throw new Error(`no table has the heads ${heads.join(', ')}`);
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? undefined : end).map(cellsOf);
};

const code = (text: string): string => `\`${text}\``;

/** A person's act is called by its command, anything else by the fact that is told of it. */
const ACT: Partial<Record<EventType, CommandType>> = {
  acknowledged: 'acknowledge',
  'progress-reported': 'report-progress',
  'evidence-added': 'add-evidence',
  'measure-completed': 'complete-measure',
  'closure-requested': 'request-closure',
  approved: 'approve',
  returned: 'return',
  accepted: 'accept',
};

const eventName = (event: EventType, { command, fact }: Words): string => {
  const act = ACT[event];
  if (act) return command[act];
  if (event === 'approval-voided' || event === 'archived') return fact[event];
  throw new Error(`the guide has no name for ${event}`);
};

/** What the tables say beyond the words of the domain. */
type Phrases = {
  heads: Record<'states' | 'rights' | 'ladder', Row>;
  and: string;
  recipient: Record<'reviewer' | 'superior', string>;
  anchor: Record<Rung['anchor'], string>;
  when: (rung: Rung, anchor: string) => string;
  repeats: (every: number, untilAnchor: boolean) => string;
};

const PHRASES: Record<Language, Phrases> = {
  'zh-CN': {
    heads: {
      states: ['状态', '办理', '之后'],
      rights: ['谁', '指令', '命令', '何时'],
      ladder: ['阶梯', '何时', '重复', '收件人'],
    },
    and: '、',
    recipient: { reviewer: '审核人', superior: '审核人的上级' },
    anchor: { assignment: '交办', deadline: '整改时限', 'review-deadline': '审核时限' },
    when: ({ offset, unit }, anchor) => {
      if (offset === 0) return `${anchor}当日`;
      const days = `${Math.abs(offset)} ${unit === 'working' ? '个工作日' : '天'}`;
      return `${anchor}${offset < 0 ? '前' : '后'} ${days}`;
    },
    repeats: (every, untilAnchor) =>
      `每${every === 1 ? '' : ` ${every} `}个工作日${untilAnchor ? '，至当日' : ''}`,
  },
  en: {
    heads: {
      states: ['State', 'Act', 'Then'],
      rights: ['Who', 'Command', 'Verb', 'When'],
      ladder: ['Rung', 'When', 'Again', 'To'],
    },
    and: ', ',
    recipient: { reviewer: 'reviewer', superior: "reviewer's superior" },
    anchor: {
      assignment: 'the assignment',
      deadline: 'the deadline',
      'review-deadline': 'the review deadline',
    },
    when: ({ offset, unit }, anchor) => {
      if (offset === 0) return `on ${anchor}`;
      const n = Math.abs(offset);
      const days = `${unit === 'working' ? 'working ' : ''}day${n === 1 ? '' : 's'}`;
      return `${n} ${days} ${offset < 0 ? 'before' : 'after'} ${anchor}`;
    },
    repeats: (every, untilAnchor) =>
      `every ${every === 1 ? 'working day' : `${every} working days`}${untilAnchor ? ', up to that day' : ''}`,
  },
};

const statesTable = (say: Words): Row[] =>
  STATUSES.flatMap((from) =>
    (Object.entries(TRANSITIONS[from]) as [EventType, Status][]).map(([event, to]) => [
      `${say.status[from]} ${code(from)}`,
      eventName(event, say),
      `${say.status[to]} ${code(to)}`,
    ]),
  );

const rightsTable = (say: Words, { and }: Phrases): Row[] =>
  RIGHTS.map(({ role, command, states }) => [
    say.role[role],
    `${say.command[command]} ${code(command)}`,
    code(`rectify ${VERBS[command]}`),
    states.map((status) => say.status[status]).join(and),
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

describe.each(['zh-CN', 'en'] as const)('the guide for users in %s', (language) => {
  const say = words(language);
  const phrases = PHRASES[language];

  it('has the state table of the code', () => {
    expect(tableOf(phrases.heads.states)).toEqual(statesTable(say));
  });

  it('has the rights table of the code', () => {
    expect(tableOf(phrases.heads.rights)).toEqual(rightsTable(say, phrases));
  });

  it('has the default ladder of the code', () => {
    expect(tableOf(phrases.heads.ladder)).toEqual(ladderTable(say, phrases));
  });
});
