const UNITS = ['B', 'KiB', 'MiB', 'GiB'] as const;

/** Octets for people, the same in every language: `417 KiB`. */
export const sizeText = (octets: number): string => {
  let size = octets;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit] ?? ''}`;
};
