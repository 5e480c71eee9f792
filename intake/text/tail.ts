import type { PageText } from './page-text';

const DATE_ALONE =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[〇零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/;

/** How the lines begin that follow the last item of a notice, and the foot of a web page. */
const AFTERWORD =
  /^(?:下一步|下步|今后|以上|欢迎|如有意见|联系(?:电话|人|方式|地址)|(?:附件|附表|附)\s*[:\d]|特此|公示|来源|信息来源|责任编辑|编辑|上一[篇条]|下一[篇条]|【?打印|【?关闭|【?返回|分享|相关|版权|主办|承办单位|地址|网站|扫一扫|\(此件|注:|备注:|说明:|.{0,60}(?:版权所有|ICP备|公网安备))/;

/**
 * Where the words of the last item end: before the afterword, the signature (the line above a date that stands
 * alone) or the foot of the page. Looked for only from the second line of the item on.
 */
export const tailOf = (text: PageText, from: number, to: number): number => {
  const inside = text.lines.filter(
    (line) => line.from > from && line.from < to && !text.joints.has(line.from),
  );
  const at = inside.findIndex((line) => {
    const words = text.folded.slice(line.from, line.to);
    return DATE_ALONE.test(words.replaceAll(' ', '')) || AFTERWORD.test(words);
  });
  const found = inside[at];
  if (found === undefined) return to;
  const before = inside[at - 1];
  const isSignature =
    DATE_ALONE.test(text.folded.slice(found.from, found.to).replaceAll(' ', '')) &&
    before !== undefined &&
    before.text.length <= 40 &&
    !/[。;]$/.test(before.text);
  return isSignature ? before.from : found.from;
};
