import path from 'node:path';
import { anchorsOf, type Markdown, readMarkdown, targetsOf } from './markdown';
import type { Repository } from './repository';

/** `domain/language/*.ts`, `{decide,evolve}.ts`, `fault-words.<code>.ts`: patterns for several names. */
const patternOf = (name: string): RegExp => {
  const source = name
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*\*?|<[^>]*>/g, '[^/]+')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(${names.replaceAll(',', '|')})`);
  return new RegExp(`^${source.replace(/\/$/, '/.+')}(/.+)?$`);
};

const isThere = (name: string, { files }: Repository): boolean => {
  const pattern = patternOf(name);
  return [...files].some((file) => pattern.test(file));
};

/** `rights.ts`, `invariants/rights.ts`: the end of a path. */
const endsAPath = (name: string, { files }: Repository): boolean => {
  const pattern = patternOf(name);
  return [...files].some((file) => {
    const parts = file.split('/');
    return parts.some((_, from) => pattern.test(parts.slice(from).join('/')));
  });
};

const SOURCE = /\.(ts|mjs|cjs)$/;
const PATH = /^[\w.@{},*<>-]+(\/[\w.@{},*<>-]+)*\/?$/;

/** Whether a word of code names a file of the repository: one that begins with a room, or that is code. */
const missesFile = (word: string, repository: Repository): boolean => {
  if (!PATH.test(word)) return false;
  const [room = '', ...rest] = word.split('/');
  const isInRoom = rest.length > 0 && isThere(`${room}/`, repository);
  // Names in a store or a bag are written with what varies in them: `mail/<mailbox>/<slot>.json`.
  if (!SOURCE.test(word)) return isInRoom && !/[<>]/.test(word) && !isThere(word, repository);
  return isInRoom ? !isThere(word, repository) : !endsAPath(word, repository);
};

const filesMissing = ({ code }: Markdown, repository: Repository): string[] => {
  const words = code.flatMap((line) => line.split(/[\s'"`()=:;]+/));
  return words
    .filter((word) => missesFile(word.replace(/[.,]$/, ''), repository))
    .map((word) => `no file ${word}`);
};

const linksBroken = (page: string, markdown: Markdown, repository: Repository): string[] =>
  targetsOf(markdown)
    .filter((target) => !/^[a-z]+:/.test(target))
    .flatMap((target) => {
      const [relative = '', anchor] = decodeURIComponent(target).split('#');
      const file = relative === '' ? page : path.posix.join(path.posix.dirname(page), relative);
      if (!isThere(file, repository)) return [`no file for the link ${target}`];
      if (anchor === undefined || anchorsOf(repository.textOf(file)).has(anchor)) return [];
      return [`no heading for the link ${target}`];
    });

/** What follows `rectify` on a command line; `help` comes with the program. */
const verbsMissing = ({ code }: Markdown, { verbs }: Repository): string[] =>
  code.flatMap((line) =>
    Array.from(line.matchAll(/(?<![\w/.-])rectify +([a-z][a-z-]*)(?![\w.:/])/g), ([, verb = '']) => verb)
      .filter((verb) => verb !== 'help' && !verbs.includes(verb))
      .map((verb) => `no verb rectify ${verb}`),
  );

const scriptsMissing = ({ code }: Markdown, { scripts }: Repository): string[] =>
  code.flatMap((line) =>
    Array.from(line.matchAll(/\bnpm (?:run +)?([\w:-]+)/g), ([said, script = '']) => ({ said, script }))
      .filter(({ said, script }) => said.startsWith('npm run') || ['test', 'start'].includes(script))
      .filter(({ script }) => !scripts.includes(script))
      .map(({ said }) => `no script ${said}`),
  );

/** What a page names and the repository lacks, in words. */
export const faultsIn = (page: string, repository: Repository): string[] => {
  const markdown = readMarkdown(repository.textOf(page));
  return [
    ...linksBroken(page, markdown, repository),
    ...filesMissing(markdown, repository),
    ...verbsMissing(markdown, repository),
    ...scriptsMissing(markdown, repository),
  ];
};

/** Whether a page leads to another in its first lines. */
export const leadsTo = (page: string, other: string, { textOf }: Repository): boolean => {
  const beginning = textOf(page).split('\n').slice(0, 5).join('\n');
  return targetsOf(readMarkdown(beginning)).includes(path.posix.basename(other));
};
