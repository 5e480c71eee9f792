import { isOpen } from '../../../domain/item/states';
import { officeNumber } from '../../../domain/plan/plan';
import type { RoundLedger } from '../../../workflows/messages';
import type { Cli } from '../context';
import type { Paper } from '../terminal/paper';

/** What undoing an import withdraws, and that it is for good. */
export const printUndoing = ({ say }: Cli, paper: Paper, { head, rows }: RoundLedger): void => {
  const open = rows.filter(({ status }) => isOpen(status)).map(({ number }) => officeNumber(number));
  paper.line({ text: say.round.title(head.round, head.title, head.body), style: 'bold' });
  paper.prose(say.undo.withdraws(open));
  paper.prose({ text: say.undo.forGood, style: 'yellow' });
};
