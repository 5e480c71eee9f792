import type { PersonId } from '../../base/ids';
import { nameOf } from '../../domain/round/offices';
import { officeNumber } from '../../domain/plan/plan';
import { publishedStatus, warningLevel } from '../../domain/round/row';
import type { ColumnDefinition, Subject } from './column-definition';
import type { ColumnKey } from './columns';
import { type Cell, dayCell, deadlineCell, numberCell, said, written } from './cell';
import { acceptorDecision, leaderDecision, decisionCell, decisionDay } from './review-decision';
import { evidenceCell, extensionCell, lettersCell, progressCell, resultsCell } from './long-cells';
import { remarksCell } from './remarks';

const person = ({ dossier }: Subject, id: PersonId | undefined): Cell | undefined =>
  id && said(nameOf(id, dossier.head.roster), id);

/** An item without a deadline says so. */
const itemDeadline = ({ dossier, words }: Subject, date: Subject['item']['row']['deadline']): Cell =>
  deadlineCell(date, dossier.calendar) ?? said(words.date.none);

const levelCell = ({ dossier, item, words }: Subject): Cell | undefined => {
  const level = warningLevel(item.row, dossier.head.policy, dossier.calendar, dossier.today);
  return level && said(words.rung[level], level);
};

const publishedCell = ({ dossier, item, words }: Subject): Cell => {
  const published = publishedStatus(item.row, dossier.today);
  return said(words.published[published], published);
};

/** Every column of the ledger: what it is about, how wide it is, and what is in it. */
export const COLUMNS: Readonly<Record<ColumnKey, ColumnDefinition>> = {
  number: {
    level: 'item',
    width: 7,
    centred: true,
    cell: ({ item }) => said(officeNumber(item.row.number), item.row.number),
  },
  category: { level: 'category', width: 13, cell: ({ item }) => written(item.row.category) },
  problem: { level: 'item', width: 20, cell: ({ item }) => written(item.row.problem) },
  cause: { level: 'item', width: 20, optional: true, cell: ({ item }) => written(item.planned.cause) },
  goal: { level: 'item', width: 16, optional: true, cell: ({ item }) => written(item.planned.goal) },
  source: {
    level: 'item',
    width: 16,
    optional: true,
    cell: ({ item: { planned }, words }) =>
      planned.source && said(words.source(planned.source), planned.source),
  },
  kind: {
    level: 'item',
    width: 9,
    centred: true,
    cell: ({ item, words }) => said(words.itemKind[item.row.kind], item.row.kind),
  },
  priority: {
    level: 'item',
    width: 8,
    centred: true,
    optional: true,
    cell: ({ item: { row }, words }) => row.priority && said(words.priority[row.priority], row.priority),
  },
  tags: {
    level: 'item',
    width: 12,
    optional: true,
    cell: ({ item: { row }, say }) => row.tags && said(say.list(row.tags), row.tags),
  },
  measure: {
    level: 'measure',
    group: 'measures',
    width: 28,
    cell: ({ measure: { no, text } }) => said(`${no}. ${text}`, { no, text }),
  },
  measureKind: {
    level: 'measure',
    group: 'measures',
    width: 9,
    centred: true,
    cell: ({ measure, words }) => said(words.measureKind[measure.kind], measure.kind),
  },
  measureOwner: {
    level: 'measure',
    group: 'measures',
    width: 7,
    centred: true,
    cell: (subject) => person(subject, subject.measure.owner),
  },
  measureDeadline: {
    level: 'measure',
    group: 'measures',
    width: 11,
    centred: true,
    cell: ({ measure, dossier }) => deadlineCell(measure.deadline, dossier.calendar),
  },
  measureStatus: {
    level: 'measure',
    group: 'measures',
    width: 8,
    centred: true,
    cell: ({ measure, say }) => {
      const status = measure.completed ? 'complete' : 'open';
      return said(say.measureStatus[status], status);
    },
  },
  leader: {
    level: 'item',
    width: 7,
    centred: true,
    cell: (subject) => person(subject, subject.item.row.people.leader),
  },
  section: { level: 'item', width: 10, centred: true, cell: ({ item }) => written(item.row.section) },
  assisting: {
    level: 'item',
    width: 12,
    centred: true,
    optional: true,
    cell: ({ item: { planned }, say }) =>
      planned.assisting && said(say.list(planned.assisting), planned.assisting),
  },
  handler: {
    level: 'item',
    width: 7,
    centred: true,
    cell: (subject) => person(subject, subject.item.row.people.handler),
  },
  originalDeadline: {
    level: 'item',
    width: 11,
    centred: true,
    cell: (subject) => itemDeadline(subject, subject.item.row.originalDeadline),
  },
  deadline: {
    level: 'item',
    width: 11,
    centred: true,
    cell: (subject) => itemDeadline(subject, subject.item.row.deadline),
  },
  extensions: {
    level: 'item',
    group: 'extension',
    width: 6,
    centred: true,
    cell: ({ item }) => numberCell(item.row.extensions),
  },
  extensionGrounds: { level: 'item', group: 'extension', width: 16, cell: extensionCell },
  progress: { level: 'item', width: 24, cell: progressCell },
  evidence: { level: 'measure', width: 20, cell: evidenceCell },
  requestedOn: {
    level: 'item',
    width: 11,
    centred: true,
    cell: ({ item }) => dayCell(item.row.requestedOn),
  },
  leaderOpinion: {
    level: 'item',
    group: 'leaderDecision',
    width: 12,
    cell: (subject) => decisionCell(subject, leaderDecision(subject.item.state)),
  },
  leaderDecidedOn: {
    level: 'item',
    group: 'leaderDecision',
    width: 11,
    centred: true,
    cell: ({ item }) => decisionDay(leaderDecision(item.state)),
  },
  acceptor: {
    level: 'item',
    group: 'acceptance',
    width: 7,
    centred: true,
    cell: (subject) => person(subject, subject.item.row.people.acceptor),
  },
  acceptorOpinion: {
    level: 'item',
    group: 'acceptance',
    width: 12,
    cell: (subject) => decisionCell(subject, acceptorDecision(subject.item.state)),
  },
  acceptorDecidedOn: {
    level: 'item',
    group: 'acceptance',
    width: 11,
    centred: true,
    cell: ({ item }) => decisionDay(acceptorDecision(item.state)),
  },
  reviewRound: {
    level: 'item',
    width: 6,
    centred: true,
    cell: ({ item }) => numberCell(item.row.reviewRound),
  },
  status: {
    level: 'item',
    width: 9,
    centred: true,
    cell: ({ item, words }) => said(words.status[item.row.status], item.row.status),
  },
  published: { level: 'item', width: 9, centred: true, cell: publishedCell },
  level: { level: 'item', width: 8, centred: true, cell: levelCell },
  urgingLetters: { level: 'item', width: 12, cell: lettersCell },
  recoveredFen: {
    level: 'measure',
    width: 13,
    cell: ({ measure: { completed } }) =>
      completed?.recoveredFen === undefined ? undefined : { type: 'money', fen: completed.recoveredFen },
  },
  regulation: {
    level: 'measure',
    width: 13,
    cell: ({ measure }) => written(measure.completed?.regulation),
  },
  resultTotals: { level: 'item', width: 18, optional: true, cell: resultsCell },
  archiveNumber: {
    level: 'item',
    width: 13,
    cell: ({ item }) => written(item.row.archive?.archiveNumber),
  },
  remarks: { level: 'item', width: 16, cell: remarksCell },
};
