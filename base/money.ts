/** The most that a measure can bring back, in fen: 100 billion yuan. */
export const MOST_FEN = 10_000_000_000_000;

/** `4080.50` or `4080.50元`: an amount in yuan with at most two places. Undefined for anything else, zero, or too much. */
export const fenIn = (yuan: string): number | undefined => {
  const found = /^(\d{1,12})(?:\.(\d{1,2}))? ?元?$/.exec(yuan.trim());
  if (!found) return undefined;
  const [, whole = '', part = ''] = found;
  const fen = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return fen > 0 && fen <= MOST_FEN ? fen : undefined;
};

/** Fen as people write yuan: `4,080.50`, and `550` where there are no fen. */
export const yuanText = (fen: number): string => {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const part = fen % 100;
  return part === 0 ? whole : `${whole}.${String(part).padStart(2, '0')}`;
};

/** Fen as yuan for programs, exactly: `623050` is `6230.50`. */
export const yuanDecimal = (fen: number): string => {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
