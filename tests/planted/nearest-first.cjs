const path = require('node:path');
const { statSync } = require('node:fs');
const Sequencer = require('@jest/test-sequencer').default;

/** How many folders two paths share from the root on. */
const shared = (one, other) => {
  const [a, b] = [one, other].map((file) => path.dirname(file).split(path.sep));
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? a.length : at;
};

/** Its own tests before those of its neighbours. */
const isOwn = (test, file) => test === file.replace(/\.ts$/, '.test.ts');

/** Milliseconds that a test took last time; a byte of one that was never run stands for one. */
const costOf = ({ duration, path: file }) => duration ?? statSync(file).size;

/** Tests to be left out: paths, or folders, which end with a slash, without those below. */
const isSkipped = (test, skipped) => skipped.includes(test) || skipped.includes(`${path.dirname(test)}/`);

/** The tests nearest to PLANTED_FILE first, among them the quickest: a run that ends at the first failure is short then. */
module.exports = class extends Sequencer {
  sort(tests) {
    const file = path.resolve(process.env.PLANTED_FILE ?? '');
    const skipped = JSON.parse(process.env.PLANTED_SKIPPED ?? '[]');
    const wanted = tests.filter((test) => !isSkipped(path.relative(process.cwd(), test.path), skipped));
    // It knows how long each has taken.
    const keyed = super.sort(wanted).map((test) => ({
      test,
      near: shared(test.path, file) + (isOwn(test.path, file) ? 1 : 0),
      cost: costOf(test),
    }));
    return keyed.sort((a, b) => b.near - a.near || a.cost - b.cost).map(({ test }) => test);
  }
};
