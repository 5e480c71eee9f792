import type { ItemNumber } from '../../../base/ids';
import { capped, oneLine } from '../../../base/safe-text';

/** What Windows does not take in a name, what parts a path anywhere, and what openers read as the end of an argument. */
const NOT_IN_NAMES = /["*/:<>?\\|,]/g;

/** Longest title in a name, in UTF-16 units: of Chinese, three octets each, it leaves room below 255 octets. */
const TITLE = 60;

/**
 * The name of a file for people, `1.2-03 清点清单.pdf`: item, number of the file, its title. Every system takes it, it
 * leads nowhere else, and no two files of an item have the same. The extension comes from the bytes, not from a person.
 */
export const fileNameOf = (
  item: ItemNumber,
  { no, title }: { no: number; title: string },
  extension: string,
): string => {
  const ending = `.${extension}`;
  const plain = oneLine(title.normalize('NFC')).replace(NOT_IN_NAMES, '_');
  const bare = plain.toLowerCase().endsWith(ending) ? plain.slice(0, -ending.length) : plain;
  return (
    `${item}-${String(no).padStart(2, '0')} ${capped(bare, TITLE)}`.replace(/(?<![. ])[. ]+$/, '') + ending
  );
};
