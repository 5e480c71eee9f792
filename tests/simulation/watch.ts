import { Broken, type Occasion, type Rule } from './rule';

/** Checks every rule whenever something has happened. */
export class Watch {
  constructor(private readonly rules: readonly Rule[]) {}

  /** Throws `Broken` with the first rule that does not hold. */
  look<O extends Occasion>(occasion: O, moment: Parameters<NonNullable<Rule[O]>>[0]): void {
    for (const rule of this.rules) {
      const check = rule[occasion] as ((given: typeof moment) => string | undefined) | undefined;
      const finding = check?.(moment);
      if (finding !== undefined) throw new Broken(rule, finding);
    }
  }
}
