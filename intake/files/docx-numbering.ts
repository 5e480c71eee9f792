import { isKnownFormat, numberIn, showsNoNumber } from './list-formats';
import type { DocxStyles } from './docx-styles';
import { shownIn } from './docx-symbols';
import { LIMITS } from './limits';
import type { DocumentPackage } from './package';
import { type Attributes, readXml } from './xml';

/** What a paragraph itself says of its place in a list (`w:numPr`). */
export type SaidPlace = { list?: string; level?: number };

/** A place in a list that Word numbers by itself. */
export type ListPlace = { list: string; level: number };

/** What Word shows before a paragraph, but does not keep in its text. */
export type ListMark = {
  /** Of all that stand at the same place of a list and look alike. */
  kind: string;
  shown: string;
  /** Absent where there is none, as with a bullet. */
  no?: number;
  /** A number format that is not known. */
  unknown?: string;
};

type Level = {
  start: number;
  format: string;
  text: string;
  /** As given; 0 for a level that never starts anew. */
  restart?: number;
  isLegal: boolean;
  style?: string;
  font?: string;
};
type Levels = ReadonlyMap<number, Level>;
type Abstract = { levels: Map<number, Level>; link?: string };
type Override = { start?: number; level?: Level };
type Num = { abstract: string; overrides: Map<number, Override> };

/** A list with all that it takes over: its counts are those of all lists of the same definition. */
type List = { id: string; levels: Levels; counts: Map<number, number>; restarts: Map<number, number> };

const DEEPEST = 8;
const levelOf = (text: string | undefined): number => Math.min(Math.max(Number(text) || 0, 0), DEEPEST);

/** A bullet that is a box to tick says something; others only mark that a paragraph begins. */
const IS_BOX = /^[☐☑☒□✓✔√]$/;

const numberOf = ({ format }: Level, isLegal: boolean, no: number): string | undefined =>
  numberIn(isLegal ? 'decimal' : format, no);

/** Reads the definitions of lists (ECMA-376, part 1, 17.9). */
class ListsReader {
  readonly abstracts = new Map<string, Abstract>();
  readonly nums = new Map<string, Num>();
  /** The definition of the lists of a style. */
  readonly styled = new Map<string, string>();
  #id = '';
  #abstract: Abstract | undefined;
  #num: Num | undefined;
  #override: Override | undefined;
  #level: Level | undefined;
  #skipped = 0;

