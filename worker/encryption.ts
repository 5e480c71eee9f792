import { readFile } from 'node:fs/promises';
import type { DataConverter, WorkflowBundleOption } from '@temporalio/worker';
import type { SecretKeys } from '../base/key-lines';
import { EncryptionCodec, WorkerCodec } from '../codec/encryption';
import { ENCRYPTS } from '../workflows/failure-converter';

/** How a worker encrypts; without it what it gives to Temporal is readable there. */
export type Encryption = {
  keys: SecretKeys;
  /** The module of `failure-converter.ts`, which the SDK loads by itself. */
  failureConverterPath: string;
};

/** What the workers of a process put everything through that they give to Temporal, and take from it. */
export const workerConverter = (namespace: string, encryption: Encryption | undefined): DataConverter => ({
  payloadCodecs: [new WorkerCodec(encryption?.keys ?? [], namespace)],
  ...(encryption && { failureConverterPath: encryption.failureConverterPath }),
});

/** The same of their own client. */
export const clientConverter = (namespace: string, encryption: Encryption | undefined): DataConverter => ({
  payloadCodecs: [new EncryptionCodec(encryption?.keys ?? [], namespace)],
});

/** The code of the workflows, which is told where they are to have their failures encrypted. */
export const bundleOf = async (
  bundle: WorkflowBundleOption,
  encryption: Encryption | undefined,
): Promise<WorkflowBundleOption> => {
  if (!encryption) return bundle;
  const code = 'code' in bundle ? bundle.code : await readFile(bundle.codePath, 'utf8');
  // On its first line, so that the source map still fits.
  return { code: `globalThis.${ENCRYPTS}=true;${code}` };
};
