import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { build } from 'esbuild';
import { inRepository } from '../../testing/repository';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { poll } from '../support/poll';
import { isRunning, treeOf } from '../support/process-tree';
import { SQL_TOOL } from '../support/production/parts';
import { type ProductionSet, startProductionSet } from '../support/production/set';

const { [SQL_TOOL.variable]: sqlTool } = process.env;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rectify-set-'));
  // PostgreSQL may run as somebody else.
  await chmod(folder, 0o755);
});
afterEach(async () => {
  process.env[SQL_TOOL.variable] = sqlTool;
  await rm(folder, { recursive: true, force: true });
});

const start = () => startProductionSet(() => undefined, folder);
const processesOf = ({ temporal, postgres }: ProductionSet) =>
  [temporal, postgres].flatMap((part) => treeOf(part.pid)).map(({ pid }) => pid);

const asked = async ({ database: { bin, environment } }: ProductionSet, setting: string) => {
  const args = ['-d', 'temporal', '-Atc', `SHOW ${setting}`];
  const { stdout } = await promisify(execFile)(path.join(bin, 'psql'), args, { env: environment });
  return stdout.trim();
};

test('is as an office has it: commits are on the disk, the namespace keeps 90 days and has our search attributes', async () => {
  const set = await start();
  const connection = await Connection.connect({ address: set.address });
  try {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
      expect(await asked(set, setting)).toBe('on');
    const { namespace } = set;
    const { config } = await connection.workflowService.describeNamespace({ namespace });
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(90 * 24 * 3600);
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(Object.keys(SEARCH_ATTRIBUTES)));
  } finally {
    await connection.close();
    await set.stop();
  }
});

test('leaves nothing behind when it is stopped', async () => {
  const set = await start();
  const processes = processesOf(set);
  expect(processes.filter(isRunning)).toEqual(processes);
  expect(await readdir(folder)).toHaveLength(1);
  await set.stop();
  expect(processes.filter(isRunning)).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
  await set.stop();
});

test('leaves nothing behind when it cannot be started', async () => {
  process.env[SQL_TOOL.variable] = '/bin/false';
  await expect(start()).rejects.toThrow('(sh: 1)');
  expect(await readdir(folder)).toEqual([]);
  expect(treeOf(process.pid).filter(({ name }) => name === 'postgres')).toEqual([]);
});

test('does not outlive whoever started it', async () => {
  const script = inRepository('dist', 'production-set.js');
  const entry = `
    import { startProductionSet } from './tests/support/production/set';
    import { treeOf } from './tests/support/process-tree';
    startProductionSet(() => undefined, process.argv[2]).then(({ temporal, postgres }) => {
      const trees = [temporal, postgres].flatMap(({ pid }) => treeOf(pid));
      console.log(JSON.stringify(trees.map(({ pid }) => pid)));
    });
  `;
  await build({
    stdin: { contents: entry, resolveDir: inRepository(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile: script,
  });
  try {
    const parent = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    const processes = JSON.parse(line) as number[];
    expect(processes.filter(isRunning)).toEqual(processes);
    expect(await readdir(folder)).toHaveLength(1);
    parent.kill('SIGKILL');
    await poll('the end of all processes', () => !processes.some(isRunning));
    await poll('the end of the folder', async () => (await readdir(folder)).length === 0);
  } finally {
    await rm(script, { force: true });
  }
});
