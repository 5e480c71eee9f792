/** What is wrong with a bag; `file` is the file of the bag that is to blame, `manifest` where it is listed. */
export type BagFault =
  /** A file that every bag of ours has. */
  | { type: 'tag-file-missing'; file: string }
  /** `bagit.txt` does not declare BagIt 1.0 in UTF-8. */
  | { type: 'declaration-differs'; file: string; expected: string; found: string }
  | { type: 'not-utf-8'; file: string }
  /** Neither a checksum with a path nor anything else that belongs in a manifest. */
  | { type: 'line-malformed'; file: string; line: number; text: string }
  | { type: 'entry-duplicate'; file: string; line: number; path: string }
  /** A path that leaves the bag, or the part of it that the manifest speaks of. */
  | { type: 'path-outside'; file: string; line: number; path: string }
  /** The line gives nearly, but not quite, the checksum of its file: it is the line that was changed. */
  | { type: 'entry-altered'; file: string; line: number; path: string; expected: string; found: string }
  /** A file that the manifest must list is there, but not listed. */
  | { type: 'entry-missing'; file: string; path: string }
  /** What should be at `path` is at `found`: `file` is the one of the manifest and the file that is to blame. */
  | { type: 'path-differs'; file: string; manifest: string; line: number; path: string; found: string }
  /** Listed, but not there. */
  | { type: 'file-missing'; file: string; manifest: string }
  /** There, but not listed. */
  | { type: 'file-unlisted'; file: string; manifest: string }
  | { type: 'checksum-differs'; file: string; manifest: string; expected: string; found: string }
  /** `Payload-Oxum` does not give the octets and the number of files that are there. */
  | { type: 'oxum-differs'; file: string; expected: string; found: string }
  /** A link, or a file that the system does not let us read. */
  | { type: 'file-unreadable'; file: string; reason: string };

/** `files` and `octets` are those of the payload as it was found. */
export type BagReport = { valid: boolean; faults: BagFault[]; files: number; octets: number };

/** A part of the check: what it found out, and what is wrong. */
export type Checked<T> = { found: T; faults: BagFault[] };
