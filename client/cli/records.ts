import { bagName } from '../../archive/item/record';
import type { ItemId, RoundId } from '../../base/ids';
import type { Dossier } from '../../documents/dossier';
import type { ItemView } from '../../domain/item/life';
import type { RoundLedger } from '../../workflows/messages';
import { gatherDossier } from '../api/dossier';
import { NoRecord } from '../api/errors';
import { existingStore } from '../api/receipts';
import { findRecordedLife } from '../api/recorded-life';
import { storeUrl } from '../api/settings';
import type { Cli } from './context';
import type { Session } from './session';
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

/**
 * Everything that documents of a round are made from.
 * @throws Trouble `no-record` where an item has left the server, and the store of this machine has no bag of it
 */
export const dossierOf = async (cli: Cli, session: Session, round: RoundId): Promise<Dossier> => {
  const ledger = await session.ledger(round);
  const store = await existingStore(storeUrl(cli.terminal.environment));
  const ask = (item: ItemId, cycle: number) => session.ask((rectify) => rectify.item(item, cycle));
  return gatherDossier(ledger, { ask, store }).catch((error: unknown) => {
    throw error instanceof NoRecord ? new Trouble({ type: 'no-record', bag: error.bag }) : error;
  });
};
