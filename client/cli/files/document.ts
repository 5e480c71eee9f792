import type { Draft } from '../../../intake';
import { isDocument, readDraft } from '../../../intake/files';
import { DocumentError } from '../../../intake/files/fault';
import { checkFile } from './store-evidence';
import { Trouble } from '../trouble/trouble';

/**
 * What can be understood of a document that somebody named.
 * @throws Trouble `bad-file`, `unknown-format`, `bad-document`
 */
export const draftIn = async (path: string): Promise<Draft> => {
  if (!isDocument(path)) throw new Trouble({ type: 'unknown-format', path });
  await checkFile(path);
  return readDraft(path).catch((error: unknown) => {
    if (error instanceof DocumentError) throw new Trouble({ type: 'bad-document', path, fault: error.fault });
    throw new Trouble({ type: 'bad-file', path, fault: 'unreadable' });
  });
};
