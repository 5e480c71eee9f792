/** Enough for any list of fields or people; beyond it a guess is not worth the time. */
const MOST_CANDIDATES = 500;

/** No word that is mistyped is longer: what it costs to compare two grows with the product of their lengths. */
const LONGEST = 100;

/** How many insertions, deletions, replacements and swaps of neighbours turn one text into the other. */
const distance = (from: string, to: string): number => {
  let older: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      line.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (older[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    older = above;
    above = line;
  }
  return above[to.length] ?? 0;
};

type Near<T> = { candidate: T; edits: number };

/** Those at most a third of whose characters are others, nearest first. */
const nearOnes = <T extends string>(word: string, candidates: readonly T[]): Near<T>[] =>
  (word.length > LONGEST ? [] : [...new Set(candidates.slice(0, MOST_CANDIDATES))])
    .filter((candidate) => Math.abs(candidate.length - word.length) * 3 <= Math.max(candidate.length, 3))
    .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits * 3 <= Math.max(candidate.length, 3))
    .sort((a, b) => a.edits - b.edits);

/**
 * All candidates that a mistyped word may have meant, nearest first: at most a third of their characters away, of
 * short ones one, and never all.
 */
export const near = <T extends string>(word: string, candidates: readonly T[]): T[] =>
  nearOnes(word, candidates)
    .filter(({ candidate, edits }) => edits < Math.max(word.length, candidate.length))
    .map(({ candidate }) => candidate);

/**
 * The candidate that a mistyped word most likely meant: at most a third of its characters away, and no
 * other as near.
 */
export const nearest = <T extends string>(word: string, candidates: readonly T[]): T | undefined => {
  const [best, next] = nearOnes(word, candidates);
  return best?.edits === next?.edits ? undefined : best?.candidate;
};

/** All that a mistyped word could have meant, nearest first; what goes by several names counts by the nearest. */
export const nearestFirst = <T>(
  word: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
): T[] => {
  const farness = (name: string) =>
    distance(word.slice(0, LONGEST).toLowerCase(), name.slice(0, LONGEST).toLowerCase()) /
    Math.max(word.length, name.length, 1);
  return all
    .slice(0, MOST_CANDIDATES)
    .map((one) => ({ one, far: Math.min(...namesOf(one).map(farness)) }))
    .sort((a, b) => a.far - b.far)
    .map(({ one }) => one);
};
