/**
 * What lives on and is looked after by a loop: an item, a mailbox, a ledger. The loop catches up, then does what there
 * is to do; whatever happens meanwhile is news, and has it come round again.
 */
export abstract class WithNews {
  private isNews = true;

  /** Something has happened since the last `catchUp`, or it has yet to be looked at for the first time. */
  get hasNews(): boolean {
    return this.isNews;
  }

  catchUp(): void {
    this.isNews = false;
  }

  protected noteNews(): void {
    this.isNews = true;
  }
}
