import { closeIn, roundBagName } from '../../archive/round/record';
import type { Instant } from '../../domain/calendar/zone';
import type { RoundLife } from '../../domain/round/life';
import type { RoundPaper } from '../../domain/round/papers';

const HOUR = 3_600_000;

type Place = { round: () => RoundLife; now: () => Instant; later: (most: number, run: () => void) => void };

/** The store of a round's papers, and the worker that archives it: both take their time. */
export class RoundArchive {
  readonly papers = new Map<string, RoundPaper['content']>();
  private isBusy = false;

  constructor(private readonly place: Place) {}

  /** Sets out on whatever is next, unless something is under way. */
  goOn(): void {
    const { round, later } = this.place;
    const { paper, readyToArchive } = round();
    if (this.isBusy || (!paper && !readyToArchive)) return;
    this.isBusy = true;
    later(HOUR, () => {
      this.isBusy = false;
      if (paper) this.keep(paper);
      else this.archive();
      this.goOn();
    });
  }

  private keep({ name, content }: RoundPaper): void {
    this.papers.set(name, content);
    this.place.round().kept(name);
  }

  private archive(): void {
    const round = this.place.round();
    for (const { name, content } of round.closingPapers()) this.papers.set(name, content);
    const archiveNumber = closeIn(round.log)?.archiveNumber ?? '';
    const bag = roundBagName(round.head.round);
    round.archived({ bag, archiveNumber, manifest: 'f'.repeat(128) }, this.place.now());
  }
}
