import { posix } from 'node:path';
import { DocumentError } from './fault';
import type { DocumentPackage } from './package';
import { readXml } from './xml';

/** What a part of a document refers to (ECMA-376, part 2, 6.5): its kind, and the part in this document. */
export type Relation = { id: string; kind: string; part: string };

/** A kind is a URI, of which Transitional and Strict documents have different ones with the same end. */
const kindOf = (type: string): string => type.slice(type.lastIndexOf('/') + 1);

const partNamed = (target: string, source: string): string =>
  posix.resolve('/', posix.dirname(source), target.replaceAll('\\', '/').replace(/#.*/s, ''));

const relationsPart = (source: string): string =>
  posix.join(posix.dirname(source), '_rels', `${posix.basename(source)}.rels`);

/** The relationships of a part, or with `''` of the document; undefined where it has none at all. */
export const relationsOf = async (
  parts: DocumentPackage,
  source: string,
): Promise<Relation[] | undefined> => {
  const name = source === '' ? '_rels/.rels' : relationsPart(source);
  if (!parts.has(name)) return undefined;
  const relations: Relation[] = [];
  await readXml(parts, name, {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (tag === 'Relationship' && TargetMode !== 'External')
        relations.push({ id: Id, kind: kindOf(Type), part: partNamed(Target, source) });
    },
  });
  return relations;
};

type Kind = 'styles' | 'numbering' | 'sharedStrings';

/** What such a part is called where no relationship names one: so far writers agree. */
const usualName = (kind: Kind): string => `${kind}.xml`;

/**
 * The part of a kind that a part refers to, wherever it lies; it need not be there. Where nothing refers to one, that
 * with the usual name beside it, if there is one.
 */
export const namedPart = (
  parts: DocumentPackage,
  source: string,
  relations: readonly Relation[] | undefined,
  kind: Kind,
): string | undefined => {
  const usual = posix.join(posix.dirname(source), usualName(kind));
  const named = relations?.find((relation) => relation.kind === kind)?.part;
  return named ?? (parts.has(usual) ? usual : undefined);
};

/**
 * The same, and it is there.
 * @throws DocumentError `part-missing`
 */
export const partOfKind = (
  ...[parts, source, relations, kind]: Parameters<typeof namedPart>
): string | undefined => {
  const part = namedPart(parts, source, relations, kind);
  if (part !== undefined && !parts.has(part)) throw new DocumentError('part-missing');
  return part;
};

const USUAL_MAIN = ['word/document.xml', 'xl/workbook.xml'];

/**
 * The part that a document begins with, wherever it lies.
 * @throws DocumentError `part-missing`; `not-a-document` where nothing says which it is
 */
export const mainPart = async (parts: DocumentPackage): Promise<string> => {
  const relations = await relationsOf(parts, '');
  const main =
    relations === undefined
      ? USUAL_MAIN.find((name) => parts.has(name))
      : relations.find(({ kind }) => kind === 'officeDocument')?.part;
  if (main === undefined) throw new DocumentError('not-a-document');
  if (!parts.has(main)) throw new DocumentError('part-missing');
  return main;
};
