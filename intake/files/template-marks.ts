import { type ExcelFeature, worksheetElements } from '../../documents/files/worksheet-elements';

/** How a cell is marked: one that is still to be filled in, and one whose date is doubtful. */
const MARKS = { open: 'FFFFF2CC', doubtful: 'FFF8CBAD' } as const;
type Mark = keyof typeof MARKS;
const MARK_NAMES = Object.keys(MARKS) as Mark[];

/** A colour that Excel itself gives while a formula holds, so that it goes when the cell is filled in. */
export type Rule = { area: string; mark: Mark; formula: string };
/** What can be chosen in an area. */
export type Choice = { area: string; choices: readonly string[] };

/** Whether a cell is empty; merged cells are but for their first. */
export const isEmpty = (cell: string): string => `LEN(TRIM(${cell}))=0`;

/** As `doubtText` writes it; `~?` is a question mark. */
export const isDoubtful = (cell: string): string =>
  `OR(ISNUMBER(SEARCH(" ~? ",${cell})),LEFT(${cell},2)="? ")`;

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** ECMA-376, part 1, 18.3.1.18. */
const formattingOf = ({ area, mark, formula }: Rule, index: number): string =>
  `<conditionalFormatting sqref="${area}"><cfRule type="expression" dxfId="${MARK_NAMES.indexOf(mark)}" priority="${index + 1}"><formula>${escaped(formula)}</formula></cfRule></conditionalFormatting>`;

/** ECMA-376, part 1, 18.3.1.33. */
const validationsOf = (choices: readonly Choice[]): string[] => {
  const lists = choices.map(
    ({ area, choices: all }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${area}"><formula1>"${all.join(',')}"</formula1></dataValidation>`,
  );
  return lists.length === 0
    ? []
    : [`<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`];
};

/** The colours that the rules refer to by their place (18.8.14). */
const STYLES = `<dxfs count="${MARK_NAMES.length}">${MARK_NAMES.map(
  (mark) =>
    `<dxf><fill><patternFill patternType="solid"><fgColor rgb="${MARKS[mark]}"/><bgColor rgb="${MARKS[mark]}"/></patternFill></fill></dxf>`,
).join('')}</dxfs>`;

/** Colours and drop-downs of each sheet, which write-excel-file has no options for. */
export const templateMarks = async (
  sheets: readonly { rules: readonly Rule[]; choices: readonly Choice[] }[],
): Promise<ExcelFeature[]> => [
  await worksheetElements((index) => {
    const { rules = [], choices = [] } = sheets[index] ?? {};
    return [...(rules.length === 0 ? [] : [rules.map(formattingOf).join('')]), ...validationsOf(choices)];
  }),
  {
    files: {
      transform: {
        'xl/styles.xml': { transform: (xml) => xml.replace('</styleSheet>', `${STYLES}</styleSheet>`) },
      },
    },
  },
];
