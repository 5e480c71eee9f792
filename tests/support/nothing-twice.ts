import { caughtIn } from './mails';
import type { RealWorld } from './real-world';

/** Every notice of a drill is in exactly one receipt, and every copy of a mail is one of a receipt. */
export const expectNothingTwice = async (world: RealWorld, drill: string): Promise<void> => {
  const receipts = await world.receipts(drill);
  const notices = receipts.flatMap(({ mailbox, notices }) => notices.map(({ id }) => `${mailbox} ${id}`));
  expect(notices).toEqual([...new Set(notices)]);
  const ids = new Set(caughtIn(world.smtp.mails, drill).map(({ messageId }) => messageId));
  expect(ids).toEqual(new Set(receipts.map(({ messageId }) => messageId)));
};
