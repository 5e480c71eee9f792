import { type NumberedEvidence, numberedEvidence } from '../../../domain/evidence/versions';
import type { ItemView } from '../../../domain/item/life';
import { findStore } from '../../../store/open';
import type { Store } from '../../../store/store';
import { Refused } from '../../api/errors';
import { storeUrl } from '../../api/settings';
import type { Cli } from '../context';
import { Trouble } from '../trouble/trouble';

/** An item whose evidence is looked at, with the store that has it. */
export type Evidenced = { cli: Cli; view: ItemView; store: Pick<Store, 'openEvidence'> };

/**
 * The store of an item's evidence.
 * @throws StoreFault where it is away
 */
export const evidenced = async (cli: Cli, view: ItemView): Promise<Evidenced> => ({
  cli,
  view,
  store: await findStore(storeUrl(cli.terminal.environment)),
});

/**
 * Every file that the hash of the evidence is over, replaced versions too.
 * @throws Trouble `no-evidence`
 */
export const allEvidence = ({ state }: Pick<ItemView, 'state'>): readonly NumberedEvidence[] => {
  const all = numberedEvidence(state.evidence);
  if (all.length === 0) throw new Trouble({ type: 'no-evidence' });
  return all;
};

/**
 * The file of a number.
 * @throws Refused `UnknownEvidence`; Trouble `no-evidence`
 */
export const evidenceAt = (view: Pick<ItemView, 'state'>, no: number): NumberedEvidence => {
  const all = allEvidence(view);
  const found = all[no - 1];
  if (found) return found;
  throw new Refused({ type: 'UnknownEvidence', evidence: no, known: all.map((file) => file.no) });
};

/**
 * The file that is meant where none was named: the only one that is current.
 * @throws Trouble `no-evidence`, `which-evidence`
 */
export const onlyEvidence = (view: Pick<ItemView, 'state'>): NumberedEvidence => {
  const all = allEvidence(view);
  const [only, ...others] = all.filter(({ replacedBy }) => replacedBy === undefined);
  if (only && others.length === 0) return only;
  throw new Trouble({ type: 'which-evidence', files: all.length });
};
