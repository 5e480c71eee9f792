import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the docs can name: files by their paths from the root of the repository, verbs, scripts. */
export type Repository = {
  files: ReadonlySet<string>;
  textOf: (file: string) => string;
  verbs: readonly string[];
  scripts: readonly string[];
};

export const ROOT = path.join(__dirname, '../..');

/** Not part of the repository, or generated from it. */
const NOT_OURS: readonly string[] = ['.git', 'node_modules', 'dist', 'coverage', '.rectify'];

const filesUnder = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.includes(name))
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(file) : [file];
    });

/** This repository as it lies on the disk. */
export const thisRepository = (verbs: readonly string[]): Repository => {
  const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  return { files: new Set(filesUnder('')), textOf, verbs, scripts: Object.keys(scripts) };
};

/** The pages that people read; a changelog names what has since gone. */
export const pagesOf = ({ files }: Repository): string[] =>
  [...files].filter((file) => /^((README|CONTRIBUTING|SECURITY)[^/]*|docs\/.*)\.md$/.test(file)).sort();
