import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { scratchFolder } from '../../../testing/store';
import { run } from '../main';
import { aScreen } from '../../../testing/screen';
import { completionScript, SHELLS } from './scripts';

/** A folder with a program that notes what it is asked, each word on a line, and answers as told. */
const aProgram = async (answer: string) => {
  const folder = join(await scratchFolder(), "it's here");
  const program = join(folder, 'program');
  await mkdir(folder);
  await writeFile(join(folder, 'answer'), answer);
  await writeFile(
    program,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "$(dirname "$0")/asked"\ncat "$(dirname "$0")/answer"\n`,
  );
  await chmod(program, 0o755);
  return { folder, program };
};

/** Completes the last of some words in a bash that has sourced the script: what was asked, and what it puts in. */
const inBash = async (answer: string, words: string[]) => {
  const { folder, program } = await aProgram(answer);
  const steps = [
    completionScript('bash', [program]),
    'compopt() { printf "compopt %s\\n" "$*"; }',
    'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))',
    '_rectify_completion rectify',
    'printf "<%s>\\n" "${COMPREPLY[@]}"; cat "$0/asked"; complete -p rectify',
  ];
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-uc', steps.join('\n'), folder, ...words]);
  return stdout.trimEnd().split('\n');
};

describe('in bash', () => {
  test('the words of the line are asked about, and what is answered is put in', async () => {
    const lines = await inBash('1.2\t账物不符\n1.10\t账 目\n整改中\n', ['rectify', 'show', '1.']);
    expect(lines.slice(0, 3)).toEqual(['<1.2>', '<1.10>', '<整改中>']);
    expect(lines.slice(3, -1)).toEqual(['__complete', 'bash', '2', 'rectify', 'show', '1.']);
    expect(lines.at(-1)).toMatch(/^complete .*-F _rectify_completion rectify$/);
  });

  test('no word is ever evaluated, whatever is in it', async () => {
    const words = ['rectify', 'progress', '$(touch "$0/evil")', '`touch "$0/evil"`', '*', "it's", ''];
    const lines = await inBash('$(touch "$0/evil")\n*\n', words);
    expect(lines.slice(0, 2)).toEqual(['<$(touch "$0/evil")>', '<*>']);
    expect(lines.slice(5, -1)).toEqual(words);
  });

  test.each([
    [':files', 'compopt -o default'],
    [':folders', 'compopt -o dirnames'],
  ])('%s hands the question back to the shell', async (answer, option) => {
    const lines = await inBash(`${answer}\n`, ['rectify', 'import', '']);
    expect(lines.slice(0, 2)).toEqual([option, '<>']);
  });

  test('nothing is put in where nothing is answered', async () => {
    expect((await inBash('', ['rectify', 'list', '--section', '']))[0]).toBe('<>');
  });
});

test('in zsh the script declares for which command it is, as compinit reads it', () => {
  expect(completionScript('zsh', ['/usr/bin/node', "/srv/it's/rectify.js"])).toMatch(/^#compdef rectify\n/);
  expect(completionScript('zsh', ["/srv/it's"])).toContain(String.raw`'/srv/it'\''s' __complete zsh`);
});

test.each(SHELLS)('rectify completion %s prints the script and nothing else', async (shell) => {
  const screen = aScreen();
  expect(await run(['completion', shell], screen)).toBe(0);
  expect(screen.written.out).toContain('__complete');
  expect(screen.written.err).toBe('');
});

test('a shell that is not known is asked back', async () => {
  const screen = aScreen();
  expect(await run(['completion', 'fish'], screen)).toBe(2);
  expect(screen.written.err).toContain('bash');
});
