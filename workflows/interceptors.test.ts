import { AHEAD_OF_TASK, interceptors } from './interceptors';

type Activate = NonNullable<NonNullable<ReturnType<typeof interceptors>['internals']>[number]['activate']>;
type Activation = Parameters<Activate>[0]['activation'];

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
