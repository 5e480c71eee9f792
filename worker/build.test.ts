import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { scratchFolder } from '../testing/store';
import { version } from '../package.json';
import { buildIdOf, buildIn, deploymentOf } from './build';

const MAP = '\n//# sourceMappingURL=data:application/json;base64,';

test('a build is named by its release and its code', () => {
  const id = buildIdOf(['worker', 'workflows']);
  expect(id).toMatch(new RegExp(`^${version.replaceAll('.', '\\.')}-[0-9a-f]{12}$`));
  expect(buildIdOf(['worker', 'workflows'])).toBe(id);
  for (const other of [
    ['worker', 'workflows!'],
    ['worker!', 'workflows'],
    ['work', 'erworkflows'],
  ])
    expect(buildIdOf(other)).not.toBe(id);
});

test('where it was built makes no other build of it', () => {
  expect(buildIdOf(['a', `b${MAP}here`])).toBe(buildIdOf(['a', `b${MAP}there`]));
});

test('the build of a folder is that of its worker and of its workflows', async () => {
  const folder = path.join(await scratchFolder(), 'dist');
  await mkdir(folder);
  await writeFile(path.join(folder, 'worker.js'), 'a');
  await writeFile(path.join(folder, 'workflows.js'), 'b');
  expect(await buildIn(folder)).toBe(buildIdOf(['a', 'b']));
});

test('a worker says which build it is, with versioning or without; with it, open workflows go on with what is current', () => {
  const version = { deploymentName: 'rectify', buildId: '1-a' };
  expect(deploymentOf('1-a', { TASK_QUEUE: 'rectify', WORKER_VERSIONING: 'no' })).toEqual({
    version,
    useWorkerVersioning: false,
  });
  expect(deploymentOf('1-a', { TASK_QUEUE: 'rectify', WORKER_VERSIONING: 'yes' })).toEqual({
    version,
    useWorkerVersioning: true,
    defaultVersioningBehavior: 'AUTO_UPGRADE',
  });
});
