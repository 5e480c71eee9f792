import { civilOf } from '../../domain/calendar/zone';
import type { EvidenceFile } from '../../domain/item/command';
import { openStore } from '../../store/store';
import type { RoundLedger } from '../../workflows/messages';
import type { Cli } from '../context';
import { storeUrl } from '../settings';
import { lookAt } from '../store-evidence';
import { dateValue } from '../values';
import { storeWatched } from './evidence';

export type FileOptions = { title: string; date?: string };

/**
 * A document that somebody wants to file: looked at now, stored when the round has been looked at, so that the round
 * never hears of what is not there.
 */
export const documentAt = async (
  cli: Cli,
  path: string,
  { title, date: given }: FileOptions,
): Promise<(ledger: RoundLedger) => Promise<EvidenceFile>> => {
  const date = given === undefined ? undefined : dateValue('--date', given);
  const facts = await lookAt(path);
  return async ({ now }) => {
    const store = await openStore(storeUrl(cli.terminal.environment));
    const stored = await storeWatched(cli, store, path, facts.size);
    return { ...facts, ...stored, title, effectiveDate: date ?? civilOf(now) };
  };
};
