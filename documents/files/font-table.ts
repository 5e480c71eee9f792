import { FALLBACKS } from './official-layout';

const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The code page of simplified Chinese (ECMA-376, part 1, 17.8.3.2). */
const CHINESE = '86';

/** Which other name to look for where a font is not installed (ECMA-376, part 1, 17.8.3.1). */
export const fontTable = (): string => {
  const fonts = Object.entries(FALLBACKS).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="${CHINESE}"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${WORDPROCESSING}">${fonts.join('')}</w:fonts>`;
};
