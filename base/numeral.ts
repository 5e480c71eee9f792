const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100 };

/** The Chinese digits of a numeral below a thousand, and the arabic ones. */
export const NUMERAL = '[〇零一二三四五六七八九十百两]{1,7}|\\d{1,4}';

const ofUnits = (text: string): number | undefined => {
  let sum = 0;
  let digit: number | undefined;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) digit = DIGITS.indexOf(character);
    else sum += (digit ?? 1) * unit;
    if (unit !== undefined) digit = undefined;
  }
  return sum + (digit ?? 0);
};

/** `28`, `二十八` or, as years are written, `二〇二一`; undefined for anything else. */
export const numeralOf = (text: string): number | undefined => {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[零○]/g, '〇').replaceAll('两', '二');
  if (/^[〇一二三四五六七八九]+$/.test(plain))
    return Number(Array.from(plain, (c) => DIGITS.indexOf(c)).join(''));
  return /^[〇一二三四五六七八九十百]+$/.test(plain) ? ofUnits(plain) : undefined;
};

/** 1 to 99 as 一 to 九十九. */
export const chineseNumeral = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const before = tens > 1 ? DIGITS.charAt(tens) : '';
  return `${before}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS.charAt(ones) : ''}`;
};
