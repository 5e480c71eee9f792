const { suite } = require('./scripts/jest-suite.cjs');

/** What needs PostgreSQL and the Temporal server as they are operated: `npm run test:production`. */
module.exports = {
  projects: [
    suite('production', ['<rootDir>/tests/production/**/*.test.ts'], {
      globalSetup: '<rootDir>/tests/support/find-production.ts',
    }),
  ],
  testTimeout: 300_000,
  maxWorkers: 1,
};
