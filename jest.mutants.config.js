const { suite } = require('./scripts/jest-suite.cjs');

/** The tests that `npm run mutants` runs against each mutant: of the rules, or those that MUTANTS_TESTS names, with a blank between. */
const tests = (process.env.MUTANTS_TESTS ?? 'domain/**/*.test.ts').split(' ');

module.exports = suite(
  'mutants',
  tests.map((files) => `<rootDir>/${files}`),
  {
    // Jest looks through them anew for each mutant.
    roots: ['base', 'domain', 'testing', 'examples'].map((room) => `<rootDir>/${room}`),
    // It starts processes of its own, which know nothing of mutants.
    testPathIgnorePatterns: ['/process-zone\\.test\\.ts$'],
  },
);
