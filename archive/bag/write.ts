import { type Digest, Digester, meter } from '../../store/digest';
import { BagRefused } from '../../store/errors';
import type { FolderEntries, FolderEntry, Store } from '../../store/store';
import { formatBagInfo } from './bag-info';
import { DECLARATION, DECLARED, INFO, OXUM, oxumOf, PAYLOAD, PAYLOAD_MANIFEST, TAG_MANIFEST } from './format';
import { formatManifest } from './manifest';

/**
 * What goes into a bag. `info`: labels and values of `bag-info.txt`, `Bagging-Date` among them;
 * `Payload-Oxum` is added. `payload`: at least one file, each with its path beneath `data/`.
 */
export type BagContent = { info: Readonly<Record<string, string>>; payload: FolderEntries };

/**
 * Writes a bag of BagIt 1.0 (RFC 8493) with SHA-512 manifests as the folder `name` of the store, all or
 * nothing, streams in constant memory. Throws `BagRefused` for an invalid label or an empty payload, and
 * what `putFolder` throws. It does not read the bag back: `verifyBag(await store.folder(name))` does.
 */
export const writeBag = (store: Store, name: string, { info, payload }: BagContent): Promise<void> =>
  store.putFolder(name, bagEntries(name, formatBagInfo(name, info), payload));

/** The digests of files as they are written, by path. */
type Ledger = Map<string, Digest>;

/** Hands an entry on and notes its digest: it has been written to its end when the next one is asked for. */
function* noted(entry: FolderEntry, ledger: Ledger): Generator<FolderEntry> {
  const { path, content } = entry;
  const digester = new Digester();
  if (typeof content === 'function') yield { path, content: async () => meter(await content(), digester) };
  else {
    digester.update(content);
    yield entry;
  }
  ledger.set(path, digester.digest());
}

async function* bagEntries(bag: string, info: string, payload: FolderEntries): AsyncGenerator<FolderEntry> {
  const files: Ledger = new Map();
  for await (const { path, content } of payload) yield* noted({ path: `${PAYLOAD}${path}`, content }, files);
  if (files.size === 0) throw new BagRefused(bag, 'it has no payload');
  const octets = [...files.values()].reduce((sum, { size }) => sum + size, 0);
  const tags: Ledger = new Map();
  yield* noted(text(DECLARATION, DECLARED), tags);
  yield* noted(text(INFO, `${info}${OXUM}: ${oxumOf(octets, files.size)}\n`), tags);
  yield* noted(text(PAYLOAD_MANIFEST, manifestOf(files)), tags);
  yield text(TAG_MANIFEST, manifestOf(tags));
}

const text = (path: string, content: string): FolderEntry => ({ path, content: Buffer.from(content) });

const manifestOf = (ledger: Ledger): string =>
  formatManifest([...ledger].map(([path, { sha512 }]) => [path, sha512]));
