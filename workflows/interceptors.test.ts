import type { Activation } from './answers-kept';
import { AHEAD_OF_TASK, interceptors } from './interceptors';

/** What comes of activations of one workflow, one after the other: of each whether it goes on. */
const taken = (...activations: Activation[]): boolean[] => {
  const [guard] = interceptors().internals ?? [];
  return activations.map((activation) => {
    try {
      guard?.activate?.({ activation, batchIndex: 0 }, () => undefined);
      return true;
    } catch (error) {
      expect((error as Error).message).toBe(AHEAD_OF_TASK);
      return false;
    }
  });
};

const at = (
  seconds: number,
  historyLength: number,
  jobs: Activation['jobs'] = [{ fireTimer: {} }],
  historySizeBytes = 1000,
): Activation => ({
  historySizeBytes: historySizeBytes as never,
  timestamp: { seconds: seconds as never, nanos: 0 },
  historyLength,
  jobs,
});

test('every workflow task that has begun goes on, and what it does in several steps', () => {
  expect(taken(at(1, 3), at(2, 8), at(2, 8), at(3, 15))).toEqual([true, true, true, true]);
});

test('events that no workflow task has begun with are refused, until one has', () => {
  expect(taken(at(1, 3), at(1, 7))).toEqual([true, false]);
});

test('a question is answered, however far its history goes', () => {
  expect(taken(at(1, 3), at(1, 7, [{ queryWorkflow: {} }]), at(2, 8))).toEqual([true, true, true]);
});

test('a task that began when the clock of the server had gone back goes on: its history has grown', () => {
  expect(taken(at(1500, 3, [{ fireTimer: {} }], 900), at(1500, 8, [{ fireTimer: {} }], 2100))).toEqual([
    true,
    true,
  ]);
});

/** A task as it is repeated from the history, or as it comes anew. */
const repeated = (...given: Parameters<typeof at>): Activation => ({ ...at(...given), isReplaying: true });
const query = (queryId: string): Activation => ({
  ...at(9, 20, [{ queryWorkflow: { queryId } }]),
  isReplaying: true,
});

test('a query by itself is refused after the one task that came with the replay: another worker may have begun it', () => {
  expect(taken(repeated(1, 3), at(2, 8), at(2, 8), query('legacy_query'))).toEqual([true, true, true, false]);
});

test.each([
  ['all tasks were completed', [repeated(1, 3), repeated(2, 8)], 'legacy_query'],
  ['this worker has had a second task', [repeated(1, 3), at(2, 8), at(3, 15)], 'legacy_query'],
  ['this worker has begun the workflow', [at(1, 3)], 'legacy_query'],
  ['it comes with a task', [repeated(1, 3), at(2, 8)], 'b6d2'],
])('it is answered where %s', (_, activations, queryId) => {
  expect(taken(...activations, query(queryId))).not.toContain(false);
});
