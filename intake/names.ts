/** The first leads, the others assist. */
export type Named = { first?: string; others: string[] };

/** Nobody, or an error of a formula. */
const NOTHING =
  /^(?:[-—/／\\无]*|待定|暂无|tbd|tbc|n\/?a|none|nil|#(?:N\/A|REF!|VALUE!|NAME\?|NULL!|NUM!|DIV\/0!))$/i;

/** Whether a cell that is not empty says that there is nothing to say. */
export const saysNothing = (text: string): boolean => NOTHING.test(text.trim());

/** Only says how somebody takes part: `牵头：甲；配合：乙`, `甲（牵头）`. */
const PART = /^(?:牵头|主办|责任|配合|协办|协助|参与)(?:领导|科室|部门|单位|人)?[:：]\s*/;
const PART_AFTER = /[(（](?:牵头|主责|主办|负责|配合|协办|协助|参与)[)）]$/;

/** Between separators, single characters that are parted by spaces. */
const SPACED_NAME =
  /(?<=^|[\n、,，;；/／])[^\S\n]*[\u4e00-\u9fff](?:[^\S\n]+[\u4e00-\u9fff])+\s*(?=$|[\n、,，;；/／])/g;

/**
 * `甲、乙`, `甲 乙`, `甲/乙` or one on each line. A name may be typed with
 * spaces between its characters: `王 五`, `办 公 室`.
 */
export const namesIn = (text: string): Named => {
  if (saysNothing(text)) return { others: [] };
  const names = text
    .replace(SPACED_NAME, (name) => name.replace(/\s+/g, ''))
    .split(/[、,，;；/／|｜\n]+|(?<!\s)\s+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s+/)
    .map((name) =>
      name
        .trim()
        .replace(PART, '')
        .replace(/[。.．]$/, '')
        .replace(PART_AFTER, ''),
    )
    .filter((name) => !NOTHING.test(name));
  const [first, ...others] = [...new Set(names)];
  return { ...(first !== undefined && { first }), others };
};

/** Everybody who is named, in their order. */
export const allNamesIn = (text: string): string[] => {
  const { first, others } = namesIn(text);
  return first === undefined ? others : [first, ...others];
};
