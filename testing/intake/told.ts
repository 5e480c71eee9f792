import { parse } from 'yaml';
import type { DraftItem } from '../../intake/draft';
import { fold } from '../../base/half-width';
import type { Draft } from '../../intake/index';
import type { Told, ToldItem } from './restyle';

type File = { categories: { title: string; items: { problem: string; measures: { text: string }[] }[] }[] };

type FileItem = File['categories'][number]['items'][number];

/** What the sub-items of the plan are about; one of them begins at once with what is done. */
const SUB_PROBLEMS: readonly string[] = [
  '',
  '公示平台不规范',
  '处罚案件败诉和被撤销',
  '',
  '会费未收齐',
  '慰问品签收手续不全',
  '慰问金超标发放',
];

/** The outline of the plan of the round of 2021: `（1）……` among its measures are sub-items, each with its steps. */
export const toldPlan = (plan: string): Told => {
  const file = parse(plan) as File;
  const problems = [...SUB_PROBLEMS];
  const subItem = (text: string): ToldItem => ({
    problem: problems.shift() ?? '',
    measures: text.slice('（1）'.length).split('，'),
  });
  const itemOf = ({ problem, measures }: FileItem): ToldItem => {
    const texts = measures.map(({ text }) => text);
    const hasSubItems = texts.some((text) => /^（\d）/.test(text));
    return hasSubItems
      ? { problem, measures: [], children: texts.map(subItem) }
      : { problem, measures: texts };
  };
  return { categories: file.categories.map(({ title, items }) => ({ title, items: items.map(itemOf) })) };
};

const same = (text: string) => fold(text).trim();

const toldItem = ({ problem, measures, children = [] }: DraftItem): ToldItem => ({
  problem: same(problem),
  measures: measures.map(({ text }) => same(text)),
  ...(children.length > 0 && { children: children.map(toldItem) }),
});

/** What was told, in half width, so that it compares whatever it was typed in. */
export const toldOf = ({ categories }: Pick<Draft, 'categories'>): Told => ({
  categories: categories.map(({ title, items }) => ({ title: same(title), items: items.map(toldItem) })),
});
