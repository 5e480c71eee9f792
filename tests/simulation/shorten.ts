import type { Deed, Script, Setting } from './script';

/** How a script fails, if it does: two failures are the same when they break the same rule. */
export type Failing = (script: Script) => string | undefined;

type Budget = { fails: (script: Script) => boolean };

/** Leaves out as many deeds as it can: halves first, then ever smaller parts, at last one by one (ddmin). */
const fewerDeeds = (script: Script, { fails }: Budget): Script => {
  let { deeds } = script;
  for (let size = Math.ceil(deeds.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = deeds.length - size; from > -size; from -= size) {
      const rest = [...deeds.slice(0, Math.max(from, 0)), ...deeds.slice(Math.max(from + size, 0))];
      if (rest.length < deeds.length && fails({ ...script, deeds: rest })) deeds = rest;
    }
  return { ...script, deeds };
};

/** The first of some simpler ones with which it still fails. */
const simpler = <T>(all: readonly T[], whole: (one: T) => Script, { fails }: Budget): Script | undefined =>
  all.map(whole).find(fails);

const PLAINER: readonly Partial<Setting>[] = [
  { noise: 0 },
  { signed: false },
  { deputies: [] },
  { temperaments: Array.from({ length: 17 }, () => 'diligent' as const) },
  { policy: 0 },
  { calendar: 0 },
  { year: 2021 },
  { hour: 9 * 3_600_000 },
];

const plainerSetting = (script: Script, budget: Budget): Script => {
  let best = script;
  for (const change of PLAINER)
    best = simpler([change], (one) => ({ ...best, setting: { ...best.setting, ...one } }), budget) ?? best;
  const { items } = best.setting;
  const fewer = items.slice(1).map((_, index) => items.slice(0, index + 1));
  return simpler(fewer, (one) => ({ ...best, setting: { ...best.setting, items: one } }), budget) ?? best;
};

const HOUR = 3_600_000;

const PLAINER_DEED: readonly ((deed: Deed) => Partial<Deed>)[] = [
  () => ({ spoil: 0 }),
  () => ({ after: 0 }),
  ({ after }) => ({ after: after - (after % HOUR) }),
  () => ({ item: 0 }),
  () => ({ who: 0 }),
  () => ({ days: 30 }),
];

const plainerDeeds = (script: Script, budget: Budget): Script => {
  let best = script;
  for (const index of script.deeds.keys())
    for (const change of PLAINER_DEED) {
      const deeds = best.deeds.map((deed, place) => (place === index ? { ...deed, ...change(deed) } : deed));
      if (JSON.stringify(deeds) !== JSON.stringify(best.deeds))
        best = simpler([deeds], (one) => ({ ...best, deeds: one }), budget) ?? best;
    }
  return best;
};

/**
 * The same failure by fewer and plainer deeds, in `patience` milliseconds. Deeds are taken as things stand, so that
 * a script of which half is left out still makes sense. Not left to fast-check, which tries deed after deed: here
 * half a hundred go at once, and only what breaks the same rule counts.
 */
export const shorten = (script: Script, failing: Failing, patience: number): Script => {
  const [failure, until] = [failing(script), Date.now() + patience];
  const budget = { fails: (one: Script) => Date.now() < until && failing(one) === failure };
  const few = fewerDeeds(script, budget);
  return fewerDeeds(plainerDeeds(plainerSetting(few, budget), budget), budget);
};
