/**
 * Something long-lived that a loop looks after: an item, a mailbox, a ledger. The loop catches up, then does what there
 * is to do; whatever happens meanwhile is news, and makes it go round again.
 */
export abstract class WithNews {
  private isNews = true;

  /** Something has happened since the last `catchUp`, or there has been none yet. */
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
