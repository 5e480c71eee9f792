import { execFile } from 'node:child_process';
import { builtinModules } from 'node:module';
import { promisify } from 'node:util';
import { build, type Metafile } from 'esbuild';
import { inRepository } from '../../testing/repository';
import { EVERYDAY, packageOf, programOptions } from './program.cjs';

const MAIN = 'client/cli/main.ts';

/** Files of ours by their path in the repository, with what each imports when it is loaded. */
let files: Metafile['inputs'];
beforeAll(async () => {
  const options = programOptions({ from: inRepository(MAIN), to: 'program.js', packages: EVERYDAY });
  const { metafile } = await build({
    ...options,
    absWorkingDir: inRepository(),
    write: false,
    metafile: true,
    sourcemap: false,
  });
  files = metafile.inputs;
});

const isOurs = (file: string): boolean => file in files && !file.startsWith('node_modules/');

const isOfNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name);

/** What is loaded with some files of ours, before anything is done: files of ours, and packages. */
const loadedWith = (entries: readonly string[]): { ours: string[]; packages: string[] } => {
  const ours = new Set(entries);
  const packages = new Set<string>();
  for (const file of ours) {
    if (!isOurs(file)) throw new Error(`there is no ${file}`);
    for (const { path, kind, original = path } of files[file]?.imports ?? []) {
      if (kind === 'dynamic-import') continue;
      if (isOurs(path)) ours.add(path);
      else packages.add(packageOf(original));
    }
  }
  return { ours: [...ours], packages: [...packages].filter((name) => !isOfNode(name)).sort() };
};

const withVerb = (verb: string) => loadedWith([MAIN, `client/cli/verbs/${verb}.ts`]);

const EVERYDAY_VERBS = ['look/list', 'look/show', 'look/inbox', 'review/approve-accept'];

describe.each(EVERYDAY_VERBS)('the verb %s loads', (verb) => {
  it('no package that is not in the program', () => {
    const { packages } = withVerb(verb);
    expect(packages).toContain('@temporalio/client');
    expect(packages.filter((name) => !EVERYDAY.includes(name))).toEqual([]);
  });

  it('nothing that makes papers, reads plans, writes mails or runs servers', () => {
    const { ours } = withVerb(verb);
    const apart = /^(documents|intake|mail|worker|activities|client\/(demo|local))\//;
    expect(ours.filter((file) => apart.test(file))).toEqual([]);
  });
});

test('a verb that needs other packages loads them from outside', () => {
  expect(withVerb('round/import').packages.filter((name) => !EVERYDAY.includes(name))).not.toEqual([]);
});

test('a program loads no more than its own words before the verb is known', () => {
  expect(loadedWith([MAIN]).packages).not.toContain('@temporalio/client');
});

test('what stays outside can be required, since kept code cannot import', async () => {
  const outside = Object.keys(files)
    .filter(isOurs)
    .flatMap((file) => files[file]?.imports ?? [])
    .filter(({ path, external }) => external === true && !path.startsWith('.') && !isOfNode(path))
    .map(({ path }) => path);
  expect(outside).toContain('file-type/node');
  const script = `for (const path of ${JSON.stringify([...new Set(outside)])}) require(path);`;
  const options = { cwd: inRepository() };
  expect(await promisify(execFile)(process.execPath, ['-e', script], options)).toEqual({
    stdout: '',
    stderr: '',
  });
});

test('no import() is left in the program', async () => {
  const contents = `export const later = async () => (await import('docx')).Packer;`;
  const options = programOptions({ from: '', to: 'program.js' });
  const { outputFiles } = await build({
    ...options,
    entryPoints: [],
    stdin: { contents, resolveDir: inRepository() },
    write: false,
    sourcemap: false,
  });
  expect(outputFiles.map(({ text }) => text).join('')).not.toMatch(/\bimport\(/);
});
