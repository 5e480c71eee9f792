import type { Dossier, DossierItem } from '../dossier';
import type { Paragraph } from '../paper';
import { blank, office } from '../paper-text';

const distinct = (items: readonly DossierItem[], of: (item: DossierItem) => string): number =>
  new Set(items.map(of)).size;

const sum = (items: readonly DossierItem[], of: (item: DossierItem) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** What was done besides the measures; left out where there was nothing. */
const course = (items: readonly DossierItem[]): string =>
  [
    { count: sum(items, ({ row }) => row.extensions), said: (n: number) => `批准延期${n}次` },
    { count: sum(items, ({ row }) => row.returns), said: (n: number) => `退回补充整改${n}次` },
    { count: items.filter(({ row }) => row.cycle > 1).length, said: (n: number) => `反弹重开${n}项` },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, said }) => `，${said(count)}`)
    .join('');

/** Names what was withdrawn or merged (不予列入、并案), so that the figures of the plan add up. */
const apart = (withdrawn: number, others: number): string =>
  withdrawn === 0 ? '' : `其中不予列入、并案${withdrawn}项，其余${others}项`;

/** How the work was organised: who has taken it on, and how far the measures are. Meetings are not in the ledger. */
export const organisationParagraphs = ({ items, today }: Dossier): Paragraph[] => {
  const own = items.filter(({ row }) => row.status !== 'withdrawn');
  const meetings: Paragraph = { part: 'body', text: blank('专题会议、领导小组和动员部署情况') };
  if (own.length === 0)
    return [meetings, { part: 'body', text: `整改方案共列${items.length}项，均已不予列入或并案。` }];
  const leaders = distinct(own, ({ row }) => row.people.leader);
  const sections = distinct(own, ({ row }) => row.section);
  const assisting = new Set(own.flatMap(({ planned }) => planned.assisting ?? [])).size;
  const measures = sum(own, ({ row }) => row.measures.all);
  const complete = sum(own, ({ row }) => row.measures.complete);
  const evidence = sum(own, ({ row }) => row.evidence);
  return [
    meetings,
    {
      part: 'body',
      text: `整改方案共列${items.length}项，${apart(items.length - own.length, own.length)}由${leaders}名责任领导牵头、${sections}个科室承办${assisting > 0 ? `、${assisting}个科室配合` : ''}，逐项写明措施、时限和验收人。`,
    },
    {
      part: 'body',
      text: `以上事项共有整改措施${measures}条，截至${office.date.day(today)}完成${complete}条，收到佐证材料${evidence}份${course(own)}。`,
    },
  ];
};
