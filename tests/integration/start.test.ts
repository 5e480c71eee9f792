import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRepository } from '../../testing/repository';

const PROGRAM = inRepository('dist/rectify.js');
const LOADER = inRepository('bin/compiled.js');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rectify-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a script of Node that prints JSON: what it printed. */
const printedBy = async (script: string, args: readonly string[] = []): Promise<unknown> => {
  const file = path.join(folder, 'script.cjs');
  await writeFile(file, script);
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args]);
  return JSON.parse(stdout);
};

/** The version that a program says, and whether V8 took the code that lies beside it. */
const loaded = (program: string): Promise<unknown> =>
  printedBy(`
    const { exports: program, script } = require(${JSON.stringify(LOADER)}).load(${JSON.stringify(program)});
    const said = [];
    const terminal = { out: (text) => said.push(text), err: (text) => said.push(text), environment: {} };
    program.run(['--version'], terminal).then(() =>
      console.log(JSON.stringify({ said: said.join(''), isRejected: script.cachedDataRejected })));
  `);

const said = expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string;

test.each(['list', 'show', 'inbox', 'approve'])('%s starts without a file of a package', async (verb) => {
  const script = `
    process.stdout.write = () => true;
    process.on('exit', () => require('node:fs').writeSync(1, JSON.stringify(Object.keys(require.cache))));
    require(${JSON.stringify(inRepository('bin/rectify.js'))});
  `;
  const files = (await printedBy(script, [verb, '--help'])) as string[];
  expect(files).toContain(LOADER);
  expect(files.filter((file) => file.includes('node_modules'))).toEqual([]);
});

test('the program is built with the code that V8 makes of it', async () => {
  expect(await loaded(PROGRAM)).toEqual({ said, isRejected: false });
});

test('without that code it is compiled', async () => {
  const copy = path.join(folder, 'alone.js');
  await copyFile(PROGRAM, copy);
  expect(await loaded(copy)).toEqual({ said });
});

test('code that another V8 made, or nobody, is not taken', async () => {
  const copy = path.join(folder, 'foreign.js');
  await copyFile(PROGRAM, copy);
  await writeFile(path.join(folder, 'foreign.code'), 'no code');
  expect(await loaded(copy)).toEqual({ said, isRejected: true });
});
