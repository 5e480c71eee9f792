import { every } from './invariants';
import { play } from './play';
import { reportOf } from './failure-report';
import { scriptOf, simulate } from './simulate';
import type { World } from './world';

/** The last two are of rounds in which an item is returned, and a result corrected. */
const SEEDS = [...Array.from({ length: 16 }, (_, seed) => seed), 22, 516];

/** The round of a seed as it ended; where it breaks a rule, the whole story is the message. */
const ended = (seed: number): World => {
  try {
    return play(scriptOf(seed));
  } catch (error) {
    const failure = simulate(seed);
    throw failure ? new Error(reportOf(failure)) : error;
  }
};

/** The outcome of a round, to the last hash. */
const hashesOf = ({ seats, round }: World) => [
  ...seats.map(({ life }) => life.log.at(-1)?.hash),
  round.log.at(-1)?.hash,
];

test('whole rounds of random people break no rule, and most that can happen has happened in them', () => {
  const worlds = SEEDS.map(ended);
  const lives = worlds.flatMap(({ seats }) => seats.map(({ life }) => life));
  const events = new Set(lives.flatMap(({ log }) => log.map(({ event }) => event.type)));
  const all = [
    ...['acknowledged', 'closure-requested', 'approved', 'asked', 'returned', 'accepted', 'stage-accepted'],
    ...['extension-requested', 'extension-granted', 'extension-refused', 'withdrawn', 'reassigned', 'urged'],
    ...['evidence-withdrawn', 'helper-replaced', 'result-recorded', 'result-corrected'],
    ...['people-changed', 'office-replaced', 'key-replaced', 'calendar-changed', 'policy-changed', 'resent'],
    ...['proposal-issued', 'proposal-dropped', 'mail-undeliverable', 'archived', 'reopened'],
  ] as const;
  expect(all.filter((type) => !events.has(type))).toEqual([]);
  const versions = lives.flatMap(({ state }) =>
    state.evidence.filter(({ replaces }) => replaces !== undefined),
  );
  expect(versions).not.toEqual([]);
  expect(lives.some(({ state }) => state.added !== undefined)).toBe(true);
  const ofRounds = new Set(worlds.flatMap(({ round }) => round.log.map(({ event }) => event.type)));
  const ends = ['document-filed', 'notice-published', 'round-closed', 'round-archived'] as const;
  expect(ends.filter((type) => !ofRounds.has(type))).toEqual([]);
});

test('the same seed is the same round to the last hash, and another seed another', () => {
  expect(hashesOf(ended(7))).toEqual(hashesOf(ended(7)));
  expect(hashesOf(ended(8))).not.toEqual(hashesOf(ended(7)));
});

test('every rule has a name of its own and a sentence', () => {
  const rules = every();
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  for (const { sentence } of rules) expect(sentence.length).toBeGreaterThan(20);
});
