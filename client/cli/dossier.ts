import type { ItemId, RoundId } from '../../base/ids';
import type { Dossier } from '../../documents/dossier';
import { gatherDossier } from '../api/dossier';
import { NoRecord } from '../api/errors';
import { existingStore } from '../api/existing-store';
import { storeUrl } from '../api/settings';
import type { Cli } from './context';
import type { Session } from './session';
import { Trouble } from './trouble/trouble';

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
