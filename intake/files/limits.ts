const MIB = 1024 * 1024;

/** What a plan or notice never comes near; beyond it a file is refused rather than read. */
export const LIMITS = {
  /** Octets of a text file: a notice has some 20,000. */
  text: 4 * MIB,
  /** Octets of a document as it lies on disk, pictures included. */
  document: 64 * MIB,
  /** Octets of one part of a document once unpacked. */
  part: 32 * MIB,
  /** Files in a document. */
  parts: 10_000,
  /** Elements in one another. */
  depth: 200,
  /** Characters of a document's text. */
  characters: 2_000_000,
  /** Also lines of a text file. */
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
