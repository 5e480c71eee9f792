import type { Days } from '../../domain/ladder/days';
import type { Rung } from '../../domain/ladder/rung';
import type { Language } from '../../domain/round/roster';

export const TABLES = ['states', 'rights', 'round-rights', 'ladder', 'measure-ladder'] as const;
export type Table = (typeof TABLES)[number];

export type Row = string[];

/** What the tables of the guide say beyond the words of the domain. */
export type Phrases = {
  heads: Record<Table, Row>;
  and: string;
  anyOpen: string;
  /** Put after the states of a right that hangs on who decides an extension. */
  decides: (role: string) => string;
  recipient: Record<'reviewer' | 'superior', string>;
  anchor: Record<Rung['anchor'] | 'measure', string>;
  when: (rung: Days, anchor: string) => string;
  repeats: (every: number, untilAnchor: boolean) => string;
};

export const PHRASES: Record<Language, Phrases> = {
  'zh-CN': {
    heads: {
      states: ['状态', '办理', '之后'],
      rights: ['谁', '指令', '命令', '何时'],
      'round-rights': ['谁', '指令', '命令', '对象'],
      ladder: ['阶梯', '何时', '重复', '收件人'],
      'measure-ladder': ['阶梯', '何时', '重复', '收件人'],
    },
    and: '、',
    anyOpen: '办结之前的各个状态',
    decides: (role) => `（延期由${role}决定的）`,
    recipient: { reviewer: '审核人', superior: '审核人的上级' },
    anchor: {
      assignment: '交办',
      deadline: '整改时限',
      'review-deadline': '审核时限',
      'check-in': '坚持情况报告日',
      measure: '措施时限',
    },
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
      'round-rights': ['Who', 'Command', 'Verb', 'Of what'],
      ladder: ['Rung', 'When', 'Again', 'To'],
      'measure-ladder': ['Rung', 'When', 'Again', 'To'],
    },
    and: ', ',
    anyOpen: 'any open state',
    decides: (role) => ` (an extension that the ${role} decides)`,
    recipient: { reviewer: 'reviewer', superior: "reviewer's superior" },
    anchor: {
      assignment: 'the assignment',
      deadline: 'the deadline',
      'review-deadline': 'the review deadline',
      'check-in': 'the day of the check-in',
      measure: 'the date of the measure',
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
