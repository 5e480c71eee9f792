import { isOn } from './docx-styles';
import type { Attributes } from './xml';

/** A box as it is shown, ticked or not. */
export const box = (isTicked: boolean): string => (isTicked ? '☑' : '☐');

/** A sign in a frame, as Word's 带圈字符 makes one: `EQ \o\ac(□,√)`. */
const FRAMED = /^\s*eq\s*\\o\s*\\ac\s*\(\s*([□○◇△])\s*[,，;；]\s*([^)\s]{1,2})\s*\)/i;

const TICK = /^[√✓✔×✕✗]$/;

const framed = (code: string): string => {
  const [, , inner = ''] = FRAMED.exec(code) ?? [];
  if (TICK.test(inner)) return '☑';
  const no = /^\d+$/.test(inner) ? Number(inner) : 0;
  return no >= 1 && no <= 20 ? String.fromCharCode(0x245f + no) : inner;
};

type Field = { code: string; hasResult: boolean; isDropDown: boolean };

/**
 * The fields that show something which is not in the text: check boxes and drop-downs of forms, and framed signs
 * (ECMA-376, part 1, 17.16). Each method gives what is shown at its place, mostly nothing.
 */
export class FieldReader {
  readonly #fields: Field[] = [];
  #checkBox: { checked?: boolean; byDefault: boolean } | undefined;
  #dropDown: { entries: string[]; result?: number; byDefault: number } | undefined;

  /** Whether text here repeats what has been given already. */
  get repeats(): boolean {
    return this.#fields.some(({ isDropDown, hasResult }) => isDropDown && hasResult);
  }

  open(name: string, { val, fldCharType }: Attributes, parent: string): string {
    if (name === 'fldChar') return this.#turn(fldCharType);
    if (name === 'checkBox') this.#checkBox = { byDefault: false };
    else if (name === 'ddList') this.#dropDown = { entries: [], byDefault: 0 };
    else if (parent === 'checkBox') this.#ofCheckBox(name, val);
    else if (parent === 'ddList') this.#ofDropDown(name, val ?? '');
    return '';
  }

  #turn(type: string | undefined): string {
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ code: '', hasResult: false, isDropDown: false });
    else if (type === 'separate' && field) field.hasResult = true;
    else if (type === 'end') this.#fields.pop();
    return type === 'end' && field && !field.hasResult ? framed(field.code) : '';
  }

  #ofCheckBox(name: string, val: string | undefined): void {
    if (name === 'checked' && this.#checkBox) this.#checkBox.checked = isOn(val);
    else if (name === 'default' && this.#checkBox) this.#checkBox.byDefault = isOn(val);
  }

  #ofDropDown(name: string, val: string): void {
    if (name === 'listEntry') this.#dropDown?.entries.push(val);
    else if (name === 'result' && this.#dropDown) this.#dropDown.result = Number(val) || 0;
    else if (name === 'default' && this.#dropDown) this.#dropDown.byDefault = Number(val) || 0;
  }

  close(name: string): string {
    if (name === 'checkBox' && this.#checkBox) {
      const { checked, byDefault } = this.#checkBox;
      this.#checkBox = undefined;
      return box(checked ?? byDefault);
    }
    if (name !== 'ddList' || this.#dropDown === undefined) return '';
    const { entries, result, byDefault } = this.#dropDown;
    this.#dropDown = undefined;
    const field = this.#fields.at(-1);
    if (field) field.isDropDown = true;
    return entries[result ?? byDefault] ?? '';
  }

  /** Takes a part of a field's code. */
  code(text: string): void {
    const field = this.#fields.at(-1);
    if (field && !field.hasResult) field.code += text;
  }
}
