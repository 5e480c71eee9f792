import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { scratchStore } from '../../../../testing/store';
import { aClosedRound } from '../../../../tests/support/ended-round';
import { run } from '../../main';
import { aScreen } from '../../../../testing/screen';
import { jsonOf } from '../../../../testing/json-of';

type Told = { bag: string; valid: boolean }[];

const verify = async (path: string): Promise<{ exit: number; told: Told }> => {
  const screen = aScreen();
  const exit = await run(['verify', path, '--json'], screen);
  return { exit, told: jsonOf(['verify'], screen.written.out) as Told };
};

/** The folder in which the bags of a round lie. */
const aFolderOfBags = async (): Promise<string> => {
  const { store, root } = await scratchStore();
  await aClosedRound(store);
  return join(root, 'bags/2021-03');
};

test('a folder in which bags lie is verified bag by bag', async () => {
  const folder = await aFolderOfBags();
  const { exit, told } = await verify(`${folder}/`);
  expect(exit).toBe(0);
  expect(told.map(({ bag }) => bag).sort()).toEqual(
    ['1.2', '1.2-cycle-2', '2.1'].map((name) => join(folder, name)),
  );
});

test('a bag in it that has lost its declaration is not passed over', async () => {
  const folder = await aFolderOfBags();
  await rm(join(folder, '2.1/bagit.txt'));
  const { exit, told } = await verify(folder);
  expect(exit).toBe(6);
  expect(told.filter(({ valid }) => !valid).map(({ bag }) => bag)).toEqual([join(folder, '2.1')]);
});

test('a folder in which none lies is no bag either', async () => {
  const folder = await aFolderOfBags();
  const { exit, told } = await verify(join(folder, '2.1/data'));
  expect(exit).toBe(6);
  expect(told).toMatchObject([{ bag: join(folder, '2.1/data'), valid: false }]);
});

test('of several bags the last line is how many there were, and how many are not valid', async () => {
  const folder = await aFolderOfBags();
  const lastLine = async () => {
    const screen = aScreen();
    await run(['verify', folder], screen);
    return screen.written.out.trim().split('\n').at(-1);
  };
  expect(await lastLine()).toBe('共 3 个归档包，全部有效');
  await rm(join(folder, '2.1/bagit.txt'));
  expect(await lastLine()).toBe('共 3 个归档包，其中 1 个有问题');
});

test('where nothing is at one of the paths, nothing is verified', async () => {
  const folder = await aFolderOfBags();
  const screen = aScreen();
  expect(await run(['verify', folder, join(folder, '9.9')], screen)).toBe(2);
  expect(screen.written.out).toBe('');
  expect(screen.written.err).toContain('9.9');
});
