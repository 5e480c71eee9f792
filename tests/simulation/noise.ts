/**
 * Numbers from 0 up to, not including, 1: the same for the same seed (mulberry32). Seed 0 gives zeros only, so that
 * a script shrunk to it has no delays left.
 */
export class Noise {
  private state: number;

  constructor(private readonly seed: number) {
    this.state = seed | 0;
  }

  next(): number {
    if (this.seed === 0) return 0;
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** True with a probability; never for seed 0. */
  chance(probability: number): boolean {
    return this.next() > 1 - probability;
  }

  /** Milliseconds: mostly seconds, now and then up to `most`. */
  delay(most: number): number {
    const share = this.next();
    return Math.floor((share < 0.8 ? Math.min(most, 30_000) : most) * this.next());
  }
}
