const UNITS = ['B', 'KiB', 'MiB', 'GiB'] as const;

/** Octets for people: `417 KiB`. */
export const sizeText = (octets: number): string => {
  let size = octets;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit] ?? ''}`;
};

/** Two sizes that are told apart; to the octet where they would read the same. */
export const sizesApart = (one: number, other: number): [string, string] => {
  const texts: [string, string] = [sizeText(one), sizeText(other)];
  return texts[0] === texts[1] && one !== other ? [`${one} B`, `${other} B`] : texts;
};
