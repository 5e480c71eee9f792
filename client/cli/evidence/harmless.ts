import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extensionOf } from '../../../archive/extensions';
import { mediaTypeIn } from '../files/media-type';
import { isOfd, isPlainOffice } from './office-file';

/** Why a file is not opened: its kind may run something, or is not known, or this one does run or load something. */
export type WhyNotOpened = 'may-run' | 'unknown' | 'active';

/** The extension for a file by its bytes, and why it is not to be opened, if so. */
export type FileLook = { extension: string; why?: WhyNotOpened };

/** Whether none of some words stands in a file; they are looked for as bytes, piece by piece. */
const without =
  (...words: readonly string[]) =>
  async (path: string): Promise<boolean> => {
    const longest = Math.max(...words.map((word) => word.length));
    let tail = '';
    for await (const chunk of createReadStream(path, 'latin1') as AsyncIterable<string>) {
      const text = tail + chunk;
      if (words.some((word) => text.includes(word))) return false;
      tail = text.slice(-(longest - 1));
    }
    return true;
  };

/** Larger texts are no reading for a viewer. */
const LARGEST_TEXT = 4 * 1024 * 1024;

/**
 * What openers that look into a text take for something else, whatever its extension is: markup, scripts, links of a
 * desktop, mails.
 */
const NO_PLAIN_TEXT = [
  /<\s*[a-z!?/]/i,
  /^\s*(#!|%!|@echo|\{\\rtf)/i,
  /^[^\S\n\r\u2028\u2029]*\[(desktop entry|internetshortcut|autorun)\]/im,
  /^(mime-version|content-type|received|return-path)\s*:/im,
];

const decoded = (bytes: Buffer): string => {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe') return bytes.toString('utf16le');
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes);
  // The signs that are looked for are the same in UTF-8 and GB 18030.
  return bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
};

const isPlainText = async (path: string): Promise<boolean> => {
  if ((await stat(path)).size > LARGEST_TEXT) return false;
  const text = decoded(await readFile(path));
  return !NO_PLAIN_TEXT.some((sign) => sign.test(text));
};

const always = () => Promise.resolve(true);
const BYTES = 'application/octet-stream';
const TEXT = 'text/plain';
const OOXML = 'application/vnd.openxmlformats-officedocument';

type Check = (path: string) => Promise<boolean>;

/** Kinds that only show something when they are opened, each with what a file of it must still be asked. */
const HARMLESS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['application/pdf', without('/JavaScript', '/Launch', '/RichMedia')],
  ['application/ofd', isOfd],
  [`${OOXML}.wordprocessingml.document`, isPlainOffice],
  [`${OOXML}.spreadsheetml.sheet`, isPlainOffice],
  [`${OOXML}.presentationml.presentation`, isPlainOffice],
  [TEXT, isPlainText],
  ...['jpeg', 'png', 'gif', 'bmp', 'tiff', 'webp', 'heic'].map((type) => [`image/${type}`, always] as const),
  ...['mpeg', 'wav', 'mp4', 'x-m4a', 'aac', 'amr', 'flac', 'ogg'].map(
    (type) => [`audio/${type}`, always] as const,
  ),
  ...['mp4', 'x-m4v', 'quicktime', 'vnd.avi', 'mpeg', '3gpp', 'matroska', 'webm', 'ogg'].map(
    (type) => [`video/${type}`, always] as const,
  ),
]);

/** What a file is by its bytes alone; of a zip, whether it is an OFD document. */
const detected = async (path: string): Promise<string> => {
  const found = await mediaTypeIn(path, BYTES);
  return found === 'application/zip' && (await isOfd(path)) ? 'application/ofd' : found;
};

/**
 * Looks whether a file is known to be harmless to open. Its name and what it was handed in as do not count: openers go
 * by the extension, and this one comes from the bytes.
 */
export const lookInto = async (path: string): Promise<FileLook> => {
  const mediaType = await detected(path);
  const extension = extensionOf(mediaType);
  const check = HARMLESS.get(mediaType);
  if (!check) return { extension, why: mediaType === BYTES ? 'unknown' : 'may-run' };
  if (await check(path)) return { extension };
  return { extension, why: mediaType === TEXT ? 'may-run' : 'active' };
};

/**
 * The extension for a file that is not opened: from the bytes, and where they leave it open, as between kinds of text,
 * from the media type that it was handed in as. What may run has none that would have it run.
 */
export const extensionFor = async (path: string, handedInAs: string): Promise<string> =>
  extensionOf(await mediaTypeIn(path, handedInAs));
