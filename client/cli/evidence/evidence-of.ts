import { sizeText } from '../../../base/size';
import { currentEvidence, type NumberedEvidence, numberedEvidence } from '../../../domain/evidence/versions';
import type { ItemView } from '../../../domain/item/life';
import { findStore } from '../../../store/open';
import type { Store } from '../../../store/store';
import { storeUrl } from '../../api/settings';
import { evidenceNumber } from '../arguments/values';
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
 * @throws Trouble `no-evidence`, `no-such-evidence`
 */
export const evidenceAt = (view: Pick<ItemView, 'state'>, no: number): NumberedEvidence => {
  const all = allEvidence(view);
  const found = all[no - 1];
  if (found) return found;
  throw new Trouble({ type: 'no-such-evidence', no, files: all.length });
};

/** To choose from: on stderr, like the question. */
const printFiles = ({ err, say }: Cli, files: readonly NumberedEvidence[]): void => {
  for (const { no, title, size, effectiveDate } of files)
    err.line(
      ` ${say.card.evidence.number(no)} ${say.card.evidence.title(title)} ${effectiveDate} · ${sizeText(size)}`,
    );
};

/** Asks a person for the number of a file; undefined where they give none. */
export const askWhich = async ({ terminal, say }: Cli, files: number): Promise<string | undefined> => {
  const number = (await terminal.ask(say.evidence.which(files)))
    ?.normalize('NFKC')
    .replace(/^\s*o/i, '')
    .trim();
  return number === '' ? undefined : number;
};

/**
 * The file that is meant: that of the number that was `given`, else the only one that is current, else the one that a
 * person at a terminal names.
 * @throws Trouble `no-evidence`, `no-such-evidence`, `which-evidence`, `bad-value`
 */
export const evidenceMeant = async (
  cli: Cli,
  view: Pick<ItemView, 'state'>,
  given: number | undefined,
): Promise<NumberedEvidence> => {
  if (given !== undefined) return evidenceAt(view, given);
  const all = allEvidence(view);
  const current = currentEvidence(view.state.evidence);
  const [only] = current;
  if (only && current.length === 1) return only;
  if (cli.terminal.interactive) printFiles(cli, all);
  const number = cli.terminal.interactive ? await askWhich(cli, all.length) : undefined;
  if (number === undefined) throw new Trouble({ type: 'which-evidence', files: all.length });
  return evidenceAt(view, evidenceNumber('number', number));
};
