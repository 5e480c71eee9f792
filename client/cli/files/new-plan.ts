import { lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { PersonId } from '../../../base/ids';
import { hasCode } from '../../../store/errors';
import { syncFolders } from '../../../store/file/durable';
import { examplePlan } from '../../../examples/plan-path';
import { generateKey, type SigningKey, writeKeyFile } from '../../keys';
import { writeFresh } from './new-file';
import { keyFileIn } from '../commands/signing';
import { Trouble } from '../trouble/trouble';

/** A plan to begin with; where it has keys, their owners. */
export type NewPlan = {
  text: string;
  keys: ReadonlyMap<PersonId, SigningKey>;
  /** Somebody who will have something to do, and the two who can open the round. */
  roles?: { handler: PersonId; office: PersonId; head: PersonId };
};

export const starterPlan = async (): Promise<NewPlan> => ({
  text: await readFile(examplePlan('starter'), 'utf8'),
  keys: new Map(),
});

const peopleIn = (plan: ReturnType<typeof parseDocument>): YAMLMap[] => {
  const people: unknown = plan.getIn(['roster', 'people']);
  return isSeq(people) ? people.items.filter((person) => isMap(person)) : [];
};

/**
 * A plan in which everybody has a new key, and only signed commands are taken; its order and its comments stay.
 * The keys are good from the day of the feedback on, so that the round can also be played as a drill.
 */
export const withNewKeys = (text: string): NewPlan => {
  const plan = parseDocument(text);
  const keys = new Map<PersonId, SigningKey>();
  const from: unknown = plan.get('feedback');
  plan.setIn(['policy', 'identity'], 'signed');
  for (const person of peopleIn(plan)) {
    const key = generateKey();
    keys.set(PersonId.parse(person.get('id')), key);
    person.flow = false;
    person.set('keys', plan.createNode([{ kid: key.kid, x: key.x, from }]));
  }
  const personAt = (path: readonly (string | number)[]) => PersonId.safeParse(plan.getIn(path)).data;
  const handler = personAt(['categories', 0, 'items', 0, 'handler']);
  const [office, head] = [personAt(['roster', 'office', 0]), personAt(['roster', 'head'])];
  const roles = handler && office && head && { handler, office, head };
  return { text: plan.toString({ lineWidth: 0 }), keys, ...(roles && { roles }) };
};

export const examplePlanWithKeys = async (): Promise<NewPlan> =>
  withNewKeys(await readFile(examplePlan('round-2021'), 'utf8'));

/** Where a new plan and its keys are put. */
export type Placed = { plan: string; keys: string };

const isThere = async (path: string): Promise<boolean> => {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR'])) return false;
    throw error;
  }
};

/** Does the writes one after the other; when one fails, what the others made is removed. */
const allOrNothing = async (
  writes: readonly { path: string; write: () => Promise<void> }[],
): Promise<void> => {
  const made: string[] = [];
  try {
    for (const { path, write } of writes) {
      await write();
      made.push(path);
    }
  } catch (error) {
    await Promise.all(made.map((path) => rm(path, { force: true })));
    throw error;
  }
};

/**
 * Writes `plan.yaml` into a folder, and each key into `keys/<person>.json`, for its owner only. The plan comes last:
 * where it is, its keys are. Never overwrites anything.
 * @throws Trouble `path-exists` before anything is written
 */
export const placePlan = async (folder: string, { text, keys }: NewPlan): Promise<Placed> => {
  const placed = { plan: join(folder, 'plan.yaml'), keys: join(folder, 'keys') };
  const keyFiles = [...keys].map(([person, key]) => ({ path: keyFileIn(placed.keys, person), key }));
  for (const path of [placed.plan, ...keyFiles.map((file) => file.path)])
    if (await isThere(path)) throw new Trouble({ type: 'path-exists', path });
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw hasCode(error, ['EEXIST', 'ENOTDIR']) ? new Trouble({ type: 'path-exists', path: folder }) : error;
  });
  await allOrNothing([
    ...keyFiles.map(({ path, key }) => ({ path, write: () => writeKeyFile(path, key) })),
    { path: placed.plan, write: () => writeFresh(placed.plan, text) },
  ]);
  await syncFolders([folder]);
  return placed;
};
