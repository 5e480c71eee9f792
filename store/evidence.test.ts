import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { Sha512 } from '../domain/ids';
import { EvidenceDamaged, StoreMissing } from './errors';
import { checkEvidence, evidenceName } from './evidence';
import { failureOf, scratchFolder, scratchStore, unfinished } from './test-support';

const sha512 = (bytes: Uint8Array): Sha512 => Sha512.parse(createHash('sha512').update(bytes).digest('hex'));

describe('evidence', () => {
  test('is kept under the hash of its content', async () => {
    const { store } = await scratchStore();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 100 })), async (chunks) => {
        const content = Buffer.concat(chunks);
        const digest = await store.putEvidence(Readable.from(chunks.map((chunk) => Buffer.from(chunk))));
        expect(digest).toEqual({ sha512: sha512(content), size: content.length });
        expect(await buffer(await store.openEvidence(digest.sha512))).toEqual(content);
        expect(await store.statEvidence(digest.sha512)).toBe(content.length);
        await checkEvidence(store, digest);
      }),
      { numRuns: 25 },
    );
  });

  test('may come from a file', async () => {
    const { store } = await scratchStore();
    const path = join(await scratchFolder(), '整改台账.txt');
    await writeFile(path, '99 + 11');
    const { sha512: name, size } = await store.putEvidence(path);
    expect(await readFile(store.locate(evidenceName(name)), 'utf8')).toBe('99 + 11');
    expect(size).toBe(7);
  });

  test('handed in twice, also at once, is stored once', async () => {
    const { store, root } = await scratchStore();
    const put = () => store.putEvidence(Readable.from(['同一份材料']));
    const digests = [...(await Promise.all([put(), put(), put()])), await put()];
    expect(new Set(digests.map((digest) => digest.sha512)).size).toBe(1);
    expect(digests[0]?.size).toBe(15);
    expect(await readdir(join(root, 'evidence'))).toHaveLength(1);
    expect(await unfinished(root)).toEqual([]);
  });

  test('that is not there is missed', async () => {
    const { store } = await scratchStore();
    const none = { sha512: sha512(Buffer.from('none')), size: 4 };
    expect(await failureOf(store.openEvidence(none.sha512))).toBeInstanceOf(StoreMissing);
    expect(await failureOf(checkEvidence(store, none))).toBeInstanceOf(StoreMissing);
    expect(await store.statEvidence(none.sha512)).toBeUndefined();
  });

  test('that was changed is found damaged, and mended by handing it in again', async () => {
    const { store } = await scratchStore();
    const digest = await store.putEvidence(Readable.from(['original']));
    for (const change of ['originel', 'origin', '']) {
      await writeFile(store.locate(evidenceName(digest.sha512)), change);
      expect(await failureOf(checkEvidence(store, digest))).toBeInstanceOf(EvidenceDamaged);
      await store.putEvidence(Readable.from(['original']));
      await checkEvidence(store, digest);
    }
  });

  test('of another size than was said is not what was handed in', async () => {
    const { store } = await scratchStore();
    const digest = await store.putEvidence(Readable.from(['original']));
    expect(await failureOf(checkEvidence(store, { ...digest, size: 9 }))).toBeInstanceOf(EvidenceDamaged);
  });

  test('whose source breaks or is not there leaves nothing', async () => {
    const { store, root } = await scratchStore();
    const nowhere = join(root, 'nowhere');
    expect(await failureOf(store.putEvidence(nowhere))).toMatchObject({ code: 'ENOENT' });
    expect(await failureOf(store.putEvidence(createReadStream(nowhere)))).toMatchObject({ code: 'ENOENT' });
    const broken = Readable.from(
      (function* () {
        yield Buffer.alloc(100_000);
        throw new Error('broken');
      })(),
    );
    await expect(store.putEvidence(broken)).rejects.toThrow('broken');
    expect(await store.list('')).toEqual([]);
    expect(await unfinished(root)).toEqual([]);
  });

  test('of any size is taken no faster than the disk does, so that it never fills the memory', async () => {
    const { store, root } = await scratchStore();
    const mebibyte = 1 << 20;
    let ahead = 0;
    const source = async function* (): AsyncGenerator<Buffer> {
      for (let given = 0; given < 64 * mebibyte; given += mebibyte) {
        const [path = ''] = await unfinished(root);
        ahead = Math.max(ahead, given - (await stat(join(root, '.incoming', path))).size);
        yield Buffer.alloc(mebibyte, given / mebibyte);
      }
    };
    const digest = await store.putEvidence(Readable.from(source(), { objectMode: false }));
    expect(digest.size).toBe(64 * mebibyte);
    expect(ahead).toBeLessThan(8 * mebibyte);
    await checkEvidence(store, digest);
  });
});
