import type { Bug } from './bug';
import type { Copy } from './copy';
import { failing, type Failure, type Outcome, runStage, type Stage } from './suites';

/** What has become of a bug. `cut`: the stages that took too long to be run to their end. */
export type Hunted = { bug: Bug; seconds: number; cut: string[] } & (
  { by: 'types'; said: string } | { by: string; failure: Failure } | { by: undefined }
);

export type Hunt = {
  copy: Copy;
  stages: readonly Stage[];
  types: (bug: Bug) => string | undefined;
  /** Test files that fail without any bug: what they say counts for nothing. Grows. */
  unsteady: Set<string>;
};

/** Runs one stage with the bug. Where servers take part, what fails has to pass at once when the bug is taken out. */
const findIn = async (hunt: Hunt, stage: Stage, bug: Bug): Promise<Outcome> => {
  for (;;) {
    const remove = await hunt.copy.plant(bug);
    const outcome = await runStage(hunt.copy, stage, bug, hunt.unsteady).finally(remove);
    if (!outcome.failure || !stage.isBuilt) return outcome;
    const [unsteady] = await failing(hunt.copy, stage, [outcome.failure.file]);
    if (unsteady === undefined) return outcome;
    hunt.unsteady.add(unsteady);
  }
};

/** Looks for a bug by the types, then stage by stage. @throws NotThere */
const huntFor = async (hunt: Hunt, bug: Bug): Promise<Hunted> => {
  const from = Date.now();
  const cut: string[] = [];
  const told = () => ({ bug, cut, seconds: Math.round((Date.now() - from) / 1000) });
  const said = hunt.types(bug);
  if (said !== undefined) return { ...told(), by: 'types', said };
  for (const stage of hunt.stages) {
    const outcome = await findIn(hunt, stage, bug);
    if (outcome.failure) return { ...told(), by: stage.name, failure: outcome.failure };
    if (outcome.isCut) cut.push(stage.name);
  }
  return { ...told(), by: undefined };
};

/** Of bugs that a test without servers has found, all those tests once without any bug: those whose test fails are looked for anew. */
const confirmed = async (hunt: Hunt, hunted: readonly Hunted[]): Promise<Hunted[]> => {
  for (const stage of hunt.stages.filter(({ isBuilt }) => !isBuilt)) {
    const files = hunted.flatMap((one) =>
      'failure' in one && one.by === stage.name ? [one.failure.file] : [],
    );
    for (const file of await failing(hunt.copy, stage, [...new Set(files)])) hunt.unsteady.add(file);
  }
  const all: Hunted[] = [];
  for (const one of hunted) {
    const isDoubtful = 'failure' in one && hunt.unsteady.has(one.failure.file);
    all.push(isDoubtful ? await huntFor(hunt, one.bug) : one);
  }
  return all;
};

/** Looks for all of some bugs, one after the other, and says so of each. */
export const huntForAll = async (
  hunt: Hunt,
  bugs: readonly Bug[],
  say: (hunted: Hunted) => void,
): Promise<Hunted[]> => {
  const all: Hunted[] = [];
  for (const bug of bugs) {
    const hunted = await huntFor(hunt, bug);
    say(hunted);
    all.push(hunted);
  }
  return confirmed(hunt, all);
};
