import { civilOf } from '../../../domain/calendar/zone';
import { STATUSES } from '../../../domain/item/states';
import { holds } from '../../../domain/round/log-head';
import { rowOf, type LedgerRow } from '../../../domain/round/row';
import { firstFound, type Rule, type SeenSeat, unequal, type WorldView } from '../rule';
import { OPEN } from '../tale';

export const newest = ({ seats }: WorldView): SeenSeat[] => [
  ...new Map(seats.map((seat) => [seat.life.state.item, seat])).values(),
];

/** A row of the ledger as somebody counting by hand reads it. */
export const isLate = (row: LedgerRow, deadline: string | undefined, today: string): boolean => {
  if (deadline === undefined || row.status === 'withdrawn' || row.status === 'sustained') return false;
  const isAtWork = ['assigned', 'in-progress', 'returned'].includes(row.status);
  const on = isAtWork ? today : (row.requestedOn ?? (OPEN.includes(row.status) ? today : ''));
  return on > deadline;
};

/** By the first deadline, also where the item is sustained by now. */
const isFirstLate = (row: LedgerRow, today: string): boolean => {
  const status = row.status === 'sustained' ? ('closed' as const) : row.status;
  return isLate({ ...row, status }, row.originalDeadline, today);
};

const recounted = (rows: readonly LedgerRow[], today: string) => {
  const isEnded = ({ status }: LedgerRow) => status === 'closed' || status === 'archived';
  const late = rows.filter((row) => isLate(row, row.deadline, today));
  return {
    items: rows.length,
    byStatus: Object.fromEntries(
      STATUSES.map((one) => [one, rows.filter(({ status }) => status === one).length]),
    ),
    overdue: late.filter((row) => !isEnded(row)).length,
    withoutDeadline: rows.filter((row) => !row.deadline).length,
    closedLate: late.filter(isEnded).length,
    lateAgainstOriginal: rows.filter((row) => isFirstLate(row, today)).length,
    returned: rows.filter(({ returns }) => returns !== 0).length,
    undeliverable: rows.filter((row) => row.undeliverable).length,
  };
};

export const totalsCount = (): Rule => ({
  name: 'totals-count',
  sentence: 'the totals are what counting the rows of the ledger gives, and every item is published once',
  round: ({ round, now }) => {
    const { byPublished, escalated, resultTotals, ...totals } = round.ledger.totals(now);
    const published = Object.values(byPublished).reduce((a, b) => a + b, 0);
    return (
      unequal('the totals', totals, recounted(round.ledger.rows, civilOf(now))) ??
      unequal('the number published', published, totals.items)
    );
  },
});

export const ledgerIsTrue = (): Rule => ({
  name: 'ledger-is-true',
  sentence: 'once everything has arrived, the ledger says of every item what the item says of itself',
  quiet: (world) =>
    firstFound(newest(world), ({ life, workflow }) => {
      const row = world.round.ledger.rows.find(({ item }) => item === life.state.item);
      if (!row) return undefined;
      const { logHead, refusals, former, ...told } = row;
      return (
        unequal(`the row of ${workflow}`, told, rowOf(life.state, life.context, row.version)) ??
        (logHead && holds(life.log, logHead) ? undefined : `the row of ${workflow} tells of another log`)
      );
    }),
});

const twice = <T>(list: readonly T[]): T | undefined =>
  list.find((one, index) => list.indexOf(one) !== index);

export const archiveNumbersUnique = (): Rule => ({
  name: 'archive-numbers-unique',
  sentence:
    'no two lives of items have the same archive number, nor has the round one of theirs; it keeps its own',
  end: ({ seats, round }) => {
    const own = round.log.flatMap(({ event }) => ('manifest' in event ? [event.archiveNumber] : []));
    const closed = round.log.flatMap(({ event }) =>
      event.type === 'round-closed' ? [event.archiveNumber] : [],
    );
    return (
      twice([...seats.map(({ life }) => life.context.archiveNumber), ...closed]) ??
      own.find((number) => number !== closed[0])
    );
  },
});

/** How the proposals were decided, by the items. */
const outcomes = ({ seats }: WorldView) =>
  seats.flatMap(({ life: { state, log } }) =>
    state.proposals.flatMap(({ rung, day, outcome }) => {
      if (!outcome) return [];
      const type = outcome.type === 'issued' ? 'proposal-issued' : 'proposal-dropped';
      const entry = log.find(({ event }) => event.type === type && event.rung === rung && event.day === day);
      return [{ item: state.item, rung, day, type, author: entry?.author?.by }];
    }),
  );

export const peopleDecideOnPeople = (): Rule => ({
  name: 'people-decide-on-people',
  sentence: 'no letter or talk is issued or dropped but by a person who has told the round so',
  round: (world) =>
    firstFound(outcomes(world), ({ item, rung, day, type, author }) => {
      const told = world.round.log.find(
        ({ event }) =>
          event.type === type &&
          'rung' in event &&
          item.endsWith(`/${event.item}`) &&
          event.rung === rung &&
          event.day === day,
      );
      return author !== undefined && told?.author?.by === author
        ? undefined
        : `${type} of ${rung} for ${item}, by ${author ?? 'nobody'}`;
    }),
});
