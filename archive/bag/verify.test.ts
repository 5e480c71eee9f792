import { createHash } from 'node:crypto';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { StoreMissing } from '../../store/errors';
import { readFolder } from '../../store/file/disk-folder';
import {
  anyFiles,
  anyName,
  failureOf,
  type Files,
  filesIn,
  folderOf,
  scratchFolder,
  scratchStore,
} from '../../testing/store';
import type { BagFault } from './report';
import { verifyBag } from './verify';
import { writeBag } from './write';

const info = { 'Bagging-Date': '2021-09-07', 'External-Description': '整改事项 (一)2' };
const bagOf = async (payload: readonly (readonly [string, Uint8Array])[]): Promise<Files> => {
  const { store } = await scratchStore();
  await writeBag(store, 'bag', { info, payload: payload.map(([path, content]) => ({ path, content })) });
  return filesIn(await store.folder('bag'));
};

const smallBag = (): Promise<Files> =>
  bagOf([
    ['item.json', Buffer.from('{"item":"2021-03/1.2"}')],
    ['evidence/1.txt', Buffer.from('99 + 11')],
  ]);

const faultsOf = async (files: Files): Promise<BagFault[]> => {
  const { valid, faults } = await verifyBag(folderOf(files));
  expect(valid).toBe(faults.length === 0);
  return faults;
};

const pick = <T>(list: readonly T[], which: number): T => {
  const picked = list[which % list.length];
  if (picked === undefined) throw new Error('There is nothing to pick from.');
  return picked;
};

const sha512 = (content: Buffer): string => createHash('sha512').update(content).digest('hex');

/** The bag with a file changed, and the change hidden from the tag manifest. */
const forged = (files: Files, file: string, text: string): Files => {
  const changed = new Map(files).set(file, Buffer.from(text));
  const tags = [...changed].filter(([path]) => !path.startsWith('data/') && !path.startsWith('tagmanifest'));
  const lines = tags.map(([path, content]) => `${sha512(content)}  ${path}\n`);
  return changed.set('tagmanifest-sha512.txt', Buffer.from(lines.join('')));
};

const textOf = (files: Files, file: string): string => String(files.get(file));

