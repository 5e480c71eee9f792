import { once } from 'node:events';
import { promisify } from 'node:util';
import { type Entry, open, type Options, type ZipFile } from 'yauzl';
import { DocumentError } from './fault';
import { LIMITS } from './limits';

const openZip = promisify<string, Options, ZipFile>(open);

const faultOf = (error: unknown): DocumentError => {
  if (error instanceof DocumentError) return error;
  const message = error instanceof Error ? error.message : '';
  if (/absolute path|invalid relative path/.test(message)) return new DocumentError('outside-name');
  if (/too many bytes|not enough bytes/.test(message)) return new DocumentError('too-much-inside');
  if (message.includes('End of central directory record signature not found'))
    return new DocumentError('not-a-document');
  return new DocumentError('damaged');
};

/** A name with what a target escaped (`%20`) as it is; one that is escaped wrongly is taken as it stands. */
const unescapedName = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** Names that differ only in case are one part (ECMA-376, part 2, 6.2.2.3); some writers part folders by a backslash. */
const keyOf = (name: string): string =>
  unescapedName(name).replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** UTF-8, or UTF-16 by the mark that it then begins with (ECMA-376, part 2, 6.2.5). */
const encodingOf = ([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/** The parts of an Office document (ECMA-376, part 2: a zip). Nothing is unpacked but what is asked for. */
export class DocumentPackage {
  /** Octets that were unpacked, and the elements in them. */
  #read = 0;
  #elements = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws DocumentError */
  static async with<T>(path: string, use: (parts: DocumentPackage) => Promise<T>): Promise<T> {
    let zip: ZipFile | undefined;
    try {
      zip = await openZip(path, { lazyEntries: true, autoClose: false, strictFileNames: false });
      return await use(new DocumentPackage(zip, await DocumentPackage.#list(zip)));
    } catch (error) {
      throw faultOf(error);
    } finally {
      zip?.close();
    }
  }

  static async #list(zip: ZipFile): Promise<Map<string, Entry>> {
    if (zip.entryCount > LIMITS.files) throw new DocumentError('too-much-inside');
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(keyOf(entry.fileName), entry);
      zip.readEntry();
    });
    zip.readEntry();
    await once(zip, 'end');
    return entries;
  }

  /** The names of all parts, in lower case. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** Whether a name stands for more than one part: then not every program reads the same. */
  get isAmbiguous(): boolean {
    return this.entries.size !== this.zip.entryCount;
  }

  /** @throws DocumentError `too-much-inside` */
  countElement(): void {
    this.#elements += 1;
    if (this.#elements > LIMITS.elements) throw new DocumentError('too-much-inside');
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /**
   * Gives a part piece by piece. The sizes that a zip declares are only claims, so what comes out is counted.
   * @throws DocumentError `part-missing`, `damaged`, `too-much-inside`
   */
  async *read(name: string): AsyncGenerator<string, void> {
    const entry = this.entries.get(keyOf(name));
    if (entry === undefined) throw new DocumentError('part-missing');
    if (entry.uncompressedSize > LIMITS.part) throw new DocumentError('too-much-inside');
    const stream = await promisify<Entry, NodeJS.ReadableStream>(this.zip.openReadStream.bind(this.zip))(
      entry,
    );
    let decoder: InstanceType<typeof TextDecoder> | undefined;
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      this.#read += chunk.length;
      if (size > LIMITS.part || this.#read > LIMITS.parts) throw new DocumentError('too-much-inside');
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? '';
  }
}
