import type { Feature, Image, Sheet } from 'write-excel-file/node';

/** The library's type for the content of a file differs between runtimes. */
type Content = Image['content'];
export type ExcelFeature = Feature<Content>;
export type ExcelSheet = Sheet<Content>;

const WORKSHEET = 'xl/worksheets/sheet{id}.xml';

/**
 * For elements of a worksheet that write-excel-file has no option for, each put where the schema wants it
 * (ECMA-376, part 1, 18.3.1.99). `elementsOf` is asked for each sheet, counted from 0.
 */
export const worksheetElements = async (
  elementsOf: (sheet: number) => readonly string[],
): Promise<ExcelFeature> => {
  const { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } =
    await import('write-excel-file/utility');
  const order = getOrderOfSiblings(WORKSHEET, 'worksheet') ?? [];
  const insert = (xml: string, markup: string) =>
    insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
  return {
    files: {
      transform: {
        [WORKSHEET]: { transform: (xml, _, { sheetIndex }) => elementsOf(sheetIndex).reduce(insert, xml) },
      },
    },
  };
};
