import type { ItemView } from '../../../domain/item/life';
import { StoreFault } from '../../../store/fault';
import { evidenceNumber } from '../arguments/values';
import type { Cli } from '../context';
import type { Paper } from '../terminal/paper';
import { failureOf } from '../trouble/failure';
import { Trouble } from '../trouble/trouble';
import { allEvidence, askWhich, evidenceAt, evidenced } from './evidence-of';

/** The file that is meant: the only one, or the one that is asked for; undefined where nobody says which. */
const meant = async (cli: Cli, view: ItemView): Promise<string | undefined> => {
  const { length } = allEvidence(view);
  return length === 1 ? '1' : askWhich(cli, length);
};

/**
 * Opens evidence for somebody who is asked for a decision: that of the number they gave, else they are asked for one.
 * What goes wrong is said, and the question remains.
 */
export const openAtPrompt = async (
  cli: Cli,
  paper: Paper,
  view: ItemView,
  given: string | undefined,
): Promise<void> => {
  try {
    const number = given ?? (await meant(cli, view));
    if (number === undefined) return;
    const file = evidenceAt(view, evidenceNumber('o', number));
    const of = await evidenced(cli, view);
    // What looks into documents is loaded only where somebody looks.
    const { openEvidence, tellOpening } = await import('./open');
    tellOpening(paper, of, file, await openEvidence(of, file, '.'));
  } catch (error) {
    if (!(error instanceof Trouble || error instanceof StoreFault)) throw error;
    const { lines } = await failureOf(error, cli);
    for (const text of lines) paper.line({ text, style: 'red' });
  }
};
