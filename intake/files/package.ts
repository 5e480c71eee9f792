import { once } from 'node:events';
import { promisify } from 'node:util';
import { type Entry, open, type Options, type ZipFile } from 'yauzl';
import { DocumentError } from './fault';
import { LIMITS } from './limits';

const openZip = promisify<string, Options, ZipFile>(open);

const faultOf = (error: unknown): DocumentError => {
  if (error instanceof DocumentError) return error;
  const message = error instanceof Error ? error.message : '';
  if (/absolute path|invalid relative path|invalid characters in fileName/.test(message))
    return new DocumentError('outside-name');
  if (/too many bytes|not enough bytes/.test(message)) return new DocumentError('too-much-inside');
  if (message.includes('End of central directory record signature not found'))
    return new DocumentError('not-a-document');
  return new DocumentError('damaged');
};

/** The parts of an Office document (ECMA-376, part 2: a zip). Nothing is unpacked but what is asked for. */
export class DocumentPackage {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws DocumentError */
  static async with<T>(path: string, use: (parts: DocumentPackage) => Promise<T>): Promise<T> {
    let zip: ZipFile | undefined;
    try {
      zip = await openZip(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
      return await use(new DocumentPackage(zip, await DocumentPackage.#list(zip)));
    } catch (error) {
      throw faultOf(error);
    } finally {
      zip?.close();
    }
  }

  static async #list(zip: ZipFile): Promise<Map<string, Entry>> {
    if (zip.entryCount > LIMITS.parts) throw new DocumentError('too-much-inside');
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
    await once(zip, 'end');
    return entries;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * Gives a part piece by piece. The sizes that a zip declares are only claims, so what comes out is counted.
   * @throws DocumentError `damaged` where there is no such part, `too-much-inside`
   */
  async read(name: string, take: (text: string) => void): Promise<void> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new DocumentError('damaged');
    if (entry.uncompressedSize > LIMITS.part) throw new DocumentError('too-much-inside');
    const stream = await promisify<Entry, NodeJS.ReadableStream>(this.zip.openReadStream.bind(this.zip))(
      entry,
    );
    const decoder = new TextDecoder('utf-8');
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LIMITS.part) throw new DocumentError('too-much-inside');
      take(decoder.decode(chunk, { stream: true }));
    }
    take(decoder.decode());
  }
}
