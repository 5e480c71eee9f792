/** A workflow whose one task takes as long as so many turns of a loop do. */
export const slow = async (turns: number): Promise<number> => {
  // As nearly all code of a workflow it runs after something was waited for.
  await Promise.resolve();
  return looped(turns);
};

export const looped = (turns: number): number => {
  let sum = 0;
  for (let turn = 0; turn < turns; turn += 1) sum = (sum * 31 + turn) | 0;
  return sum;
};
