import fc from 'fast-check';
import { type Files, filesIn, folderOf } from '../../../../testing/store';
import { archived } from '../../../../tests/support/bag';
import { verifyFolder } from '../../../../archive/verify/bag';

/** A bag as the worker writes it, with evidence and a mail. */
let bag: Files;
let sizes: [file: string, octets: number][];
beforeAll(async () => {
  const { store, name } = await archived();
  bag = await filesIn(await store.folder(name));
  sizes = [...bag].map(([file, { length }]) => [file, length]);
});

type Place = { file: string; at: number };

/** The octet of the bag that lies so far behind the first, file after file. */
const placeOf = (position: number): Place => {
  let at = position;
  for (const [file, octets] of sizes) {
    if (at < octets) return { file, at };
    at -= octets;
  }
  throw new RangeError(`the bag has no octet ${position}`);
};

/** Each octet of the bag is as likely as the others, however large its file. */
const anywhere = (): fc.Arbitrary<Place> => {
  const octets = sizes.reduce((sum, [, more]) => sum + more, 0);
  return fc.noBias(fc.nat(octets - 1)).map(placeOf);
};

/** Each octet of the tag files: they are small, and vouch for all others. */
const inTagFiles = (): fc.Arbitrary<Place> =>
  fc.oneof(
    ...sizes
      .filter(([file]) => !file.startsWith('data/'))
      .map(([file, octets]) => fc.noBias(fc.nat(octets - 1)).map((at) => ({ file, at }))),
  );

type Change = (content: Buffer, at: number) => Buffer;

const firstNamed = async (files: Files): Promise<string | undefined> => {
  const { valid, faults } = await verifyFolder(folderOf(files), 'bag');
  expect(valid).toBe(false);
  return faults[0]?.file;
};

/** Makes a change at random places, and looks whether the file of each is what the first fault names. */
const isNamed = (
  places: fc.Arbitrary<Place>,
  changes: fc.Arbitrary<Change>,
  numRuns: number,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(places, changes, async ({ file, at }, change) => {
      const rotten = change(bag.get(file) ?? Buffer.of(), at);
      expect(await firstNamed(new Map(bag).set(file, rotten))).toBe(file);
    }),
    { numRuns },
  );

const octet = fc.noBias(fc.nat(255));
const differing: fc.Arbitrary<Change> = fc
  .noBias(fc.integer({ min: 1, max: 255 }))
  .map((mask) => (content, at) => {
    const changed = Buffer.from(content);
    changed[at] = (content[at] ?? 0) ^ mask;
    return changed;
  });
const inserted: fc.Arbitrary<Change> = octet.map(
  (value) => (content, at) =>
    Buffer.concat([content.subarray(0, at), Buffer.of(value), content.subarray(at)]),
);
const others: Record<string, fc.Arbitrary<Change>> = {
  'an octet put in': inserted,
  'an octet taken out': fc.constant((content, at) =>
    Buffer.concat([content.subarray(0, at), content.subarray(at + 1)]),
  ),
  'an end cut off': fc.constant((content, at) => content.subarray(0, at)),
  'an end put on': octet.map((value) => (content) => Buffer.concat([content, Buffer.of(value)])),
};

test('the bag itself is valid', async () => {
  expect(await verifyFolder(folderOf(bag), 'bag')).toMatchObject({ valid: true, faults: [] });
});

describe('the file that was changed is the first that is named', () => {
  test('for each of 1,000 octets anywhere in the bag', () => isNamed(anywhere(), differing, 1000));

  test('for each of 1,000 octets of its tag files', () => isNamed(inTagFiles(), differing, 1000));

  test.each(Object.entries(others))('for %s', async (_, change) => {
    await isNamed(anywhere(), change, 100);
    await isNamed(inTagFiles(), change, 300);
  });

  test('for each that was removed', async () => {
    for (const [file] of sizes)
      expect(await firstNamed(new Map([...bag].filter(([other]) => other !== file)))).toBe(file);
  });

  test('for any that was added', async () => {
    for (const file of ['data/evidence/measure-1/009.pdf', 'data/mail/yi/2.eml', 'data/x', 'x', 'fetch.txt'])
      expect(await firstNamed(new Map(bag).set(file, Buffer.from('x')))).toBe(file);
  });
});

test('of two files that were swapped one is the first that is named, and both are unless one is a manifest', async () => {
  const files = fc.shuffledSubarray(sizes, { minLength: 2, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(files, async ([[a] = [''], [b] = ['']]) => {
      const [ofA, ofB] = [bag.get(a) ?? Buffer.of(), bag.get(b) ?? Buffer.of()];
      fc.pre(!ofA.equals(ofB));
      const { faults } = await verifyFolder(folderOf(new Map(bag).set(a, ofB).set(b, ofA)), 'bag');
      expect([a, b]).toContain(faults[0]?.file);
      const named = new Set(faults.map(({ file }) => file));
      if (!`${a} ${b}`.includes('manifest-')) expect(named).toEqual(new Set([a, b]));
    }),
  );
});
