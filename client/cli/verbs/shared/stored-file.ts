import { civilOf, type Instant } from '../../../../domain/calendar/zone';
import type { EvidenceFile } from '../../../../domain/item/command';
import { findStore } from '../../../../store/open';
import { storeUrl } from '../../../api/settings';
import { dateValue } from '../../arguments/values';
import type { Cli } from '../../context';
import { lookAt, storeWatched, UNREAD } from '../../files/store-evidence';
import type { Order } from './give';

/** A file as a command names it: `unread` before it is in the store, `stored` once it is there. */
export type StoredFile = { unread: EvidenceFile; stored: () => Promise<EvidenceFile> };

/**
 * A file that somebody hands in. It goes into the store once nothing known speaks against the command, since a large
 * one takes a while, and before the command is given, which must not name a file that is not there.
 * It is of the day on which it is handed in, unless another is given.
 */
export const fileAt = async (
  cli: Cli,
  path: string,
  given: { date?: string },
): Promise<(title: string, now: Instant) => StoredFile> => {
  const date = given.date === undefined ? undefined : dateValue('--date', given.date);
  const facts = await lookAt(path);
  return (title, now) => {
    const unread = { ...facts, sha512: UNREAD, title, effectiveDate: date ?? civilOf(now) };
    const stored = async () => {
      const store = await findStore(storeUrl(cli.terminal.environment));
      return { ...unread, ...(await storeWatched(cli, store, path, facts.size)) };
    };
    return { unread, stored };
  };
};

/** What a command says of a file: for a first look at it, and `final` once the file is stored. */
export const withFile = <S>(
  { unread, stored }: StoredFile,
  saying: (file: EvidenceFile) => S,
): Required<Order<S>> => ({
  saying: saying(unread),
  final: async () => saying(await stored()),
});
