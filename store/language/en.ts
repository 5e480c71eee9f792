import type { StoreFaultKind } from '../fault-kind';
import type { StoreWords } from './words';

const WHAT: Record<StoreFaultKind, string> = {
  full: 'is full or over its quota; free some space',
  'read-only': 'is read-only; make it writable',
  denied: 'denies access; check permissions and credentials',
  gone: 'cannot be found; check STORE, and that its folder is mounted or its bucket exists',
  unreachable: 'cannot be reached; check the network and the storage service',
  busy: 'is busy or reports an internal error; check the storage service',
  linked:
    'has a link in place of a folder, which is not followed; find out who made it, and restore the folder',
  broken: 'cannot be read or written; check the disk or the storage service',
};

const fault: StoreWords['fault'] = ({ store, kind, detail }) =>
  `The store ${store} ${WHAT[kind]} (${detail}).`;

export const ENGLISH: StoreWords = {
  fault,
  policies: 'a bucket: look at its policies yourself, which cannot be seen from here (docs/store.md)',
  waiting: (told) => `${fault(told)} Work resumes by itself once this is fixed.`,
};
