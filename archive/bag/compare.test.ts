import { createHash } from 'node:crypto';
import { Sha512 } from '../../base/ids';
import type { Digest } from '../../store/digest';
import { compare, type Suspicion } from './compare';
import type { Manifest } from './manifest';

const digest = (text: string): Digest => ({
  sha512: Sha512.parse(createHash('sha512').update(text).digest('hex')),
  size: text.length,
});
const [A, B] = [digest('a'), digest('b')];
const NAME = 'manifest-sha512.txt';

const listing = (...entries: [path: string, sha512: string][]): Manifest =>
  new Map(entries.map(([path, sha512], index) => [path, { sha512, line: index + 1 }]));

const compared = (listed: Manifest, there: [string, Digest][], isManifestsFault: Suspicion = () => false) =>
  compare(
    listed,
    { files: new Set(there.map(([path]) => path)), digests: new Map(there) },
    NAME,
    isManifestsFault,
  );

/** The same checksum with this many digits changed, each to the next. */
const altered = (sha512: string, digits: number): string =>
  Array.from(sha512, (digit, place) =>
    place < digits ? ((parseInt(digit, 16) + 1) % 16).toString(16) : digit,
  ).join('');

describe('a file and its manifest', () => {
  test('agree', () => {
    expect(compared(listing(['data/a', A.sha512]), [['data/a', A]])).toEqual([]);
  });

  test('differ by the file, where the checksum is another', () => {
    expect(compared(listing(['data/a', A.sha512]), [['data/a', B]])).toEqual([
      { type: 'checksum-differs', file: 'data/a', manifest: NAME, expected: A.sha512, found: B.sha512 },
    ]);
  });

  test.each([1, 2, 64])('differ by the line of the manifest, where %i digits of a checksum do', (digits) => {
    const expected = altered(B.sha512, digits);
    expect(
      compared(listing(['data/a', A.sha512], ['data/b', expected]), [
        ['data/a', A],
        ['data/b', B],
      ]),
    ).toEqual([{ type: 'entry-altered', file: NAME, line: 2, path: 'data/b', expected, found: B.sha512 }]);
  });
});

describe('a file that lies elsewhere than the manifest says', () => {
  const listed = listing(['data/a', A.sha512]);
  const moved = { type: 'path-differs', manifest: NAME, line: 1, path: 'data/a', found: 'data/b' };

  test('has been moved', () => {
    expect(compared(listed, [['data/b', A]])).toEqual([{ ...moved, file: 'data/a' }]);
  });

  test('has not, where the manifest is known to be at fault', () => {
    expect(compared(listed, [['data/b', A]], () => true)).toEqual([{ ...moved, file: NAME }]);
  });

  test('is told from one that is missing while another was added', () => {
    expect(compared(listed, [['data/b', B]])).toEqual([
      { type: 'file-missing', file: 'data/a', manifest: NAME },
      { type: 'file-unlisted', file: 'data/b', manifest: NAME },
    ]);
  });
});

test('what the manifest is to blame for comes first', () => {
  const faults = compared(listing(['data/a', A.sha512]), [['data/c', B]], (file) => file === 'data/c');
  expect(faults).toEqual([
    { type: 'entry-missing', file: NAME, path: 'data/c' },
    { type: 'file-missing', file: 'data/a', manifest: NAME },
  ]);
});
