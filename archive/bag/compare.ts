import type { Digest } from '../../store/digest';
import type { Manifest } from './manifest';
import type { BagFault } from './report';

/** What is there of a part of a bag; a file that cannot be read has no digest. */
export type There = { files: ReadonlySet<string>; digests: ReadonlyMap<string, Digest> };

/** True for a file that is there and that its manifest must list. */
export type Suspicion = (file: string) => boolean;

/**
 * A file that was changed has a checksum of which one digit in sixteen is as before, by chance. Where half of
 * all digits are, which happens once in 10^39 files, somebody has changed the line that lists the file.
 */
const isNearly = (expected: string, found: string): boolean => {
  const same = Array.from(expected).filter((digit, place) => digit === found[place]).length;
  return same * 2 >= expected.length;
};

type Listed = { path: string; sha512: string; line: number };

/** A file that is there under its name, but with another checksum. */
const changed = ({ path, sha512: expected, line }: Listed, found: string, manifest: string): BagFault =>
  isNearly(expected, found)
    ? { type: 'entry-altered', file: manifest, line, path, expected, found }
    : { type: 'checksum-differs', file: path, manifest, expected, found };

/** Everything in which the files of a part differ from its manifest; what the manifest is to blame for is first. */
export const compare = (
  listed: Manifest,
  { files, digests }: There,
  manifest: string,
  isManifestsFault: Suspicion,
): BagFault[] => {
  const unlisted = new Set([...files].filter((file) => !listed.has(file)));
  const missing = ({ path, sha512, line }: Listed): BagFault => {
    const found = [...unlisted].find((file) => digests.get(file)?.sha512 === sha512);
    if (found === undefined) return { type: 'file-missing', file: path, manifest };
    unlisted.delete(found);
    const file = isManifestsFault(found) ? manifest : path;
    return { type: 'path-differs', file, manifest, line, path, found };
  };
  const wrong = [...listed].flatMap(([path, entry]): BagFault[] => {
    if (!files.has(path)) return [missing({ path, ...entry })];
    const found = digests.get(path)?.sha512 ?? entry.sha512;
    return found === entry.sha512 ? [] : [changed({ path, ...entry }, found, manifest)];
  });
  const unnamed = [...unlisted].map((path): BagFault =>
    isManifestsFault(path)
      ? { type: 'entry-missing', file: manifest, path }
      : { type: 'file-unlisted', file: path, manifest },
  );
  return [...wrong, ...unnamed].sort((a, b) => Number(b.file === manifest) - Number(a.file === manifest));
};
