import type { EventType } from './event';
import { STATUSES, type Status, isAtWork, isInReview, isOpen } from './states';
import { nextStatus, TRANSITIONS } from './transitions';

const EVENTS = [...new Set(Object.values(TRANSITIONS).flatMap(Object.keys))] as EventType[];

/** Every arrow of the state table, by hand: from, event, to. Whatever is not here stays where it is. */
const ARROWS: readonly (readonly [Status, EventType, Status])[] = [
  ['assigned', 'acknowledged', 'in-progress'],
  ['in-progress', 'closure-requested', 'leader-review'],
  ['returned', 'progress-reported', 'in-progress'],
  ['returned', 'evidence-added', 'in-progress'],
  ['returned', 'evidence-withdrawn', 'in-progress'],
  ['returned', 'measure-completed', 'in-progress'],
  ['returned', 'result-recorded', 'in-progress'],
  ['returned', 'result-corrected', 'in-progress'],
  ['returned', 'closure-requested', 'leader-review'],
  ['leader-review', 'approved', 'acceptance'],
  ['leader-review', 'returned', 'returned'],
  ['acceptance', 'accepted', 'closed'],
  ['acceptance', 'returned', 'returned'],
  ['acceptance', 'approval-voided', 'leader-review'],
  ['leader-review', 'closure-withdrawn', 'in-progress'],
  ['acceptance', 'closure-withdrawn', 'in-progress'],
  ['leader-review', 'closure-voided', 'in-progress'],
  ['acceptance', 'closure-voided', 'in-progress'],
  ['acceptance', 'stage-accepted', 'sustained'],
  ['sustained', 'sustaining-ended', 'acceptance'],
  ['assigned', 'withdrawn', 'withdrawn'],
  ['in-progress', 'withdrawn', 'withdrawn'],
  ['returned', 'withdrawn', 'withdrawn'],
  ['leader-review', 'withdrawn', 'withdrawn'],
  ['acceptance', 'withdrawn', 'withdrawn'],
  ['sustained', 'withdrawn', 'withdrawn'],
  ['closed', 'archived', 'archived'],
];

describe('the state table', () => {
  test.each(ARROWS)('leads from %s by %s to %s', (from, event, to) => {
    expect(nextStatus(from, event)).toBe(to);
  });

  test.each(STATUSES)('leads nowhere else from %s', (from) => {
    const arrows = EVENTS.filter((event) => nextStatus(from, event) !== from);
    const known = ARROWS.filter(([state]) => state === from).map(([, event]) => event);
    expect(new Set(arrows)).toEqual(new Set(known));
  });

  test('reaches every state from the first', () => {
    const reached = new Set<Status>(['assigned']);
    for (const from of reached) for (const event of EVENTS) reached.add(nextStatus(from, event));
    expect(reached).toEqual(new Set(STATUSES));
  });

  test.each(['archived', 'withdrawn'] as const)('leads nowhere from %s', (end) => {
    expect(EVENTS.map((event) => nextStatus(end, event))).toEqual(EVENTS.map(() => end));
  });

  test.each<EventType>(['commented', 'urged', 'asked', 'reassigned', 'extension-granted', 'rung-reached'])(
    'moves no item by %s, which runs beside the state',
    (event) => {
      for (const status of STATUSES) expect(nextStatus(status, event)).toBe(status);
    },
  );
});

test.each([
  ['assigned', 'work'],
  ['in-progress', 'work'],
  ['returned', 'work'],
  ['leader-review', 'review'],
  ['acceptance', 'review'],
  ['sustained', 'check-ins'],
  ['closed', 'over'],
  ['archived', 'over'],
  ['withdrawn', 'over'],
] as const)('an item that is %s is in %s', (status, phase) => {
  expect([isAtWork(status), isInReview(status), isOpen(status)]).toEqual([
    phase === 'work',
    phase === 'review',
    phase !== 'over',
  ]);
});
