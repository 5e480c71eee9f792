import type { Sha512 } from '../../base/ids';
import { PAYLOAD } from './format';
import type { BagFault, Checked } from './report';

/** The checksum of each listed file by its path, and the line of the manifest that says so. */
export type Manifest = ReadonlyMap<string, { sha512: string; line: number }>;

/** A path as a manifest has it: CR, LF and % percent-encoded, nothing else (RFC 8493, 2.1.3). */
const encodePath = (path: string): string => path.replace(/[%\r\n]/g, encodeURIComponent);

const decodePath = (path: string): string => path.replace(/%(?:0D|0A|25)/g, decodeURIComponent);

export const formatManifest = (entries: Iterable<readonly [path: string, sha512: Sha512]>): string =>
  [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sha512]) => `${sha512}  ${encodePath(path)}\n`)
    .join('');

/** The only form of a line that we write; upper-case digits or other spaces mean that somebody changed it. */
const LINE = /^([0-9a-f]{128}) {2}([^\r]+)$/;
const BARE_PERCENT = /%(?!0D|0A|25)/;

const parseLine = (text: string): { sha512: string; path: string } | undefined => {
  const [, sha512, path] = LINE.exec(text) ?? [];
  if (sha512 === undefined || path === undefined || BARE_PERCENT.test(path)) return undefined;
  return { sha512, path: decodePath(path) };
};

const leadsOut = (path: string): boolean =>
  path.startsWith('~') || path.split('/').some((part) => part === '' || part === '.' || part === '..');

/** The part of a bag that a manifest speaks of. */
export type Part = 'payload' | 'tags';

export const partOf = (path: string): Part => (path.startsWith(PAYLOAD) ? 'payload' : 'tags');

/** Of a manifest full of rubbish the first lines are enough. */
const MOST_LINES_NAMED = 1000;

/** The lines of a text, each with whether it is complete. A generator, since there may be millions of them. */
function* linesOf(text: string): Generator<{ line: number; text: string; isWhole: boolean }> {
  for (let [line, start] = [1, 0]; start < text.length; line += 1) {
    const end = text.indexOf('\n', start);
    const isWhole = end >= 0;
    yield { line, text: text.slice(start, isWhole ? end : undefined), isWhole };
    start = isWhole ? end + 1 : text.length;
  }
}

/** What a manifest lists, without the entries that are at fault. `manifest` is its own name. */
export const parseManifest = (text: string, manifest: string, part: Part): Checked<Manifest> => {
  const found = new Map<string, { sha512: string; line: number }>();
  const faults: BagFault[] = [];
  const blame = (fault: BagFault): void => {
    if (faults.length < MOST_LINES_NAMED) faults.push(fault);
  };
  for (const { line, text: content, isWhole } of linesOf(text)) {
    // Without its line break the last line is incomplete.
    const entry = isWhole ? parseLine(content) : undefined;
    if (!entry) blame({ type: 'line-malformed', file: manifest, line, text: content.slice(0, 200) });
    else if (leadsOut(entry.path) || partOf(entry.path) !== part)
      blame({ type: 'path-outside', file: manifest, line, path: entry.path });
    else if (found.has(entry.path))
      blame({ type: 'entry-duplicate', file: manifest, line, path: entry.path });
    else found.set(entry.path, { sha512: entry.sha512, line });
  }
  return { found, faults };
};
