const { availableParallelism } = require('node:os');
const { suite } = require('./scripts/jest-suite.cjs');
const { ROOMS } = require('./scripts/rooms.cjs');

/** Rooms whose tests look at a store on files and at one on S3. */
const withS3 = ['store', 'archive/bag', 'activities/receipts'];
/** Folders with tests beside what they test. */
const beside = [...new Set(Object.keys(ROOMS).map((room) => room.split('/')[0]))];

const server = { globalSetup: '<rootDir>/tests/support/global-setup.ts' };
const bundled = { globalTeardown: '<rootDir>/tests/support/remove-bundle.ts' };

module.exports = {
  projects: [
    suite(
      'unit',
      [
        `<rootDir>/{${beside.join(',')},bench,scripts}/**/*.test.ts`,
        '<rootDir>/tests/{simulation,support,planted}/**/*.test.ts',
      ],
      { testPathIgnorePatterns: withS3.map((room) => `<rootDir>/${room}/`) },
    ),
    suite(
      'store',
      withS3.map((room) => `<rootDir>/${room}/**/*.test.ts`),
      { globalSetup: '<rootDir>/tests/support/find-s3.ts' },
    ),
    suite('docs', ['<rootDir>/tests/docs/**/*.test.ts']),
    suite('workflow', ['<rootDir>/tests/workflow/**/*.test.ts'], { ...server, ...bundled }),
    suite('replay', ['<rootDir>/tests/replay/**/*.test.ts'], {
      globalSetup: '<rootDir>/tests/support/bundle-once.ts',
      ...bundled,
    }),
    suite('integration', ['<rootDir>/tests/integration/**/*.test.ts'], server),
  ],
  testTimeout: 120_000,
  // Most of a suite's time is waiting for servers: three workers keep two cores busy.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
};
