/** Names and fixed texts of BagIt 1.0 (RFC 8493) as our bags use them. */
export const DECLARATION = 'bagit.txt';
export const INFO = 'bag-info.txt';
export const PAYLOAD_MANIFEST = 'manifest-sha512.txt';
export const TAG_MANIFEST = 'tagmanifest-sha512.txt';

/** The tag files that every bag of ours has, and that its tag manifest lists. */
export const TAG_FILES: readonly string[] = [DECLARATION, INFO, PAYLOAD_MANIFEST];

/** Folder of the payload, as all its paths begin. */
export const PAYLOAD = 'data/';

/** Content of `bagit.txt` (RFC 8493, 2.1.1). */
export const DECLARED = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export const OXUM = 'Payload-Oxum';

/** Octets and number of files of a payload, as `bag-info.txt` gives them (RFC 8493, 2.2.2). */
export const oxumOf = (octets: number, files: number): string => `${octets}.${files}`;
