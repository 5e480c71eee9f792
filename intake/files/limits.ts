const MIB = 1024 * 1024;

/** What a plan or notice never comes near; beyond it a file is refused rather than read. */
export const LIMITS = {
  /** Octets of a text file: a notice has some 20,000. */
  text: 4 * MIB,
  /** Octets of a document as it lies on disk, pictures included. */
  document: 64 * MIB,
  /** Octets of one part of a document once unpacked. */
  part: 32 * MIB,
  /** The same of all parts that are read. */
  parts: 48 * MIB,
  /** Files in a document. */
  files: 10_000,
  /** Elements of all parts that are read: a workbook has three or four for a cell. */
  elements: 1_000_000,
  /** Elements in one another. */
  depth: 200,
  /** Characters of a document's text; those of a workbook count in every cell that shows them. */
  characters: 2_000_000,
  /** Characters of all cells of tables, at each row that a merged one covers. */
  shown: 20_000_000,
  /** Also lines of a text file, and rows of a workbook that have something in them. */
  paragraphs: 50_000,
  cells: 200_000,
  /** Rows times columns of a sheet or of all tables of a document, empty places included. */
  places: 2_000_000,
  /** Styles that are based on each other; Word itself has no more than a dozen. */
  styles: 50,
  /** Characters before and behind a number of a list. */
  listText: 100,
  columns: 200,
} as const;
