import { Trouble } from '../trouble/trouble';

/** What Node puts in the place of bytes that are not UTF-8. */
const UNREADABLE = '\ufffd';

/**
 * What somebody typed, if it can be read: words of another encoding are never passed on, let alone signed.
 * `at`: which argument it is, from 1; an answer to a question has none.
 * @throws Trouble `argument-not-utf8`
 */
export const readable = <T extends string | undefined>(text: T, at?: number): T => {
  if (text?.includes(UNREADABLE))
    throw new Trouble({ type: 'argument-not-utf8', ...(at !== undefined && { at }) });
  return text;
};
