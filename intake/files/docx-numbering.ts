import { chineseNumeral } from '../../base/numeral';
import type { DocumentPackage } from './package';
import { readXml } from './xml';

const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';

/** A place in a list that Word numbers by itself. */
export type ListPlace = { list: string; level: number };

type Level = { start: number; format: string; text: string };
type List = { levels: Level[]; counts: number[] };

const enclosed = (no: number): string => (no <= 20 ? String.fromCharCode(0x245f + no) : `(${no})`);

const CHINESE = (no: number): string => (no < 100 ? chineseNumeral(no) : String(no));

/** The number formats (ST_NumberFormat) of Chinese offices; of others there is no number in the text. */
const FORMATS: Readonly<Record<string, (no: number) => string>> = {
  decimal: String,
  decimalFullWidth: String,
  decimalZero: String,
  chineseCounting: CHINESE,
  chineseCountingThousand: CHINESE,
  japaneseCounting: CHINESE,
  taiwaneseCounting: CHINESE,
  taiwaneseCountingThousand: CHINESE,
  ideographDigital: CHINESE,
  decimalEnclosedCircle: enclosed,
  decimalEnclosedCircleChinese: enclosed,
};

/** Writes the numbers that Word shows before paragraphs but does not keep in their text. */
export class DocxNumbering {
  readonly #lists = new Map<string, List>();
  readonly #styles = new Map<string, ListPlace>();

  static async of(parts: DocumentPackage): Promise<DocxNumbering> {
    const numbering = new DocxNumbering();
    if (parts.has(NUMBERING)) await numbering.#readLists(parts);
    if (parts.has(STYLES)) await numbering.#readStyles(parts);
    return numbering;
  }

  async #readLists(parts: DocumentPackage): Promise<void> {
    const abstract = new Map<string, Level[]>();
    let levels: Level[] = [];
    let level: Level | undefined;
    let list = '';
    await readXml(parts, NUMBERING, {
      open: (name, { val = '', abstractNumId, numId, ilvl }) => {
        if (name === 'abstractNum') abstract.set(abstractNumId ?? '', (levels = []));
        else if (name === 'lvl' && list === '') {
          level = { start: 1, format: 'none', text: '' };
          levels[Math.min(Number(ilvl ?? 0), 8)] = level;
        } else if (name === 'num') list = numId ?? '';
        else if (name === 'abstractNumId' && list !== '')
          this.#lists.set(list, { levels: abstract.get(val) ?? [], counts: [] });
        else if (level && name === 'start') level.start = Number(val) || 1;
        else if (level && name === 'numFmt') level.format = val;
        else if (level && name === 'lvlText') level.text = val;
      },
      close: (name) => {
        if (name === 'lvl') level = undefined;
        if (name === 'num') list = '';
      },
    });
  }

  async #readStyles(parts: DocumentPackage): Promise<void> {
    let style: string | undefined;
    let place: Partial<ListPlace> = {};
    await readXml(parts, STYLES, {
      open: (name, { styleId, val = '' }) => {
        if (name === 'style') [style, place] = [styleId, {}];
        else if (name === 'numId') place.list = val;
        else if (name === 'ilvl') place.level = Number(val);
      },
      close: (name) => {
        if (name !== 'style' || style === undefined || place.list === undefined) return;
        this.#styles.set(style, { list: place.list, level: place.level ?? 0 });
      },
    });
  }

  /** The place that a paragraph has by its style. */
  ofStyle(style: string | undefined): ListPlace | undefined {
    return style === undefined ? undefined : this.#styles.get(style);
  }

  /** The number of the next paragraph at a place, as Word shows it. */
  next({ list: id, level }: ListPlace): string {
    const list = this.#lists.get(id);
    const form = list?.levels[level];
    if (list === undefined || form === undefined) return '';
    list.counts.length = level + 1;
    list.counts[level] = (list.counts[level] ?? form.start - 1) + 1;
    return form.text.replace(/%([1-9])/g, (_, at: string) => {
      const other = list.levels[Number(at) - 1];
      const no = list.counts[Number(at) - 1] ?? other?.start ?? 1;
      return FORMATS[other?.format ?? '']?.(no) ?? '';
    });
  }
}
