import type { Instant } from '../../domain/calendar/zone';
import { identifyRound } from '../../domain/item/identify';
import type { RoundLife } from '../../domain/round/life';
import type { RoundErrand } from '../../domain/round/errand';
import type { RoundBirth } from '../../domain/round/memory';
import { LedgerRow } from '../../domain/round/row';
import type { Parts } from './parts';
import type { Outcome } from './rule';
import { throughJson } from './seat';

/** The round, kept alive as its workflow keeps it: it runs one errand after the other. */
export class RoundSeat {
  life: RoundLife;
  private isRunning = false;

  constructor(
    readonly birth: RoundBirth,
    private readonly make: Parts['round'],
  ) {
    this.life = make(birth);
  }

  /** Continues as new: all that is left of it is its memory. */
  restart(): void {
    this.life = this.make(throughJson(this.birth), throughJson(this.life.remember()));
  }

  submit(submission: unknown, now: Instant): Outcome {
    const found = identifyRound(submission, this.life.context, now);
    if ('refusal' in found) return found;
    const { command, proof } = found;
    const refusal = this.life.objection(command, now);
    return refusal ? { refusal } : this.life.carryOut(command, now, proof);
  }

  note(row: LedgerRow): void {
    this.life.note(LedgerRow.parse(throughJson(row)));
  }

  /** Sets out on the next errand, unless one is being run. */
  setOut(): RoundErrand | undefined {
    if (this.isRunning || !this.life.errand) return undefined;
    this.isRunning = true;
    return throughJson(this.life.errand);
  }

  comeBack(): void {
    this.life.ran();
    this.isRunning = false;
  }
}
