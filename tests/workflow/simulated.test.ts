import { scriptOf } from '../simulation/simulate';
import type { Deed, Script } from '../simulation/script';
import { SideBySide } from '../support/side-by-side';
import { VirtualWorld } from '../support/virtual-world';

const HOUR = 3_600_000;
const MINUTE = 60_000;

let world: VirtualWorld;
beforeEach(async () => {
  world = await VirtualWorld.create();
});
afterEach(() => world.close());

/** Whole hours, so that no deed falls on midnight or on the minute in which mail goes out. */
const steady = (deed: Deed): Deed => ({
  ...deed,
  kind: deed.kind === 'bounce' ? 'turn' : deed.kind,
  after: Math.round(deed.after / HOUR) * HOUR,
});

/** The script of a seed, short, and without delays: what is under way arrives at once, as it does on an idle server. */
const shortScript = (seed: number): Script => {
  const { setting, deeds } = scriptOf(seed, { items: 3, deeds: 50 });
  return {
    setting: { ...setting, noise: 0, signed: false, hour: 10 * HOUR + 17 * MINUTE },
    deeds: deeds.map(steady),
  };
};

test.each([1, 2, 3])('seed %i comes to the same end by workflows as without an engine', async (seed) => {
  const script = shortScript(seed);
  const rounds = await SideBySide.begin(world, script);
  await rounds.settle();
  for (const deed of script.deeds) {
    await rounds.skip(deed.after);
    const { real, simulated } = await rounds.perform(deed);
    expect(real).toEqual(simulated);
  }
  await rounds.skip(3 * 24 * HOUR);
  const { real, simulated } = await rounds.both();
  expect(real).toEqual(simulated);
});
