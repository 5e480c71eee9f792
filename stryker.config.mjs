import os from 'node:os';
import path from 'node:path';

/** `npm run mutants`: each rule of the office, changed in one place, against the tests of `domain/` (docs/planted.md). */
export default {
  testRunner: 'jest',
  jest: { configFile: 'jest.mutants.config.js', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  mutate: [
    'domain/item/rules/*.ts',
    'domain/item/authority.ts',
    'domain/ladder/{plan,rung,facts,urgency}.ts',
    'domain/round/{decide,judge,not-for-office}.ts',
    'domain/calendar/*.ts',
    '!**/*.test.ts',
  ],
  // What is made at load time would need every test for each mutant: tables of data, which the tests walk.
  ignoreStatic: true,
  concurrency: 1,
  // A busy machine must not count as a mutant that was found.
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 60,
  tempDirName: path.join(os.tmpdir(), 'rectify-mutants'),
  ignorePatterns: ['dist', 'bench', 'deploy', 'tests', 'docs/images'],
  allowEmpty: false,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false },
};
