import { SaxesParser } from 'saxes';
import { DocumentError } from './fault';
import { LIMITS } from './limits';
import type { DocumentPackage } from './package';

/** Attributes by their names without prefix. */
export type Attributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  /** `parent` is the name of the element around it, `''` for the outermost. */
  open?: (name: string, attributes: Attributes, parent: string) => void;
  close?: (name: string, parent: string) => void;
  text?: (text: string) => void;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const localAttributes = (attributes: Readonly<Record<string, string>>): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));

/** Pushes a part through a parser until nothing more is wanted. No entities but those of XML itself. */
const parse = async (
  parts: DocumentPackage,
  name: string,
  handlers: XmlHandlers,
  isEnough: () => boolean,
): Promise<void> => {
  const parser = new SaxesParser();
  const path: string[] = [];
  parser.on('doctype', () => {
    throw new DocumentError('doctype');
  });
  parser.on('error', () => {
    throw new DocumentError('damaged');
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    parts.countElement();
    if (path.length >= LIMITS.depth) throw new DocumentError('too-much-inside');
    const element = localName(tag);
    handlers.open?.(element, localAttributes(attributes), path.at(-1) ?? '');
    path.push(element);
  });
  parser.on('closetag', ({ name: tag }) => {
    path.pop();
    handlers.close?.(localName(tag), path.at(-1) ?? '');
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  for await (const text of parts.read(name)) {
    parser.write(text);
    if (isEnough()) return;
  }
  parser.close();
};

/**
 * Reads a part of a document from its beginning to its end, element by element; names come without prefix.
 * @throws DocumentError `doctype`, `damaged`, `too-much-inside`, `part-missing`
 */
export const readXml = (parts: DocumentPackage, name: string, handlers: XmlHandlers): Promise<void> =>
  parse(parts, name, handlers, () => false);

/** The name of the outermost element of a part, without prefix. Throws as `readXml` does. */
export const rootOf = async (parts: DocumentPackage, name: string): Promise<string | undefined> => {
  let root: string | undefined;
  await parse(parts, name, { open: (tag) => void (root ??= tag) }, () => root !== undefined);
  return root;
};
