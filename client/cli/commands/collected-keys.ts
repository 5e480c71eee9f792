import type { PersonId } from '../../../base/ids';
import type { CivilDate } from '../../../domain/calendar/civil';
import type { KeyMaterial } from '../../../domain/identity/key';
import type { CollectedKey, RefusedKey } from '../files/key-outcome';
import type { Keyholder } from '../files/plan-keys';
import type { NamedPerson } from '../trouble/trouble';

/** A key whose owner is known. */
export type OwnedKey = { file: string; owner: Keyholder; key: KeyMaterial; from: CivilDate };

const named = ({ id, name }: Keyholder): NamedPerson => ({ id, name });

const distinct = (people: readonly Keyholder[]): NamedPerson[] => [
  ...new Map(people.map((one) => [one.id, named(one)])).values(),
];

/** Why a key cannot go into the plan beside the others. */
const objection = (
  { file, owner, key: { kid } }: OwnedKey,
  all: readonly OwnedKey[],
  people: readonly Keyholder[],
  replaced: ReadonlySet<PersonId>,
): RefusedKey | undefined => {
  const sharers = distinct([
    ...all.filter((other) => other.key.kid === kid).map((other) => other.owner),
    ...people.filter(({ kids }) => kids.includes(kid)),
  ]);
  if (sharers.length > 1) return { file, type: 'shared-key', kid, people: sharers };
  if (all.some((other) => other.owner.id === owner.id && other.key.kid !== kid))
    return { file, type: 'two-keys', kid, people: [named(owner)] };
  const known = owner.kids.filter((other) => other !== kid);
  if (known.length > 0 && !replaced.has(owner.id))
    return { file, type: 'other-key', kid, people: [named(owner)], known };
  return undefined;
};

const outcomeOf = ({ owner, key }: OwnedKey): CollectedKey['outcome'] => {
  if (owner.kids.length === 0) return 'added';
  return owner.kids.join() === key.kid ? 'unchanged' : 'replaced';
};

/**
 * Which of the keys that people have sent go into the plan. Two people with one key, and two keys of one person, are
 * refused on both sides; another key than the plan has only takes its place for those who are named in `replaced`.
 */
export const sortKeys = (
  all: readonly OwnedKey[],
  people: readonly Keyholder[],
  replaced: ReadonlySet<PersonId>,
): { collected: CollectedKey[]; entered: Map<PersonId, OwnedKey>; refused: RefusedKey[] } => {
  const entered = new Map<PersonId, OwnedKey>();
  const collected: CollectedKey[] = [];
  const refused: RefusedKey[] = [];
  for (const sent of all) {
    const { file, owner, key } = sent;
    const fault = objection(sent, all, people, replaced);
    if (fault) {
      refused.push(fault);
      continue;
    }
    const outcome = outcomeOf(sent);
    if (outcome !== 'unchanged') entered.set(owner.id, sent);
    collected.push({ file, person: owner.id, name: owner.name, kid: key.kid, outcome });
  }
  return { collected, entered, refused };
};
