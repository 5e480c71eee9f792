import { type Report, reportOn } from './progress';
import type { Stack } from './stack';

/** Progress, on stderr: stdout is for results. */
export const reportIn = (terminal: { err: (text: string) => void; columns: number | undefined }): Report =>
  reportOn({
    write: (text) => {
      terminal.err(text);
    },
    isTTY: terminal.columns !== undefined,
  });

/** Where the parts of a running system can be looked at. */
export type Addresses = {
  ui: string;
  web: string;
  temporal: string;
  namespace: string;
  store: string;
  /** The file of the pinned keys. */
  trust: string;
};

export const addressesOf = ({ temporal, mail, storeUrl, trustFile }: Stack): Addresses => ({
  ui: `${temporal.uiUrl}/namespaces/${temporal.namespace}/workflows`,
  web: mail.webUrl,
  temporal: temporal.address,
  namespace: temporal.namespace,
  store: storeUrl,
  trust: trustFile,
});

/** Resolves when the user or a supervisor ends this process. */
export const interrupted = (): Promise<'interrupted'> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve('interrupted');
      });
  });

/**
 * Works with a running system and stops it in the end: when the work is done, or, if the work asks to stay,
 * when the user interrupts it. An interrupt ends the work as well.
 * @throws what the work throws, or an Error when the worker died
 */
export const untilInterrupted = async (
  stack: Stack,
  workerDied: string,
  work: () => Promise<'stay' | 'stop'>,
): Promise<void> => {
  const stop = interrupted();
  const died = stack.worker.ended.then((said) => {
    throw new Error(`${workerDied}\n${said}`);
  });
  died.catch(() => undefined);
  try {
    const outcome = await Promise.race([work(), stop, died]);
    if (outcome === 'stay') await Promise.race([stop, died]);
  } finally {
    await stack.stop();
  }
};
