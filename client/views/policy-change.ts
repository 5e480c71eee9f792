import { canonical } from '../../domain/hash';
import type { Policy } from '../../domain/round/policy';

export type PolicyChange = { path: string; before: string; after: string };

/** The values of a policy by their paths; a rung of the ladder is one value. */
const valuesOf = ({ ladder, ...rest }: Policy): Map<string, string> => {
  const values = Object.entries(rest).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object'
      ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, String(one)])
      : [[key, String(value)]],
  );
  const rungs = ladder.map(({ id, ...rung }): [string, string] => [`ladder.${id}`, canonical(rung)]);
  return new Map([...values, ...rungs]);
};

/** Everything in which two policies differ; `—` where one has no such value. */
export const policyChanges = (before: Policy, after: Policy): PolicyChange[] => {
  const [old, fresh] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? '—', after: fresh.get(path) ?? '—' }))
    .filter((change) => change.before !== change.after);
};
