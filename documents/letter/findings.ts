import { workingDaysAfter } from '../../domain/calendar/calendar';
import { addDays, type CivilDate } from '../../domain/calendar/civil';
import { civilOf, type Instant } from '../../domain/calendar/zone';
import { isInReview, isOpen, type Status } from '../../domain/item/states';
import { isOverdue, measuredOn } from '../../domain/round/row';
import type { Paragraph } from '../paper';
import { clause, enumerated, limitText, numbered, office, problemNamed, quoted, said } from '../paper-text';
import type { Addressees, LetterCase } from './case';

/** How far an item has come, as a letter puts it. */
const COME_TO: Record<Status, string> = {
  assigned: '尚未签收',
  'in-progress': '正在整改，尚未申请销号',
  returned: '已退回补充整改，尚未再次申请销号',
  'leader-review': '已申请销号，由责任领导审核',
  acceptance: '已申请销号，等待验收',
  sustained: '已转入长期坚持',
  withdrawn: '已不予列入或并案',
  closed: '已销号',
  archived: '已归档',
};

type Day = (date: CivilDate) => string;

/** How long the item has been overdue, in working days of the round's calendar. */
const lateness = ({ row, today, calendar }: LetterCase, day: Day): string => {
  if (row.deadline === undefined || !isOpen(row.status)) return '';
  if (!isOverdue(row, today)) return '，时限未过';
  const days = workingDaysAfter(calendar, row.deadline, measuredOn(row, today));
  if (isInReview(row.status)) return `，申请时已超期${days}个工作日`;
  return `，自${day(addDays(row.deadline, 1))}起超期，至今已${days}个工作日`;
};

const situation = (of: LetterCase, to: Addressees, day: Day): string => {
  const { row, state, head, today } = of;
  const limit = row.deadline === undefined ? limitText(row, day) : `整改时限为${limitText(row, day)}`;
  return [
    `${office.date.day(head.feedback)}巡察反馈的${numbered(row.number)}${problemNamed(row.problem)}，`,
    `由${to.section}承办，责任领导${to.leader}，经办人${to.handler}，${limit}。`,
    `截至${office.date.day(today)}，该项${COME_TO[state.status]}${lateness(of, day)}。`,
  ].join('');
};

const measures = ({ state }: LetterCase): string => {
  const open = state.measures.filter(({ completed }) => !completed);
  const done = state.measures.length - open.length;
  const rest =
    open.length === 0 ? '。' : `，尚未完成的是：${enumerated(open.map(({ text }) => clause(text)))}`;
  return `该项共有整改措施${state.measures.length}条，已完成${done}条${rest}`;
};

/** What the section has said of it, and what it was told when the item was returned. */
const reported = ({ state }: LetterCase, { section, handler }: Addressees): string => {
  const { progress } = state;
  const back = state.returns.at(-1);
  const on = (at: Instant) => office.date.day(civilOf(at));
  const report = progress
    ? `${handler}同志${on(progress.at)}报告：${quoted(said(progress.text))}。`
    : `${section}至今未报告进展。`;
  return `${report}${back ? `${on(back.at)}退回时要求补充：${quoted(said(back.missing))}。` : ''}`;
};

/** The findings of a letter: how far the item is, what is missing, and what was said of it. */
export const findingParagraphs = (of: LetterCase, to: Addressees, day: Day): Paragraph[] => [
  { part: 'body', text: situation(of, to, day) },
  { part: 'body', text: measures(of) + reported(of, to) },
];
