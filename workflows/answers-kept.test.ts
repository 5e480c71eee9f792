import type { Activation } from './answers-kept';
import { interceptors, LATE_ANSWER } from './interceptors';

type Conclude = NonNullable<
  NonNullable<ReturnType<typeof interceptors>['internals']>[number]['concludeActivation']
>;
type Commands = Parameters<Conclude>[0]['commands'];
type Step = Activation & { commands?: Commands };

/** What comes of activations of one workflow, one after the other, and of their commands: of each whether it goes on. */
const taken = (...steps: Step[]): boolean[] => {
  const [guard] = interceptors().internals ?? [];
  return steps.map(({ commands = [], ...activation }) => {
    try {
      guard?.activate?.({ activation, batchIndex: 0 }, () => undefined);
      guard?.concludeActivation?.({ commands }, (input) => input);
      return true;
    } catch (error) {
      expect((error as Error).message).toBe(LATE_ANSWER);
      return false;
    }
  });
};

const ANSWER = { resolveActivity: { seq: 6, isLocal: true } };
const CHECK = { scheduleLocalActivity: { seq: 6 } };
const SIGNAL = { signalWorkflow: {} };

/** A step of the task that starts with the event of that number. */
const step = (
  historyLength: number,
  job: NonNullable<Activation['jobs']>[number],
  commands: Commands = [],
): Step => ({
  timestamp: { seconds: historyLength as never, nanos: 0 },
  historySizeBytes: (historyLength * 100) as never,
  historyLength,
  jobs: [job],
  commands,
});
const question = (historyLength: number): Step => ({
  ...step(historyLength, { queryWorkflow: { queryId: 'b6d2' } }, [{ respondToQuery: {} }]),
  isReplaying: true,
});
const repeated = (given: Step): Step => ({ ...given, isReplaying: true });

test.each([
  ['a signal', SIGNAL],
  ['a command', { doUpdate: {} }],
  ['what an activity has come to', { resolveActivity: { seq: 5 } }],
])('an answer that comes with %s is refused: on replay it comes by itself before', (_, job) => {
  const both = (length: number): Step => ({ ...step(length, job), jobs: [job, ANSWER] });
  expect(taken(step(3, SIGNAL, [CHECK]), both(8))).toEqual([true, false]);
  expect(taken(repeated(both(3)), step(8, job))).toEqual([true, true]);
});

test('answers within their task are taken, whatever was asked meanwhile', () => {
  expect(
    taken(step(3, SIGNAL, [CHECK]), step(3, ANSWER, [CHECK]), question(3), step(3, ANSWER)),
  ).not.toContain(false);
});

test('an answer that was kept for the next task, since a question was answered, is refused', () => {
  // Completed, the answer's marker, scheduled, started.
  expect(taken(step(3, SIGNAL, [CHECK]), question(3), step(7, ANSWER))).toEqual([true, true, false]);
});

test.each<[string, Commands, number]>([
  ['nothing else', [], 0],
  ['a timer and a mark', [{ startTimer: {} }, { setPatchMarker: {} }], 3],
  [
    'a command that was taken and one that was not',
    [{ updateResponse: { accepted: {} } }, { updateResponse: { rejected: {} } }],
    1,
  ],
  ['a cancelled check', [{ requestCancelLocalActivity: {} }], 0],
])(
  'an answer that is slow comes with a later task and is taken, with %s done before',
  (_, commands, events) => {
    const asked = [step(3, SIGNAL, [CHECK, ...commands]), question(3)];
    expect(taken(...asked, step(6 + events, ANSWER))).toEqual([true, true, true]);
    // The server was asked for more time twice.
    expect(taken(...asked, step(9 + events, ANSWER))).toEqual([true, true, true]);
    expect(taken(...asked, step(7 + events, ANSWER))).toEqual([true, true, false]);
  },
);

test('an earlier answer of the same task has a marker, too', () => {
  const asked = [step(3, SIGNAL, [CHECK]), step(3, ANSWER, [CHECK]), question(3)];
  expect(taken(...asked, step(7, ANSWER)).at(-1)).toBe(true);
  expect(taken(...asked, step(8, ANSWER)).at(-1)).toBe(false);
});

test('what is repeated from the history writes nothing more', () => {
  const asked = [repeated(step(3, SIGNAL, [CHECK, { startTimer: {} }])), question(7)];
  expect(taken(...asked, step(10, ANSWER)).at(-1)).toBe(true);
  expect(taken(...asked, step(11, ANSWER)).at(-1)).toBe(false);
});

test('an answer for which nobody has asked meanwhile is taken with whatever task it comes', () => {
  expect(taken(step(3, SIGNAL, [CHECK]), step(7, ANSWER))).toEqual([true, true]);
  expect(taken(step(3, SIGNAL, [CHECK]), question(3), step(6, SIGNAL), step(10, ANSWER))).not.toContain(
    false,
  );
});
