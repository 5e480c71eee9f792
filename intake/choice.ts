/** What is ticked of the choices in a text, and what is not; a lone tick or box is an empty choice. */
export type Choice = { chosen: string[]; others: string[] };

const TICKS = '☑☒✅√✓✔■◼⬛▣●⚫◉⦿⊙◆🗹🗷';
const BOXES = '☐□◻⬜▢❏❐❑❒○◯⚪◇';
/** Says no where others say yes; alone it stands for a name that is not told: 张××. */
const CROSSES = '×✗✘✕✖';

/** Also the bullets of lists. */
const BULLETS = '■●◆';

/** A sign, also in brackets: `（√）`, `[x]`, `（ ）`. */
const SIGN = new RegExp(
  `[（(【〔\\[]\\s*(?<inner>[${TICKS}${BOXES}${CROSSES}]|(?=[）)】〕\\]]))\\s*[）)】〕\\]]|\\[[xX]\\]|[${TICKS}${BOXES}${CROSSES}]`,
  'gu',
);

type Sign = { from: number; to: number; character: string; isTicked: boolean };

/** A zero in a year, `二○二一`, is no box. */
const isDigit = (text: string, at: number): boolean =>
  text[at] === '○' && /[〇○零一二三四五六七八九]/.test(text[at - 1] ?? '');

const signsIn = (text: string): Sign[] =>
  Array.from(text.matchAll(SIGN), ({ 0: whole, index, groups }) => {
    const isMarkdown = /^\[[xX]\]$/.test(whole);
    const character = isMarkdown ? '√' : (groups?.inner ?? whole);
    return {
      from: index,
      to: index + whole.length,
      character,
      isTicked: character !== '' && TICKS.includes(character),
    };
  }).filter(({ from }) => !isDigit(text, from));

const isSpace = (character: string | undefined): boolean =>
  character === undefined || /[\s、,，;；/|。：:（(]/.test(character);

/** Signs in the place of characters of a name: `李○○`, `张××`. */
const areBlanks = (signs: readonly Sign[]): boolean =>
  signs.some(({ from, character }, index) => {
    const before = signs[index - 1];
    return before?.to === from && before.character === character;
  });

/** Whether the signs are such as choices are made with. */
const areChoices = (text: string, signs: readonly Sign[]): boolean => {
  if (signs.length === 0 || areBlanks(signs)) return false;
  if (signs.some(({ isTicked }) => isTicked)) return true;
  // Empty brackets, circles and crosses also stand elsewhere.
  const boxes = signs.filter(({ character }) => character !== '' && !CROSSES.includes(character));
  const isAlone = signs.length === 1 && text.trim().length === (signs[0]?.to ?? 0) - (signs[0]?.from ?? 0);
  return isAlone || boxes.some(({ character, from }) => character !== '○' || isSpace(text[from - 1]));
};

const beginsLine = (text: string, { from }: Sign): boolean =>
  text.slice(from > 0 ? text.lastIndexOf('\n', from - 1) + 1 : 0, from).trim() === '';

/** Whether each sign stands after what it ticks: `是☑ 否□`. */
const standAfter = (text: string, signs: readonly Sign[]): boolean => {
  const before = signs.filter(({ from, to }) => isSpace(text[from - 1]) && !isSpace(text[to])).length;
  const after = signs.filter(({ from, to }) => !isSpace(text[from - 1]) && isSpace(text[to])).length;
  return after > before;
};

const EDGES = /^[\s、,，;；/|。：:]+|(?<![\s、,，;；/|。：:])[\s、,，;；/|。：:]+$/g;

/** Where only what is chosen has a sign, the next words are another choice; a name may be typed `王 五`. */
const NEXT = /\n|\s{2,}|(?<=\S{2})\s(?=\S{2})|(?<=[是否有无])\s/;

const labelsOf = (text: string, signs: readonly Sign[]): string[] => {
  const isAfter = standAfter(text, signs);
  const isMarkedWhole = signs.some(({ isTicked }) => !isTicked);
  const areBullets = signs.every((sign) => BULLETS.includes(sign.character) && beginsLine(text, sign));
  return signs.map(({ from, to }, index) => {
    const stretch = isAfter
      ? text.slice(signs[index - 1]?.to ?? 0, from)
      : text.slice(to, signs[index + 1]?.from);
    const label = stretch.replace(EDGES, '');
    if (isMarkedWhole || areBullets) return label;
    const words = label.split(NEXT);
    return (isAfter ? words.at(-1) : words[0]) ?? '';
  });
};

/** So that a text costs no time which is none of choices. */
const LONGEST = 1000;

/**
 * The choices of a text in which some are ticked: `☑立行立改 □限期整改`, `是√ 否`, `（√）甲（ ）乙`; undefined for
 * a text without such signs. What is not ticked is not chosen.
 */
export const choiceIn = (text: string): Choice | undefined => {
  if (text.length > LONGEST) return undefined;
  const signs = signsIn(text);
  if (!areChoices(text, signs)) return undefined;
  const labels = labelsOf(text, signs).map((label, index) => ({ label, isTicked: signs[index]?.isTicked }));
  return {
    chosen: labels.flatMap(({ label, isTicked }) => (isTicked ? [label] : [])),
    others: labels.flatMap(({ label, isTicked }) => (isTicked ? [] : [label])),
  };
};

/** Whether a field has one value or several; of secrecy, what is ticked at all counts. */
export type Choosing = 'one' | 'several' | 'secrecy';

/** What is chosen in a text, in its words; `isUnclear` where nothing is though something had to be, or too much. */
export const chosenIn = (text: string, choosing: Choosing): { text: string; isUnclear: boolean } => {
  const choice = choiceIn(text);
  if (choice === undefined) return { text, isUnclear: false };
  const { chosen, others } = choice;
  const open = others.filter((label) => label !== '').length;
  const isNone = chosen.length === 0 && open > (choosing === 'secrecy' ? 1 : 0);
  const isTooMuch = choosing !== 'several' && chosen.length > 1;
  const words = chosen.map((label) => (label === '' ? '√' : label)).join('、');
  return { text: isTooMuch && choosing === 'one' ? '' : words, isUnclear: isNone || isTooMuch };
};

/** Whether a text is nothing but a tick. */
export const isTick = (text: string): boolean =>
  choiceIn(text)?.chosen.join('') === '' && chosenIn(text, 'several').text === '√';
