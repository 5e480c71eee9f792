import { DocumentError } from '../../../intake/files/fault';
import { DocumentPackage } from '../../../intake/files/package';
import { readXml } from '../../../intake/files/xml';

/**
 * Kinds of relationships between the parts of a document that only shows something (ECMA-376, part 1). Macros, embedded
 * objects, controls, templates and data from elsewhere have kinds of their own, which are not here.
 */
const SHOWING = new RegExp(
  `^(${[
    'officeDocument|(core|extended|custom)-properties|thumbnail',
    'styles|stylesWithEffects|tableStyles|theme|themeOverride|numbering|settings|webSettings|fontTable|font',
    'header|footer|footnotes|endnotes|comments\\w*|people|glossaryDocument|image|hyperlink|customXml|customXmlProps',
    'worksheet|chartsheet|sharedStrings|calcChain|sheetMetadata|table|drawing|vmlDrawing|printerSettings',
    'pivotTable|pivotCacheDefinition|pivotCacheRecords|chart|chartStyle|chartColorStyle|chartUserShapes|diagram\\w*',
    'slide|slideMaster|slideLayout|notesMaster|notesSlide|handoutMaster|presProps|viewProps|commentAuthors|tags',
  ].join('|')})$`,
);

/** Types of content that run: documents with macros, projects, controls, objects. */
const RUNNING = /macro|vba|activex|ole|addin/i;

const lastPart = (type: string): string => type.slice(type.lastIndexOf('/') + 1);

/** Whether a document refers only to what shows something. A link may lead anywhere: it waits for a click. */
const onlyShows = async (parts: DocumentPackage): Promise<boolean> => {
  let harmless = !parts.isAmbiguous;
  await readXml(parts, '[Content_Types].xml', {
    open: (_tag, { ContentType = '' }) => {
      if (RUNNING.test(ContentType)) harmless = false;
    },
  });
  for (const name of parts.names.filter((one) => one.endsWith('.rels')))
    await readXml(parts, name, {
      open: (tag, { Type = '', TargetMode = '' }) => {
        if (tag !== 'Relationship') return;
        const kind = lastPart(Type);
        const isOutside = TargetMode.toLowerCase() !== 'internal' && TargetMode !== '';
        if (!SHOWING.test(kind) || (isOutside && kind !== 'hyperlink')) harmless = false;
      },
    });
  return harmless;
};

const inPackage = async (
  path: string,
  ask: (parts: DocumentPackage) => boolean | Promise<boolean>,
): Promise<boolean> => {
  try {
    return await DocumentPackage.with(path, async (parts) => ask(parts));
  } catch (error) {
    // What cannot be read to its end is not known to be harmless.
    if (error instanceof DocumentError) return false;
    throw error;
  }
};

/** Whether an Office document (docx, xlsx, pptx) is without macros, embedded objects, controls and parts from elsewhere. */
export const isPlainOffice = (path: string): Promise<boolean> => inPackage(path, onlyShows);

/** Whether a zip is an OFD document (GB/T 33190), which has no way to run anything. */
export const isOfd = (path: string): Promise<boolean> =>
  inPackage(path, (parts) => parts.has('OFD.xml') && !parts.has('[Content_Types].xml'));
