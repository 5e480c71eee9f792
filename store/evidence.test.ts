import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import fc from 'fast-check';
import { BACKENDS } from '../tests/support/backends';
import { Sha512 } from '../base/ids';
import { EvidenceDamaged, StoreMissing } from './errors';
import { checkEvidence, evidenceName, openChecked } from './evidence';
import { failureOf, scratchFolder } from '../testing/store';

/** Mebibytes of a large file: many times what may lie in memory. */
const SIZE = 256;

const sha512 = (bytes: Uint8Array): Sha512 => Sha512.parse(createHash('sha512').update(bytes).digest('hex'));

describe.each(BACKENDS)('a store $title', ({ scratch }) => {
  describe('evidence', () => {
    test('is kept under the hash of its content', async () => {
      const { store } = await scratch();
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
      const { store } = await scratch();
      const path = join(await scratchFolder(), '整改台账.txt');
      await writeFile(path, '99 + 11');
      const { sha512: name, size } = await store.putEvidence(path);
      expect(await text(await store.openEvidence(name))).toBe('99 + 11');
      expect(size).toBe(7);
    });

    test('handed in twice, also at once, is stored once', async () => {
      const { store, unfinished } = await scratch();
      const put = () => store.putEvidence(Readable.from(['同一份材料']));
      const digests = [...(await Promise.all([put(), put(), put()])), await put()];
      expect(new Set(digests.map((digest) => digest.sha512)).size).toBe(1);
      expect(digests[0]?.size).toBe(15);
      expect(await store.list('')).toEqual(digests.slice(0, 1).map((digest) => evidenceName(digest.sha512)));
      expect(await unfinished()).toEqual([]);
    });

    test('that is not there is missed', async () => {
      const { store } = await scratch();
      const none = { sha512: sha512(Buffer.from('none')), size: 4 };
      expect(await failureOf(store.openEvidence(none.sha512))).toBeInstanceOf(StoreMissing);
      expect(await failureOf(checkEvidence(store, none))).toBeInstanceOf(StoreMissing);
      expect(await store.statEvidence(none.sha512)).toBeUndefined();
    });

    test('that was changed is found damaged, and mended by handing it in again', async () => {
      const { store, tamper } = await scratch();
      const digest = await store.putEvidence(Readable.from(['original']));
      for (const change of ['originel', 'origin', '']) {
        await tamper(evidenceName(digest.sha512), change);
        expect(await failureOf(checkEvidence(store, digest))).toBeInstanceOf(EvidenceDamaged);
        expect(await failureOf(buffer(openChecked(store, digest)))).toBeInstanceOf(EvidenceDamaged);
        await store.putEvidence(Readable.from(['original']));
        await checkEvidence(store, digest);
        expect(String(await buffer(openChecked(store, digest)))).toBe('original');
      }
    });

    test('of another size than was said is not what was handed in', async () => {
      const { store } = await scratch();
      const digest = await store.putEvidence(Readable.from(['original']));
      expect(await failureOf(checkEvidence(store, { ...digest, size: 9 }))).toBeInstanceOf(EvidenceDamaged);
    });

    test('whose source breaks or is not there leaves nothing', async () => {
      const { store, unfinished } = await scratch();
      const nowhere = join(await scratchFolder(), 'nowhere');
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
      expect(await unfinished()).toEqual([]);
    });

    test('of any size is written in constant memory, and whoever watches hears how far it is', async () => {
      const { store } = await scratch();
      const path = join(await scratchFolder(), 'video.mp4');
      const file = await open(path, 'w');
      for (let mebibyte = 0; mebibyte < SIZE; mebibyte += 1)
        await file.write(Buffer.alloc(1 << 20, `${mebibyte} `));
      await file.close();
      const before = process.memoryUsage().arrayBuffers;
      const heard: number[] = [];
      let most = 0;
      const watch = (octets: number): void => {
        heard.push(octets);
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      };
      const digest = await store.putEvidence(path, { watch });
      expect(heard.at(-1)).toBe(SIZE << 20);
      expect(heard).toEqual([...new Set(heard)].sort((a, b) => a - b));
      expect(most).toBeLessThan((SIZE / 2) << 20);
      await checkEvidence(store, digest);
    });
  });
});
