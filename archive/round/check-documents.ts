import { canonical } from '../../base/hash';
import type { RoundFault } from './record-fault';
import { DOCUMENT_FOLDER, ROUND_RECORD } from './paths';
import type { RoundContent } from './read';
import { documentsIn } from './record';

const withoutExtension = (path: string): string => path.replace(/\.[^./]*$/, '');

/** The list agrees with the log; the extension of a path depends on what media types a version knows. */
export const documentsListed = ({ log, documents }: RoundContent): RoundFault[] => {
  if (!log || !documents) return [];
  const bare = (list: readonly { path: string }[]) =>
    canonical(list.map((one) => ({ ...one, path: withoutExtension(one.path) })));
  return bare(documentsIn(log)) === bare(documents.documents)
    ? []
    : [{ type: 'documents-differ', file: ROUND_RECORD.documents }];
};

/** Every document that was filed or published is in its place, and nothing else is there. */
export const documentsThere = ({ log, payload }: RoundContent): RoundFault[] => {
  if (!log) return [];
  const there = new Map([...payload.keys()].map((path) => [withoutExtension(path), path]));
  const places = documentsIn(log).map(({ title, sha512, path }) => {
    const place = `data/${path}`;
    return { title, expected: sha512, file: there.get(withoutExtension(place)) ?? place };
  });
  const faults = places.flatMap(({ title, expected, file }): RoundFault[] => {
    const found = payload.get(file);
    if (found === undefined) return [{ type: 'document-missing', file, title, expected }];
    return found === expected ? [] : [{ type: 'document-differs', file, title, expected, found }];
  });
  const named = new Set(places.map(({ file }) => file));
  const unnamed = [...payload.keys()].filter((path) => path.startsWith(DOCUMENT_FOLDER) && !named.has(path));
  return [...faults, ...unnamed.map((file): RoundFault => ({ type: 'document-unnamed', file }))];
};
