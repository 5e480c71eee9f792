import { extname } from 'node:path';
import { Trouble } from '../trouble/trouble';

/** The extensions that a document may be written with. */
const ENDINGS = { docx: ['.docx'], html: ['.html', '.htm'] } as const;

/**
 * The name that `-o` gives, if any, with an extension that fits: programs go by it.
 * @throws Trouble `bad-value`
 */
export const namedAs = (expected: keyof typeof ENDINGS, given: string | undefined): string | undefined => {
  if (given === undefined || ENDINGS[expected].some((ending) => ending === extname(given).toLowerCase()))
    return given;
  throw new Trouble({ type: 'bad-value', option: '-o', given, expected });
};
