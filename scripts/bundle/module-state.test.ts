import path from 'node:path';
import ts from 'typescript';
import { inRepository } from '../../testing/repository';
import { stateIn } from './module-state';

/** A program of one module. */
const programOf = (text: string): ts.Program => {
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, noLib: true };
  const real = ts.createCompilerHost(options);
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.ES2022, true);
  const host: ts.CompilerHost = {
    ...real,
    getSourceFile: (name, version) => (name === file.fileName ? file : real.getSourceFile(name, version)),
    fileExists: (name) => name === file.fileName || real.fileExists(name),
  };
  return ts.createProgram(['module.ts'], options, host);
};

const faultsOf = (text: string): string[] =>
  stateIn(programOf(text), (file) => file === 'module.ts').map(({ what }) => what);

const CHANGE = 'changes what belongs to the module';

describe('a module holds something if it has', () => {
  test.each([
    ['a variable', 'let last = 0;', 'a variable of the module'],
    ['a map', 'const seen = new Map<string, number>();', 'a Map that can be changed'],
    ['a set in an object', 'export const it = { seen: new Set() };', 'a Set that can be changed'],
    ['a date', 'export const EPOCH = new Date(0);', 'a Date that can be changed'],
    ['a RegExp with g', 'const WORD = /a/gu;', 'a regular expression that remembers where it was'],
    ['a RegExp with y', 'const WORD = /a/y;', 'a regular expression that remembers where it was'],
    ['a static field', 'class A { static last = 0; }', 'a static field that is not readonly'],
    ['a count', 'const at = { n: 0 }; export const f = () => { at.n += 1; };', CHANGE],
    ['another count', 'const at = { n: 0 }; export const f = () => at.n++;', CHANGE],
    ['a list that grows', 'const all: number[] = []; export const f = () => all.push(1);', CHANGE],
    ['a list that is sorted', 'const all = [2, 1]; export const f = () => all.sort();', CHANGE],
    ['a field that goes', 'const a: { b?: 1 } = { b: 1 }; export const f = () => delete a.b;', CHANGE],
    ['an object that is filled', 'const a = {}; export const f = () => Object.assign(a, { b: 1 });', CHANGE],
    ['a class that is filled', 'class A { static readonly a: number[] = []; } A.a.push(1);', CHANGE],
  ])('%s', (_, text, what) => {
    expect(faultsOf(text)).toContain(what);
  });
});

describe('a module holds nothing if it has', () => {
  test.each([
    ['tables', 'export const TABLE = { a: [1, 2] } as const;'],
    ['a map that is only read', 'const BY: ReadonlyMap<string, number> = new Map([["a", 1]]);'],
    ['a RegExp without a memory', 'const WORD = /a/iu; export const f = (a: string) => WORD.test(a);'],
    [
      'what a function makes',
      'export const f = () => { let n = 0; const m = new Map(); n += 1; m.set(n, 1); };',
    ],
    ['a RegExp in a function', 'export const f = (a: string) => a.replace(/a/g, "b");'],
    ['fields of instances', 'export class A { private seen = new Set(); add() { this.seen.add(1); } }'],
    ['a set that is spread at once', 'export const ALL: readonly number[] = [...new Set([1, 1])];'],
    ['a copy that is sorted', 'const ALL = [2, 1]; export const f = () => [...ALL].sort();'],
  ])('%s', (_, text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

test('the modules that all workflows share hold nothing of a workflow', () => {
  const entry = inRepository('workflows', 'index.ts');
  const { config } = ts.readConfigFile(inRepository('tsconfig.json'), (name) => ts.sys.readFile(name)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, inRepository());
  const program = ts.createProgram([entry], options);
  const rooms = ['base', 'domain', 'workflows'].map((room) => inRepository(room) + path.sep);
  const isOurs = (file: string) => rooms.some((room) => path.normalize(file).startsWith(room));
  expect(program.getSourceFiles().filter(({ fileName }) => isOurs(fileName)).length).toBeGreaterThan(100);
  expect(stateIn(program, isOurs)).toEqual([]);
});
