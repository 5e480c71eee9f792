import type { Bug } from '../bug';

export const STORE: readonly Bug[] = [
  {
    name: 'no-fsync',
    file: 'store/file/durable.ts',
    was: `    await writeFile(handle, content);
    await handle.sync();`,
    is: '    await writeFile(handle, content);',
    breaks: 'A receipt or a file of evidence that was answered for is empty after a power cut.',
  },
  {
    name: 'moved-over-another',
    file: 'store/file/file-store.ts',
    was: '    if (await isThere(this.locate(to))) throw new StoreConflict(to);\n',
    is: '',
    breaks: 'What is put aside overwrites what was put aside before under the same name.',
  },
  {
    name: 'hidden-names',
    file: 'store/name.ts',
    was: "  [/^[. ]/, 'a part begins with a dot or a space'],\n",
    is: '',
    breaks:
      'Names such as .incoming/x and .rectify-store are taken: others write where the store keeps its own.',
  },
  {
    name: 'link-followed',
    file: 'store/file/inside.ts',
    was: '(await ifPresent(realpath(path))) !== path)',
    is: '(await ifPresent(realpath(path))) === undefined)',
    breaks: 'A link in the store is followed, and anything on the disk is read as evidence.',
  },
];
