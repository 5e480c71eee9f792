import { chineseNumeral } from '../../base/numeral';

/** Characters that stand for 1, 2 ... in a row; what comes after them is written with digits. */
const inRow =
  (first: number, last: number) =>
  (no: number): string =>
    no >= 1 && no <= last ? String.fromCharCode(first + no - 1) : `(${no})`;

const chinese = (no: number): string => (no < 100 ? chineseNumeral(no) : String(no));

const fullWidth = (no: number): string =>
  String(no).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

/** The number formats (ST_NumberFormat; ECMA-376, part 1, 17.18.59) whose numbers are read as they are shown. */
const SHOWN: ReadonlyMap<string, (no: number) => string> = new Map(
  Object.entries<(no: number) => string>({
    decimal: String,
    decimalHalfWidth: String,
    decimalFullWidth: fullWidth,
    decimalFullWidth2: fullWidth,
    decimalZero: (no) => String(no).padStart(2, '0'),
    chineseCounting: chinese,
    chineseCountingThousand: chinese,
    japaneseCounting: chinese,
    taiwaneseCounting: chinese,
    taiwaneseCountingThousand: chinese,
    decimalEnclosedCircle: inRow(0x2460, 20),
    decimalEnclosedCircleChinese: inRow(0x2460, 20),
    decimalEnclosedParen: inRow(0x2474, 20),
    decimalEnclosedFullstop: inRow(0x2488, 20),
  }),
);

/** Those that also say which number they are, but that plans are not read by: 壹, 甲, 子, A, i, 1st, 001 ... */
const COUNTED: ReadonlySet<string> = new Set([
  'chineseLegalSimplified',
  'ideographLegalTraditional',
  'japaneseLegal',
  'ideographDigital',
  'japaneseDigitalTenThousand',
  'taiwaneseDigital',
  'ideographTraditional',
  'ideographZodiac',
  'ideographZodiacTraditional',
  'ideographEnclosedCircle',
  'upperLetter',
  'lowerLetter',
  'upperRoman',
  'lowerRoman',
  'ordinal',
  'ordinalText',
  'cardinalText',
  'numberInDash',
  'hex',
  'custom',
]);

/** Formats that show no number at all. */
export const showsNoNumber = (format: string): boolean => format === 'bullet' || format === 'none';

/** Whether what a format shows is known to us; of another, that it was met has to be told. */
export const isKnownFormat = (format: string): boolean =>
  SHOWN.has(format) || COUNTED.has(format) || showsNoNumber(format);

/** A number in a format, or undefined where it is not one that is read as it is shown. */
export const numberIn = (format: string, no: number): string | undefined => SHOWN.get(format)?.(no);
