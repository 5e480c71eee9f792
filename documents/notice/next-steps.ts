import { isOpen } from '../../domain/item/states';
import type { Published } from '../../domain/round/published';
import type { Paragraph } from '../paper';
import { blank, clause, limitText, office, ordinal, problemNamed } from '../paper-text';
import type { Listed, PublishedCategory } from './published';
import type { Saying } from './results';

type Step = {
  published: Published;
  /** Which of those: all, unless said otherwise. */
  where?: (listed: Listed) => boolean;
  heading: string;
  /** What is said beside the problem of each. */
  detail: (listed: Listed, saying: Saying) => string;
};

const limit = ({ row: { section, deadline } }: Listed, { day }: Saying): string =>
  `${clause(section)}，${limitText({ deadline }, day)}`;

const hasDeadline = ({ row }: Listed): boolean => row.deadline !== undefined;
const lacksDeadline = (listed: Listed): boolean => !hasDeadline(listed);

const bySection = ({ row }: Listed): string => clause(row.section);

const until = ({ state: { sustaining } }: Listed, { day }: Saying): string =>
  sustaining ? `坚持至${day(sustaining.until)}` : office.itemKind.sustained;

/** What is still to be done, the most pressing first. */
const STEPS: readonly Step[] = [
  { published: 'not-completed', heading: '抓紧办结超期事项', detail: limit },
  { published: 'ongoing', where: hasDeadline, heading: '按时限办结在办事项', detail: limit },
  { published: 'ongoing', where: lacksDeadline, heading: '持续推进未设时限事项', detail: bySection },
  { published: 'completed-sustained', heading: '坚持巩固阶段成果', detail: until },
];

const ended = (categories: readonly PublishedCategory[]): string =>
  categories.some(({ items }) => items.some(({ state }) => state.status !== 'withdrawn'))
    ? '列入整改的事项均已办结。'
    : '';

/** The next steps, from what is open now and from nothing else. */
export const nextStepParagraphs = (categories: readonly PublishedCategory[], saying: Saying): Paragraph[] => {
  const open = categories.flatMap(({ items }) => items).filter(({ state }) => isOpen(state.status));
  const steps = STEPS.map((step) => ({
    ...step,
    items: open.filter((listed) => listed.published === step.published && (step.where?.(listed) ?? true)),
  })).filter(({ items }) => items.length > 0);
  const rest = blank('巩固整改成果、开展回头看的安排');
  if (steps.length === 0) return [{ part: 'body', text: `${ended(categories)}${rest}` }];
  return [
    ...steps.map(({ heading, items, detail }, index): Paragraph => ({
      part: 'level2',
      text: `（${ordinal(index + 1)}）${heading}。`,
      runOn: `共${items.length}项：${items
        .map((listed) => `${problemNamed(listed.row.problem)}（${detail(listed, saying)}）`)
        .join('，')}。`,
    })),
    { part: 'body', text: rest },
  ];
};
