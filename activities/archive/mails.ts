import { receiptPath } from '../../archive/item/record';
import { grouped } from '../../base/grouped';
import { instant } from '../../domain/calendar/zone';
import type { ItemState } from '../../domain/item/state';
import type { Receipt } from '../../domain/ladder/notice';
import { isOfLife } from '../../domain/ladder/notice-id';
import { unaccounted } from '../../domain/ladder/unaccounted';
import type { ExpectedMail } from '../../workflows/contract';
import type { KeptMail, Receipts } from '../receipts/receipts';

/** The mails that one life of an item has caused, oldest first within each mailbox, and which of the expected ones they leave out. */
export class ItemMails {
  private constructor(
    private readonly expected: readonly ExpectedMail[],
    /** All receipts of the mailboxes that count, those about other items included. */
    private readonly receipts: readonly Receipt[],
    readonly kept: readonly KeptMail[],
  ) {}

  static async read(
    receipts: Receipts,
    expected: readonly ExpectedMail[],
    life: ItemState,
  ): Promise<ItemMails> {
    const mailboxes = [...new Set(expected.map(({ mailbox }) => mailbox))].sort();
    const all = (await Promise.all(mailboxes.map((one) => receipts.from(one, instant(0))))).flat();
    const ofLife = all.filter(({ receipt }) => receipt.notices.some(({ id }) => isOfLife(id, life)));
    const kept = (await Promise.all(ofLife.map((one) => receipts.withMail(one)))).filter(
      (mail) => mail !== undefined,
    );
    const whole = new Set(kept.map(({ receipt }) => receipt));
    const lost = new Set(ofLife.map(({ receipt }) => receipt).filter((receipt) => !whole.has(receipt)));
    const counting = all.map(({ receipt }) => receipt).filter((receipt) => !lost.has(receipt));
    return new ItemMails(expected, counting, kept);
  }

  /** The same without mails of which a bag does not know. */
  knownTo(payload: ReadonlyMap<string, string>): { mails: ItemMails; others: KeptMail[] } {
    const isKnown = ({ receipt }: KeptMail) => payload.has(`data/${receiptPath(receipt)}`);
    const others = this.kept.filter((mail) => !isKnown(mail));
    const unknown = new Set(others.map(({ receipt }) => receipt));
    const receipts = this.receipts.filter((receipt) => !unknown.has(receipt));
    return { mails: new ItemMails(this.expected, receipts, this.kept.filter(isKnown)), others };
  }

  /** The notices that no receipt accounts for. */
  get missing(): ExpectedMail[] {
    return [...grouped(this.expected, ({ mailbox }) => mailbox)].flatMap(([mailbox, mails]) =>
      unaccounted(
        mails,
        this.receipts.filter((receipt) => receipt.mailbox === mailbox),
      ),
    );
  }
}
