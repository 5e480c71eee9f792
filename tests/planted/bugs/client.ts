import type { Bug } from '../bug';

export const CLIENT: readonly Bug[] = [
  {
    name: 'key-open-to-the-group',
    file: 'client/keys/key-file.ts',
    was: '(mode & 0o077) !== 0',
    is: '(mode & 0o007) !== 0',
    breaks: 'A secret key that all of the group can read is used without a word.',
  },
  {
    name: 'overdue-mirrored',
    file: 'client/cli/verbs/look/list.ts',
    was: 'tests.push((row) => isOverdue(row, today))',
    is: 'tests.push((row) => !isOverdue(row, today))',
    breaks: 'list --overdue shows everything that is not overdue.',
  },
  {
    name: 'last-bag-decides',
    file: 'client/cli/verbs/machine/verify.ts',
    was: 'if (!report.valid || report.besideInvalid) cli.exitCode = EXIT.unverified;',
    is: 'cli.exitCode = report.valid && !report.besideInvalid ? EXIT.done : EXIT.unverified;',
    breaks: 'verify of several bags ends with 0 where only the last of them is valid.',
  },
  {
    name: 'script-across-a-chunk',
    file: 'client/cli/evidence/harmless.ts',
    was: 'tail = text.slice(-(longest - 1));',
    is: 'tail = text.slice(0, longest - 1);',
    breaks: 'A PDF with a script is opened where the word for it lies across two chunks of the file.',
  },
];
