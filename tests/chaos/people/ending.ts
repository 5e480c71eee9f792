import { itemId } from '../../../base/ids';
import { NotFound, Refused } from '../../../client/api';
import { isOpen } from '../../../domain/item/states';
import { commandOf } from '../../support/commands';
import type { PatientRectify } from '../patient';
import type { PlayedRound } from './round';

/** The head takes what is still open off the list, as far as they may: who has worked on an item leaves it open. */
export const withdrawOpen = async (
  rectify: PatientRectify,
  { round, head, sign }: PlayedRound,
): Promise<void> => {
  const { rows } = await rectify.ledger(round);
  for (const { number, cycle, status } of rows) {
    if (!isOpen(status)) continue;
    const command = commandOf(head, itemId(round, number), 'withdraw', { reason: '演练结束，不再列入' });
    await rectify.command({ ...command, cycle }, sign).catch((error: unknown) => {
      if (!(error instanceof Refused || error instanceof NotFound)) throw error;
    });
  }
};
