import { bagName } from '../../archive/item/record';
import type { ItemId } from '../../base/ids';
import type { ItemView } from '../../domain/item/life';
import type { RoundLedger } from '../../workflows/messages';
import { existingStore } from '../api/existing-store';
import { findRecordedLife } from '../api/recorded-life';
import { storeUrl } from '../api/settings';
import type { Cli } from './context';
import { Trouble } from './trouble/trouble';

/**
 * A life of an item that has left the server, from its bag in the store; says so on stderr.
 * @throws Trouble `no-record` where the store of this machine does not have it
 */
export const recordedLife = async (
  cli: Cli,
  ledger: RoundLedger,
  item: ItemId,
  cycle: number,
): Promise<ItemView> => {
  const bag = bagName({ item, cycle });
  const store = await existingStore(storeUrl(cli.terminal.environment));
  const view = await findRecordedLife(store, ledger, { item, cycle });
  if (!store || !view) throw new Trouble({ type: 'no-record', bag });
  cli.err.line({ text: cli.say.common.fromBag(store.locate(bag)), style: 'yellow' });
  return view;
};
