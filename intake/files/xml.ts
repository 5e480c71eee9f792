import { SaxesParser } from 'saxes';
import { DocumentError } from './fault';
import { LIMITS } from './limits';
import type { DocumentPackage } from './package';

/** Attributes by their names without prefix. */
export type Attributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  open?: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const localAttributes = (attributes: Readonly<Record<string, string>>): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));

/**
 * Reads a part of a document from its beginning to its end, element by element; names come without prefix.
 * No entities but those of XML itself.
 * @throws DocumentError `doctype`, `damaged`, `too-much-inside`
 */
export const readXml = async (parts: DocumentPackage, name: string, handlers: XmlHandlers): Promise<void> => {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('doctype', () => {
    throw new DocumentError('doctype');
  });
  parser.on('error', () => {
    throw new DocumentError('damaged');
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    depth += 1;
    if (depth > LIMITS.depth) throw new DocumentError('too-much-inside');
    handlers.open?.(localName(tag), localAttributes(attributes));
  });
  parser.on('closetag', ({ name: tag }) => {
    depth -= 1;
    handlers.close?.(localName(tag));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  await parts.read(name, (text) => void parser.write(text));
  parser.close();
};
