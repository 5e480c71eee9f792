import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first day that a zip can name; by local time, as zip reads it. */
const NO_TIME = new Date(1980, 0, 1);

/** What `docx` takes from the clock: when the document was made, and when changed. */
const STAMPS = /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g;

const CORE = 'docProps/core.xml';

/**
 * An Office document (ECMA-376, part 2: a zip) with everything that depends on when it was written replaced by one
 * given time, so that the same content is the same bytes. `more` replaces parts of that name.
 */
export const settled = (
  document: Uint8Array,
  at: number,
  more: Readonly<Record<string, string>> = {},
): Uint8Array => {
  const parts = unzipSync(document);
  const core = parts[CORE];
  if (core) {
    const stamped = strFromU8(core).replace(STAMPS, `$1${new Date(at).toISOString()}$3`);
    parts[CORE] = strToU8(stamped);
  }
  for (const [name, part] of Object.entries(more)) parts[name] = strToU8(part);
  return zipSync(parts, { mtime: NO_TIME });
};
