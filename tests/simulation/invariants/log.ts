import { checkLog, genesis, roundGenesis, type LogEntry } from '../../../domain/item/log';
import { hashOf } from '../../../base/hash';
import { firstFound, type Rule, type SeenSeat, unequal } from '../rule';

/** The state is what the log tells, by the state table of the office. */
export const stateFollowsLog = (): Rule => ({
  name: 'state-follows-log',
  sentence: 'an item comes from one state to another only as the state table says, and is what its log tells',
  item: ({ seat: { life, tale } }) => {
    const { status, deadline, originalDeadline, people } = life.state;
    return (
      unequal('the state', status, tale.status) ??
      unequal('the deadline', deadline, tale.deadline) ??
      unequal('the first deadline', originalDeadline, tale.firstDeadline) ??
      unequal('who holds the sides', people, tale.people)
    );
  },
});

export const firstDeadlineKept = (): Rule => ({
  name: 'first-deadline-kept',
  sentence: 'the first deadline is kept in the item and in the statistics, whatever is moved later',
  item: ({ seat: { life, tale } }) =>
    unequal('the first deadline in the ledger', life.firstRow().originalDeadline, tale.firstDeadline),
});

const originOf = ({ life: { state } }: SeenSeat) =>
  genesis({ item: state.item, cycle: state.cycle, ...state.born });

/** Checks what is new at every moment, and the whole log at the end. */
export const logIsWhole = (): Rule => {
  const last = new Map<string, LogEntry>();
  return {
    name: 'log-is-whole',
    sentence:
      'every entry of a log has the hash of the one before, a number one higher, and no earlier instant',
    item: ({ seat, steps }) =>
      firstFound(steps, ({ entry }) => {
        const before = last.get(seat.workflow) ?? seat.life.log[0];
        last.set(seat.workflow, entry);
        const { hash, ...content } = entry;
        return (
          unequal('the number', entry.seq, (before?.seq ?? 0) + 1) ??
          unequal('the hash before', entry.prev, before?.hash) ??
          unequal('the hash', hash, hashOf(content)) ??
          (before && entry.at < before.at
            ? `entry ${entry.seq} is earlier than the one before it`
            : undefined)
        );
      }),
    end: ({ seats, round }) =>
      firstFound(seats, (seat) =>
        unequal(`faults of ${seat.workflow}`, checkLog(seat.life.log, originOf(seat)), []),
      ) ?? unequal('faults of the round', checkLog(round.log, roundOrigin(round)), []),
  };
};

const roundOrigin = (round: {
  head: { round: Parameters<typeof roundGenesis>[0]['round'] };
  remember: () => { born: { policy: string; calendar: string } };
}) => roundGenesis({ round: round.head.round, ...round.remember().born });

export const timeRunsOn = (): Rule => ({
  name: 'time-runs-on',
  sentence: 'nothing is noted with an instant that is yet to come',
  item: ({ now, steps }) =>
    firstFound(steps, ({ entry }) =>
      entry.at > now ? `entry ${entry.seq} is of ${entry.at}, and it is ${now}` : undefined,
    ),
});
