import { ROUND_COMMAND_TYPES } from '../../domain/round/command';
import { play } from './play';
import { type Deed, MOST_PICK, type Script } from './script';
import { scriptOf } from './simulate';

const HOUR = 3_600_000;
const SEEDS = [0, 1, 2, 3, 4, 5, 6, 7];

/** The head undoes the import. */
const UNDO: Deed = {
  after: HOUR,
  kind: 'round',
  item: 0,
  who: 1,
  pick: Math.ceil(
    (ROUND_COMMAND_TYPES.indexOf('undo-import') * (MOST_PICK + 1)) / ROUND_COMMAND_TYPES.length,
  ),
  spoil: 0,
  days: 1,
};

/** The round of a seed, where people are taken at their word: its import is undone after some deeds. */
const undoneAfter = (seed: number, deeds: number): Script => {
  const { setting, deeds: all } = scriptOf(seed);
  return {
    setting: { ...setting, signed: false },
    deeds: [...all.slice(0, deeds), UNDO, ...all.slice(deeds)],
  };
};

test('rounds are undone at any time, or refuse it, and no rule is broken', () => {
  const logs = SEEDS.map((seed) => play(undoneAfter(seed, seed % 4)).round.log);
  const undone = logs.filter((log) => log.some(({ event }) => event.type === 'import-undone'));
  expect(undone.length).toBeGreaterThan(1);
  const ends = undone.filter((log) =>
    log.some(({ event }) => event.type === 'round-closed' && event.undone !== undefined),
  );
  expect(ends.length).toBeGreaterThan(0);
});
