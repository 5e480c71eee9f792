import fc from 'fast-check';
import { play } from './play';
import { Broken, type Rule } from './rule';
import { anyScript, ORDINARY, type Script, type Size } from './script';
import { shorten } from './shorten';
import { type Parts, REAL_PARTS } from './parts';

/** A seed whose script breaks a rule: the script, made as short as could be, and what it breaks. */
export type Failure = { seed: number; script: Script; deeds: number; error: unknown };

export type Options = {
  size?: Size;
  parts?: Parts;
  /** Milliseconds for making a failing script shorter. */
  patience?: number;
};

/** The script of a seed: always the same. */
export const scriptOf = (seed: number, size: Size = ORDINARY): Script => {
  const [script] = fc.sample(anyScript(size), { seed, numRuns: 1 });
  if (!script) throw new TypeError('fast-check has no script');
  return script;
};

/** What goes wrong in a script, if anything does, by the rules that are looked at: all, unless some are named. */
export const errorOf = (script: Script, parts: Parts, rules?: Rule[]): unknown => {
  try {
    play(script, parts, undefined, rules);
    return undefined;
  } catch (error) {
    return error;
  }
};

/** What identifies a failure while its script is made shorter. */
const nameOf = (error: unknown): string | undefined => {
  if (error instanceof Broken) return error.rule.name;
  return error instanceof Error ? error.message : undefined;
};

/** Plays the script of a seed; where it breaks a rule, finds the shortest that breaks the same. */
export const simulate = (
  seed: number,
  { size = ORDINARY, parts = REAL_PARTS, patience = 60_000 }: Options = {},
): Failure | undefined => {
  const whole = scriptOf(seed, size);
  if (errorOf(whole, parts) === undefined) return undefined;
  const script = shorten(whole, (one) => nameOf(errorOf(one, parts)), patience);
  return { seed, script, deeds: whole.deeds.length, error: errorOf(script, parts) };
};
