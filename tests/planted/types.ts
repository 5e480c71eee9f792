import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Bug } from './bug';
import { withBug } from './copy';

/** What the compiler says of a bug in the file that has it; nothing where it takes it. Reads the checkout, and writes nowhere. */
export const typesOf = (root: string): ((bug: Bug) => string | undefined) => {
  const config: unknown = ts.readConfigFile(join(root, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ).config;
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const changed = new Map<string, string>();
  let version = 0;
  const read = (path: string) => changed.get(path) ?? ts.sys.readFile(path);
  const service = ts.createLanguageService({
    getScriptFileNames: () => fileNames,
    getScriptVersion: (path) => (changed.has(path) ? String(version) : 'clean'),
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: (of) => ts.getDefaultLibFilePath(of),
    fileExists: (path) => ts.sys.fileExists(path),
    readFile: (path) => read(path),
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  });
  return (bug) => {
    const path = join(root, bug.file);
    version += 1;
    changed.clear();
    changed.set(path, withBug(readFileSync(path, 'utf8'), bug));
    const [first] = [...service.getSyntacticDiagnostics(path), ...service.getSemanticDiagnostics(path)];
    return first && ts.flattenDiagnosticMessageText(first.messageText, ' ');
  };
};
