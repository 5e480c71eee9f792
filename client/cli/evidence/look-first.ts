import type { ItemView } from '../../../domain/item/life';
import { type NumberedEvidence, numberedEvidence } from '../../../domain/evidence/versions';
import { StoreFault } from '../../../store/fault';
import { storeWords } from '../../../store/language';
import type { Cli } from '../context';
import { type Evidenced, evidenced } from './evidence-of';
import { evidenceFaultOf, watched } from './fetch';

const readWhole = async ({ cli, store }: Evidenced, file: NumberedEvidence): Promise<void> => {
  const content = watched(cli, store, file);
  while (!(await content.next()).done);
};

/** Says which files cannot be opened, and how many. */
const sayFaults = async (of: Evidenced): Promise<number> => {
  const { cli } = of;
  let faults = 0;
  for (const file of numberedEvidence(of.view.state.evidence))
    try {
      await readWhole(of, file);
    } catch (error) {
      const fault = evidenceFaultOf(error);
      if (!fault) throw error;
      faults += 1;
      cli.err.line({ text: cli.say.evidence.fault[fault](file.no, file.title), style: 'red' });
    }
  return faults;
};

/**
 * Reads all evidence that a decision will name by its hash, and says on stderr, before it is made, what of it cannot be opened:
 * a person vouches only for what they could look at.
 */
export const sayUnopened = async (cli: Cli, view: ItemView): Promise<void> => {
  if (view.state.evidence.length === 0) return;
  const say = cli.say.evidence;
  try {
    const faults = await sayFaults(await evidenced(cli, view));
    if (faults > 0) cli.err.line({ text: say.unopened(faults), style: 'red' });
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    cli.err.line({ text: say.away(storeWords(cli.language).fault(error)), style: 'red' });
  }
};