describe('no change of a bag goes unnoticed', () => {
  test('not of any single bit of any file of a small one, and the first fault names the file', async () => {
    const files = await smallBag();
    for (const [file, content] of files)
      for (const [index, octet] of content.entries())
        for (let bit = 1; bit < 256; bit *= 2) {
          const changed = Buffer.from(content);
          changed[index] = octet ^ bit;
          const [fault] = await faultsOf(new Map(files).set(file, changed));
          if (fault?.file !== file) throw new Error(`${file} ${index} ${bit}: ${JSON.stringify(fault)}`);
        }
  });

  test('nor of a byte, an end cut off or something added, in any file of any bag', async () => {
    const mask = fc.integer({ min: 1, max: 255 });
    await fc.assert(
      fc.asyncProperty(anyFiles, fc.nat(), fc.nat(), mask, async (payload, which, where, mask) => {
        const files = await bagOf(payload);
        const [file, content] = pick(
          [...files].filter(([, { length }]) => length > 0),
          which,
        );
        const at = where % content.length;
        const changed = Buffer.from(content.map((octet, index) => (index === at ? octet ^ mask : octet)));
        for (const rotten of [
          changed,
          content.subarray(0, at),
          Buffer.concat([content, Buffer.from('\n')]),
        ]) {
          const [fault] = await faultsOf(new Map(files).set(file, rotten));
          expect(fault?.file).toBe(file);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('nor of a file removed, added or renamed', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles, anyName, fc.nat(), fc.boolean(), async (payload, name, which, among) => {
        const files = await bagOf(payload);
        const added = among ? `data/${name}` : name;
        fc.pre(!files.has(added));
        const [file, content] = pick([...files], which);
        const less = new Map([...files].filter(([path]) => path !== file));
        expect((await faultsOf(less))[0]?.file).toBe(file);
        const renamed = await faultsOf(new Map(less).set(added, content));
        expect(renamed).toContainEqual(expect.objectContaining({ file }));
        const more = await faultsOf(new Map(files).set(added, content));
        expect(more).toContainEqual(expect.objectContaining({ type: 'file-unlisted', file: added }));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a rotten bag is reported', () => {
  test.each(['bagit.txt', 'manifest-sha512.txt', 'tagmanifest-sha512.txt'])('without %s', async (file) => {
    const files = new Map(await smallBag());
    files.delete(file);
    expect(await faultsOf(files)).toContainEqual({ type: 'tag-file-missing', file });
  });

  test.each([
    'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n',
    'BagIt-Version: 1.0\nTag-File-Character-Encoding: GBK\n',
    '\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    '',
  ])('that declares itself as %p', async (found) => {
    const faults = await faultsOf(forged(await smallBag(), 'bagit.txt', found));
    expect(faults).toEqual([
      expect.objectContaining({ type: 'declaration-differs', file: 'bagit.txt', found }),
    ]);
  });

  test('with a payload of another size than it says, and the checksums made to fit', async () => {
    const files = await smallBag();
    const text = textOf(files, 'bag-info.txt').replace('Payload-Oxum: 29.2', 'payload-oxum: 29.3');
    expect(await faultsOf(forged(files, 'bag-info.txt', text))).toEqual([
      { type: 'oxum-differs', file: 'bag-info.txt', expected: '29.2', found: '29.3' },
    ]);
  });

  test('with entries that are malformed, lead outside, are repeated, or list what is not there', async () => {
    const files = await smallBag();
    const sum = 'f'.repeat(128);
    const manifest = textOf(files, 'manifest-sha512.txt');
    const [first = ''] = manifest.split('\n');
    const text = `${manifest}${first}\nnonsense\n${sum}  ../../etc/passwd\n${sum}  data/gone\n`;
    const file = 'manifest-sha512.txt';
    expect(await faultsOf(forged(files, 'manifest-sha512.txt', text))).toEqual([
      { type: 'entry-duplicate', file, line: 3, path: 'data/evidence/1.txt' },
      { type: 'line-malformed', file, line: 4, text: 'nonsense' },
      { type: 'path-outside', file, line: 5, path: '../../etc/passwd' },
      { type: 'file-missing', file: 'data/gone', manifest: file },
    ]);
  });

  test('with a checksum that is that of another content', async () => {
    const files = new Map(await smallBag());
    const content = Buffer.from('99 + 12');
    const expected = sha512(files.get('data/evidence/1.txt') ?? Buffer.of());
    expect(await faultsOf(files.set('data/evidence/1.txt', content))).toEqual([
      {
        type: 'checksum-differs',
        file: 'data/evidence/1.txt',
        manifest: 'manifest-sha512.txt',
        expected,
        found: sha512(content),
      },
    ]);
  });

  test('with a manifest that is not UTF-8', async () => {
    const files = new Map(await smallBag()).set('manifest-sha512.txt', Buffer.of(0xff, 0xfe));
    expect(await faultsOf(files)).toContainEqual({ type: 'not-utf-8', file: 'manifest-sha512.txt' });
  });

  test('of any files whatever, and never thrown', async () => {
    const tagName = fc.constantFrom(
      'bagit.txt',
      'bag-info.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha512.txt',
    );
    const anything = fc.array(fc.tuple(fc.oneof(tagName, anyName), fc.uint8Array()));
    await fc.assert(
      fc.asyncProperty(anything, async (files) => {
        const faults = await faultsOf(new Map(files.map(([path, content]) => [path, Buffer.from(content)])));
        expect(faults).not.toEqual([]);
      }),
    );
  });
});

describe('a bag on somebody’s disk', () => {
  const onDisk = async (): Promise<string> => {
    const root = join(await scratchFolder(), 'bag');
    for (const [path, content] of await smallBag()) {
      await mkdir(join(root, path, '..'), { recursive: true });
      await writeFile(join(root, path), content);
    }
    return root;
  };

  test('is read as one in the store is, also through a link to it', async () => {
    const root = await onDisk();
    await symlink(root, `${root}-link`);
    for (const path of [root, `${root}-link`])
      expect(await verifyBag(readFolder(path))).toEqual({ valid: true, faults: [], files: 2, octets: 29 });
  });

  test('has no file that is only a link to somewhere else', async () => {
    const root = await onDisk();
    const outside = `${root}.txt`;
    await rename(join(root, 'data/item.json'), outside);
    await symlink(outside, join(root, 'data/item.json'));
    expect((await verifyBag(readFolder(root))).faults).toContainEqual({
      type: 'file-unreadable',
      file: 'data/item.json',
      reason: 'it is not a plain file',
    });
  });

  test('with a folder so deep that the system cannot look into it is named by it, and nothing is thrown', async () => {
    const [root, other] = [await onDisk(), await scratchFolder()];
    const deep = Array<string>(120).fill('d'.repeat(20)).join('/');
    for (const folder of [join(root, 'data'), other]) await mkdir(join(folder, deep), { recursive: true });
    const [from, to] = [join(other, 'd'.repeat(20)), join(root, 'data', deep, 'more')];
    await rename(from, to);
    const { faults } = await verifyBag(readFolder(root));
    await rename(to, from); // else it could not be removed
    expect(faults.map(({ type }) => type)).toEqual(['file-unreadable', 'file-unlisted']);
    expect(faults[0]?.file).toMatch(/^data\/d{20}\//);
  });

  test('is missed if it is not there', async () => {
    const root = await onDisk();
    await rm(root, { recursive: true });
    expect(await failureOf(verifyBag(readFolder(root)))).toBeInstanceOf(StoreMissing);
  });
});
