import type { CivilDate } from '../../domain/calendar/civil';
import { RESULT_KINDS } from '../../domain/item/result-kind';
import { standingResults, toldByMeasure } from '../../domain/item/results';
import type { Measure } from '../../domain/item/state';
import { isOpen, type Status } from '../../domain/item/states';
import type { DossierItem } from '../dossier';
import type { Paragraph } from '../paper';
import {
  clause,
  enumerated,
  limitText,
  office,
  ordinal,
  problemNamed,
  resultText,
  titled,
  yuan,
} from '../paper-text';
import type { Listed, PublishedCategory } from './published';

export type Saying = { day: (date: CivilDate) => string; today: CivilDate };

const openMeasure = ({ deadline }: Measure, { day, today }: Saying): string => {
  if (deadline === undefined) return '（正在办理）';
  return deadline < today
    ? `（尚未完成，应于${day(deadline)}前完成）`
    : `（正在办理，${day(deadline)}前完成）`;
};

/** A measure with its result. Money that was recorded at it more exactly is with the results of the item. */
const measureText = (measure: Measure, state: DossierItem['state'], saying: Saying): string => {
  const { text, completed } = measure;
  if (!completed) return `${clause(text)}${openMeasure(measure, saying)}`;
  const { result, regulation } = completed;
  const recoveredFen = toldByMeasure(measure, standingResults(state))['money-saved'];
  const gains = [
    ...(recoveredFen === undefined ? [] : [`追缴、挽回资金${yuan(recoveredFen)}`]),
    ...(regulation === undefined ? [] : [`形成${titled(regulation)}`]),
  ];
  return [`${clause(text)}：${clause(result)}`, ...gains].join('，');
};

/** 整改成效 of an item, where results were recorded. */
const resultsText = ({ row: { resultTotals }, state }: DossierItem): string => {
  if (!state.results || !resultTotals) return '';
  const texts = RESULT_KINDS.flatMap((kind) => {
    const figure = resultTotals[kind];
    return figure === undefined ? [] : [resultText(kind, figure)];
  });
  return `整改成效：${texts.join('，')}。`;
};

/** What an item that is still open waits for. */
const WAITS: Partial<Record<Status, string>> = {
  'leader-review': '已申请销号，责任领导正在审核',
  acceptance: '已申请销号并经责任领导审核，正在验收',
  returned: '经审核退回，正在补充整改',
};

/** Until when the result is kept up; one that was closed without a stage has nothing to say of it. */
const sustained = ({ sustaining, status }: DossierItem['state'], day: Saying['day']): string => {
  if (!sustaining) return '';
  const until = day(sustaining.until);
  return isOpen(status) ? `阶段成果已通过验收，长期坚持至${until}。` : `坚持至${until}，期满验收通过。`;
};

/** How far an item is that is not published as done, and by when it is to be. */
const standing = ({ published, row, state }: Listed, { day }: Saying): string => {
  if (published === 'completed') return '';
  if (published === 'completed-sustained') return sustained(state, day);
  const waits = WAITS[state.status];
  const overdue = published === 'not-completed' ? '，已超期' : '';
  const limit = row.deadline === undefined ? limitText(row, day) : `整改时限为${limitText(row, day)}`;
  const progress = state.progress ? `最近进展：${clause(state.progress.text)}。` : '';
  return `${progress}${waits === undefined ? '' : `${waits}。`}${limit}${overdue}。`;
};

/** An item: its problem as a heading, then its published status, its measures, and what is still to come. */
const itemParagraph = (listed: Listed, no: number, saying: Saying): Paragraph => ({
  part: 'level3',
  text: `${no}.针对${problemNamed(listed.row.problem)}。`,
  runOn: [
    `${office.published[listed.published]}。`,
    enumerated(listed.state.measures.map((measure) => measureText(measure, listed.state, saying))),
    resultsText(listed),
    standing(listed, saying),
  ].join(''),
  about: listed.row.item,
});

const unlisted = ({ row }: DossierItem, what: string): Paragraph => ({
  part: 'body',
  text: `另外，${problemNamed(row.problem)}${what}。`,
  about: row.item,
});

/** A category with its items, numbered on as a notice counts; what was merged is below its item. */
const categoryParagraphs = (
  { title, items, left }: PublishedCategory,
  no: number,
  saying: Saying,
): Paragraph[] => [
  { part: 'level2', text: `（${ordinal(no)}）${clause(title)}` },
  ...items.flatMap((listed, index) => [
    itemParagraph(listed, index + 1, saying),
    ...listed.merged.map((item) => unlisted(item, '并入本项一并整改，不再单列')),
  ]),
  ...left.map((item) => unlisted(item, '经研究不予列入，不再单列')),
];

/** The results, category by category. */
export const resultParagraphs = (categories: readonly PublishedCategory[], saying: Saying): Paragraph[] =>
  categories.flatMap((category, index) => categoryParagraphs(category, index + 1, saying));
