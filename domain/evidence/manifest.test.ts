import fc from 'fast-check';
import { instant } from '../calendar/zone';
import { aFile } from '../../testing/item';
import { ASSIGNED, PEOPLE } from '../../testing/world';
import { type Evidence, manifestHash, manifestOf } from './manifest';

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    digit: fc.constantFrom('a', 'b', 'c'),
    measure: fc.integer({ min: 1, max: 3 }),
    hour: fc.integer({ min: 0, max: 3 }),
    by: fc.constantFrom(PEOPLE.handler, PEOPLE.deputy),
  })
  .map(({ digit, hour, ...rest }) => ({
    ...aFile(digit),
    ...rest,
    at: instant(ASSIGNED + hour * 3_600_000),
  }));

const life = (evidence: Evidence[], more = {}) => ({ item: '2021-03/1.2', cycle: 1, evidence, ...more });

describe('the hash of an evidence manifest', () => {
  test('is the same for the same evidence, in whatever order it came', () => {
    const twice = fc
      .array(anyEvidence, { maxLength: 8 })
      .chain((files) =>
        fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
      );
    fc.assert(
      fc.property(twice, ([files, shuffled]) => {
        expect(manifestHash(life(shuffled))).toBe(manifestHash(life(files)));
      }),
    );
  });

  test('changes with every file that is added', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 8 }), anyEvidence, (files, another) => {
        expect(manifestHash(life([...files, another]))).not.toBe(manifestHash(life(files)));
      }),
    );
  });

  test('changes with everything that is said of a file', () => {
    const file: Evidence = { ...aFile(), measure: 1, by: PEOPLE.handler, at: ASSIGNED };
    const others: Partial<Evidence>[] = [
      { title: '另一份' },
      { size: 1 },
      { measure: 2 },
      { by: PEOPLE.deputy },
      { mediaType: 'text/plain' },
      { at: instant(ASSIGNED + 1) },
      aFile('b'),
    ];
    const hashes = others.map((other) => manifestHash(life([{ ...file, ...other }])));
    expect(new Set([manifestHash(life([file])), ...hashes]).size).toBe(others.length + 1);
  });

  test('is that of one life of one item', () => {
    const hashes = [{}, { cycle: 2 }, { item: '2021-03/1.3' }].map((more) => manifestHash(life([], more)));
    expect(new Set(hashes).size).toBe(3);
  });
});

test('a manifest lists the files by measure, and leaves the given list as it was', () => {
  const files = [2, 1, 3].map((measure): Evidence => ({
    ...aFile(),
    measure,
    by: PEOPLE.handler,
    at: ASSIGNED,
  }));
  expect(manifestOf(life(files)).files.map(({ measure }) => measure)).toEqual([1, 2, 3]);
  expect(files.map(({ measure }) => measure)).toEqual([2, 1, 3]);
});
