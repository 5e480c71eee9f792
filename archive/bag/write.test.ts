import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { BACKENDS } from '../../tests/support/backends';
import { BagRefused, StoreConflict } from '../../store/errors';
import type { FolderEntry, FolderReader } from '../../store/store';
import { anyFiles, failureOf } from '../../testing/store';
import { readBagInfo } from './read';
import { verifyBag } from './verify';
import { writeBag } from './write';

const info = { 'Bagging-Date': '2021-09-07', 'External-Description': '整改事项 (一)2' };
const entry = (path: string): FolderEntry => ({ path, content: Buffer.from(path) });
const read = async (folder: FolderReader, path: string): Promise<string> => text(await folder.open(path));

describe.each(BACKENDS)('in a store $title', ({ scratch }) => {
  describe('a bag', () => {
    test('has the tag files of BagIt 1.0', async () => {
      const { store } = await scratch();
      await writeBag(store, 'bags/2021-03/1.2', {
        info,
        payload: [entry('item.json'), entry('evidence/1.pdf')],
      });
      const bag = await store.folder('bags/2021-03/1.2');
      expect(await bag.files()).toEqual([
        'bag-info.txt',
        'bagit.txt',
        'data/evidence/1.pdf',
        'data/item.json',
        'manifest-sha512.txt',
        'tagmanifest-sha512.txt',
      ]);
      expect(await read(bag, 'bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
      expect(await readBagInfo(bag)).toEqual([...Object.entries(info), ['Payload-Oxum', '23.2']]);
      expect(await read(bag, 'manifest-sha512.txt')).toMatch(
        /^[0-9a-f]{128} {2}data\/evidence\/1\.pdf\n[0-9a-f]{128} {2}data\/item\.json\n$/,
      );
      expect(await read(bag, 'tagmanifest-sha512.txt')).toMatch(
        /^.{128} {2}bag-info\.txt\n.{128} {2}bagit\.txt\n.{128} {2}manifest-sha512\.txt\n$/,
      );
    });

    test('of any payload is valid', async () => {
      await fc.assert(
        fc.asyncProperty(anyFiles, async (files) => {
          const { store } = await scratch();
          await writeBag(store, 'bag', {
            info,
            payload: files.map(([path, content]) => ({ path, content })),
          });
          expect(await verifyBag(await store.folder('bag'))).toEqual({
            valid: true,
            faults: [],
            files: files.length,
            octets: files.reduce((sum, [, content]) => sum + content.length, 0),
          });
        }),
        { numRuns: 25 },
      );
    });

    test('takes large evidence straight from the store', async () => {
      const { store } = await scratch();
      const mebibyte = 1 << 20;
      const chunks = function* (): Generator<Buffer> {
        for (let given = 0; given < 64; given += 1) yield Buffer.alloc(mebibyte, given);
      };
      const { sha512, size } = await store.putEvidence(Readable.from(chunks(), { objectMode: false }));
      const payload = [{ path: 'evidence/1.mp4', content: () => store.openEvidence(sha512) }];
      await writeBag(store, 'bag', { info, payload });
      const bag = await store.folder('bag');
      expect(await read(bag, 'manifest-sha512.txt')).toBe(`${sha512}  data/evidence/1.mp4\n`);
      expect(await verifyBag(bag)).toEqual({ valid: true, faults: [], files: 1, octets: size });
    });

    test.each([
      ['without a payload', { info, payload: [] }],
      ['with an invalid label', { info: { 'a:b': '' }, payload: [entry('a')] }],
    ])('%s is refused', async (_, content) => {
      const { store } = await scratch();
      const write = async (): Promise<void> => writeBag(store, 'bag', content);
      expect(await failureOf(write())).toBeInstanceOf(BagRefused);
      expect(await store.has('bag')).toBe(false);
    });

    test('is written once', async () => {
      const { store } = await scratch();
      await writeBag(store, 'bag', { info, payload: [entry('a')] });
      const again = writeBag(store, 'bag', { info, payload: [entry('a')] });
      expect(await failureOf(again)).toBeInstanceOf(StoreConflict);
    });
  });
});
