import { civilOf } from '../../../../domain/calendar/zone';
import type { EvidenceFile } from '../../../../domain/item/command';
import { findStore } from '../../../../store/open';
import type { RoundLedger } from '../../../../workflows/messages';
import type { Cli } from '../../context';
import { storeUrl } from '../../../api/settings';
import { lookAt, storeWatched, UNREAD } from '../../files/store-evidence';
import { dateValue } from '../../arguments/values';
import type { RoundSaying } from '../../commands/round-commands';
import type { Order } from '../shared/round-command';

export type FileOptions = { title: string; date?: string };

/** A document as a command names it: `unread` before it is in the store, `stored` once it is there. */
export type Document = { unread: EvidenceFile; stored: () => Promise<EvidenceFile> };

/**
 * A document that somebody wants to file, looked at: it goes into the store when nothing else stands against the
 * command, and before the round hears of it, so that the round never names what is not there.
 */
export const documentAt = async (
  cli: Cli,
  path: string,
  { title, date: given }: FileOptions,
): Promise<(ledger: RoundLedger) => Document> => {
  const date = given === undefined ? undefined : dateValue('--date', given);
  const facts = await lookAt(path);
  return ({ now }) => {
    const unread = { ...facts, sha512: UNREAD, title, effectiveDate: date ?? civilOf(now) };
    const stored = async () => {
      const store = await findStore(storeUrl(cli.terminal.environment));
      return { ...unread, ...(await storeWatched(cli, store, path, facts.size)) };
    };
    return { unread, stored };
  };
};

/** What a command says of a document: for a first look at it, and `final` once the document is stored. */
export const withDocument = (
  { unread, stored }: Document,
  saying: (file: EvidenceFile) => RoundSaying,
): Pick<Order, 'saying' | 'final'> => ({
  saying: saying(unread),
  final: async () => saying(await stored()),
});
