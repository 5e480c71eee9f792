import { civilOf } from '../../domain/calendar/zone';
import type { End } from '../../domain/item/lost';
import type { RungId } from '../../domain/ladder/rung';
import { officeNumber } from '../../domain/plan/plan';
import { isClosedLate, isOverdue } from '../../domain/round/row';
import { escalationsOf, isOriginallyLate } from '../../domain/round/totals';
import { type Cell, said } from './cell';
import { dayIn, type Subject } from './column-definition';
import type { Tell } from './language/words';
import type { Remark } from './remark';

const when = (test: boolean, remark: Remark): Remark[] => (test ? [remark] : []);

const sinceBirth = ({ dossier, item }: Subject): Remark[] => {
  const { drill } = dossier.clock;
  const { previous, lost, cycle, added } = item.state;
  return [
    ...(drill === undefined ? [] : [{ type: 'drill', drill } as const]),
    ...(added ? [{ type: 'added', ...added } as const] : []),
    ...(previous ? [{ type: 'reopened', cycle, archiveNumber: previous.archiveNumber } as const] : []),
    ...(lost ? [{ type: 'restored', cycle, ended: lost.ended } as const] : []),
  ];
};

const lateness = ({ dossier: { today }, item: { row } }: Subject): Remark[] => {
  const rungs = escalationsOf(row);
  return [
    ...when(isOverdue(row, today), { type: 'overdue' }),
    ...when(isClosedLate(row), { type: 'closed-late' }),
    ...when(isOriginallyLate(row, today), { type: 'late-against-original' }),
    ...when(rungs.length > 0, { type: 'escalated', rungs }),
  ];
};

/** Numbers of letters other than urging letters, which have a column of their own. */
const otherLetters = ({ item: { row } }: Subject): Remark[] =>
  row.proposals.flatMap(({ rung, number }) =>
    rung === 'urging-letter' || number === undefined ? [] : [{ type: 'issued', rung, letter: number }],
  );

const standing = ({ item: { row, state } }: Subject): Remark[] => {
  const { extension, sustaining, mergedInto, undeliverable, status, logWentBack, amendment, undone } = row;
  const { until, checkIn } = sustaining ?? {};
  const reason = state.withdrawal?.reason;
  return [
    ...(extension ? [{ type: 'extension-pending', newDeadline: extension.newDeadline } as const] : []),
    ...(until ? [{ type: 'sustaining', until, ...(checkIn && { checkIn }) } as const] : []),
    ...when(undone === true, { type: 'undone', ...(reason !== undefined && { reason }) }),
    ...when(status === 'withdrawn' && !undone, {
      type: 'withdrawn',
      ...(reason !== undefined && { reason }),
      ...(mergedInto !== undefined && { into: mergedInto }),
    }),
    ...(amendment && amendment.times > 0
      ? [{ type: 'amended', times: amendment.times, version: amendment.version } as const]
      : []),
    ...when(undeliverable, { type: 'undeliverable' }),
    ...(logWentBack
      ? [
          {
            type: 'log-went-back',
            entries: logWentBack.from.entries,
            on: civilOf(logWentBack.to.at),
          } as const,
        ]
      : []),
  ];
};

const remarksOf = (subject: Subject): Remark[] => [
  ...sinceBirth(subject),
  ...lateness(subject),
  ...otherLetters(subject),
  ...standing(subject),
];

/** An item that is late now is late by its first deadline too; that is said once. */
const isSaid = (remark: Remark, all: readonly Remark[]): boolean =>
  remark.type !== 'late-against-original' ||
  !all.some(({ type }) => type === 'overdue' || type === 'closed-late');

const remarkText = (subject: Subject, remark: Remark): string => {
  const { words, say } = subject;
  const tell = {
    day: dayIn(subject),
    rung: (rung: RungId) => words.rung[rung],
    number: officeNumber,
    end: (end: End) => words.end[end],
  };
  const sentence = say.remark[remark.type] as (remark: Remark, tell: Tell) => string;
  return sentence(remark, tell);
};

export const remarksCell = (subject: Subject): Cell | undefined => {
  const remarks = remarksOf(subject);
  if (remarks.length === 0) return undefined;
  const texts = remarks.filter((one) => isSaid(one, remarks)).map((one) => remarkText(subject, one));
  return said(texts.join('\n'), remarks);
};