  open(name: string, attributes: Attributes): void {
    // What stands in a fallback is for programs that do not know the format.
    if (this.#skipped > 0 || name === 'Fallback' || name.endsWith('Change')) this.#skipped += 1;
    else if (this.#level) this.#ofLevel(this.#level, name, attributes);
    else this.#ofList(name, attributes);
  }

  #ofList(name: string, { val = '', abstractNumId = '', numId = '', ilvl }: Attributes): void {
    if (name === 'abstractNum') this.#beginDefinition(abstractNumId);
    else if (name === 'num')
      this.nums.set(numId, (this.#num = { abstract: '', overrides: new Map<number, Override>() }));
    else if (name === 'abstractNumId' && this.#num) this.#num.abstract = val;
    else if (name === 'numStyleLink' && this.#abstract) this.#abstract.link = val;
    else if (name === 'styleLink') this.styled.set(val, this.#id);
    else if (name === 'lvlOverride') this.#num?.overrides.set(levelOf(ilvl), (this.#override = {}));
    else if (name === 'startOverride' && this.#override) this.#override.start = Number(val) || 0;
    else if (name === 'lvl') this.#begin(levelOf(ilvl));
  }

  #beginDefinition(id: string): void {
    this.#id = id;
    this.#abstract = { levels: new Map<number, Level>() };
    this.abstracts.set(id, this.#abstract);
  }

  #begin(at: number): void {
    const level: Level = { start: 1, format: 'decimal', text: '', isLegal: false };
    this.#level = level;
    if (this.#override) this.#override.level = level;
    else if (this.#abstract) this.#abstract.levels.set(at, level);
  }

  #ofLevel(level: Level, name: string, { val, hAnsi, ascii: font = hAnsi }: Attributes): void {
    if (name === 'start') level.start = Number(val) || 0;
    else if (name === 'numFmt') level.format = val ?? level.format;
    else if (name === 'lvlText') level.text = (val ?? '').slice(0, LIMITS.listText);
    else if (name === 'lvlRestart') level.restart = Number(val) || 0;
    else if (name === 'isLgl') level.isLegal = val !== '0' && val !== 'false';
    else if (name === 'pStyle' && val !== undefined) level.style = val;
    else if (name === 'rFonts' && font !== undefined) level.font = font;
  }

  close(name: string): void {
    if (this.#skipped > 0) this.#skipped -= 1;
    else if (name === 'lvl') this.#level = undefined;
    else if (name === 'lvlOverride') this.#override = undefined;
    else if (name === 'num') this.#num = undefined;
    else if (name === 'abstractNum') this.#abstract = undefined;
  }
}

/** Counts the numbers that Word shows before paragraphs. */
export class DocxNumbering {
  readonly #read = new ListsReader();
  readonly #lists = new Map<string, List | undefined>();
  readonly #counts = new Map<string, Map<number, number>>();

  private constructor(private readonly styles: DocxStyles) {}

  static async of(
    parts: DocumentPackage,
    part: string | undefined,
    styles: DocxStyles,
  ): Promise<DocxNumbering> {
    const numbering = new DocxNumbering(styles);
    if (part !== undefined) await readXml(parts, part, numbering.#read);
    return numbering;
  }

  /** The definition of a list; one may stand for that of a style (`numStyleLink`), which is not such a one itself. */
  #definitionOf({ abstract: id }: Num): { id: string; levels: Levels } | undefined {
    const own = this.#read.abstracts.get(id);
    if (own?.link === undefined) return own && { id, levels: own.levels };
    const linked = this.#read.nums.get(this.styles.listOf(own.link) ?? '')?.abstract;
    return [linked, this.#read.styled.get(own.link)]
      .map((target = '') => ({
        id: target,
        levels: this.#read.abstracts.get(target)?.levels ?? new Map<number, Level>(),
      }))
      .find(({ levels }) => levels.size > 0);
  }

  #listOf(id: string): List | undefined {
    if (this.#lists.has(id)) return this.#lists.get(id);
    const num = this.#read.nums.get(id);
    const definition = num && this.#definitionOf(num);
    const list = num && definition && this.#listFrom(num, definition);
    this.#lists.set(id, list);
    return list;
  }

  #listFrom({ overrides }: Num, { id, levels }: { id: string; levels: Levels }): List {
    const counts = this.#counts.get(id) ?? new Map<number, number>();
    this.#counts.set(id, counts);
    const own = new Map(levels);
    const restarts = new Map<number, number>();
    for (const [at, { start, level }] of overrides) {
      const replaced = level ?? own.get(at);
      if (replaced) own.set(at, { ...replaced, start: start ?? replaced.start });
      if (start !== undefined) restarts.set(at, start);
    }
    return { id, levels: own, counts, restarts };
  }

  /** The place of a paragraph: as it says itself, else as its style does; none where it is taken out of a list. */
  placeOf({ list: said, level }: SaidPlace, style: string | undefined): ListPlace | undefined {
    const id = said ?? this.styles.listOf(style);
    if (id === undefined || id === '0') return undefined;
    const levels = Array.from(this.#listOf(id)?.levels ?? []);
    const linked = (name: string) => levels.find(([, one]) => one.style === name)?.[0];
    const isOfStyle = said === undefined || this.styles.listOf(style) === said;
    return {
      list: id,
      level: Math.min(level ?? (isOfStyle ? this.styles.levelOf(style, linked) : 0), DEEPEST),
    };
  }

  /** Counts the next paragraph at a place, and says what Word shows before it. */
  next({ list: id, level: at }: ListPlace): ListMark | undefined {
    const list = this.#listOf(id);
    const level = list?.levels.get(at);
    if (list === undefined || level === undefined) return undefined;
    const no = this.#count(list, level, at);
    const hasNumber = !showsNoNumber(level.format) && level.text.includes(`%${at + 1}`);
    if (!hasNumber) return { kind: '', shown: this.#plain(list, level, no, at) };
    return {
      kind: `${list.id} ${at} ${level.format} ${level.text}`,
      no,
      shown: this.#shown(list, level, no, at),
      ...(!isKnownFormat(level.format) && { unknown: level.format }),
    };
  }

  #count({ counts, levels, restarts }: List, { start }: Level, at: number): number {
    const before = counts.get(at);
    const no = restarts.get(at) ?? (before === undefined ? start : before + 1);
    restarts.delete(at);
    counts.set(at, no);
    for (let below = at + 1; below <= DEEPEST; below++) {
      const after = levels.get(below)?.restart;
      if (after === undefined || at < after) counts.delete(below);
    }
    return no;
  }

  /** The text of a level with its numbers; empty where one of them is written in a way that is not read. */
  #shown({ counts, levels }: List, { text, isLegal }: Level, no: number, at: number): string {
    const numbers = Array.from(text.matchAll(/%([1-9])/g), ([, digit]) => {
      const place = Number(digit) - 1;
      const other = levels.get(place);
      const count = place === at ? no : (counts.get(place) ?? other?.start ?? 1);
      return other && numberOf(other, isLegal, count);
    });
    return numbers.includes(undefined) ? '' : text.replace(/%[1-9]/g, () => numbers.shift() ?? '');
  }

  /** What stands before a paragraph without a number: words, or a box to tick; not a bullet. */
  #plain(list: List, level: Level, no: number, at: number): string {
    if (level.format !== 'bullet') {
      const words = this.#shown(list, level, no, at);
      return /[\p{L}\p{N}]/u.test(words) ? words : '';
    }
    const { text } = shownIn(level.font, level.text);
    return IS_BOX.test(text) ? text : '';
  }
}
