import fc from 'fast-check';
import { aFile, anItem, attempt, give, NOW } from '../../testing/item';
import { manifestOf } from './manifest';
import { currentEvidence, currentFirst, numberedEvidence } from './versions';

/** What people hand in, for a measure, some of it as a new version of what there is, or is not. */
const handings = fc.array(
  fc.record({
    digit: fc.constantFrom('a', 'b', 'c'),
    measure: fc.constantFrom(1, 2),
    replaces: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
  }),
  { maxLength: 12 },
);

/** All that was handed in, whatever was refused of it. */
const evidenceAfter = (given: { digit: string; measure: number; replaces: number | undefined }[]) => {
  const life = anItem('in-progress');
  const taken = given.filter(({ digit, ...more }) => {
    const answer = attempt(life, 'add-evidence', NOW, { ...more, file: aFile(digit) });
    return !('refusal' in answer);
  });
  return { taken, state: life.state };
};

describe('whatever is handed in and replaced', () => {
  test('every file is current, or has been replaced by exactly one later file of its own measure', () => {
    fc.assert(
      fc.property(handings, (given) => {
        const { state } = evidenceAfter(given);
        const all = numberedEvidence(state.evidence);
        for (const { no, measure, replacedBy } of all) {
          const successors = all.filter(({ replaces }) => replaces === no);
          expect(successors.map((one) => one.no)).toEqual(replacedBy === undefined ? [] : [replacedBy]);
          for (const one of successors) expect(one.no > no && one.measure === measure).toBe(true);
        }
        const standing = all.filter(({ replacedBy }) => replacedBy === undefined);
        expect(currentEvidence(state.evidence)).toEqual(standing);
      }),
    );
  });

  test('nothing is dropped: state and manifest name every version that was taken', () => {
    fc.assert(
      fc.property(handings, (given) => {
        const { taken, state } = evidenceAfter(given);
        expect(state.evidence.map(({ measure, replaces }) => ({ measure, replaces }))).toEqual(
          taken.map(({ measure, replaces }) => ({ measure, replaces })),
        );
        expect(new Set(manifestOf(state).files)).toEqual(new Set(state.evidence));
      }),
    );
  });

  test('a measure that had evidence never loses it', () => {
    fc.assert(
      fc.property(handings, (given) => {
        const { evidence } = evidenceAfter(given).state;
        const measures = (files: readonly { measure: number }[]) =>
          new Set(files.map((file) => file.measure));
        expect(measures(currentEvidence(evidence))).toEqual(measures(evidence));
      }),
    );
  });
});

test('current versions come first, and each version says what happened to it', () => {
  const life = anItem('in-progress');
  give(life, 'add-evidence', NOW, { file: aFile('1') });
  give(life, 'add-evidence', NOW, { file: aFile('2') });
  give(life, 'add-evidence', NOW, { file: aFile('3'), replaces: 1 });
  const told = currentFirst(life.state.evidence).map(({ no, replaces, replacedBy }) => [
    no,
    replaces,
    replacedBy,
  ]);
  expect(told).toEqual([
    [2, undefined, undefined],
    [3, 1, undefined],
    [1, undefined, 3],
  ]);
});
