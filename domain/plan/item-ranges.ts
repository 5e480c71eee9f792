/** `1.2` as its two numbers. */
const partsOf = (number: string): [category: number, item: number] => {
  const [category = 0, item = 0] = number.split('.').map(Number);
  return [category, item];
};

/** Numbers of items in short, each once and in order: `1.1-1.3`, `2.1`. */
export const itemRanges = (numbers: readonly string[]): string[] => {
  const sorted = [...new Set(numbers)].map(partsOf).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const runs: { category: number; from: number; to: number }[] = [];
  for (const [category, item] of sorted) {
    const last = runs.at(-1);
    if (last?.category === category && last.to === item - 1) last.to = item;
    else runs.push({ category, from: item, to: item });
  }
  return runs.map(({ category, from, to }) =>
    from === to ? `${category}.${from}` : `${category}.${from}-${category}.${to}`,
  );
};
