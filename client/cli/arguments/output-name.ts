import { extname } from 'node:path';
import { Trouble } from '../trouble/trouble';

/** What a document may be written as, by the end of its name. */
const ENDINGS = { docx: ['.docx'], html: ['.html', '.htm'] } as const;

/**
 * The name that `-o` gives, if any: no program opens a document that is called like another kind of file.
 * @throws Trouble `bad-value`
 */
export const namedAs = (expected: keyof typeof ENDINGS, given: string | undefined): string | undefined => {
  if (given === undefined || ENDINGS[expected].some((ending) => ending === extname(given).toLowerCase()))
    return given;
  throw new Trouble({ type: 'bad-value', option: '-o', given, expected });
};
