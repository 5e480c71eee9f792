import { pathToFileURL } from 'node:url';
import { BACKENDS } from '../../tests/support/backends';
import { StoreMissing } from '../../store/errors';
import { failureOf } from '../../testing/store';
import { openFolder } from '../../store/open';
import { filesAt } from '../../store/open';
import { verifyBag } from './verify';
import { writeBag } from './write';

const content = {
  info: { 'Bagging-Date': '2021-09-07' },
  payload: [{ path: 'item.json', content: Buffer.from('{}') }],
};

describe.each(BACKENDS)('a bag in a store $title', ({ title, scratch }) => {
  test('is opened where the store says that it lies', async () => {
    const { store } = await scratch();
    await writeBag(store, 'bags/2021-03/1.2', content);
    const place = store.locate('bags/2021-03/1.2');
    const places = title === 'on files' ? [place, pathToFileURL(place).href] : [place, `${place}/`];
    for (const location of places)
      expect(await verifyBag(await openFolder(location))).toMatchObject({ valid: true, files: 1 });
  });

  test('is found among others below their folder', async () => {
    const { store } = await scratch();
    for (const name of ['1.1', '1.2']) await writeBag(store, `bags/2021-03/${name}`, content);
    const found = await filesAt(store.locate('bags/2021-03'));
    const declarations = found.filter((path) => path.endsWith('/bagit.txt'));
    expect(declarations).toEqual(['1.1/bagit.txt', '1.2/bagit.txt']);
    expect(await filesAt(store.locate('bags/2021-03/1.2'))).toContain('bagit.txt');
    expect(await failureOf(filesAt(store.locate('bags/2021-04')))).toBeInstanceOf(StoreMissing);
  });

  test('that is not there, or not finished, is missed', async () => {
    const { store } = await scratch();
    await store.putFolder('bags/1.1', [{ path: 'bagit.txt', content: Buffer.of() }]);
    const read = async (name: string) => (await openFolder(store.locate(name))).files();
    expect(await read('bags/1.1')).toEqual(['bagit.txt']);
    expect(await failureOf(read('bags/1.2'))).toBeInstanceOf(StoreMissing);
  });
});

test('a bucket is no bag', async () => {
  expect(await failureOf(openFolder('s3://bucket'))).toBeInstanceOf(StoreMissing);
});
