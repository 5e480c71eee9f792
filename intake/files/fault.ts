/** Why a document cannot be read. */
export type DocumentFault =
  | 'too-large'
  /** Neither UTF-8, UTF-16 nor GB 18030, or not text at all. */
  | 'not-text'
  /** A `.doc`, `.xls` or `.wps` of before 2007, or a document with a password. */
  | 'old-office'
  /** Not a document of the kind that its name says. */
  | 'not-a-document'
  | 'damaged'
  /** A relationship names a part that is not in the document. */
  | 'part-missing'
  /** A file in it would lie outside of it. */
  | 'outside-name'
  /** It unpacks to more than a plan can be. */
  | 'too-much-inside'
  /** A document type declaration, with which entities can be made; documents have none. */
  | 'doctype';

/** Thrown while a document is read; the caller knows its path. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  constructor(readonly fault: DocumentFault) {
    super(fault);
  }
}
