import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { lookup } from 'mime-types';

const BYTES = 'application/octet-stream';
const TEXT = 'text/plain';

/** How much of a file is looked at to see whether it is text. */
const SAMPLE = 64 * 1024;

/** What no text has, in UTF-8 or GB 18030: control characters except tab, line breaks, form feed and escape. */
const CONTROL = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/;

/** Encodings with a byte order mark, by their first two octets. */
const UTF16: Record<string, string> = { fffe: 'utf-16le', feff: 'utf-16be' };

/** Types that offices use and common lists lack, or have for something else. */
const OWN: Readonly<Record<string, string>> = {
  '.ofd': 'application/ofd',
  '.wps': 'application/wps-office.wps',
  '.et': 'application/wps-office.et',
  '.dps': 'application/wps-office.dps',
};

/** The media type that the name of a file says, without parameters. */
const typeOfName = (path: string): string => OWN[extname(path).toLowerCase()] ?? (lookup(path) || BYTES);

const isTextType = (type: string): boolean =>
  type.startsWith('text/') || /[/+](json|xml|yaml|javascript|sql)$/.test(type) || type === 'message/rfc822';

/** Formats that share a container: the content shows the container, only the name shows which of them it is. */
const SHARED: Record<string, (type: string) => boolean> = {
  'application/x-cfb': (type) => /^application\/(msword|wps-office\.|vnd\.(ms-|visio))/.test(type),
  'application/zip': (type) => type === 'application/ofd',
  'application/xml': (type) => type.endsWith('xml'),
};

const beginningOf = async (path: string): Promise<Buffer> => {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** Text that Windows calls Unicode; libraries take its mark for the beginning of an audio file. */
const isUtf16 = (bytes: Buffer): boolean => {
  const encoding = UTF16[bytes.toString('hex', 0, 2)];
  return encoding !== undefined && !CONTROL.test(new TextDecoder(encoding).decode(bytes));
};

const contentType = async (path: string): Promise<string | undefined> => {
  // Loaded only here: the package is an ES module.
  const { fileTypeFromFile } = await import('file-type/node');
  return (await fileTypeFromFile(path))?.mime.split(';')[0];
};

/**
 * The media type of a file, from its content; the one that it is `named` counts only where the content leaves it open,
 * as between kinds of text. Throws the error of the system if it cannot be read.
 */
export const mediaTypeIn = async (path: string, named: string): Promise<string> => {
  const beginning = await beginningOf(path);
  const asText = isTextType(named) ? named : TEXT;
  if (isUtf16(beginning)) return asText;
  const found = await contentType(path);
  if (found !== undefined) return SHARED[found]?.(named) ? named : found;
  return CONTROL.test(beginning.toString('latin1')) ? BYTES : asText;
};

/** The same, where the name of the file says what it is. */
export const mediaTypeOf = (path: string): Promise<string> => mediaTypeIn(path, typeOfName(path));
