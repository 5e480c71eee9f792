import { rm } from 'node:fs/promises';
import path from 'node:path';
import { BUNDLE_PATH } from './bundle';

/** Takes away what `bundle-once.ts` has written. */
export default async function removeBundle(): Promise<void> {
  const file = process.env[BUNDLE_PATH];
  if (file !== undefined) await rm(path.dirname(file), { recursive: true, force: true });
}
