import { capped } from '../../base/safe-text';
import { type ExcelFeature, worksheetElements } from './worksheet-elements';

/** How a sheet is printed, and filtered. Rows count from 1. */
export type PageSetup = {
  name: string;
  paper: 'A3' | 'A4';
  orientation: 'landscape' | 'portrait';
  /** Rows that are printed on every page. */
  titleRows?: { from: number; to: number };
  /** The area that has filters, such as `A1:C9`; its first row are the headings. */
  filter?: string;
  header: { left: string; right: string };
  footer: string;
};

/** ECMA-376, part 1, 18.3.1.63. */
const PAPER = { A3: 8, A4: 9 } as const;
/** In inches. */
const MARGINS = 'left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"';
/** A header or a footer with more than 255 characters makes a workbook one that Excel must repair. */
const HEADER = 100;

type Escape = (text: string) => string;

/** `&` begins a code in a header. */
const plain = (text: string): string => capped(text, HEADER).replaceAll('&', '&&');

const elementsOf = ({ paper, orientation, filter, header, footer }: PageSetup, escape: Escape): string[] => [
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  ...(filter === undefined ? [] : [`<autoFilter ref="${filter}"/>`]),
  '<printOptions horizontalCentered="1"/>',
  `<pageMargins ${MARGINS}/>`,
  `<pageSetup paperSize="${PAPER[paper]}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
  `<headerFooter><oddHeader>${escape(`&L${plain(header.left)}&R${plain(header.right)}`)}</oddHeader><oddFooter>${escape(`&C${footer}`)}</oddFooter></headerFooter>`,
];

/** A name in a formula: quoted, quotes doubled. */
const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** Names that Excel itself gives to what is printed on every page, and to what is filtered (18.2.5). */
const namesOf = ({ name, titleRows, filter }: PageSetup, sheet: number, escape: Escape): string[] => {
  const define = (what: string, area: string, hidden = '') =>
    `<definedName name="_xlnm.${what}" localSheetId="${sheet}"${hidden}>${escape(`${quoted(name)}!${area}`)}</definedName>`;
  const fixed = filter?.replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return [
    ...(fixed === undefined ? [] : [define('_FilterDatabase', fixed, ' hidden="1"')]),
    ...(titleRows ? [define('Print_Titles', `$${titleRows.from}:$${titleRows.to}`)] : []),
  ];
};

/** Filters and everything about printing, which write-excel-file has no options for. */
export const pageSetups = async (pages: readonly PageSetup[]): Promise<ExcelFeature[]> => {
  const { findElement, replaceElement, sanitizeTextContent } = await import('write-excel-file/utility');
  const names = pages.flatMap((page, sheet) => namesOf(page, sheet, sanitizeTextContent)).join('');
  const define = (xml: string): string => {
    const empty = findElement(xml, 'definedNames');
    return empty ? replaceElement(xml, empty, `<definedNames>${names}</definedNames>`) : xml;
  };
  return [
    await worksheetElements((sheet) => {
      const page = pages[sheet];
      return page ? elementsOf(page, sanitizeTextContent) : [];
    }),
    { files: { transform: { 'xl/workbook.xml': { transform: define } } } },
  ];
};
