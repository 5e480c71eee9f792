import {
  FACT_COLUMNS,
  factName,
  FIELD_NAMES,
  ITEM_COLUMNS,
  OFFICES,
  officeName,
  ROSTER_COLUMNS,
  ROUND_FACTS,
} from '..';
import type { SourceTable } from '..';
import { words } from '../../domain/language';
import { Policy } from '../../domain/round/policy';
import type { Language } from '../../domain/round/roster';
import { worksheetElements } from '../../documents/files/worksheet-elements';
import { TEMPLATE_WORDS } from '../language';

/** So many rows have drop-downs. */
const ROWS = 2000;

const offices = words('zh-CN');
/** What can be chosen for a fact of the round. */
const FACT_CHOICES: Partial<Record<(typeof ROUND_FACTS)[number], readonly string[]>> = {
  retention: ['永久', '30年', '10年'],
  identity: Policy.shape.identity.unwrap().options,
};

type Column = { heading: string; width: number; choices?: readonly string[] };
type Row = { cells: readonly string[]; choices?: readonly string[] };
type Sheet = { name: string; columns: readonly Column[]; rows: readonly Row[] };

const WIDTHS: Partial<Record<string, number>> = {
  category: 24,
  problem: 36,
  measures: 48,
  kind: 12,
  address: 28,
};

/** The heading that the reader knows, with its translation where another language is asked for. */
const headed = (name: string, translation: string | undefined): string =>
  translation === undefined || translation === name ? name : `${name} (${translation})`;

const sheetsOf = (language: Language): Sheet[] => {
  const say = TEMPLATE_WORDS[language];
  const choices: Partial<Record<string, readonly string[]>> = {
    kind: Object.values(offices.itemKind),
    'measure-kind': Object.values(offices.measureKind),
    office: OFFICES.map(officeName),
  };
  const column = (key: string, name: string, translation: string | undefined): Column => ({
    heading: headed(name, translation),
    width: WIDTHS[key] ?? 16,
    ...(choices[key] && { choices: choices[key] }),
  });
  const items = ITEM_COLUMNS.map((field) => column(field, FIELD_NAMES[field][0] ?? field, say.item[field]));
  const roster = (Object.keys(ROSTER_COLUMNS) as (keyof typeof ROSTER_COLUMNS)[]).map((field) =>
    column(field, ROSTER_COLUMNS[field], say.roster[field]),
  );
  const facts = ROUND_FACTS.map((fact): Row => {
    const choices = FACT_CHOICES[fact];
    return { cells: [headed(factName(fact), say.fact[fact]), ''], ...(choices && { choices }) };
  });
  const [what, value] = FACT_COLUMNS;
  return [
    { name: say.sheet.items, columns: items, rows: [] },
    { name: say.sheet.roster, columns: roster, rows: [] },
    {
      name: say.sheet.round,
      columns: [
        { heading: headed(what, say.facts.what), width: 28 },
        { heading: headed(value, say.facts.value), width: 40 },
      ],
      rows: facts,
    },
    {
      name: say.sheet.notes,
      columns: [{ heading: say.notes[0] ?? '', width: 100 }],
      rows: say.notes.slice(1).map((line) => ({ cells: [line] })),
    },
  ];
};

/** Lines of templates that offices have had from us and may still fill in. */
const FORMER_NOTES = [
  '时限可写 2021-06-30、2021年6月30日、2021.6.30、6月底前、2021年6月底；没有时限的写 长期坚持 或留空。',
  'Times: 2021-06-30, 2021年6月30日, 2021.6.30, 6月底前, 2021年6月底; 长期坚持 (sustained) or nothing where there is none.',
];

const EXPLANATIONS: ReadonlySet<string> = new Set([
  ...Object.values(TEMPLATE_WORDS).flatMap(({ notes }) => notes),
  ...FORMER_NOTES,
]);

/** The sheet that explains the template, if nobody has written into it. */
export const isExplanation = ({ rows }: SourceTable): boolean =>
  rows.every(({ cells }) => cells.every((cell) => cell === undefined || EXPLANATIONS.has(cell.text)));

const letter = (column: number) => String.fromCharCode('A'.charCodeAt(0) + column);

/** A drop-down for each column with choices, and for facts that have some (ECMA-376, part 1, 18.3.1.33). */
const validationsOf = (sheet: Sheet): string => {
  const lists = [
    ...sheet.columns.map(({ choices }, column) => ({
      area: `${letter(column)}2:${letter(column)}${ROWS}`,
      choices,
    })),
    ...sheet.rows.map((row, index) => ({ area: `B${index + 2}`, choices: row.choices })),
  ].flatMap(({ area, choices }) => (choices === undefined ? [] : [{ area, choices }]));
  const elements = lists.map(
    ({ area, choices }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${area}"><formula1>"${choices.join(',')}"</formula1></dataValidation>`,
  );
  return elements.length === 0
    ? ''
    : `<dataValidations count="${elements.length}">${elements.join('')}</dataValidations>`;
};

/**
 * Our template as a workbook: items, roster and round, with drop-downs, and a sheet that explains them.
 * The headings are those that the import knows.
 */
export const templateWorkbook = async (language: Language): Promise<Buffer> => {
  const { default: writeExcel } = await import('write-excel-file/node');
  const sheets = sheetsOf(language);
  const validations = await worksheetElements((index) => {
    const sheet = sheets[index];
    const markup = sheet === undefined ? '' : validationsOf(sheet);
    return markup === '' ? [] : [markup];
  });
  return writeExcel(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      data: [
        columns.map(({ heading }) => ({
          value: heading,
          fontWeight: 'bold' as const,
          backgroundColor: '#DDE6F0',
          wrap: true,
        })),
        ...rows.map(({ cells }) => cells.map((value) => ({ value, wrap: true }))),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
    { features: [validations] },
  ).toBuffer();
};
