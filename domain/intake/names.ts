import { fold } from './fold';

/** The first leads, the others assist. */
export type Named = { first?: string; others: string[] };

const NOTHING = /^(?:[-—/\\无]*|待定|暂无)$/;

/** Only says how somebody takes part: `牵头：甲；配合：乙`. */
const PART = /^(?:牵头|主办|责任|配合|协办|协助|参与)(?:领导|科室|部门|单位|人)?[:：]\s*/;

/** `甲、乙`, `甲 乙`, `甲/乙` or one on each line. A name of two characters may be typed with a space: `王 五`. */
export const namesIn = (text: string): Named => {
  const folded = fold(text).replace(
    /(?<=(?:^|[\n、,;/]) *[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff] *(?:$|[\n、,;/]))/g,
    '',
  );
  const names = folded
    .split(/[、,;/|\n]+|\s{1,}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s+/)
    .map((name) =>
      name
        .trim()
        .replace(PART, '')
        .replace(/[。.]$/, ''),
    )
    .filter((name) => !NOTHING.test(name));
  const [first, ...others] = [...new Set(names)];
  return { ...(first !== undefined && { first }), others };
};
