import { canonical } from '../../base/hash';
import { sizeText } from '../../base/size';
import type { Policy } from './policy';

export type PolicyChange = { path: string; before: string; after: string };

/** Shown where a policy has no such value, and where a list has an entry. */
const NONE = '—';
const THERE = '✓';

/** The values of a policy by their paths; a rung of either ladder, or a media type, is one value. */
const valuesOf = ({ ladder, measureLadder = [], evidence, ...rest }: Policy): Map<string, string> => {
  const values = Object.entries(rest).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object'
      ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, String(one)])
      : [[key, String(value)]],
  );
  const { mostBytes, mediaTypes } = evidence;
  const types = mediaTypes.map((type): [string, string] => [`evidence.mediaTypes ${type}`, THERE]);
  const rungs = ladder.map(({ id, ...rung }): [string, string] => [`ladder.${id}`, canonical(rung)]);
  const measureRungs = measureLadder.map(({ id, ...rung }): [string, string] => [
    `measureLadder.${id}`,
    canonical(rung),
  ]);
  return new Map([
    ...values,
    ['evidence.mostBytes', `${mostBytes} (${sizeText(mostBytes)})`],
    ...types,
    ...rungs,
    ...measureRungs,
  ]);
};

/** Everything in which two policies differ. */
export const policyChanges = (before: Policy, after: Policy): PolicyChange[] => {
  const [old, fresh] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? NONE, after: fresh.get(path) ?? NONE }))
    .filter((change) => change.before !== change.after);
};
