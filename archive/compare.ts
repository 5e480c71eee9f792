import { unbroken } from '../base/safe-text';
import { BAG_INFO, hasOurForm, type Info, valuesOf } from './item/bag-info';
import type { RecordFault } from './item/record-fault';

/*
 * Compares what was made from a record with the record: the same for the bags of items and of rounds.
 */

/** The result of a check, or nothing where it throws: a record from elsewhere can hold anything. */
export const attempt = <T>(make: () => T): T | undefined => {
  try {
    return make();
  } catch {
    return undefined;
  }
};

/** Only known files are beneath `data/`; a record of another form may have others. */
export const othersThan = (
  isKnown: (path: string) => boolean,
  { info, payload }: { info: Info; payload: ReadonlyMap<string, string> },
): Extract<RecordFault, { type: 'file-unnamed' }>[] =>
  hasOurForm(info)
    ? [...payload.keys()].filter((path) => !isKnown(path)).map((file) => ({ type: 'file-unnamed', file }))
    : [];

/** `bag-info.txt` says what the record says, under every label that `make` gives. */
export const infoCompared = (
  info: Info,
  make: () => Readonly<Record<string, string>>,
): Extract<RecordFault, { type: 'info-differs' }>[] =>
  Object.entries(attempt(make) ?? {})
    .map(([label, value]) => ({
      label,
      expected: unbroken(value),
      found: valuesOf(info, label).join(', '),
    }))
    .filter(({ expected, found }) => expected !== found)
    .map((differing) => ({ type: 'info-differs', file: BAG_INFO, ...differing }));

/** The page is, byte for byte, the one that `make` gives. */
export const pageCompared = (
  file: string,
  page: string,
  make: () => string,
): Extract<RecordFault, { type: 'page-differs' }>[] => {
  const [expected, found] = [(attempt(make) ?? '').split('\n'), page.split('\n')];
  const length = Math.max(expected.length, found.length);
  const line = Array.from({ length }, (_, index) => index).find((index) => expected[index] !== found[index]);
  return line === undefined ? [] : [{ type: 'page-differs', file, line: line + 1 }];
};
