import { LIMITS } from './limits';
import type { DocumentPackage } from './package';
import { type Attributes, readXml } from './xml';

/** What is said of how text looks, directly or by a style; what is not said is absent. */
export type Look = { vanish?: boolean; strike?: boolean; dstrike?: boolean; font?: string };

/** Text as Word shows it. */
export type Shown = { isHidden: boolean; isStruck: boolean; font: string | undefined };

type Style = { basedOn?: string; list?: string; level?: number; look: Look };

/** Whether a property without a value, or with one, is on (ST_OnOff; ECMA-376, part 1, 22.9.2.7). */
export const isOn = (val: string | undefined): boolean =>
  val === undefined || !['0', 'false', 'off'].includes(val);

/** Puts what one property (a child of `w:rPr`) says into a look. */
export const lookAt = (look: Look, name: string, { val, hAnsi, ascii: font = hAnsi }: Attributes): void => {
  if (name === 'vanish' || name === 'specVanish') look.vanish = isOn(val);
  else if (name === 'strike' || name === 'dstrike') look[name] = isOn(val);
  else if (name === 'rFonts' && font !== undefined) look.font = font;
};

/** What was before a change that is tracked, and what holds for some cells of a table only. */
const isOfAnother = (name: string): boolean => name.endsWith('Change') || name === 'tblStylePr';

const firstSaid = <K extends keyof Look>(looks: readonly Look[], key: K): Look[K] | undefined =>
  looks.find((look) => look[key] !== undefined)?.[key];

/** The styles of a document, with what they take over from those that they are based on (17.7). */
export class DocxStyles {
  readonly #styles = new Map<string, Style>();
  readonly #chains = new Map<string | undefined, Map<string, Style>>();
  readonly #defaults: Look = {};
  /** The style of paragraphs that name none. */
  #ofParagraphs: string | undefined;

  static async of(parts: DocumentPackage, part: string | undefined): Promise<DocxStyles> {
    const styles = new DocxStyles();
    if (part !== undefined) await styles.#read(parts, part);
    return styles;
  }

  async #read(parts: DocumentPackage, part: string): Promise<void> {
    let style: Style = { look: {} };
    let look: Look | undefined;
    let skipped = 0;
    await readXml(parts, part, {
      open: (name, attributes, parent) => {
        const { val = '', styleId = '', type } = attributes;
        if (skipped > 0 || isOfAnother(name)) skipped += 1;
        else if (name === 'style') {
          this.#styles.set(styleId, (style = { look: {} }));
          if (type === 'paragraph' && attributes.default !== undefined && isOn(attributes.default))
            this.#ofParagraphs = styleId;
        } else if (name === 'rPr')
          look = parent === 'rPrDefault' ? this.#defaults : parent === 'style' ? style.look : undefined;
        else if (name === 'basedOn') style.basedOn = val;
        else if (name === 'numId') style.list = val;
        else if (name === 'ilvl') style.level = Number(val) || 0;
        else if (look && parent === 'rPr') lookAt(look, name, attributes);
      },
      close: (name) => {
        if (skipped > 0) skipped -= 1;
        else if (name === 'rPr') look = undefined;
      },
    });
  }

  /** A style, the one that it is based on, and so on. */
  #chain(id: string | undefined): Map<string, Style> {
    const known = this.#chains.get(id);
    if (known) return known;
    const chain = new Map<string, Style>();
    for (let at = id; at !== undefined && !chain.has(at) && chain.size < LIMITS.styles;) {
      const style = this.#styles.get(at);
      if (style === undefined) break;
      chain.set(at, style);
      at = style.basedOn;
    }
    this.#chains.set(id, chain);
    return chain;
  }

  /** The list (`w:numId`) that a style puts paragraphs into. */
  listOf(style: string | undefined): string | undefined {
    const chain = this.#chain(style ?? this.#ofParagraphs);
    return Array.from(chain.values()).find(({ list }) => list !== undefined)?.list;
  }

  /** The level in that list: where the list names the style, or what the style says. */
  levelOf(style: string | undefined, linked: (style: string) => number | undefined): number {
    for (const [id, { level }] of this.#chain(style ?? this.#ofParagraphs)) {
      const found = linked(id) ?? level;
      if (found !== undefined) return found;
    }
    return 0;
  }

  /**
   * How text looks: as is said of it directly; else by the styles of its paragraph and of its characters, of which
   * two that both hide or strike it undo each other (17.7.3).
   */
  shown(paragraph: string | undefined, character: string | undefined, direct: Look): Shown {
    const ofParagraph = Array.from(this.#chain(paragraph ?? this.#ofParagraphs).values(), ({ look }) => look);
    const ofCharacter = Array.from(this.#chain(character).values(), ({ look }) => look);
    const toggled = (key: 'vanish' | 'strike'): boolean =>
      direct[key] ??
      (this.#defaults[key] === true ||
        (firstSaid(ofParagraph, key) === true) !== (firstSaid(ofCharacter, key) === true));
    const all = [direct, ...ofCharacter, ...ofParagraph, this.#defaults];
    return {
      isHidden: toggled('vanish'),
      isStruck: toggled('strike') || firstSaid(all, 'dstrike') === true,
      font: firstSaid(all, 'font'),
    };
  }
}
