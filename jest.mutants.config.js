const { suite } = require('./scripts/jest-suite.cjs');

/** The tests that `npm run mutants` runs against each mutant: of the rules, or of the folder that MUTANTS_TESTS names. */
const folder = process.env.MUTANTS_TESTS ?? 'domain';

module.exports = suite('mutants', [`<rootDir>/${folder}/**/*.test.ts`], {
  // Jest looks through them anew for each mutant.
  roots: ['base', 'domain', 'testing', 'examples'].map((room) => `<rootDir>/${room}`),
  // It starts processes of its own, which know nothing of mutants.
  testPathIgnorePatterns: ['/process-zone\\.test\\.ts$'],
});
