import { Context } from '@temporalio/activity';
import type { Store } from '../store/store';
import type { StoredFile } from '../workflows/contract';

/** In octets: so much is read and written in a second or two. More is left to go on while its activity ends. */
const AT_ONCE = 64 * 1024 * 1024;

/**
 * Makes evidence that people have handed in the worker's own, so that nobody can take it away or change it afterwards. That
 * it cannot be done keeps nobody from being told; operators are, by file and reason.
 */
export const takeOver = async (store: Store, files: readonly StoredFile[]): Promise<void> => {
  if (files.length === 0) return;
  const { log } = Context.current();
  const work = async (): Promise<void> => {
    for (const file of files)
      await store.takeOver(file).catch((error: unknown) => {
        log.warn('could not take over evidence that was handed in', { sha512: file.sha512, error });
      });
  };
  const octets = files.reduce((sum, { size }) => sum + size, 0);
  if (octets <= AT_ONCE) await work();
  else void work();
};
